"""How well a partition fits another: B-cubed precision, recall and F1 (Bagga and Baldwin, 1998).

For each item, the share of its group that belongs with it, and the share of what belongs with it that is in its group;
the means of both over some items, and their harmonic mean.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.evaluation.scores import Mean

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence


@dataclass(frozen=True, slots=True)
class BCubed:
    """The means over ``items`` items; 0 where there are none."""

    precision: float
    recall: float
    items: int

    @property
    def value(self) -> float:
        """F1, the harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def score(self) -> Mean:
        """As a row of a table."""
        return Mean(self.value, f"P {self.precision:.3f}  R {self.recall:.3f}   over {self.items} reports")


def bcubed(found: Sequence[Hashable], gold: Sequence[Hashable], items: Iterable[int] | None = None) -> BCubed:
    """The scores of some items (all, where none are named) in a partition of all of them."""
    groups, stories, both = Counter(found), Counter(gold), Counter(zip(found, gold, strict=True))
    chosen = range(len(found)) if items is None else list(items)
    if not chosen:
        return BCubed(0, 0, 0)
    shared = [(both[found[at], gold[at]], groups[found[at]], stories[gold[at]]) for at in chosen]
    precision = sum(common / size for common, size, _ in shared) / len(shared)
    recall = sum(common / size for common, _, size in shared) / len(shared)
    return BCubed(precision, recall, len(shared))
