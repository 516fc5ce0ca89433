"""Whether one body retells another in its own words: the same facts beside each other, in the same order.

Two reporters at one event have the same names and figures too. What tells a rewrite is that it has little else: few
names or figures that the other does not have, and no quoted words of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hearsay.story.lineage.facts import Facts

_SAID = 1.0  # weight below which a sentence tells too little to be looked for
_FOUND = 0.4  # of a sentence's weight
_FOUND_LEAST = 1.5
STRONG = 0.7
"""The weight from which a fact is a name or a telling figure, not a word."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """How much of a body another accounts for.

    ``cover`` is the part of what its sentences tell that stands together in the other; ``found`` the part of its
    sentences, by weight, of which a good deal stands there; ``order`` the part of those that follow in the same order.
    ``kept`` is the part of its names and figures that the other has anywhere, ``common`` how many of them stand in
    ``pairs``, the sentences that belong together.
    """

    cover: float
    found: float
    order: float
    kept: float
    common: int
    pairs: tuple[tuple[int, int], ...]

    @property
    def score(self) -> float:
        """One figure, 0 to 1, that is high where all three are."""
        return float((self.cover * self.found * self.order) ** (1 / 3))

    @property
    def likeness(self) -> float:
        """The score and what was kept, 0 to 2: what decides."""
        return self.score + self.kept


def retelling(a: Facts, b: Facts, only: Iterable[int] | None = None) -> Retelling:
    """How much of ``a`` (of its sentences ``only``) the body ``b`` accounts for."""
    total = cover = found = 0.0
    pairs: list[tuple[int, int]] = []
    for position in range(len(a.told)) if only is None else only:
        told = a.told[position]
        weight = sum(told.values())
        if weight < _SAID:
            continue
        total += weight
        most, at = best(told, b)
        cover += most
        if most >= _FOUND * weight and most >= _FOUND_LEAST:
            found += weight
            pairs.append((position, at))
    if not total:
        return Retelling(0.0, 0.0, 0.0, 0.0, 0, ())
    return Retelling(cover / total, found / total, _order(pairs), _kept(a, b), _common(pairs, a, b), tuple(pairs))


def _kept(a: Facts, b: Facts) -> float:
    """The part of the names and figures of ``a``, by weight, that ``b`` has anywhere."""
    strong = {fact: weight for told in a.told for fact, weight in told.items() if weight >= STRONG}
    return sum(weight for fact, weight in strong.items() if fact in b.where) / (sum(strong.values()) or 1.0)


def _common(pairs: Iterable[tuple[int, int]], a: Facts, b: Facts) -> int:
    """How many names and figures stand in both sentences of a pair, or beside the one of ``b``; each once."""
    found = {
        fact
        for one, other in pairs
        for fact, weight in a.told[one].items()
        if weight >= STRONG and any(abs(place - other) <= 1 for place in b.where.get(fact, ()))
    }
    return len(found)


def best(told: Mapping[str, float], b: Facts) -> tuple[float, int]:
    """The most that two sentences in a row of ``b`` tell of it, and the one of the two that tells more."""
    alone: dict[int, float] = {}
    both: dict[int, float] = {}
    for fact, weight in told.items():
        places = b.where.get(fact, ())
        for place in places:
            alone[place] = alone.get(place, 0.0) + weight
        for place in {*places, *(place - 1 for place in places)}:
            both[place] = both.get(place, 0.0) + weight
    if not both:
        return 0.0, 0
    place = max(both, key=lambda at: (both[at], alone.get(at, 0.0), -at))
    return both[place], place if alone.get(place, 0.0) >= alone.get(place + 1, 0.0) else place + 1


def _order(pairs: list[tuple[int, int]]) -> float:
    """The part of the pairs that follow the one before them, give or take a sentence."""
    steps = [(one[1], two[1]) for one, two in pairwise(pairs)]
    return sum(after >= before - 1 for before, after in steps) / len(steps) if steps else 0.0
