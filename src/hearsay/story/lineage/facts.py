"""What a body tells, whatever its words: the names, the figures and the telling words of each sentence.

A rewrite keeps them, in much the same order, when it keeps nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hearsay.story.lineage.body import Body

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*$")
_SCALE = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "b": 1e9, "billion": 1e9,
    "tn": 1e12, "trillion": 1e12, "hundred": 1e2, "dozen": 12.0, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_NUMERALS = {word: float(value) for value, word in enumerate(_ONES)} | {
    word: 10.0 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sept sep oct nov dec".split()
)
_NO_NAMES = _MONTHS | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr prof gen col lt maj capt president prime "
    "minister secretary senator sen rep governor king queen prince pope judge justice sir lord lady the a an i".split()
)
COMMON = frozenset(
    "about above according accord across added adding after again against agency agreed almost along already also "
    "although always among announced another around asked because become before began being below between beyond both "
    "called could country day days declared declined described despite did does doing during each earlier either "
    "enough even ever every expect expected expects far few following for former found friday from further gave give "
    "given going government had has have having held her here high him himself his house how however including into "
    "just keep kept known last late later least left less like long made make makes making many may meanwhile meeting "
    "might month months more most much must near nearly never next not nothing now number off official officials "
    "often once one only other others our out over own paper part people per percent person place put quoted rather "
    "reached read really report reported reporters reports right said same saying says second see seen several she "
    "should show showed since some something soon spoke spokesman spokeswoman statement still such take taken than "
    "that their them then there these they thing things think third this those though three through time times today "
    "together told too took toward towards two under until upon used very want wanted was way week weeks well went "
    "were what when where whether which while who whole whom whose why will with within without would wrote year "
    "years yet you your".split()
)
_LONG = 5
_STEM = 6


Told: TypeAlias = "Mapping[str, float]"
"""The facts of a sentence, each with its weight."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What each sentence of a body tells, each with its weight; ``where`` has the sentences that tell of a thing."""

    told: tuple[Told, ...]
    where: Mapping[str, tuple[int, ...]]


def facts(text: str, body: Body) -> Facts:
    """The facts of a body, sentence by sentence."""
    lower = frozenset(word for word, at in zip(body.words, body.starts, strict=True) if text[at].islower())
    told = tuple(dict(_sentence(text, body, first, stop, lower)) for first, stop in body.sentences)
    where: dict[str, list[int]] = {}
    for position, sentence in enumerate(told):
        for fact in sentence:
            where.setdefault(fact, []).append(position)
    return Facts(told, {fact: tuple(at) for fact, at in where.items()})


def _sentence(text: str, body: Body, first: int, stop: int, lower: frozenset[str]) -> Iterator[tuple[str, float]]:
    at = first
    while at < stop:
        word = body.words[at]
        value, after = number(body.words, at, stop)
        if value is not None:
            if not (body.words[at - 1] in _MONTHS if at > first else False):
                yield _figure(value)
            at = after
            continue
        at += 1
        if text[body.starts[at - 1]].isupper():
            name = word.removesuffix("'s").removesuffix("'")
            if name not in _NO_NAMES and name not in lower and name not in COMMON and len(name) > 1:
                yield f"n:{name}", 1.0
        elif len(word) >= _LONG and word not in COMMON:
            yield f"w:{word[:_STEM]}", 0.25


def number(words: tuple[str, ...], at: int, stop: int) -> tuple[float | None, int]:
    """The number that is written from ``at`` on, in digits or words, and where it ends."""
    value, after = _simple(words[at]), at + 1
    if value is None:
        return None, at
    if (
        after < stop
        and value >= 20
        and value % 10 == 0
        and words[at] in _NUMERALS
        and 0 < _NUMERALS.get(words[after], 0) < 10
    ):
        value, after = value + _NUMERALS[words[after]], after + 1
    while after < stop and words[after] in _SCALE:
        value, after = value * _SCALE[words[after]], after + 1
    return value, after


def _simple(word: str) -> float | None:
    if word in _NUMERALS:
        return _NUMERALS[word]
    if _DIGITS.match(word):
        return _digits(word)
    return None


def _digits(word: str) -> float:
    plain = re.sub(r",(?=\d{3}(?!\d))", "", word).replace(",", ".")
    try:
        return float(plain)
    except ValueError:  # 1.2.3, 24.10.2024
        return float(re.sub(r"\D", "", plain)[:15])


def _figure(value: float) -> tuple[str, float]:
    if 1900 <= value <= 2100 and value == int(value):
        return f"v:{value:.4g}", 0.3  # most likely a year
    digits = len(f"{value:.6g}".replace(".", "").split("e")[0].strip("0"))
    weight = 0.3 if value < 3 else 0.7 if value < 13 and value == int(value) else 1.0 + 0.5 * (digits >= 3)
    return f"v:{value:.4g}", weight
