"""A peer for clustering: the usual online clustering by TF-IDF, tuned on the very data that it is measured on.

One pass in the order of the files: a text joins the cluster whose centroid it is nearest to by cosine, if it is near
enough, and opens one of its own if not. The document frequencies are those of the measured texts; of all thresholds,
and of raw or logarithmic term frequency, the best by the gold is taken. The figure is the most that this method gives.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from hearsay.evaluation.clusters.bcubed import BCubed, bcubed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_WORD = re.compile(r"[^\W_]+")
_THRESHOLDS = np.arange(0.08, 0.40, 0.01)


def best(texts: Sequence[str], gold: Sequence[str]) -> BCubed:
    """The best score that the method reaches."""
    tables = [vectors(texts, logarithmic=logarithmic) for logarithmic in (False, True)]
    tried = (bcubed(online(table, least), gold) for table in tables for least in _THRESHOLDS)
    return max(tried, key=lambda score: score.value)


def vectors(texts: Sequence[str], *, logarithmic: bool) -> NDArray[np.float64]:
    """The texts as rows of unit length, by their words' frequency and rarity among the texts."""
    bags = [Counter(_WORD.findall(text.casefold())) for text in texts]
    found = Counter(word for bag in bags for word in bag)
    places = {word: at for at, word in enumerate(sorted(found))}
    rows = np.zeros((len(bags), len(places)))
    for row, bag in zip(rows, bags, strict=True):
        times = np.array(list(bag.values()), float)
        row[[places[word] for word in bag]] = 1 + np.log(times) if logarithmic else times
    rows *= np.log(len(bags) / np.array([found[word] for word in places]))
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return rows


def online(rows: NDArray[np.float64], least: float) -> list[int]:
    """The cluster of each row, by one pass."""
    sums, clusters = np.zeros_like(rows), list[int]()
    lengths = np.ones(len(rows))
    count = 0
    for row in rows:
        near = sums[:count] @ row / lengths[:count]
        chosen = int(near.argmax()) if count and near.max() >= least else count
        count = max(count, chosen + 1)
        sums[chosen] += row
        lengths[chosen] = max(float(np.linalg.norm(sums[chosen])), 1e-9)
        clusters.append(chosen)
    return clusters
