"""How probable it is that two statements are about one proposition: a logistic regression over their likeness.

The weights are trained by ``training/claims.py`` and shipped as ``data/claims.json``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from hearsay.data import lexicon
from hearsay.story.claims import likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from hearsay.story.claims.said import Said


@dataclass(frozen=True, slots=True)
class Weights:
    """``least`` is the log odds from which two groups are merged; ``weights`` has one for each feature."""

    least: float
    weights: dict[str, float]


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights that come with the package."""
    return lexicon.load("claims", Weights)


def log_odds(said: Sequence[Said], speakers: Sequence[str]) -> NDArray[np.float64]:
    """For each pair of statements, the log odds that they belong together."""
    found = likeness.features(said, speakers)
    total = np.zeros((len(said), len(said)), np.float64)
    for name, weight in shipped().weights.items():
        total += weight * found[name]
    return total
