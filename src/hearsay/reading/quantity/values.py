"""Where a quantity stands in a run of words and what it is worth, before its bounds and its unit are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.reading.quantity import lexicon, numerals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.model.reading import Modifier
    from hearsay.reading.timex.tokens import Token

Value = int | float
# Words, beside numbers and the like, with which a quantity can begin.
OPENERS = frozenset({*lexicon.SYMBOLS, *lexicon.DOLLARS, *lexicon.COUNTERS, *lexicon.MULTIPLES, *lexicon.CODES})
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


def read(words: Sequence[Token], at: int) -> Amount | None:
    """The quantity that begins at a word, or ``None``."""
    for reader in (_share, _multiple, _counter, _money, _range, _number, _nothing):
        amount = reader(words, at)
        if amount is not None:
            return amount
    return None


def _low(words: Sequence[Token], at: int) -> str:
    return words[at].low if 0 <= at < len(words) else ""


def _kind(words: Sequence[Token], at: int) -> str:
    return words[at].kind if 0 <= at < len(words) else ""


def _worth(words: Sequence[Token], at: int) -> Value | None:
    """The number at a word, an article counting as one before a magnitude."""
    if at < len(words) and words[at].kind in _NUMBERS:
        worth = words[at].worth
        return worth if isinstance(worth, int | float) else None
    return None


def _glued(words: Sequence[Token], at: int) -> bool:
    """Whether a word begins where the one before it ends."""
    return 0 < at < len(words) and words[at].start == words[at - 1].end


def _scaled(words: Sequence[Token], at: int, money: bool) -> tuple[Value, int] | None:
    """A number with its magnitude ("3.2bn", "half a million", "a hundred"): value and the word after it."""
    if _low(words, at) in ("a", "half") and _kind(words, at) in ("AN", "HALF"):
        return _a_magnitude(words, at)
    value = _worth(words, at)
    if value is None:
        return None
    after = at + 1
    suffix = _low(words, after)
    factor = numerals.SUFFIXES.get(suffix)
    if (
        factor is not None
        and (money or suffix not in ("m", "b") or _is_count(words, after))
        and (_glued(words, after) or money)
    ):
        return numerals.times(value, factor), after + 1
    if suffix in lexicon.DOZEN and suffix == "dozen":
        return value * lexicon.DOZEN[suffix], after + 1
    return value, after


def _is_count(words: Sequence[Token], suffix: int) -> bool:
    """Whether "5m" counts things (a noun follows) and is not a length."""
    return (
        _glued(words, suffix)
        and _kind(words, suffix + 1) == "OTHER"
        and _low(words, suffix + 1) not in lexicon.STOPPERS
    )


def _a_magnitude(words: Sequence[Token], at: int) -> tuple[Value, int] | None:
    share = 1.0
    if _low(words, at) == "half":
        share, at = 0.5, at + 1
    if _kind(words, at) != "AN":
        return None
    word = _low(words, at + 1)
    factor = numerals.MAGNITUDES.get(word) or (lexicon.DOZEN.get(word) if word == "dozen" else None)
    return (numerals.times(share, factor), at + 2) if factor else None


def _money(words: Sequence[Token], at: int) -> Amount | None:
    """Such as "$22 million", "US$5", "£3.2bn", "$100 billion to $150 billion"."""
    code, number = _symbol(words, at)
    scaled = _scaled(words, number, money=True) if code else None
    if code is None or scaled is None:
        return None
    value, last = scaled
    if _kind(words, last) in ("HYPHEN", "TO"):
        other_code, other = _symbol(words, last + 1)
        upper = _scaled(words, other if other_code else last + 1, money=True)
        if upper is not None and (other_code or _glued(words, last)):
            low = _like(words, value, last, upper)
            if low < upper[0] and not _from(words, at) and _kind(words, at - 1) != "BY":
                return Amount(at, upper[1], low, upper[0], code, modifier="range")
    return Amount(at, last, value, value, code)


def _symbol(words: Sequence[Token], at: int) -> tuple[str | None, int]:
    """The currency that a symbol at a word stands for, and where its number begins."""
    low = _low(words, at)
    if low == "$" and _low(words, at + 1) in lexicon.DOLLARS and _glued(words, at + 1) and _glued(words, at + 2):
        return lexicon.DOLLARS[_low(words, at + 1)], at + 2
    if low in lexicon.SYMBOLS:
        return lexicon.SYMBOLS[low], at + 1
    if low in lexicon.DOLLARS and _low(words, at + 1) == "$" and _glued(words, at + 1):
        return lexicon.DOLLARS[low], at + 2
    if low in lexicon.CODES and words[at].capital and _glued(words, at + 1):
        return low.upper(), at + 1
    return None, at


def _like(words: Sequence[Token], value: Value, last: int, upper: tuple[Value, int]) -> Value:
    """A range's lower number in the magnitude of its upper one: "1.5-2 million", "$1-2bn"."""
    for number, factor in (*numerals.MAGNITUDES.items(), *numerals.SUFFIXES.items()):
        ends = words[upper[1] - 1].low.split()[-1:]
        if ends == [number] and value < 1000 <= upper[0] and value * factor < upper[0] and last:
            return numerals.times(value, factor)
    return value


