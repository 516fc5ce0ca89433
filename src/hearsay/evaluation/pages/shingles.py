"""Body against body, as article-extraction-benchmark counts (its ``evaluate.py``): four-word shingles, and exactness.

The counts of a page are shares of all its shingles, so that long pages weigh no more than short ones; precision and
recall are means over the pages, and F1 is taken of the two means.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from hearsay.evaluation.scores import Mean, Ratio, Score

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\w+")
N = 4


def words(text: str) -> list[str]:
    """The words of a text, as the benchmark cuts them."""
    return _WORD.findall(text)


def shares(gold: str, found: str) -> tuple[float, float, float]:
    """Shares of right, wrongly found and missed shingles in all shingles of both; zeros where both are empty."""
    want, have = _shingles(gold), _shingles(found)
    counts = ((want & have).total(), (have - want).total(), (want - have).total())
    total = sum(counts)
    right, spare, lost = (count / total if total else 0.0 for count in counts)
    return right, spare, lost


def scores(pairs: Sequence[tuple[str, str]]) -> dict[str, Score]:
    """F1, precision, recall and exactness over pairs of gold and found bodies."""
    counted = [shares(gold, found) for gold, found in pairs]
    precision = _mean([right / (right + spare) for right, spare, _ in counted if right + spare])
    recall = _mean([right / (right + lost) for right, _, lost in counted if right + lost])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    note = f"{len(pairs)} pages"
    exact = Ratio(sum(words(gold) == words(found) for gold, found in pairs), len(pairs))
    means: dict[str, Score] = {"body precision": Mean(precision), "body recall": Mean(recall)}
    return {"body F1": Mean(f1, note), **means, "body exact": exact}


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    cut = words(text)
    return Counter(tuple(cut[at : at + N]) for at in range(max(1, len(cut) - N + 1)) if cut)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
