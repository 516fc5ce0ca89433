"""What a body tells, whatever its words: the names, the figures and the telling words of each sentence.

A rewrite keeps them, in much the same order, when it keeps nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from hearsay.story.lineage import lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hearsay.story.lineage.body import Body

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*$")
_PLACES = 40  # sentences of a long text that are looked at for one fact
_TENS = frozenset(word for word, value in lists.NUMERALS.items() if value >= 20)
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
            places = where.setdefault(fact, [])
            if len(places) < _PLACES:
                places.append(position)
    return Facts(told, {fact: tuple(at) for fact, at in where.items()})


def _sentence(text: str, body: Body, first: int, stop: int, lower: frozenset[str]) -> Iterator[tuple[str, float]]:
    at = first
    while at < stop:
        value, after = number(body, at, stop)
        if value is not None:
            if not (at > first and body.words[at - 1] in lists.DATED):
                yield _figure(value, body.words[at])
            at = after
            continue
        if (told := _word(text, body, at, lower)) is not None:
            yield told
        at += 1


def _word(text: str, body: Body, at: int, lower: frozenset[str]) -> tuple[str, float] | None:
    """A name, or the stem of a word that tells something."""
    word = body.words[at]
    if text[body.starts[at]].isupper():
        name = word.removesuffix("'s").removesuffix("'")
        named = len(name) > 1 and name not in lists.UNNAMED and name not in lower and name not in lists.COMMON
        return (f"n:{name}", 1.0) if named else None
    return (f"w:{word[:_STEM]}", 0.25) if len(word) >= _LONG and word not in lists.COMMON else None


def number(body: Body, at: int, stop: int) -> tuple[float | None, int]:
    """The number that is written from the word ``at`` on, in digits or words, and the word after it."""
    words = body.words
    value, after = _simple(words[at]), at + 1
    if value is None:
        return None, at
    if after < stop and words[at] in _TENS and 0 < lists.NUMERALS.get(words[after], 0) < 10:
        value, after = value + lists.NUMERALS[words[after]], after + 1
    while after < stop and words[after] in lists.SCALE and (len(words[after]) > 1 or _glued(body, after)):
        value, after = value * lists.SCALE[words[after]], after + 1
    return value, after


def _glued(body: Body, at: int) -> bool:
    """Whether a word stands right behind the one before it, as the letter of "3m" does."""
    return body.ends[at - 1] == body.starts[at]


def _simple(word: str) -> float | None:
    if word in lists.NUMERALS:
        return lists.NUMERALS[word]
    if _DIGITS.match(word):
        return _digits(word)
    return None


def _digits(word: str) -> float:
    plain = re.sub(r",(?=\d{3}(?!\d))", "", word).replace(",", ".")
    try:
        return float(plain)
    except ValueError:  # 1.2.3, 24.10.2024
        return float(re.sub(r"\D", "", plain)[:15])


def _figure(value: float, written: str) -> tuple[str, float]:
    """A figure, and what it weighs: more the less likely it is to be met by chance."""
    if 1900 <= value <= 2100 and written == f"{value:.0f}":
        return f"v:{value:.4g}", 0.3  # most likely a year
    digits = len(f"{value:.6g}".replace(".", "").split("e")[0].strip("0"))
    weight = 0.3 if value < 3 else 0.7 if value < 13 and value == int(value) else 1.0 + 0.5 * (digits >= 3)
    return f"v:{value:.4g}", weight
