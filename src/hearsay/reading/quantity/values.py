"""Where a quantity stands in a run of words and what it is worth, before its bounds and its unit are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.reading.quantity import bounds, lexicon, money, numerals
from hearsay.reading.quantity.scale import Amount, Value, changes, kind_at, like, low_at, scaled, worth_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.reading.timex.tokens import Token

# Words, beside numbers and the like, with which a quantity can begin.
OPENERS = money.OPENERS | lexicon.COUNTERS.keys() | lexicon.MULTIPLES.keys()


# What makes a quantity of the article before it: "a hundred", "a third", "a few thousand", "A$5".
_AFTER_ARTICLES = frozenset(
    {*numerals.MAGNITUDES, *lexicon.DOZEN, *lexicon.FRACTIONS, "few", "several", "many", "half", "-", "$"}
)


def read(words: Sequence[Token], at: int) -> Amount | None:
    """The quantity that begins at a word, or ``None``."""
    if kind_at(words, at) == "AN" and low_at(words, at + 1).partition(" ")[0] not in _AFTER_ARTICLES:
        return None
    for reader in (_share, _multiple, _counter, money.read, _range, _number, _nothing):
        amount = reader(words, at)
        if amount is not None:
            return amount
    return None


def _range(words: Sequence[Token], at: int) -> Amount | None:
    """Such as "between 850 and 1,100", "five to seven", "1.5-2 million"."""
    if kind_at(words, at) == "BETWEEN":
        return _between(words, at)
    lower = scaled(words, at, money=False)
    joint = _past_unit(words, lower[1]) if lower else 0
    joint += kind_at(words, joint) == "HYPHEN" and kind_at(words, joint + 1) == "TO"
    if lower is not None and joint > lower[1] and kind_at(words, joint) == "OR":
        return None  # "17% or 3.3 billion barrels": the same twice
    if lower is None or kind_at(words, joint) not in ("HYPHEN", "TO", "OR"):
        return None
    upper = scaled(words, joint + 1 + (kind_at(words, joint + 1) == "HYPHEN"), money=False)
    if (
        upper is None
        or (changes(words, at) and kind_at(words, _past_unit(words, upper[1])) != "TO")
        or _is_score(words, at, lower, upper)
    ):
        return None
    low = like(words, lower[0], joint, upper)
    return Amount(at, upper[1], low, upper[0], modifier="range") if low < upper[0] else None


def _is_score(words: Sequence[Token], at: int, lower: tuple[Value, int], upper: tuple[Value, int]) -> bool:
    """Whether "3-2" is a score, a date or part of a longer number, not a range."""
    if kind_at(words, lower[1]) != "HYPHEN" or kind_at(words, lower[1] + 1) == "TO":
        return False
    chained = kind_at(words, upper[1]) == "HYPHEN" and worth_at(words, upper[1] + 1) is not None
    after = low_at(words, upper[1])
    counted = kind_at(words, upper[1]) in ("OTHER", "UNITS") or after in lexicon.PERCENT or after in lexicon.MEASURES
    return chained or kind_at(words, at - 1) == "HYPHEN" or not counted


def _between(words: Sequence[Token], at: int) -> Amount | None:
    code, number = money.symbol(words, at + 1)
    lower = scaled(words, number, money=code is not None)
    if lower is None:
        return None
    last = _past_unit(words, lower[1])
    if kind_at(words, last) != "AND":
        return None
    other, second = money.symbol(words, last + 1)
    upper = scaled(words, second, money=(code or other) is not None)
    if upper is None:
        return None
    low = like(words, lower[0], last, upper)
    return Amount(at, upper[1], low, upper[0], code or other, modifier="range") if low < upper[0] else None


def _past_unit(words: Sequence[Token], at: int) -> int:
    """The word after "percent", "per cent", "%" or nothing."""
    if low_at(words, at) in ("percent", "%", "pct"):
        return at + 1
    return at + 2 if low_at(words, at) == "per" and low_at(words, at + 1) == "cent" else at


def _number(words: Sequence[Token], at: int) -> Amount | None:
    found = scaled(words, at, money=False)
    return Amount(at, found[1], found[0], found[0]) if found else None


def _counter(words: Sequence[Token], at: int) -> Amount | None:
    """Such as "dozens", "tens of thousands", "several hundred", "a few thousand"."""
    start = at
    if kind_at(words, at) == "AN" and kind_at(words, at + 1) == "FEW":
        at += 1
    if kind_at(words, at) == "FEW" and low_at(words, at) in ("several", "few", "many"):
        factor = numerals.MAGNITUDES.get(low_at(words, at + 1)) or (12 if low_at(words, at + 1) == "dozen" else None)
        least = {"several": 2, "few": 2, "many": 2}[low_at(words, at)]
        return Amount(start, at + 2, least * factor, None, counter=True) if factor else None
    least_value = lexicon.COUNTERS.get(low_at(words, at))
    if least_value is None or (low_at(words, at) == "scores" and kind_at(words, at + 1) not in ("OF", "MORE")):
        return None
    inner = lexicon.COUNTERS.get(low_at(words, at + 2)) if kind_at(words, at + 1) == "OF" else None
    if inner is None:
        return None if low_at(words, at) == "tens" else Amount(at, at + 1, least_value, None, counter=True)
    factor = inner // 2
    scale = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}.get(low_at(words, at), 2)
    return Amount(at, at + 3, scale * factor, None, counter=True)


def _share(words: Sequence[Token], at: int) -> Amount | None:
    """Such as "two-thirds", "a third of", "half of", "three quarters", "one in five", "nine out of ten"."""
    part = _part_of_whole(words, at)
    if part is not None:
        return part
    if kind_at(words, at) == "HALF" and kind_at(words, at + 1) in ("OF", "THE", "ITS", "THAT", "THIS"):
        return Amount(at, at + 1, 0.5, 0.5, "share")
    over = at + 2 if kind_at(words, at + 1) == "HYPHEN" else at + 1
    lower = lexicon.FRACTIONS.get(low_at(words, over))
    upper = 1 if kind_at(words, at) == "AN" else worth_at(words, at)
    if lower is None or upper is None or not isinstance(upper, int) or not 0 < upper < lower:
        return None
    if kind_at(words, at) == "AN" and kind_at(words, over + 1) != "OF":
        named = kind_at(words, over + 1) in ("HYPHEN", "UNIT")  # "almost a quarter-century"
        if named or not bounds.opens(low_at(words, at - 1)):
            return None  # "a third said": one more
    value = round(upper / lower, 4)
    return Amount(at, over + 1, value, value, "share")


def _part_of_whole(words: Sequence[Token], at: int) -> Amount | None:
    upper = worth_at(words, at)
    if upper is None:
        return None
    over = at + 3 if low_at(words, at + 1) == "out" and kind_at(words, at + 2) == "OF" else at + 2
    if over == at + 2 and kind_at(words, at + 1) != "IN":
        return None
    lower = worth_at(words, over)
    if lower is None or not 0 < upper < lower or lower > 1000 or words[over].kind == "YEAR" or upper > 99:
        return None
    value = round(upper / lower, 4)
    return Amount(at, over + 1, value, value, "share")


_AS_MUCH = frozenset(("as", "the", "more", "over", "higher", "larger", "that", "bigger", "its", "what"))


def _multiple(words: Sequence[Token], at: int) -> Amount | None:
    """Such as "double", "eightfold", "three times", "twice the"."""
    low = low_at(words, at)
    value: Value | None = lexicon.MULTIPLES.get(low)
    if value is not None:
        named = kind_at(words, at + 1) == "HYPHEN" or (
            low_at(words, at + 1) == "as" and kind_at(words, at + 2) == "CAP"
        )
        plain = low not in ("twice", "thrice") or low_at(words, at + 1) in ("as", "the", "its", "that", "what", "their")
        plain = plain and not named
        return Amount(at, at + 1, value, value, "times") if plain else None
    joint, value = kind_at(words, at + 1), worth_at(words, at)
    return _times(words, at, value, joint) if value is not None and joint in _BEFORE_TIMES else None


_BEFORE_TIMES = frozenset({"TIMES", "HYPHEN", "TO", "OR"})


def _times(words: Sequence[Token], at: int, value: Value, joint: str) -> Amount | None:
    """Such as "three times", "two to three times as many", "four-fold"."""
    if joint == "TIMES":
        as_much = low_at(words, at + 2) in _AS_MUCH
        return Amount(at, at + 2, value, value, "times") if as_much or isinstance(value, float) else None
    if joint == "HYPHEN" and low_at(words, at + 2) == "fold":
        return Amount(at, at + 3, value, value, "times")
    upper = worth_at(words, at + 2)
    if upper is None or kind_at(words, at + 3) != "TIMES" or low_at(words, at + 4) not in _AS_MUCH:
        return None
    return Amount(at, at + 4, value, upper, "times", modifier="range") if value < upper else None


def _nothing(words: Sequence[Token], at: int) -> Amount | None:
    """Such as "no deaths": none of what would be counted."""
    if kind_at(words, at) == "NO" and low_at(words, at + 1) in lexicon.NONE_OF:
        return Amount(at, at + 1, 0, 0)
    return None
