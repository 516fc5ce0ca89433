"""Whose copy a report is: agencies by table, agencies that a page itself introduces, and the credit lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hearsay.intake.wire.lexicon import Agency, agencies

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORK = (
    r"\b(?:report(?:ed|ing)|writ(?:ten|ing)|edit(?:ed|ing)|compiled|translated|contribut(?:ed|ions?)|files|inputs?)\b"
    r"\s?(?:by|from|in|to|:)"
)
_SIGN_OFF = re.compile(
    rf"^(?:\(|--?\s|—|–|\*\s|\[).{{0,120}}?{_WORK}"
    r"|^(?:\(|--?\s|—|–)\s?with\b"
    r"|^with\s(?:an?\s)?(?:[\w.’'&-]+\s){0,4}(?:wires?|wire (?:reports?|services?)|agencies|news services?|"
    r"(?:reports?|files|inputs?|reporting) (?:from|by)\b[^.!?]{2,80})\W*$"
    r"|^(?:main|lead|top|cover|header|featured?)\s(?:image|photo|picture)\b[^.!?]{0,20}[:：].{2,60}$"
    rf"|^(?:(?:additional|further|extra|with)\s)?(?:reporting|writing|editing|reported|written|edited)\s(?:by|:)\s"
    r"|^[^.]{3,90}\bcontributed\s(?:from|reporting)\b"
    r"|.{3,250}\bcontributed to this (?:report|story|article)\b"
    r"|.{3,120}\bwith additional reporting (?:by|from)\b"
    r"|^(?:[A-Z][\w’'-]+\s){1,3}[A-Z][\w’'-]+ reported from [A-Z][^.]{2,40}\.$",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"^\W{0,2}(?:sources?|quelle|fuente|fonte|via|credit|with|distributed by|from|来源|來源|출처|"
    r"источник)\s?[:：]\s?(?P<who>[^\n]{2,80})$",
    re.IGNORECASE,
)
_AGENCY_WORD = re.compile(
    r"\b(?:press|news ?wires?|wire|wires|agency|agence|agencia|agenzia|agentur|press association|news service|"
    r"newswires?|telegraph agency|news agency)\b",
    re.IGNORECASE,
)
# What newspapers call themselves, by the titles in the Library of Congress's newspaper directory (public domain).
_OUTLET_WORD = re.compile(
    r"\b(?:times|post|herald|tribune|gazette|courier|chronicle|journal|mercury|observer|register|examiner|"
    r"standard|mail|"
    r"globe|echo|express|telegraph|guardian|independent|daily|news|record|review|ledger|sentinel|argus|bulletin|"
    r"dispatch|enquirer|inquirer|monitor|reporter|advertiser|mirror|beacon|bugle|clarion|magazine|"
    r"messenger|online|patriot|spectator|statesman|transcript|zeitung|radio|tv)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:The\s)?[A-Z][\w’'&-]*(?:\s(?:(?:of|and|for|the|de|&)\s)?[A-Z][\w’'&-]*){0,4}")


@dataclass(frozen=True, slots=True)
class Credited:
    """An agency or partner by its full name, and whether it is a press-release service."""

    name: str
    release: bool = False


def is_sign_off(text: str) -> bool:
    """Whether a paragraph only says who reported, wrote or edited ("(Reporting by …; Editing by …)")."""
    return len(text) <= 320 and _SIGN_OFF.match(text) is not None


def source(text: str) -> str | None:
    """The name in a credit line ("Source: AFP"), or ``None``."""
    found = _SOURCE.match(text)
    return found["who"].strip(" .") if found else None


def known(tag: str) -> Credited | None:
    """The agency of the table with that tag or name."""
    found = _table().get(tag.strip(" .").casefold())
    return Credited(found.name, found.kind == "release") if found else None


def expand(tag: str, names: Iterable[str]) -> str | None:
    """The name among ``names`` that a dateline's tag stands for: by first word or by letters, the closest first.

    "MP" is "Meridian Press", "Kestrel" is "Kestrel Newswire", "NMW" is "Northmark Wire".
    """
    best: tuple[int, str] | None = None
    for name in names:
        rank = _stands_for(tag, name)
        if rank and (best is None or rank > best[0]):
            best = (rank, name)
    return best[1] if best else None


def is_agency(name: str) -> bool:
    """Whether a name says of itself that it is a news agency, or the table knows it."""
    return known(name) is not None or _AGENCY_WORD.search(name) is not None


def is_outlet(name: str) -> bool:
    """Whether a name has a word that newspapers and broadcasters call themselves by."""
    return len(name.split()) >= 2 and (re.match(r"The\s", name) is not None or _OUTLET_WORD.search(name) is not None)


def names(text: str) -> list[str]:
    """Every run of capitalised words in a short text: what may be the name of an agency or outlet."""
    return [found[0] for found in _NAME.finditer(text)]


@cache
def _table() -> dict[str, Agency]:
    return {label.casefold(): agency for agency in agencies() for label in (agency.name, *agency.tags, *agency.also)}


def _stands_for(tag: str, name: str) -> int:
    words = [
        word for word in re.split(r"[\s-]+", name) if word and word.lower() not in ("the", "of", "and", "for", "&")
    ]
    if not words or tag.casefold() == name.casefold():
        return 0
    if words[0].casefold() == tag.casefold() or name.casefold().startswith(tag.casefold() + " "):
        return 4 if is_agency(name) else 3
    if not (tag.isupper() and 2 <= len(tag) <= 6) or len(words) < 2:
        return 0
    if "".join(word[0] for word in words).upper() == tag:
        return 3
    return 2 if _spells(tag, [word.upper() for word in words]) else 0


def _spells(tag: str, words: list[str]) -> bool:
    """Whether the tag takes each word's first letter, and letters within words, in order."""
    rest = tag
    for index, word in enumerate(words):
        if not rest or rest[0] != word[0]:
            return False
        rest = rest[1:]
        following = words[index + 1][0] if index + 1 < len(words) else ""
        at = 1
        while rest and rest[0] != following and (found := word.find(rest[0], at)) >= 0:
            rest, at = rest[1:], found + 1
    return not rest
