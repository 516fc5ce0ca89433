"""Money in a run of words: signs and letters beside a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.reading.quantity.currencies import KNOWN
from hearsay.reading.quantity.scale import Amount, changes, glued_at, kind_at, like, low_at, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.reading.timex.tokens import Token

_LETTERS = frozenset({*KNOWN.before, *KNOWN.codes})
# Words with which a sum of money can begin.
OPENERS = frozenset({*KNOWN.signs, *KNOWN.dollars, *_LETTERS, *(each.rstrip("₵¢/=") for each in KNOWN.before)})


def read(words: Sequence[Token], at: int) -> Amount | None:
    """Such as "$22 million", "US$5", "£3.2bn", "Rs 500 crore", "R4bn", "$100 billion to $150 billion"."""
    code, number = symbol(words, at)
    negative = code is not None and kind_at(words, number) == "HYPHEN" and glued_at(words, number + 1)
    number += negative
    lower = scaled(words, number, money=True) if code else None
    if code is None or lower is None or (words[at].low in KNOWN.letters and not _is_sum(words, number, lower[1])):
        return None
    value, last = lower
    if kind_at(words, last) in ("HYPHEN", "TO"):
        other_code, other = symbol(words, last + 1)
        upper = scaled(words, other if other_code else last + 1, money=True)
        if upper is not None and (other_code or glued_at(words, last)):
            low = like(words, value, last, upper)
            if low < upper[0] and not changes(words, at) and kind_at(words, at - 1) != "BY":
                return Amount(at, upper[1], low, upper[0], code, modifier="range")
    return Amount(at, last, -value if negative else value, -value if negative else value, code)


def _is_sum(words: Sequence[Token], number: int, last: int) -> bool:
    """Whether a number after a letter is money: it has a magnitude or a thousands mark ("R4bn", "R1,500")."""
    return last > number + 1 or "," in words[number].low or " " in words[number].low


def symbol(words: Sequence[Token], at: int) -> tuple[str | None, int]:
    """The currency that a symbol at a word stands for, and where its number begins."""
    low = low_at(words, at)
    if low == "$" and low_at(words, at + 1) in KNOWN.dollars and glued_at(words, at + 1) and glued_at(words, at + 2):
        return KNOWN.dollars[low_at(words, at + 1)], at + 2
    if low in KNOWN.signs:
        return KNOWN.signs[low], at + 1
    if low in KNOWN.dollars and low_at(words, at + 1) == "$":
        apart = words[at].upper and len(low) > 1
        return (KNOWN.dollars[low], at + 2) if apart or glued_at(words, at + 1) else (None, at)
    joined = low + low_at(words, at + 1)
    if joined in KNOWN.before and glued_at(words, at + 1):
        return KNOWN.before[joined], at + 2
    if low not in _LETTERS or not (words[at].capital or low == "kr"):
        return None, at
    glued = glued_at(words, at + 1)
    if low in KNOWN.codes and not (words[at].upper or glued):
        return None, at
    if low in KNOWN.letters and not glued:
        return None, at
    stopped = low_at(words, at + 1) == "." and glued
    return KNOWN.before.get(low, low.upper()), at + (2 if stopped else 1)
