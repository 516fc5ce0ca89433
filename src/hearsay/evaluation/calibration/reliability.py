"""How far confidences can be taken at their word.

bins       ten of equal width; of those in a bin, the mean confidence and the share that is right
expected calibration error
           the mean gap between the two, weighed by what is in each bin (Naeini et al., AAAI 2015)
Brier      the mean squared gap between each confidence and right (1) or wrong (0)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.evaluation.scores import Mean, Ratio, Score, Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

BINS = 10
LEAST = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Judged:
    """One attribution: how sure the reading is of it, and whether the gold has it."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The attributions whose confidence is ``low`` or more and less than ``high`` (1 is in the last)."""

    low: float
    high: float
    confidence: float
    right: Ratio


def bins(judged: Sequence[Judged]) -> tuple[Bin, ...]:
    """The bins that hold something, in order."""
    held: dict[int, list[Judged]] = {}
    for one in judged:
        held.setdefault(min(int(one.confidence * BINS), BINS - 1), []).append(one)
    return tuple(
        Bin(
            at / BINS,
            (at + 1) / BINS,
            sum(one.confidence for one in some) / len(some),
            Ratio(sum(one.right for one in some), len(some)),
        )
        for at, some in sorted(held.items())
    )


def error(judged: Sequence[Judged]) -> float:
    """The expected calibration error; 0 where nothing was judged."""
    gaps = (one.right.of * abs(one.right.value - one.confidence) for one in bins(judged))
    return sum(gaps) / len(judged) if judged else 0.0


def brier(judged: Sequence[Judged]) -> float:
    """The Brier score; 0 where nothing was judged."""
    return sum((one.confidence - one.right) ** 2 for one in judged) / len(judged) if judged else 0.0


def table(judged: Sequence[Judged]) -> dict[str, Score]:
    """The errors, the means, and the share that is right in each bin."""
    size = len(judged) or 1
    rows: dict[str, Score] = {
        "expected calibration error": Mean(error(judged)),
        "Brier score": Mean(brier(judged)),
        "mean confidence": Mean(sum(one.confidence for one in judged) / size),
        "right": Ratio(sum(one.right for one in judged), len(judged)),
    }
    return rows | {
        f"right, of those at {b.low:.1f} to {b.high:.1f} ({b.confidence:.2f})": b.right for b in bins(judged)
    }


def abstaining(judged: Sequence[Judged], gold: int) -> dict[str, Score]:
    """What is left, and right, where the reading is asked to leave out what it is less sure of."""
    rows: dict[str, Score] = {}
    for least in LEAST:
        kept = [one for one in judged if one.confidence >= least]
        rows[f"at least {least:.1f}" if least else "all"] = Tally(sum(one.right for one in kept), len(kept), gold)
    return rows