def _from(words: Sequence[Token], at: int) -> bool:
    """Whether "from" stands before: a change from one number to another is no range."""
    return _kind(words, at - 1) == "FROM" and _low(words, at - 2) not in (
        "range",
        "ranging",
        "ranged",
        "ranges",
        "anywhere",
        "varies",
    )


def _range(words: Sequence[Token], at: int) -> Amount | None:
    """Such as "between 850 and 1,100", "five to seven", "1.5-2 million"."""
    if _kind(words, at) == "BETWEEN":
        return _between(words, at)
    lower = _scaled(words, at, money=False)
    joint = _past_unit(words, lower[1]) if lower else 0
    if lower is None or _kind(words, joint) not in ("HYPHEN", "TO", "OR") or _from(words, at):
        return None
    upper = _scaled(words, joint + 1, money=False)
    if upper is None or _is_score(words, at, lower, upper):
        return None
    low = _like(words, lower[0], joint, upper)
    return Amount(at, upper[1], low, upper[0], modifier="range") if low < upper[0] else None


def _is_score(words: Sequence[Token], at: int, lower: tuple[Value, int], upper: tuple[Value, int]) -> bool:
    """Whether "3-2" is a score, a date or part of a longer number, not a range."""
    if _kind(words, lower[1]) != "HYPHEN":
        return False
    chained = _kind(words, upper[1]) == "HYPHEN" and _worth(words, upper[1] + 1) is not None
    counted = _kind(words, upper[1]) in ("OTHER", "UNITS") or _low(words, upper[1]) in lexicon.PERCENT
    return chained or _kind(words, at - 1) == "HYPHEN" or not counted


def _between(words: Sequence[Token], at: int) -> Amount | None:
    code, number = _symbol(words, at + 1)
    lower = _scaled(words, number, money=code is not None)
    if lower is None:
        return None
    last = _past_unit(words, lower[1])
    if _kind(words, last) != "AND":
        return None
    other, second = _symbol(words, last + 1)
    upper = _scaled(words, second, money=(code or other) is not None)
    if upper is None:
        return None
    low = _like(words, lower[0], last, upper)
    return Amount(at, upper[1], low, upper[0], code or other, modifier="range") if low < upper[0] else None


def _past_unit(words: Sequence[Token], at: int) -> int:
    """The word after "percent", "per cent", "%" or nothing."""
    if _low(words, at) in ("percent", "%", "pct"):
        return at + 1
    return at + 2 if _low(words, at) == "per" and _low(words, at + 1) == "cent" else at


def _number(words: Sequence[Token], at: int) -> Amount | None:
    scaled = _scaled(words, at, money=False)
    return Amount(at, scaled[1], scaled[0], scaled[0]) if scaled else None


