"""What is kept of a report to find its relatives among very many: a few whole numbers.

Copies are found by their paragraphs. MinHash over a whole text sees how alike two texts are as wholes (Jaccard), and
a copy of two paragraphs out of fifteen is not; but the two paragraphs are whole. So each paragraph has numbers of its
own (rensa's MinHash over runs of five words, bands of one row), and one shared number makes a candidate.

Turns of the trade ("asked not to be named", "did not respond to a request for comment") are no relatives: a run counts
only with two words that tell something. Rewrites share no runs at all; they are found by facts that stand in one
sentence, a figure beside a name or beside another figure. Those who only cite are neighbours by the story's own keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from rensa import RMinHash

from hearsay.story.lineage import body, facts, lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hearsay.model.report import Report

_RUN = 5  # words in a row
_PARAGRAPHS = 16  # that have numbers of their own, first to last
_EACH = 2  # numbers of a paragraph
_LEAST = 9  # words: a shorter paragraph is said too often
_FACTS = 24  # numbers for pairs of facts
_SEED = 20_241_023
_STRONG = 1.0  # weight of a fact that stands for itself
_TELLING = 2  # words of a run that must not be of the trade


@dataclass(frozen=True, slots=True)
class Sketch:
    """Two reports that share one of ``bands`` may be related; the evidence is for :mod:`.derive` to weigh."""

    bands: tuple[int, ...]


def sketch(report: Report) -> Sketch:
    """The numbers by which a report's relatives are found: at most 56, of 63 bits."""
    words = body.body(report)
    told = facts.facts(report.text, words)
    return Sketch(tuple(sorted({*_paragraphs(words), *_pairs(told)})))


def _paragraphs(words: body.Body) -> Iterator[int]:
    long = [run for run in words.paragraphs if run[1] - run[0] >= _LEAST][:_PARAGRAPHS]
    for first, stop in long:
        if runs := list(_runs(words.words[first:stop])):
            yield from _banded("words", _least(runs, _EACH))


def _runs(words: Sequence[str]) -> Iterator[str]:
    """The runs of words that tell something."""
    tells = [word not in lists.TRADE and len(word) > 2 for word in words]
    yield from (
        " ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1) if sum(tells[at : at + _RUN]) >= _TELLING
    )


def _pairs(told: facts.Facts) -> Iterator[int]:
    """Numbers for figures beside names and other figures: the least of many, so that a few stand for all."""
    pairs = [pair for sentence in told.told for pair in _beside(sentence)]
    if pairs:
        yield from _banded("facts", _least(pairs, _FACTS))


def _beside(sentence: facts.Told) -> Iterator[str]:
    strong = sorted(fact for fact, weight in sentence.items() if weight >= _STRONG)
    figures = [fact for fact in strong if fact.startswith("v:")]
    yield from (f"{figure} {other}" for figure in figures for other in strong if other > figure or other[0] == "n")


def _least(items: Sequence[str], count: int) -> list[int]:
    """MinHash: under each of ``count`` permutations the least of the items' hashes."""
    hashed = RMinHash(num_perm=count, seed=_SEED)
    hashed.update(items)
    return list(hashed.digest())


def _banded(kind: str, values: Iterable[int]) -> Iterator[int]:
    """Each value as a band of its own: 63 bits of the kind, the row and the value."""
    for row, value in enumerate(values):
        yield _hash(f"{kind} {row} {value}")


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big") >> 1
