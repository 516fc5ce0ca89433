"""What is counted, and the tables that show it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from hearsay.evaluation.errors import Miss


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the found are right, how many were found, how many there are: precision, recall and F1."""

    right: float = 0
    found: float = 0
    gold: float = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Right of what was found; 0 where nothing was."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right of what there is; 0 where there is nothing."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def value(self) -> float:
        """F1, the harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold) if self.right else 0.0

    def __str__(self) -> str:
        shown = f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.value:.3f}"
        return f"{shown}   {self.right:g} right, {self.found:g} found, {self.gold:g} gold"


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many of some are right."""

    right: float = 0
    of: float = 0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.right + other.right, self.of + other.of)

    @property
    def value(self) -> float:
        """The share that is right; 0 where there is nothing to be right about."""
        return self.right / self.of if self.of else 0.0

    def __str__(self) -> str:
        return f"{self.value:.3f}   {self.right:g} of {self.of:g}"


@dataclass(frozen=True, slots=True)
class Mean:
    """A figure that is not a count: a mean over documents. ``note`` says over what."""

    value: float
    note: str = ""

    def __str__(self) -> str:
        return f"{self.value:.3f}   {self.note}".rstrip()


Score = Tally | Ratio | Mean


@dataclass(frozen=True, slots=True)
class Section:
    """A table of scores under one heading; one that breaks others down is not ``gated`` by floors."""

    title: str
    rows: Mapping[str, Score]
    gated: bool = True


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture for the docs: the name of its file, what it shows, and the SVG itself."""

    name: str
    title: str
    svg: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a suite measured: tables, misses and plots, and the digest of the data that it was measured on."""

    suite: str
    data_sha256: str
    sections: tuple[Section, ...]
    misses: tuple[Miss, ...] = ()
    plots: tuple[Plot, ...] = ()

    def values(self, *, gated: bool = False) -> dict[str, float]:
        """Every score by ``section / row``, to four places; with ``gated`` those alone that floors hold."""
        chosen = [section for section in self.sections if section.gated or not gated]
        return {f"{s.title} / {name}": round(score.value, 4) for s in chosen for name, score in s.rows.items()}


def tally(found: Iterable[Hashable], gold: Iterable[Hashable]) -> Tally:
    """Counts equal items, each gold item answering for one found item (multisets)."""
    have, want = Counter(found), Counter(gold)
    return Tally((have & want).total(), have.total(), want.total())


def show(result: Result) -> str:
    """The tables of a result, as plain text."""
    lines = [f"{result.suite}   data {result.data_sha256[:12]}"]
    for section in result.sections:
        width = max((len(name) for name in section.rows), default=0)
        lines += ["", section.title, *(f"  {name:<{width}}  {score}" for name, score in section.rows.items())]
    return "\n".join(lines)
