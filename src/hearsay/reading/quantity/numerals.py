"""Numbers in words and digits: from words of a text to values.

A numeral is digits ("3,000", "1.5", "3.2bn"), words ("twenty-five", "two hundred and six"), digits with a magnitude
("4.5 million", "10m" beside a currency), a fraction ("two-thirds", "half", "1 1/2") or any of them joined.
"""

from __future__ import annotations

import re

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MAGNITUDES = {
    "hundred": 100, "thousand": 1_000, "lakh": 10**5, "lakhs": 10**5, "million": 10**6, "crore": 10**7, "crores": 10**7,
    "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
# Short forms, as newspapers write them beside a currency or straight after the digits (the Guardian, FT and BBC style
# guides: m, bn, tn; American papers: K, M, B, T).
SUFFIXES = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "cr": 10**7, "bn": 10**9, "b": 10**9, "tn": 10**12,
    "trn": 10**12, "t": 10**12,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

_LONGEST = 24
# Thousands by commas, as in English and (by twos) Indian copy; by points or spaces, as on the Continent. A single point
# with three noughts behind it marks thousands too: nobody measures to "1.000".
_DIGITS = re.compile(r"\d{1,3}(?:,\d\d)*,\d{3}(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_CONTINENTAL = re.compile(r"\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+|\d{1,3}(?:\.\d{3}){2,}|[1-9]\d{0,2}\.000")


def digits(word: str) -> int | float | None:
    """The value of a number in digits with optional marks between the thousands.

    ``None`` where it is none, or has more digits than any quantity that news reports.
    """
    if len(word) > _LONGEST:
        return None
    if _CONTINENTAL.fullmatch(word):
        return int(re.sub(r"\D", "", word))
    if not _DIGITS.fullmatch(word):
        return None
    plain = word.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def simple(word: str) -> int | None:
    """The value of one number word below a hundred (lower case), or ``None``."""
    value = ONES.get(word)
    return TENS.get(word) if value is None else value


def times(number: float, factor: float) -> int | float:
    """``number × factor`` without the tail that binary fractions leave: 1.1 million is 1,100,000."""
    product = round(number * factor, 6)
    return int(product) if product == int(product) else product


_GLYPHS = {"¼": 0.25, "½": 0.5, "¾": 0.75}


def fraction(word: str) -> float | None:
    """The value of "1 1/2", "3/4" or "2½"; ``None`` where the lower figure is zero."""
    if word[-1] in _GLYPHS:
        return float(word[:-1] or 0) + _GLYPHS[word[-1]]
    whole, _, part = word.replace("-", " ").rpartition(" ")
    upper, _, lower = part.partition("/")
    return float(whole or 0) + int(upper) / int(lower) if int(lower) else None
