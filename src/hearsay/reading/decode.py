"""From tag scores to spans: Viterbi and posteriors of a tag chain, and the rules that tidy a span's edges.

Pure numpy. The chain is a linear-chain CRF (Lafferty, McCallum and Pereira 2001) over BIO tags.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.model.span import Span
from hearsay.reading import quotes

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_FORBIDDEN = -1e4
_EDGE = frozenset(" \t\r\n\xa0,;:-–—")


@dataclass(frozen=True, slots=True)
class Triple:
    """An attribution as the reader finds it. Pieces are in text order; `source` and `content` may be empty.

    `confidence` is the estimated probability that cue, source and content each overlap a true attribution's.
    """

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """Transition scores [s, s] (from, to) and start scores [s] of a tag chain; tag 0 is O."""

    transitions: Floats
    start: Floats


def outside(scores: Floats, mask: Ints) -> Floats:
    """The scores [b, l, s] with nothing but O left where the mask [b, l] is 0."""
    fixed = np.full(scores.shape[2], _FORBIDDEN, dtype=np.float32)
    fixed[0] = 0.0
    return np.where(mask[:, :, None] > 0, scores, fixed).astype(np.float32)


def viterbi(scores: Floats, chain: Chain) -> Ints:
    """The best tag sequence of each row. scores: [b, l, s] → [b, l]."""
    rows, length, _ = scores.shape
    best = scores[:, 0] + chain.start
    back = np.zeros(scores.shape, dtype=np.int64)
    for at in range(1, length):
        paths = best[:, :, None] + chain.transitions
        back[:, at] = paths.argmax(1)
        best = paths.max(1) + scores[:, at]
    tags = np.zeros((rows, length), dtype=np.int64)
    tags[:, -1] = best.argmax(1)
    for at in range(length - 1, 0, -1):
        tags[:, at - 1] = back[np.arange(rows), at, tags[:, at]]
    return tags


def posteriors(scores: Floats, chain: Chain) -> tuple[Floats, Floats]:
    """Probability of each tag [b, l, s], and of each tag given the one before [b, l, s (from), s (to)].

    The second is filled from column 1 on.
    """
    local = np.exp(scores - scores.max(2, keepdims=True)).transpose(1, 0, 2).astype(np.float64)
    step = np.exp(chain.transitions.astype(np.float64))
    length = len(local)
    alpha, beta = np.empty_like(local), np.ones_like(local)
    now = local[0] * np.exp(chain.start.astype(np.float64))
    alpha[0] = now / now.sum(1, keepdims=True)
    for at in range(1, length):
        now = alpha[at - 1] @ step * local[at]
        alpha[at] = now / now.sum(1, keepdims=True)
    for at in range(length - 2, -1, -1):
        now = (beta[at + 1] * local[at + 1]) @ step.T
        beta[at] = now / now.sum(1, keepdims=True)
    both = alpha * beta
    tags = both / both.sum(2, keepdims=True)
    onward = step[None, None] * (beta * local)[:, :, None, :]
    onward = onward / np.maximum(onward.sum(3, keepdims=True), 1e-30)
    return tags.transpose(1, 0, 2).astype(np.float32), onward.transpose(1, 0, 2, 3).astype(np.float32)


def runs(tags: Sequence[int], begin: int) -> list[tuple[int, int]]:
    """The spans (first, stop) of one role in a tag sequence; `begin` is its B tag and `begin + 1` its I tag."""
    found: list[tuple[int, int]] = []
    for at, tag in enumerate(tags):
        if tag == begin:
            found.append((at, at + 1))
        elif tag == begin + 1 and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
    return found
