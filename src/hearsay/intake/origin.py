"""Whose copy a report is: the agency or partner behind it, and the kind of credit that the page gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from hearsay.intake.weigh import words
from hearsay.intake.wire import byline, credit, endings, notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.intake.parts import Piece
    from hearsay.model.report import Credit, Evidence

SEARCHED = 20_000
"""Characters of the body that are searched for the name that a dateline's tag stands for."""
_STAFF = re.compile(r"\b(?:staff|desk|bureau|newsroom|reporters?)\b", re.IGNORECASE)
_WIRE = re.compile(r"\b(?:news ?wires?|wire|agency|news service|agentur|agence|agencia|agenzia)\b", re.IGNORECASE)
_TITLED = re.compile(r"(?:(?:[A-Z]\S*|of|the|and|for|de|&)(?:\s|$))+$")
_OF = re.compile(r"\s(?:of|for)\s(?=[A-Z])")
_RELEASE = re.compile(
    r"^\W{0,3}(?:press release|news release|for immediate release|pressemitteilung|communiqué de presse)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """The agency or partner by its full name, or ``None`` for own copy, and the kind of credit."""

    agency: str | None
    credit: Credit


def trace(
    pieces: Sequence[Piece], evidence: Sequence[Evidence], tag: str | None, partners: Sequence[str], outlet: str | None
) -> Origin:
    """Who wrote the copy.

    Args:
        pieces: the report's typed pieces.
        evidence: what the page states.
        tag: the agency tag of the dateline, if any.
        partners: the outlets and agencies that bylines name.
        outlet: who published the page.
    """
    named = list(_names(pieces, evidence, partners, outlet))
    if any(_RELEASE.match(piece.text) for piece in pieces[:6]):
        return Origin(_agency(tag, named, pieces), "release")
    found = _agency(tag, named, pieces) if tag else None
    credited = (*partners, *_credited(pieces, evidence))
    found = found or next((full for name in credited if (full := _full(name, named)) and not _own(full, outlet)), None)
    known = credit.known(found) if found else None
    if known and known.release:
        return Origin(known.name, "release")
    if found and outlet and _is(found, outlet):
        return Origin(found, "agency") if credit.is_agency(found) else Origin(None, "own")
    if found:
        return Origin(found, _kind(found, pieces, outlet, tagged=tag is not None))
    return _owned(pieces, evidence, outlet)


def _agency(tag: str | None, named: Sequence[str], pieces: Sequence[Piece]) -> str | None:
    """The full name of a dateline's tag: by the table, by the names about the report, by those in it, else as it is."""
    if tag is None:
        return None
    if known := credit.known(tag):
        return known.name
    body = "\n".join(words(pieces, "paragraph"))[:SEARCHED]
    return credit.expand(tag, named) or credit.expand(tag, _in_body(body, tag)) or tag


def _in_body(body: str, tag: str) -> Iterator[str]:
    """Names in the body that begin with the tag's first letter and sound like a news outlet."""
    for found in re.finditer(rf"\b{re.escape(tag[0])}[\w’'-]*(?:\s(?:of\s)?[A-Z][\w’'-]*){{1,4}}", body):
        if credit.is_agency(found[0]) or found[0].split()[0] == tag:
            yield found[0]


def _names(
    pieces: Sequence[Piece], evidence: Sequence[Evidence], partners: Sequence[str], outlet: str | None
) -> Iterator[str]:
    """Names about the report: of partners, owners, the end mark, credits and the outlet, likelier ones first."""
    yield from (_spaced(name) for name in partners)
    for text in words(pieces, "rights"):
        if owner := endings.owner(text):
            yield endings.trimmed(owner)
    for text in words(pieces, "end_mark"):
        yield from (
            byline.small(name)
            for name in re.findall(r"[A-Z][A-Z’'&-]+(?:\s[A-Z][A-Z’'&-]+)+", text.replace("(END)", ""))
        )
    for line in words(pieces, "byline"):  # "Ann Lee of Meridian Press"
        yield from (name for beside in _OF.split(line)[1:] for name in credit.names(beside) if credit.is_agency(name))
    for text in words(pieces, "credit", "byline", "caption", "contact"):
        yield from (re.sub(r"\s(?:Photos?|File|Images?|Video)$", "", name) for name in credit.names(text[-120:]))
    yield from (item.value for item in evidence if item.field in ("agency", "credit", "outlet"))
    if outlet:
        yield byline.small(outlet)


def _spaced(name: str) -> str:
    return " ".join(name.split())


def _credited(pieces: Sequence[Piece], evidence: Sequence[Evidence]) -> Iterator[str]:
    """The names in credit lines and in metadata that say whose copy it is."""
    yield from (item.value for item in evidence if item.field == "agency")
    for before, piece in pairwise((None, *pieces)):
        if piece is None or piece.kind != "credit" or (before and before.kind == "caption"):
            continue  # what follows a caption says whose picture it is
        named = credit.source(piece.text)
        if named and "," not in named and _TITLED.match(named) and (credit.is_agency(named) or credit.is_outlet(named)):
            yield named
    yield from (name for text in words(pieces, "note") if (name := notes.first_in(text)))
    for text in words(pieces, "rights"):
        if (owner := endings.owner(text)) and credit.is_agency(endings.trimmed(owner)):
            yield endings.trimmed(owner)


def _full(name: str, named: Sequence[str]) -> str | None:
    """A partner's full name, or ``None`` where the words are no outlet but a place or a role."""
    name = re.sub(r"^(?:the )?(?:(?:news )?agency )?(?=[A-Z])", "", _spaced(name))
    if known := credit.known(name):
        return known.name
    if (
        (len(name.split()) < 2 and not re.search(r"[a-z][A-Z]", name))
        or re.search(r"[|<>@]", name)
        or len(name.split()) > 6
    ):
        return None
    if _STAFF.search(name) or (byline.is_name(name) and not credit.is_agency(name) and not credit.is_outlet(name)):
        return None
    return credit.expand(name, [other for other in named if other != name]) or name


def _own(name: str, outlet: str | None) -> bool:
    """Whether a credited name is the outlet itself, which is no credit unless it is an agency."""
    return outlet is not None and _is(name, outlet) and not credit.is_agency(name)


def _is(a: str, b: str) -> bool:
    """Whether two names are one outlet's, articles aside."""
    a, b = (re.sub(r"^the|\W+", "", re.sub(r"^the\s", "", name.casefold())) for name in (a, b))
    return a == b or (
        min(len(a), len(b)) >= 5 and (a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a))
    )


def _kind(found: str, pieces: Sequence[Piece], outlet: str | None, *, tagged: bool) -> Credit:
    """The kind of credit: a tag in a dateline is an agency's, a house reporter or desk beside it adds own copy."""
    if outlet and any(_STAFF.search(line) for line in words(pieces, "byline", "credit")):
        return "agency+own"
    return "agency" if tagged or credit.is_agency(found) else "partner"


def _owned(pieces: Sequence[Piece], evidence: Sequence[Evidence], outlet: str | None) -> Origin:
    if outlet and ((known := credit.known(outlet)) or _WIRE.search(outlet)):
        return Origin(known.name if known else outlet, "agency")
    signed = words(pieces, "byline") or any(e.field == "author" and byline.is_name(e.value) for e in evidence)
    return Origin(None, "own" if outlet and signed else "unknown")
