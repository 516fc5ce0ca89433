"""IPTC 7901: wire copy as European agencies send it.

``SOH source number priority category words`` and what the agency adds, a line's end; a line of keywords where there is
one; ``STX text ETX``; the day, hour and month of transmission.

An agency numbers its messages ("mp 0233"), and what takes one back, holds or corrects it names that number ("Please
kill item mp 0233", "Korrektur zu mp 0233"). Such a message is a version of the one that it names; one that names none,
or more than one, is a report of its own.
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

SIGN = re.compile(rb"[\x00\s\x16]*\x01[A-Za-z]{1,5} ?\d{3,5} [0-9A-Za-z] [A-Za-z0-9]{1,3} [\d ]")
"""How a transmission in this format begins."""
_FIRST = re.compile(
    r"\x01(?P<source>[A-Za-z]{1,5}) ?(?P<number>\d{3,5}) (?P<priority>\S) (?P<category>\S{1,3}) (?P<words>\d*) ?"
    r"(?P<more>[^\r\n\x02]*)(?P<lines>[^\x02]{0,400})"
)
_TIME = re.compile(
    r"(?P<day>[0-3]\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\s+(?P<month>[A-Za-zäöü]{3,4})\s+(?P<year>\d\d)"
)
_SIGNS: tuple[tuple[re.Pattern[str], Status], ...] = (
    (
        re.compile(
            r"\b(?:kill|annul(?:ation|lation|é)?|withdrawn|sperr?ung|storno|zurückgezogen|annulé)\b", re.IGNORECASE
        ),
        "withdrawn",
    ),
    (re.compile(r"\b(?:sperrfrist|embargo)\b", re.IGNORECASE), "embargoed"),
    (re.compile(r"\b(?:correction|corr|korrektur|berichtigung|rectificatif)\b", re.IGNORECASE), "correction"),
    (re.compile(r"\b(?:update|lead|neu)\b", re.IGNORECASE), "update"),
)
_OWN = re.compile(r"^\s*(?P<agency>[A-Za-z]{2,6})\s(?P<number>\d{3,5})\b")
_NAMED = re.compile(
    r"\b(?:kill|annul\w*|withdraw\w*|hold|correct\w*|corrig\w*|korr\w*|berichtig\w*|rectif\w*|replac\w*|ersetzt?|storn\w*|zurück\w*)\b"
    r"[^.:\n\x03]{0,60}?\b(?P<agency>[A-Za-z]{2,6})\s(?P<number>\d{3,5})\b",
    re.IGNORECASE,
)
_NEAR = 600
"""Characters from the header on in which a message says which one it takes the place of."""


def parse(decoded: Legible) -> Draft:
    """The draft of one message."""
    text = decoded.text
    first = _FIRST.search(text[:1000])
    draft = header.body(decoded)
    said = f"{first['more']} {first['lines']}" if first else ""
    item = _item(text, first) if first else None
    number = str(int(first["number"])) if first and item else None
    return replace(
        draft,
        evidence=(*_stated(text, first), *draft.evidence),
        item=item,
        status=next((status for pattern, status in _SIGNS if pattern.search(said)), None),
        provenance=Provenance(item=item, version=number, provider=first["source"] if first else None),
    )


def _item(text: str, first: re.Match[str]) -> str | None:
    """The message that this one is a version of: the one of its agency that it names, else itself."""
    moment, own = _moment(header.behind(text)), _OWN.match(first["more"])
    if not moment or not own:
        return None
    said = f"{first['more'][own.end() :]} {first['lines']}"
    agency, number = own["agency"].lower(), int(own["number"])
    if any(pattern.search(said) for pattern, _ in _SIGNS):
        opening = said + " " + text[first.end() : first.end() + _NEAR].partition(header.ETX)[0]
        named = {int(found["number"]) for found in _NAMED.finditer(opening) if found["agency"].lower() == agency}
        if len(named) == 1:
            number = named.pop()
    return f"iptc7901:{agency}:{moment[:10]}:{number}"


def _stated(text: str, first: re.Match[str] | None) -> Iterator[Evidence]:
    if first:
        yield from header.stated("transmission", f"{first['source']}{first['number']}", "iptc7901 message number")
        yield from header.stated("priority", first["priority"], "iptc7901 priority")
        yield from header.stated("category", first["category"], "iptc7901 category")
        keywords = " ".join(first["lines"].replace("/", " ").split()) or first["more"]
        yield from header.stated("slug", keywords, "iptc7901 keywords")
        yield Evidence("agency", first["source"], "iptc7901 source")
    if moment := _moment(header.behind(text)):
        yield Evidence("published", moment, "iptc7901 time")


def _moment(behind: str) -> str | None:
    """The time of transmission, in UTC as the format has it ("241103 OCT 24")."""
    if (found := _TIME.search(behind)) and (month := stamp.month(found["month"])) and int(found["hour"]) < 24:
        year, day = 2000 + int(found["year"]), int(found["day"])
        if got := stamp.complete(month, day, f"{year}-{month:02}-01"):
            return f"{got}T{found['hour']}:{found['minute']}:00Z"
    other = stamp.find(behind)
    return other.value if other else None