def _counter(words: Sequence[Token], at: int) -> Amount | None:
    """Such as "dozens", "tens of thousands", "several hundred", "a few thousand"."""
    start = at
    if _kind(words, at) == "AN" and _kind(words, at + 1) == "FEW":
        at += 1
    if _kind(words, at) == "FEW" and _low(words, at) in ("several", "few", "many"):
        factor = numerals.MAGNITUDES.get(_low(words, at + 1)) or (12 if _low(words, at + 1) == "dozen" else None)
        least = {"several": 2, "few": 2, "many": 2}[_low(words, at)]
        return Amount(start, at + 2, least * factor, None, counter=True) if factor else None
    least_value = lexicon.COUNTERS.get(_low(words, at))
    if least_value is None or (_low(words, at) == "scores" and _kind(words, at + 1) not in ("OF", "MORE")):
        return None
    inner = lexicon.COUNTERS.get(_low(words, at + 2)) if _kind(words, at + 1) == "OF" else None
    if inner is None:
        return None if _low(words, at) == "tens" else Amount(at, at + 1, least_value, None, counter=True)
    factor = inner // 2
    scale = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}.get(_low(words, at), 2)
    return Amount(at, at + 3, scale * factor, None, counter=True)


def _share(words: Sequence[Token], at: int) -> Amount | None:
    """Such as "two-thirds", "a third of", "half of", "three quarters", "one in five", "nine out of ten"."""
    part = _part_of_whole(words, at)
    if part is not None:
        return part
    if _kind(words, at) == "HALF" and _kind(words, at + 1) in ("OF", "THE", "ITS", "THAT", "THIS"):
        return Amount(at, at + 1, 0.5, 0.5, "share")
    over = at + 2 if _kind(words, at + 1) == "HYPHEN" else at + 1
    lower = lexicon.FRACTIONS.get(_low(words, over))
    upper = 1 if _kind(words, at) == "AN" else _worth(words, at)
    if lower is None or upper is None or not isinstance(upper, int) or not 0 < upper < lower:
        return None
    if upper == 1 and _kind(words, over + 1) != "OF" and _kind(words, at) == "AN":
        return None
    value = round(upper / lower, 4)
    return Amount(at, over + 1, value, value, "share")


def _part_of_whole(words: Sequence[Token], at: int) -> Amount | None:
    upper = _worth(words, at)
    if upper is None:
        return None
    over = at + 3 if _low(words, at + 1) == "out" and _kind(words, at + 2) == "OF" else at + 2
    if over == at + 2 and _kind(words, at + 1) != "IN":
        return None
    lower = _worth(words, over)
    if lower is None or not 0 < upper < lower or lower > 1000 or words[over].kind == "YEAR" or upper > 99:
        return None
    value = round(upper / lower, 4)
    return Amount(at, over + 1, value, value, "share")


def _multiple(words: Sequence[Token], at: int) -> Amount | None:
    """Such as "double", "eightfold", "three times", "twice the"."""
    low = _low(words, at)
    value: Value | None = lexicon.MULTIPLES.get(low)
    if value is not None:
        named = _kind(words, at + 1) == "HYPHEN" or (_low(words, at + 1) == "as" and _kind(words, at + 2) == "CAP")
        plain = low not in ("twice", "thrice") or _low(words, at + 1) in ("as", "the", "its", "that", "what", "their")
        plain = plain and not named
        return Amount(at, at + 1, value, value, "times") if plain else None
    value = _worth(words, at)
    if value is not None and _kind(words, at + 1) == "TIMES":
        as_much = _low(words, at + 2) in (
            "as",
            "the",
            "more",
            "over",
            "higher",
            "larger",
            "that",
            "bigger",
            "its",
            "what",
        )
        return Amount(at, at + 2, value, value, "times") if as_much or isinstance(value, float) else None
    return None


def _nothing(words: Sequence[Token], at: int) -> Amount | None:
    """Such as "no deaths": none of what would be counted."""
    if _kind(words, at) == "NO" and _low(words, at + 1) in lexicon.NONE_OF:
        return Amount(at, at + 1, 0, 0)
    return None
