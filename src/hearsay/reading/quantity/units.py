"""What is counted: the noun after a number, without a parser.

The head is the first plural among the next few words that are neither verbs nor function words; a measure or a
participle that stands for people ("912 dead") is a head by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.reading.quantity import lexicon
from hearsay.reading.timex.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.reading.timex.tokens import Token

_REACH = 6
_NOMINAL = listed(
    "OTHER CAP LATE WHOLE UNITS UNIT MID ORD RECENT PARTDAY NIGHT WEEKDAY OLD LONG CURRENT FISCAL TIME BUSINESS "
    "MONTH PERIOD"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's name and the word after its last one."""

    name: str | None
    last: int


def read(words: Sequence[Token], at: int, *, one: bool = False) -> Unit | None:
    """The unit whose words begin at ``at``; ``one``: a singular noun will do ("one plaintiff")."""
    if at >= len(words):
        return None
    return _percent(words, at) or _currency(words, at) or _strong(words, at) or _head(words, at, one)


def _percent(words: Sequence[Token], at: int) -> Unit | None:
    low = words[at].low
    if low in ("percent", "pct", "%"):
        return Unit("percent", at + 1)
    if at + 1 < len(words) and low == "per" and words[at + 1].low == "cent":
        return Unit("percent", at + 2)
    if at + 1 < len(words) and low == "percentage" and words[at + 1].low.startswith("point"):
        return Unit("percentage points", at + 2)
    return None


def _currency(words: Sequence[Token], at: int) -> Unit | None:
    for skip in (0, 1):
        word = words[at + skip] if at + skip < len(words) else None
        if word is not None and word.low in lexicon.CURRENCIES and (not skip or words[at].capital):
            nation = words[at].low if skip else ""
            code = lexicon.NATIONAL.get((nation, word.low), lexicon.CURRENCIES[word.low])
            return Unit(code, at + skip + 1)
    return None


def _strong(words: Sequence[Token], at: int) -> Unit | None:
    """Such as "3,000-strong", "30,000-seat", "7.8-magnitude"."""
    if words[at].kind != "HYPHEN" or at + 1 >= len(words) or words[at].end != words[at + 1].start:
        return None
    word = words[at + 1]
    if word.low in ("strong", "member", "person", "man"):
        return Unit("people", at + 2)
    if word.kind == "OTHER" and word.low not in lexicon.STOPPERS and word.low not in ("plus", "odd"):
        return Unit(_measure(word.low) if word.low in lexicon.MEASURES else _plural(word.low), at + 2)
    return None


def _plural(noun: str) -> str:
    return noun if noun.endswith("s") else f"{noun}s"


def _measure(word: str) -> str:
    """A measure written out is named in the plural; a symbol stays as it is."""
    return "feet" if word == "foot" else f"{word}s" if word in lexicon.WRITTEN_OUT else word


def _head(words: Sequence[Token], at: int, one: bool) -> Unit | None:
    if words[at].kind == "OF" and at + 1 < len(words):
        return _of(words, at)
    for place in range(at, min(len(words), at + _REACH)):
        word = words[place]
        if word.low in ("more", "other", "others", "further", "additional", "extra", "new") and word.low != "others":
            continue
        if place > at and word.kind in ("HYPHEN", "ORD", "POSS") and word.start == words[place - 1].end:
            continue
        if word.low in ("cubic", "square", "nautical", "metric") and place + 1 < len(words):
            return Unit(f"{word.low} {words[place + 1].low}", place + 2)
        if word.low in lexicon.MEASURES or (place == at and word.low in lexicon.AFFECTED):
            return Unit("people" if word.low in lexicon.AFFECTED else _measure(word.low), place + 1)
        if word.kind not in _NOMINAL or word.low in lexicon.STOPPERS:
            return None
        if _is_plural(word) and not _leads_on(words, place):
            return Unit(word.low, place + 1)
        if one and word.kind == "OTHER":
            return Unit(word.low, place + 1)
    return None


def _of(words: Sequence[Token], at: int) -> Unit | None:
    """The whole that a number is part of: "five of the 20 jets", "two of them"."""
    place = at + 1
    while place < len(words) and words[place].kind in ("THE", "ITS", "THIS", "THAT", "NUM", "DAYNUM"):
        place += 1
    if place == at + 1 or place >= len(words):
        pronoun = place < len(words) and words[place].low in ("them", "whom", "which")
        return Unit(None, at + 2) if pronoun else None
    whole = _head(words, place, one=False) if words[place].kind != "OF" else None
    return Unit(whole.name, at) if whole else None


def _is_plural(word: Token) -> bool:
    low = word.low
    if low in lexicon.IRREGULAR or (low.endswith(lexicon.IRREGULAR_ENDS) and low not in lexicon.SINGULAR_MEN):
        return True
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "ous"))


def _leads_on(words: Sequence[Token], place: int) -> bool:
    """Whether the plural only modifies the next one: "sports fans", "crew members"; no verb in "-s" follows it."""
    low = words[place].low
    if place + 1 >= len(words) or (low in lexicon.IRREGULAR and low not in lexicon.COLLECTIVE):
        return False
    after = words[place + 1]
    return after.kind == "OTHER" and _is_plural(after) and after.low not in lexicon.STOPPERS
