"""A number with its magnitude in a run of words: what every form of quantity is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.reading.quantity import lexicon, numerals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.model.reading import Modifier
    from hearsay.reading.timex.tokens import Token

Value = int | float
_NUMBERS = ("NUM", "DAYNUM", "YEAR")


@dataclass(frozen=True, slots=True)
class Amount:
    """The words ``[first, last)`` and their value; ``high`` differs from ``low`` in a range.

    ``unit`` is set where the words themselves say it: a currency, "percent", "share", "times". ``counter`` marks
    "dozens" and the like, which give only a least value.
    """

    first: int
    last: int
    low: Value
    high: Value | None
    unit: str | None = None
    counter: bool = False
    modifier: Modifier | None = None


def low_at(words: Sequence[Token], at: int) -> str:
    """The word at a place in small letters; empty beyond the ends."""
    return words[at].low if 0 <= at < len(words) else ""


def kind_at(words: Sequence[Token], at: int) -> str:
    """The class of the word at a place; empty beyond the ends."""
    return words[at].kind if 0 <= at < len(words) else ""


def worth_at(words: Sequence[Token], at: int) -> Value | None:
    """The number at a word, an article counting as one before a magnitude."""
    if at < len(words) and words[at].kind in _NUMBERS:
        worth = words[at].worth
        return worth if isinstance(worth, int | float) else None
    return None


def glued_at(words: Sequence[Token], at: int) -> bool:
    """Whether a word begins where the one before it ends."""
    return 0 < at < len(words) and words[at].start == words[at - 1].end


def scaled(words: Sequence[Token], at: int, *, money: bool) -> tuple[Value, int] | None:
    """A number with its magnitude ("3.2bn", "half a million", "a hundred"): value and the word after it."""
    if low_at(words, at) in ("a", "half") and kind_at(words, at) in ("AN", "HALF"):
        return _a_magnitude(words, at)
    value = worth_at(words, at)
    if value is None:
        return None
    value, after = _and_a_half(words, at, value)
    if after > at + 1 and low_at(words, after) in numerals.MAGNITUDES:
        return numerals.times(value, numerals.MAGNITUDES[low_at(words, after)]), after + 1
    suffix = low_at(words, after)
    factor = numerals.SUFFIXES.get(suffix)
    if factor is not None and (money or (glued_at(words, after) and _is_magnitude(words, after))):
        return numerals.times(value, factor), after + 1
    if suffix in lexicon.DOZEN and suffix == "dozen":
        return value * lexicon.DOZEN[suffix], after + 1
    return value, after


_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}


def _and_a_half(words: Sequence[Token], at: int, value: Value) -> tuple[Value, int]:
    """The number with a part behind it ("two and a half", "five-and-a-half"), and the word after it."""
    if kind_at(words, at + 1) not in ("AND", "HYPHEN"):
        return value, at + 1
    spoken = [place for place in range(at + 1, min(at + 8, len(words))) if words[place].kind != "HYPHEN"][:3]
    part = _PARTS.get(words[spoken[2]].low) if len(spoken) == 3 else None
    if part is None or [words[place].kind for place in spoken[:2]] != ["AND", "AN"]:
        return value, at + 1
    return value + part, spoken[2] + 1


# Suffixes that are measures too, without money before them.
_MEASURES = frozenset(("m", "b", "t", "mil"))


def _is_magnitude(words: Sequence[Token], suffix: int) -> bool:
    """Whether the "m" of "5m" counts things (a noun follows) and is no length."""
    if low_at(words, suffix) not in _MEASURES:
        return True
    return kind_at(words, suffix + 1) == "OTHER" and low_at(words, suffix + 1) not in lexicon.STOPPERS


def _a_magnitude(words: Sequence[Token], at: int) -> tuple[Value, int] | None:
    share = 1.0
    if low_at(words, at) == "half":
        share, at = 0.5, at + 1
    if kind_at(words, at) != "AN":
        return None
    word = low_at(words, at + 1)
    spoken = word.partition(" ")[0] in numerals.MAGNITUDES  # "a hundred thousand" is one word
    factor = worth_at(words, at + 1) if spoken else lexicon.DOZEN["dozen"] if word == "dozen" else None
    return (numerals.times(share, factor), at + 2) if factor else None


def like(words: Sequence[Token], value: Value, last: int, upper: tuple[Value, int]) -> Value:
    """A range's lower number in the magnitude of its upper one: "1.5-2 million", "$1-2bn"."""
    for number, factor in (*numerals.MAGNITUDES.items(), *numerals.SUFFIXES.items()):
        ends = words[upper[1] - 1].low.split()[-1:]
        if ends == [number] and value < 1000 <= upper[0] and value * factor < upper[0] and last:
            return numerals.times(value, factor)
    return value


_RANGING = frozenset(("range", "ranging", "ranged", "ranges", "anywhere", "varies"))


def changes(words: Sequence[Token], at: int) -> bool:
    """Whether "from" stands before: a change from one number to another is no range."""
    return kind_at(words, at - 1) == "FROM" and low_at(words, at - 2) not in _RANGING
