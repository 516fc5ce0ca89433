"""What is counted: the noun after a number, without a parser.

The head is the first plural among the next few words that are neither verbs nor function words; a measure or a
participle that stands for people ("912 dead") is a head by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.reading.quantity import lexicon
from hearsay.reading.quantity.currencies import KNOWN, NATION_WORDS
from hearsay.reading.timex.lexicon import listed
from hearsay.reading.timex.tense import PAST_FORMS

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
    """A unit's name and the word after its last one; whether it is the thing counted itself."""

    name: str | None
    last: int
    counts: bool = False


def kind(name: str | None) -> str | None:
    """What a unit is for comparing figures: passengers and voters are people, jets aircraft, vessels ships."""
    if name is None or name.isupper():
        return name
    if name in lexicon.PEOPLE or (name.endswith(lexicon.IRREGULAR_ENDS) and name not in lexicon.SINGULAR_MEN):
        return "people"
    return lexicon.SAME.get(name, name)


def read(words: Sequence[Token], at: int, *, one: bool = False) -> Unit | None:
    """The unit whose words begin at ``at``; ``one``: a singular noun will do ("one plaintiff")."""
    if at >= len(words):
        return None
    for reader in (_percent, _currency, _degrees, _strong):
        unit = reader(words, at)
        if unit is not None:
            return unit
    return _head(words, at, one)


def _percent(words: Sequence[Token], at: int) -> Unit | None:
    low = words[at].low
    if low in ("percent", "pct", "pc", "%", "٪"):
        return Unit("percent", at + 1)
    if at + 1 < len(words) and low == "per" and words[at + 1].low == "cent":
        return Unit("percent", at + 2)
    if at + 1 < len(words) and low == "percentage" and words[at + 1].low.startswith("point"):
        return Unit("percentage points", at + 2)
    if at + 1 < len(words) and low == "basis" and words[at + 1].low.startswith("point"):
        return Unit("basis points", at + 2)
    return None


def _currency(words: Sequence[Token], at: int) -> Unit | None:
    """Such as "dollars", "Hong Kong dollars", "Swedish crowns", "EUR", "€"."""
    word = words[at]
    if word.low in KNOWN.signs:
        amount_follows = at + 1 < len(words) and words[at + 1].start == word.end and words[at + 1].low[0].isdigit()
        return None if amount_follows else Unit(KNOWN.signs[word.low], at + 1)
    if word.upper and word.low in KNOWN.codes:
        return Unit(word.low.upper(), at + 1)
    if word.low in KNOWN.names:
        return Unit(KNOWN.names[word.low], at + 1)
    for skip in range(1, NATION_WORDS + 1):
        noun = words[at + skip].low if at + skip < len(words) else ""
        nation = " ".join(each.low for each in words[at : at + skip])
        if nation in KNOWN.nations and (noun in KNOWN.shared or noun in KNOWN.names):
            return Unit(KNOWN.nations[nation], at + skip + 1)
    return None


def is_money(word: Token) -> bool:
    """Whether a word straight after a number names a currency: "500€", "20kr"."""
    return word.low in KNOWN.signs or word.low in KNOWN.names or (word.upper and word.low in KNOWN.codes)


_SCALES = {"celsius": "Celsius", "c": "Celsius", "centigrade": "Celsius", "fahrenheit": "Fahrenheit", "f": "Fahrenheit"}
_WARMTH = listed(
    "temperature temperatures heat heatwave hot hotter warm warmer warming cold colder cool cooler frost mercury highs "
    "lows degrees celsius fahrenheit c f °"
)
_WARMTH_REACH = 16


def _degrees(words: Sequence[Token], at: int) -> Unit | None:
    """Such as "degrees Celsius", "°F", and the "C" of "45C" where warmth is spoken of."""
    last = at + (words[at].low in ("degree", "degrees", "°", "º"))
    scale = _SCALES.get(words[last].low) if last < len(words) else None
    if scale is None or not (words[last].capital or len(words[last].low) > 1):
        return None
    bare = last == at and len(words[at].low) == 1
    return None if bare and not _is_warm(words, at) else Unit(f"degrees {scale}", last + 1)


def _is_warm(words: Sequence[Token], at: int) -> bool:
    """Whether a letter stands straight after its number, in a sentence that speaks of warmth before it."""
    if not at or words[at].start != words[at - 1].end:
        return False
    before = words[max(0, at - _WARMTH_REACH) : at]
    opening = max((place for place, word in enumerate(before) if word.kind == "STOP"), default=-1)
    return any(word.low in _WARMTH for word in before[opening + 1 :])


def is_warmth(words: Sequence[Token], at: int) -> bool:
    """Whether a letter straight after a number is a scale of warmth: "45C"."""
    return _degrees(words, at) is not None


