"""How much a word tells of what a report is about: the rarer in English, the more.

The measure is that of text retrieval, the inverse document frequency, with one difference: it must not change as
reports arrive, or the stories of a record would hang on the order of its reports. So it does not count the record's
reports; it follows from a word's rank in a list that ships with the package. By Zipf's law the word of rank ``r`` makes
up about ``1 / 12r`` of running text, which gives the chance that a short report has it, and so its weight.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from hearsay.data import lexicon

_SHARE = 0.08  # of running English text that the commonest word makes up, by Zipf's law
_LENGTH = 50  # words of a report's lead: how common is told apart best where it is asked of short texts
_BEYOND = 30_000  # the rank that stands for every word outside the list
_YEAR = re.compile(r"(?:19|20)\d\d")
_INFLECTED = re.compile(r"(?:ies|es|s|ied|ed|d|ing|ly)$")


@lru_cache(maxsize=_BEYOND)
def of_word(word: str) -> float:
    """The weight of a word in lower case: 0 for the commonest and for a letter, 9 or so for one that no list has."""
    return 0.0 if len(word) == 1 else _weight(_rank(word))


@lru_cache(maxsize=_BEYOND)
def of_name(word: str) -> float:
    """The weight of a word of a name, whose writing is taken as it is; an initial has none."""
    return 0.0 if len(word) == 1 else _weight(_ranks().get(word, _BEYOND))


def of_number(digits: str) -> float:
    """The weight of a number: little for a single figure or a year, more for one that few reports would share."""
    if len(digits) == 1:
        return 1.0
    return 1.5 if _YEAR.fullmatch(digits) else 2.5 + (len(digits) > 2)


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    return {word: rank for rank, word in enumerate(lexicon.load("words", str).split(), start=1)}


def _rank(word: str) -> int:
    """The word's own, or that of the word that it is a form of."""
    ranks = _ranks()
    ending = _INFLECTED.search(word)
    if word in ranks or ending is None:
        return ranks.get(word, _BEYOND)
    stem = word[: ending.start()]
    doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return min(ranks.get(form, _BEYOND) for form in (stem, stem + "e", stem + "y", doubled))


def _weight(rank: int) -> float:
    return -math.log(-math.expm1(-_LENGTH * _SHARE / rank))
