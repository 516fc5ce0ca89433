"""ANPA 1312 (NAA 84-2): wire copy as American agencies send it.

``SYN SYN SOH level number US selector`` and a line's end; ``priority category`` and format codes, then the version, the
keyword, the filing day and the count of words; ``STX text ETX``; the agency's stamp with the time of transmission.

A service repeats the keyword section of a story in exactly the same form on all that it files for it that day (AP
Stylebook, "Filing the wire": it "provides the basic identification of a story for automatic linkup routines"). So the
leads, corrections and kills under one keyword are versions of one report, numbered as the service numbers its messages.
What is added to a story (adds, inserts, second takes) is none of its versions.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.intake.dates import stamp
from hearsay.intake.formats import header
from hearsay.model.report import Evidence, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.intake.draft import Draft, Legible
    from hearsay.model.report import Status

SIGN = re.compile(rb"\s*\x16+\x01?|\s*\x01[a-zA-Z]\d{4}[\x1f\x13 ]")
"""How a transmission in this format begins."""
_FIRST = re.compile(
    r"\x01(?P<level>[A-Za-z])?(?P<number>\d{3,4})(?P<upi>[^\x1f\r\n\x02]{0,20})\x1f?(?P<selector>[A-Za-z0-9-]{0,12})"
)
_SECOND = re.compile(
    r"[\r\n\s](?P<priority>[a-zA-Z])[ \x1f]?(?P<category>[a-zA-Z])[ \x1f]?[\x11-\x14 ]{0,6}"
    r"(?P<version>[A-Za-z]{2}-)?(?P<keyword>[^\s\x02\x1f,\d][^\s\x02\x1f]{0,40})(?P<take>[^\x02\r\n]*?)"
    r"(?:[ ,](?P<month>\d{1,2})-(?P<day>\d{1,2}))?[ ,]*(?P<words>\d{1,5})?\s*(?=[\r\n\x02])"
)
_TAKES: tuple[tuple[re.Pattern[str], Status], ...] = (
    (re.compile(r"\b(?:bulletin kill|kill|withh?old|elimination)\b", re.IGNORECASE), "withdrawn"),
    (re.compile(r"\bcorrect(?:ion|ive|s|ed)?\b", re.IGNORECASE), "correction"),
    (
        re.compile(r"\b(?:\d+(?:st|nd|rd|th) ld|(?:\d+ )?lead|ld|writethru|update|sub|insert|add)\b", re.IGNORECASE),
        "update",
    ),
)
_TAKE = re.compile(
    r"\s+(?=(?:\d+(?:st|nd|rd|th)\b|(?:\d+ )?lead\b|ld\b|writethru\b|update\b|correct|(?:bulletin )?kill\b|withh?old\b|"
    r"elimination\b))",
    re.IGNORECASE,
)
"""Where the keyword section ends if no comma ends it."""
_PIECES = re.compile(
    r"\b(?:adds?|inserts?|subs?|take \d|advisor(?:y|ies)|pickup|\d-\d|graf)\b|\btrims?\b", re.IGNORECASE
)
"""Takes that are pieces of a story, or about it, and not the story."""


def parse(decoded: Legible) -> Draft:
    """The draft of one transmission."""
    text = decoded.text
    top = text[: max(0, text.find(header.STX))] or text[:400]
    first = _FIRST.search(top)
    second = _SECOND.search(top, first.end() if first else 0)
    draft = header.body(decoded)
    item = _item(text, second) if second else None
    number = str(int(first["number"])) if first and item else None
    return replace(
        draft,
        evidence=(*_stated(text, first, second), *draft.evidence),
        item=item,
        status=_status(second["take"] if second else ""),
        provenance=Provenance(item=item, version=number, provider=_agency(text)),
    )


def _item(text: str, second: re.Match[str]) -> str | None:
    """Whose story it is, of which day, under which keyword; ``None`` where the header lacks one, or it is a piece."""
    agency, sent = _agency(text), stamp.find(header.behind(text))
    section, _, take = f"{second['version'] or ''}{second['keyword']}{second['take']}".partition(",")
    keyword, words = _TAKE.split(section, maxsplit=1)[0], section + take
    if not agency or not sent or not second["month"] or _PIECES.search(words):
        return None
    day = stamp.complete(int(second["month"]), int(second["day"]), sent.value)
    return f"anpa:{agency}:{day}:{' '.join(keyword.lower().split())}" if day and keyword.strip() else None


def _stated(text: str, first: re.Match[str] | None, second: re.Match[str] | None) -> Iterator[Evidence]:
    if first:
        yield from header.stated("transmission", f"{first['level'] or ''}{first['number']}", "anpa story number")
        yield from header.stated("selector", first["selector"], "anpa selector")
    if second:
        yield from header.stated(
            "slug", f"{second['version'] or ''}{second['keyword']}{second['take']}", "anpa keyword"
        )
        yield from header.stated("priority", second["priority"], "anpa priority")
        yield from header.stated("category", second["category"], "anpa category")
    if found := stamp.find(header.behind(text)):
        yield Evidence("published", found.value, "anpa stamp")
    if agency := _agency(text):
        yield Evidence("agency", agency, "anpa stamp")


def _agency(text: str) -> str | None:
    """Whose stamp stands behind the text ("AP-NY-10-24-24 0347EDT")."""
    found = re.match(r"\s*([A-Z]{2,6})-[A-Z]{2,4}-\d", header.behind(text))
    return found[1] if found else None


def _status(take: str) -> Status | None:
    return next((status for pattern, status in _TAKES if pattern.search(take)), None)
