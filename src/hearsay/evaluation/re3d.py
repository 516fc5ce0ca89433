"""The suite ``names``: actors by name and their types, on re3d's reports of defence and security.

Entities there are marked one by one, whether or not anybody named speaks, and nested in one another; common nouns
("rebels") count as organisations. What is asked is what both know: whether the names of actors lie where the gold has a
person, an organisation, a place or a nationality; how much of the gold's persons, organisations and places is found;
and the type. Names are words with capitals; mentions without any are left out on both sides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hearsay.evaluation.corpora import digest, need
from hearsay.evaluation.errors import Miss
from hearsay.evaluation.matching import shared
from hearsay.evaluation.readings import Reader, read_text
from hearsay.evaluation.scores import Ratio, Result, Score, Section, tally
from hearsay.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from hearsay.model.reading import Reading

TYPES = ("Person", "Organisation", "Location")
_BESIDE = "Nationality"  # "Syrian" stands for a country where it acts, and mostly does not
_ALLOWED = {
    "person": ("Person",), "organisation": ("Organisation",), "outlet": ("Organisation",),
    "group": ("Organisation", "Nationality"), "government": ("Location", "Organisation", "Nationality"),
    "place": ("Location",),
}  # fmt: skip  # the corpus marks a country that acts as a place
_SMALL = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_CAPITAL = re.compile(r"\b[A-Z]")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in place, with its type: the gold's, or the actor's."""

    span: Span
    type: str


@dataclass(frozen=True, slots=True)
class Document:
    """A report with its gold names."""

    name: str
    text: str
    gold: tuple[Named, ...]


Found = Sequence[tuple[Document, tuple[Named, ...]]]


def run(data: Path, reader: Reader) -> Result:
    """Scores the names of the reader's actors."""
    folders = sorted(path.parent for path in need(data / "data" / "re3d").glob("*/documents.json"))
    documents = [document for folder in folders for document in load(folder)]
    found = [(one, named(read_text(reader, one.name, one.text))) for one in documents]
    files = [folder / name for folder in folders for name in ("documents.json", "entities.json")]
    types = Section("re3d, names by type", by_type(found), gated=False)
    return Result("names", digest(files), (Section("re3d, names", scores(found)), types), tuple(_misses(found)))


def load(folder: Path) -> Iterator[Document]:
    """Every report of one source, with its persons, organisations and places that have a capital."""
    entities = [entity for entity in _lines(folder / "entities.json") if entity["type"] in (*TYPES, _BESIDE)]
    for document in _lines(folder / "documents.json"):
        text = document["text"]
        own = (entity for entity in entities if entity["documentId"] == document["_id"])
        gold = {Named(trimmed(text, Span(entity["begin"], entity["end"])), entity["type"]) for entity in own}
        named = (one for one in gold if _CAPITAL.search(one.span.of(text)))
        yield Document(document["_id"], text, tuple(sorted(named, key=lambda one: (one.span, one.type))))


def named(reading: Reading | None) -> tuple[Named, ...]:
    """The mentions of actors that have a capital: of those that lie in one another ("Gen. Lee, of Acme"), the inner."""
    if reading is None:
        return ()
    text = reading.report.text
    every = {
        Named(trimmed(text, span), actor.type)
        for actor in reading.actors
        for span in actor.mentions
        if _CAPITAL.search(_SMALL.sub("", span.of(text), count=1))
    }
    inner = (one for one in every if not any(one != other and one.span.covers(other.span) for other in every))
    return tuple(sorted(inner, key=lambda one: one.span))


def trimmed(text: str, span: Span) -> Span:
    """The span without the article that opens it."""
    article = _SMALL.match(text, span.start, span.end)
    return Span(article.end(), span.end) if article else span


def scores(found: Found) -> dict[str, Score]:
    """Names found by overlap (the gold is nested, so each side has its own share) and exactly; types of the pairs."""
    matched = [pair for one in found for pair in matches(*one)]
    ours = [(document, one) for document, named in found for one in named]
    wanted = [(document, one, named) for document, named in found for one in document.gold if one.type != _BESIDE]
    return {
        "found names that lie on gold ones": _share(_touches(one, document.gold) for document, one in ours),
        "gold names that were found": _share(_touches(one, named) for _, one, named in wanted),
        "same borders": tally(
            ((document.name, one.span) for document, one in ours), ((d.name, g.span) for d, g, _ in wanted)
        ),
        "type right": _share(allowed(gold, one) for gold, one in matched),
    }


def by_type(found: Found) -> dict[str, Score]:
    """What was found of each type of the gold, and the types of actors that were right."""
    matched = [pair for one in found for pair in matches(*one)]
    rows: dict[str, Score] = {}
    for type_ in TYPES:
        every = (_touches(one, named) for document, named in found for one in document.gold if one.type == type_)
        rows[f"found: {type_}"] = _share(every)
    for type_ in _ALLOWED:
        rows[f"type right: {type_}"] = _share(allowed(gold, one) for gold, one in matched if one.type == type_)
    return rows


def matches(document: Document, ours: Sequence[Named]) -> list[tuple[Named, Named]]:
    """Each found name with the gold name that it shares most with, the shortest of several."""
    matched = []
    for one in ours:
        best = max(document.gold, key=lambda g: (shared([g.span], [one.span]), -len(g.span)), default=None)
        matched += [(best, one)] if best and best.span.overlaps(one.span) else []
    return matched


def allowed(gold: Named, one: Named) -> bool:
    """Whether the actor's type is one that the gold's type allows."""
    return gold.type in _ALLOWED.get(one.type, ())


def _misses(found: Found) -> Iterator[Miss]:
    for document, ours in found:

        def shown(one: Named, text: str = document.text) -> str:
            return f"{one.span.of(text)} ({one.type})"

        def around(one: Named, text: str = document.text) -> str:
            return text[max(0, one.span.start - 60) : one.span.end + 60]

        for gold in document.gold:
            if gold.type != _BESIDE and not _touches(gold, ours):
                yield Miss(f"missed: {gold.type}", document.name, shown(gold), "", around(gold))
        for one in ours:
            if not _touches(one, document.gold):
                yield Miss(f"beyond the gold: {one.type}", document.name, "", shown(one), around(one))
        for gold, one in matches(document, ours):
            if not allowed(gold, one):
                yield Miss(f"{gold.type} taken as {one.type}", document.name, shown(gold), shown(one), around(one))


def _touches(one: Named, others: Sequence[Named]) -> bool:
    return any(one.span.overlaps(other.span) for other in others)


def _share(right: Iterable[bool]) -> Ratio:
    return sum((Ratio(one, 1) for one in right), Ratio())


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
