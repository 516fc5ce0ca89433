"""How alike reports are: by all that they speak of, by what they lead with, and by how near their days are.

Likeness of two reports is a pure function of the two. Both parts of it are cosines of weighted terms: the first of all
terms, the second of the leads alone, where two reports on different events that share names and places differ most.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from hearsay.story.clusters.features import Features

_LEAD = 0.5  # what likeness of leads counts, beside that of all
_NAMED, _NAMED_SHARE = 2, 0.125  # names or numbers that a copy has from its source
_NEAR, _FAR, _LOSS = 14, 120, 0.5  # up to so many days apart nothing is lost, from so many on this share
_AT_HAND = 2000  # reports whose weights are kept: a new one is compared with hundreds, and the next with most of them


@dataclass(frozen=True, slots=True)
class Alike:
    """The likeness of some reports, each with each: ``whole``, and by ``all`` terms and by ``names`` alone."""

    whole: NDArray[np.float64]
    all: NDArray[np.float64]
    names: NDArray[np.float64]


def similarity(a: Features, b: Features) -> float:
    """How alike two reports are: 0 where they share nothing, up to 1.5 for a report and itself."""
    whole = sum(x * y for x, y in _shared(_all(a), _all(b)))
    lead = sum(x * y for x, y in _shared(_lead(a), _lead(b)))
    return (whole + _LEAD * lead) * _nearness(a.day, b.day)


def name_alike(a: Features, b: Features) -> bool:
    """Whether two reports have names or numbers in common, as a copy and its source do and two filled-in forms do not.

    An eighth of those that the report with fewer has is asked for, and two, or all where it has but one.
    """
    ours, theirs = ({term.word for term in one.terms if term.kind != "w"} for one in (a, b))
    fewer = min(len(ours), len(theirs))
    return len(ours & theirs) >= max(_NAMED_SHARE * fewer, min(_NAMED, fewer))


def alike(features: Sequence[Features]) -> Alike:
    """The likeness of all pairs of some reports."""
    every, names = _cosines([_all(one) for one in features]), _cosines([_names(one) for one in features])
    leads = _cosines([_lead(one) for one in features])
    return Alike((every + _LEAD * leads) * _nearnesses([one.day for one in features]), every, names)


@lru_cache(maxsize=_AT_HAND)
def _all(one: Features) -> Mapping[str, float]:
    return _unit({term.word: term.weight for term in one.terms})


@lru_cache(maxsize=_AT_HAND)
def _lead(one: Features) -> Mapping[str, float]:
    return _unit({term.word: (1 + math.log(term.lead)) * term.rarity for term in one.terms if term.lead})


@lru_cache(maxsize=_AT_HAND)
def _names(one: Features) -> Mapping[str, float]:
    return _unit({term.word: term.weight for term in one.terms if term.kind == "n"})


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def _shared(a: Mapping[str, float], b: Mapping[str, float]) -> Iterable[tuple[float, float]]:
    return ((a[word], b[word]) for word in sorted(a.keys() & b.keys()))


def _cosines(vectors: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
    places = {word: at for at, word in enumerate(sorted({word for vector in vectors for word in vector}))}
    table = np.zeros((len(vectors), len(places)))
    for row, vector in enumerate(vectors):
        table[row, [places[word] for word in vector]] = list(vector.values())
    cosines: NDArray[np.float64] = table @ table.T
    return cosines


def _nearness(a: str | None, b: str | None) -> float:
    if a is None or b is None:
        return 1.0
    apart = abs(date.fromisoformat(a).toordinal() - date.fromisoformat(b).toordinal())
    return 1 - _LOSS * min(1.0, max(0, apart - _NEAR) / (_FAR - _NEAR))


def _nearnesses(days: Sequence[str | None]) -> NDArray[np.float64]:
    ordinals = np.array([date.fromisoformat(day).toordinal() if day else np.nan for day in days])
    apart = np.abs(ordinals[:, None] - ordinals[None, :])
    near: NDArray[np.float64] = 1 - _LOSS * np.nan_to_num(np.clip((apart - _NEAR) / (_FAR - _NEAR), 0, 1))
    return near
