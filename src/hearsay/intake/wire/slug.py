"""Slugs and routing lines: what an agency's desk writes above a story for other desks."""

from __future__ import annotations

import re

_ROUTING = re.compile(
    r"^(?:urgent|flash|bulletin|alert|news ?alert|snap)\W*$|^zczc\b|^[A-Z]{2,4}-?\d{3,5}\s+\w\s+\w{1,4}\s+\d{3,5}\b|"
    r"^[a-z]{2,5}-\d{3,6}(?:\s*/\s*[\w -]{2,20}){0,3}(?=\s*/|\s*$)|"
    r"^(?:priority|prio|routing|category|wordcount|words?|length|version|take)\s?:\s?\w{1,12}\b|^[a-z]\d{4}\s|"
    r"^\W*\d{3,4}\s?GMT\s*$|^(?:[a-z]\s){1,2}(?:bc|am|pm)-\S+.*\s\d{4}$|^(?-i:[A-Z]{2,12}\s\d{3,5}\s(?:--?|/)\s[A-Z]+[/-][A-Z/-]+)$",
    re.IGNORECASE,
)
_KEYWORDS = re.compile(
    r"^\^?(?:BC|AM|PM)-[A-Z]{0,3}\S*(?:\s\S+){0,10}$|^(?:[A-Z][A-Z.&’'-]{1,20}|"
    r"[A-Z][A-Z.&’' -]{1,30}(?=/))(?:[-/][A-Z][A-Za-z0-9.&’' ]{1,24}){1,4}(?:\s\(.*\))?$"
)
_LEAD = re.compile(
    r"\b\d(?:st|nd|rd|th)[ -]?(?:ld|lead)\b|\bwritethru\b|\bupdate \d|\blead \d|\bupd\d\b|\b\dst-?ld|\d(?:st|nd|"
    r"rd|th)ld\b",
    re.IGNORECASE,
)

_PICKUP = re.compile(r"^\^[A-Z][A-Z .,'’/-]{2,30}:\s\S.{0,60}$")


def is_routing(line: str) -> bool:
    """Whether a line routes a story (``SNA3361 4 u 0349 …``, ``knw-2214 / europe / …``, ``Priority: 2 …``)."""
    return len(line) <= 120 and _ROUTING.search(line) is not None


def keywords(line: str) -> str | None:
    """The slug in a keyword line or a routing line, or ``None``.

    "^BC-US--Jet-Blowout, 3rd Ld-Writethru" gives "BC-US--Jet-Blowout"; "knw-2214 / europe / ROMANIA-QUAKE (UPDATE 1)"
    gives "ROMANIA-QUAKE".
    """
    line = line.strip("^ ")
    if len(line) > 120:
        return None
    if _ROUTING.search(line):
        tail = re.split(r"\s+/\s+|\s+", re.sub(r"\s*\([^()]*\)", "", line))
        last = re.split(r"\s/\s", re.sub(r"\s*\([^()]*\)\s*$", "", line))[-1] if " / " in line else tail[-1]
        return last if re.search(r"[A-Z]{2,}[-/][A-Z]", last) else None
    return re.split(r",\s", line)[0] if _KEYWORDS.match(line) else None


def is_lead(line: str) -> bool:
    """Whether a slug or note says that this is a further version ("1st Ld-Writethru", "UPDATE 3")."""
    return _LEAD.search(line) is not None


def is_pickup(line: str) -> bool:
    """Whether a line says where a further take goes on ("^BRUSSELS: an ultimatum."): words of the take before."""
    return _PICKUP.match(line) is not None