def _strong(words: Sequence[Token], at: int) -> Unit | None:
    """Such as "3,000-strong", "30,000-seat", "7.8-magnitude"."""
    if words[at].kind != "HYPHEN" or at + 1 >= len(words) or words[at].end != words[at + 1].start:
        return None
    word = words[at + 1]
    if word.low in ("percent", "pct"):
        return Unit("percent", at + 2)
    if word.low == "basis" and at + 3 < len(words) and words[at + 3].low == "point":
        return Unit("basis points", at + 4)
    if word.low in ("strong", "member", "person", "man"):
        return Unit("people", at + 2)
    if word.kind in ("OTHER", "CAP") and word.low not in lexicon.STOPPERS and word.low not in ("plus", "odd"):
        return Unit(_measure(word.low) if word.low in lexicon.MEASURES else _plural(word.low), at + 2)
    return None


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun if noun.endswith("s") else f"{noun}es" if noun.endswith(("ch", "sh", "x")) else f"{noun}s"


_WRITTEN = {"foot": "feet", "inch": "inches", "p": "pence"}


def _measure(word: str) -> str:
    """A measure written out is named in the plural; a symbol stays as it is."""
    return _WRITTEN.get(word) or (f"{word}s" if word in lexicon.WRITTEN_OUT else word)


_TORQUE = (["-", "ft"], ["-", "feet"], ["-", "foot"])


def _head(words: Sequence[Token], at: int, one: bool) -> Unit | None:
    if words[at].kind == "OF" and at + 1 < len(words):
        return _of(words, at)
    for place in range(at, min(len(words), at + _REACH)):
        word = words[place]
        if word.low in ("more", "other", "others", "further", "additional", "extra", "new") and word.low != "others":
            continue
        if place > at and word.kind in ("HYPHEN", "ORD", "POSS") and word.start == words[place - 1].end:
            continue
        if place > at and word.kind in ("NUM", "DAYNUM") and words[place - 1].kind == "CAP":
            continue  # "65 Boeing 737 MAX 9 jets"
        if word.low in ("cubic", "square", "sq", "nautical", "metric") and place + 1 < len(words):
            return Unit(f"{word.low} {_measure(words[place + 1].low)}", place + 2)
        if word.low in ("lb", "pound") and [each.low for each in words[place + 1 : place + 3]] in _TORQUE:
            return Unit("pound-feet", place + 3)
        if word.low in lexicon.MEASURES or (place == at and word.low in lexicon.AFFECTED):
            hurt = word.low in lexicon.AFFECTED
            return Unit("people" if hurt else _measure(word.low), place + 1, counts=hurt)
        if word.kind not in _NOMINAL or (word.low in lexicon.STOPPERS and not _ends(words, place)):
            return None
        if word.low == "states" and words[place - 1].low == "united":
            continue
        if is_plural(word) and not _leads_on(words, place):
            return Unit(word.low, place + 1, counts=True)
        if one and word.kind == "OTHER" and not _describes(words, place) and not _is_joined_on(words, place):
            return Unit(word.low, place + 1, counts=True)
    return None


# Ends of words that are no nouns, and words that end a noun phrase without being of it.
_NO_NOUN = ("ed", "ing", "ly", "s")
_AFTER_NOUNS = lexicon.STOPPERS | lexicon.AFFECTED | PAST_FORMS | listed("alone apart again abroad ahead aboard nearby")


def _describes(words: Sequence[Token], place: int) -> bool:
    """Whether a word in the singular only describes the next: "one legal expert", "one fund manager"."""
    after = words[place + 1] if place + 1 < len(words) else None
    if after is None or after.kind != "OTHER" or words[place].low in lexicon.PEOPLE:
        return False
    return after.low not in _AFTER_NOUNS and not after.low.endswith(_NO_NOUN)


def _is_joined_on(words: Sequence[Token], place: int) -> bool:
    """Whether a hyphen joins a word to the next: "one neo-bank"."""
    return place + 1 < len(words) and words[place + 1].kind == "HYPHEN" and words[place + 1].start == words[place].end


def _ends(words: Sequence[Token], place: int) -> bool:
    """Whether a word that is mostly a verb is the noun here, since nothing follows it: "two shows."."""
    after = words[place + 1] if place + 1 < len(words) else None
    return words[place].low == "shows" and (after is None or after.kind in ("STOP", "COMMA", "AND"))


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


def is_plural(word: Token) -> bool:
    """Whether a word looks like a plural noun."""
    low = word.low
    if low in lexicon.IRREGULAR or (low.endswith(lexicon.IRREGULAR_ENDS) and low not in lexicon.SINGULAR_MEN):
        return True
    return (len(low) > 3 or low == "mps") and low.endswith("s") and not low.endswith(("ss", "us", "is", "ous"))


def _leads_on(words: Sequence[Token], place: int) -> bool:
    """Whether the plural only modifies the next one: "sports fans", "crew members"; no verb in "-s" follows it."""
    low = words[place].low
    if place + 1 >= len(words) or (low in lexicon.IRREGULAR and low not in lexicon.COLLECTIVE):
        return False
    after = words[place + 1]
    return after.kind == "OTHER" and is_plural(after) and after.low not in lexicon.STOPPERS
