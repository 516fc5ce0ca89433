"""From tag scores to attributions: posteriors and Viterbi of a tag chain, cues, links, and a confidence for each.

Pure numpy. The chain is a linear-chain CRF over BIO tags (Lafferty, McCallum and Pereira 2001).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hearsay.model.span import Span
from hearsay.reading import edges
from hearsay.reading.windows import Ints, Windows

Floats = NDArray[np.float32]
Pieces = tuple[int, int]  # a range of word pieces, half-open

_FORBIDDEN = -1e4
_CUE, _SOURCE, _CONTENT = 1, 1, 3  # the B tag of each role in its chain; its I tag is the next
_LONGEST_CUE = 24  # word pieces


@dataclass(frozen=True, slots=True)
class Triple:
    """An attribution as the reader finds it. Pieces are in text order; `source` and `content` may be empty.

    `confidence` is the estimated probability that cue, source and content each overlap a true attribution's.
    """

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as a range of word pieces, with the probability that there is a cue at this place."""

    first: int
    stop: int
    probability: float


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """Transition scores [s, s] (from, to) and start scores [s] of a tag chain; tag 0 is O."""

    transitions: Floats
    start: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Settings:
    """What was learned or tuned together with the weights (`reader.json`)."""

    cue_chain: Chain
    link_chain: Chain
    width: int  # of a piece's link state
    presence: float  # least probability of a cue
    least: float  # least confidence of an attribution
    calibration: tuple[float, float, float]  # bias, weight of the cue's log odds, weight of the links' log odds

    @classmethod
    def parse(cls, raw: Mapping[str, Any]) -> "Settings":
        """From the parsed JSON."""
        chains = [
            Chain(np.array(raw[name]["transitions"], dtype=np.float32), np.array(raw[name]["start"], dtype=np.float32))
            for name in ("cue_chain", "link_chain")
        ]
        bias, cue, links = raw["calibration"]
        return cls(chains[0], chains[1], raw["width"], raw["presence"], raw["least"], (bias, cue, links))


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


@dataclass(frozen=True, slots=True, eq=False)
class Messages:
    """Forward and backward messages of a chain and its local factors, each [l, b, s] and rescaled at each step."""

    alpha: NDArray[np.float64]
    beta: NDArray[np.float64]
    local: NDArray[np.float64]


def posteriors(passed: Messages) -> Floats:
    """Probability of each tag → [b, l, s]."""
    both = passed.alpha * passed.beta
    tags: Floats = (both / both.sum(2, keepdims=True)).transpose(1, 0, 2).astype(np.float32)
    return tags


def continuations(passed: Messages, chain: Chain, rows: Sequence[int]) -> Floats:
    """Probability, in some rows, of each tag given the one before → [r, l, s (from), s (to)], from column 1 on."""
    ahead = (passed.beta * passed.local)[:, rows]
    onward = np.exp(chain.transitions.astype(np.float64)) * ahead[:, :, None, :]
    onward /= np.maximum(onward.sum(3, keepdims=True), 1e-30)
    out: Floats = onward.transpose(1, 0, 2, 3).astype(np.float32)
    return out


def messages(scores: Floats, chain: Chain) -> Messages:
    """What the columns before and after each column say of its tags. scores: [b, l, s]."""
    local = np.exp(scores - scores.max(2, keepdims=True)).transpose(1, 0, 2).astype(np.float64)
    step = np.exp(chain.transitions.astype(np.float64))
    alpha, beta = np.empty_like(local), np.ones_like(local)
    now = local[0] * np.exp(chain.start.astype(np.float64))
    alpha[0] = now / now.sum(1, keepdims=True)
    for at in range(1, len(local)):
        now = alpha[at - 1] @ step * local[at]
        alpha[at] = now / now.sum(1, keepdims=True)
    for at in range(len(local) - 2, -1, -1):
        now = (beta[at + 1] * local[at + 1]) @ step.T
        beta[at] = now / now.sum(1, keepdims=True)
    return Messages(alpha, beta, local)


def runs(tags: Sequence[int], begin: int) -> list[Pieces]:
    """The ranges of one role in a tag sequence; `begin` is its B tag and `begin + 1` its I tag."""
    found: list[Pieces] = []
    for at, tag in enumerate(tags):
        if tag == begin:
            found.append((at, at + 1))
        elif tag == begin + 1 and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
    return found


def cues(scores: Floats, pieces: Ints, settings: Settings) -> list[Cue]:
    """The cues in some windows. scores: [w, l, 3]; pieces: [w, l] index of each column's piece, -1 for none.

    Among overlapping candidates the most probable exact span is taken; it is kept if a cue at this place, whatever its
    exact extent, is probable enough.
    """
    passed = messages(scores, settings.cue_chain)
    tags = posteriors(passed)
    rows = np.nonzero(tags[:, :, _CUE].max(1) > settings.presence / 4)[0].tolist()
    onward = continuations(passed, settings.cue_chain, rows)
    found: list[Cue] = []
    for row, following in zip(rows, onward, strict=True):
        for first, stop, presence in _row_cues(tags[row], following, settings.presence):
            begin, last = int(pieces[row, first]), int(pieces[row, stop - 1])
            if begin >= 0 and last - begin == stop - 1 - first:
                found.append(Cue(begin, last + 1, presence))
    return found


def _row_cues(tags: Floats, onward: Floats, least: float) -> list[tuple[int, int, float]]:
    """Disjoint cues of one window as columns (first, stop) with their presence."""
    candidates: list[tuple[float, int, int]] = []
    for first in np.nonzero(tags[:, _CUE] > least / 4)[0].tolist():
        candidates += _extents(first, tags, onward)
    taken: list[tuple[int, int, float]] = []
    for probability, first, stop in sorted(candidates, reverse=True):
        if any(first < b and a < stop for a, b, _ in taken):
            continue
        rivals = sum(p for p, a, b in candidates if a < stop and first < b)
        presence = min(rivals, 1.0)
        if probability >= least / 4:
            taken.append((first, stop, presence))
    return [cue for cue in taken if cue[2] >= least]


def _extents(first: int, tags: Floats, onward: Floats) -> list[tuple[float, int, int]]:
    """(probability, first, stop) of each span that begins at a column and is not negligible."""
    out = []
    now, before = float(tags[first, _CUE]), _CUE
    for stop in range(first + 1, min(first + _LONGEST_CUE, len(tags)) + 1):
        more = float(onward[stop, before, _CUE + 1]) if stop < len(tags) else 0.0
        out.append((now * (1 - more), first, stop))
        now, before = now * more, _CUE + 1
        if now < 0.02:
            break
    return out


def triples(made: Windows, found: Sequence[Cue], index: Ints, scores: Floats, settings: Settings) -> list[Triple]:
    """The attributions of some cues. index: [c, l] pieces around each cue, -1 for none; scores: [c, l, 5]."""
    best = viterbi(scores, settings.link_chain)
    sure = posteriors(messages(scores, settings.link_chain))
    out = []
    for cue, at, tags, chances in zip(found, index, best, sure, strict=True):
        source, content = (_ranges(made, at, tags, begin) for begin in (_SOURCE, _CONTENT))
        source = _one_group(source, chances)
        links = _certainty(source, chances, _SOURCE) * _certainty(content, chances, _CONTENT)
        triple = edges.tidy(
            made.text, made.quoted, made.span(cue.first, cue.stop - 1),
            [made.span(int(at[a]), int(at[b - 1])) for a, b in source],
            [made.span(int(at[a]), int(at[b - 1])) for a, b in content],
        )  # fmt: skip
        out.append(Triple(*triple, confidence(cue.probability, links, settings.calibration)))
    return out


def _ranges(made: Windows, at: Ints, tags: Ints, begin: int) -> list[Pieces]:
    """A role's ranges as columns, cut where a region begins."""
    out: list[Pieces] = []
    opens = made.features[at, 2]
    for first, stop in runs(tags.tolist(), begin):
        cuts = [first, *(c for c in range(first + 1, stop) if opens[c]), stop]
        out += pairwise(cuts)
    return out


def _one_group(ranges: list[Pieces], chances: Floats) -> list[Pieces]:
    """The source that is likeliest; a source has hardly ever two parts."""
    return sorted(ranges, key=lambda r: -float(chances[r[0] : r[1], _SOURCE : _SOURCE + 2].sum(1).mean()))[:1]


def _certainty(ranges: Sequence[Pieces], chances: Floats, begin: int) -> float:
    """Mean probability of a role on its best range; without one, the probability that the role is nowhere."""
    role = chances[:, begin] + chances[:, begin + 1]
    return max((float(role[a:b].mean()) for a, b in ranges), default=1.0 - float(role.max(initial=0.0)))


def confidence(presence: float, links: float, calibration: tuple[float, float, float]) -> float:
    """A probability from that of the cue and that of its links, by logistic regression on the dev set."""
    bias, cue, link = calibration
    return 1 / (1 + exp(-(bias + cue * _odds(presence) + link * _odds(links))))


def _odds(probability: float) -> float:
    p = min(max(probability, 1e-3), 1 - 1e-3)
    return log(p / (1 - p))


def settle(found: list[Triple], settings: Settings) -> list[Triple]:
    """The attributions worth keeping: with a source or a content, and likely enough."""
    return [t for t in found if (t.source or t.content) and t.confidence >= settings.least]
