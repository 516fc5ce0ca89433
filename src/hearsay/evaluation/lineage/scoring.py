"""Lineage as found against lineage as it is: pairs of a copy and an origin, relations, credits, citations."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from hearsay.evaluation.errors import Miss
from hearsay.evaluation.lineage.gold import CITING, Expected, pairs
from hearsay.evaluation.scores import Ratio, Score, Tally, tally
from hearsay.story.lineage.derive import between
from hearsay.story.lineage.lineages import lineages
from hearsay.story.lineage.names import folded
from hearsay.story.lineage.prepared import prepare
from hearsay.story.lineage.sketch import sketch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hearsay.model.reading import Reading
    from hearsay.model.story import Circle, Derivation


@dataclass(frozen=True, slots=True)
class Traced:
    """Some reports as they are and as they were traced, by name.

    ``found`` has for each pair of a copy and an origin a derivation that leads there, ``all`` every one; ``near`` are
    the pairs of names that share a band.
    """

    expected: tuple[Expected, ...]
    found: Mapping[tuple[str, str], Derivation]
    all: frozenset[Derivation]
    near: frozenset[tuple[str, str]]
    names: Mapping[str, str]
    circles: tuple[Circle, ...]


def trace(expected: Sequence[Expected], readings: Mapping[str, Reading]) -> Traced:
    """Compares every two reports, whichever share a band, and makes trees of what comes from what."""
    names = {reading.report.id: name for name, reading in readings.items()}
    ready = [prepare(reading) for reading in readings.values()]
    derivations = [one for a, b in combinations(ready, 2) for one in between(a, b)]
    trees, circles = lineages(list(readings.values()), derivations)
    found = {(names[one.report], names[tree.origin]): one for tree in trees for one in tree.copies}
    bands = {name: frozenset(sketch(reading.report).bands) for name, reading in readings.items()}
    near = frozenset(pair for a, b in combinations(bands, 2) if bands[a] & bands[b] for pair in ((a, b), (b, a)))
    every = frozenset(one for tree in trees for one in tree.copies)
    return Traced(tuple(expected), found, every, near, names, circles)


def scores(groups: Sequence[Traced]) -> dict[str, Score]:
    """Over some stories: pairs; of the right pairs the relation and the credit; parents; what bands would find."""
    right = [(one, pair, traced) for traced in groups for pair, one in _right(traced)]
    copies = [(one, traced.found[pair]) for one, pair, traced in right if one.relation != CITING]
    return {
        "lineage": sum((tally(traced.found.keys(), pairs(traced.expected)) for traced in groups), Tally()),
        "relation": Ratio(sum(one.relation == found.relation for one, found in copies), len(copies)),
        "credited": Ratio(sum(one.credited == found.credited for one, found in copies), len(copies)),
        "who cites whom": sum((_citations(traced) for traced in groups), Tally()),
        "own texts kept apart": sum((_apart(traced) for traced in groups), Ratio()),
        "candidates by bands: copies": sum((_candidates(traced) for traced in groups), Ratio()),
    }


def kinds(groups: Sequence[Traced]) -> dict[str, Score]:
    """By what was done with the text: the part of the true pairs that was found."""
    want = Counter(kind for traced in groups for kind, _ in _wanted(traced))
    got = Counter(kind for traced in groups for kind, pair in _wanted(traced) if pair in traced.found)
    return {kind: Ratio(got[kind], want[kind]) for kind in sorted(want)}


def misses(where: str, traced: Traced) -> list[Miss]:
    """The pairs that were not found, those that are none, and wrong relations and credits."""
    gold, of = pairs(traced.expected), {one.name: one for one in traced.expected}
    lost = [
        Miss(f"lineage: {of[copy].kind or of[copy].relation} not found", f"{where}/{copy}", f"from {origin}", "—")
        for copy, origin in sorted(gold - traced.found.keys())
    ]
    false = [
        Miss(
            f"lineage: {traced.found[copy, origin].relation} found",
            f"{where}/{copy}",
            f"{of[copy].kind or 'its own'}",
            f"from {origin}",
            "; ".join(traced.found[copy, origin].reasons),
        )
        for copy, origin in sorted(traced.found.keys() - gold)
    ]
    return [*lost, *false, *_wrong(where, traced)]


def _wrong(where: str, traced: Traced) -> list[Miss]:
    found = []
    for pair, one in _right(traced):
        have = traced.found[pair]
        for kind, want, got in (("relation", one.relation, have.relation), ("credited", one.credited, have.credited)):
            if want != got and one.relation != CITING:
                found.append(Miss(f"lineage: {kind}", f"{where}/{one.name}", str(want), str(got), have.reasons[0]))
    return found


def _right(traced: Traced) -> list[tuple[tuple[str, str], Expected]]:
    gold, of = pairs(traced.expected), {one.name: one for one in traced.expected}
    return [(pair, of[pair[0]]) for pair in sorted(gold & traced.found.keys())]


def _wanted(traced: Traced) -> list[tuple[str, tuple[str, str]]]:
    of = {one.name: one for one in traced.expected}
    return [(of[pair[0]].kind or str(of[pair[0]].relation), pair) for pair in sorted(pairs(traced.expected))]


def _citations(traced: Traced) -> Tally:
    """Reports that only cite, each with every outlet that it cites."""
    outlets = {one.name: folded(one.outlet) for one in traced.expected}
    citing = [one for one in traced.expected if one.relation == CITING]
    gold = {(one.name, folded(cited)) for one in citing for cited in one.cites}
    found = {
        (traced.names[one.report], outlets[traced.names[one.of]])
        for one in traced.all
        if one.relation == CITING or traced.names[one.report] in {one.name for one in citing}
    }
    return tally(found, gold)


def _apart(traced: Traced) -> Ratio:
    """Reports with a text of their own, distractors and updates among them, that were taken for no copy."""
    own = [one.name for one in traced.expected if one.relation is None]
    copies = {copy for copy, _ in traced.found}
    return Ratio(sum(name not in copies for name in own), len(own))


def _candidates(traced: Traced) -> Ratio:
    """True pairs of words or facts in common that share a band; who only cites is found by the story's keys."""
    of = {one.name: one for one in traced.expected}
    gold = [pair for pair in pairs(traced.expected) if of[pair[0]].relation != CITING]
    return Ratio(sum(pair in traced.near for pair in gold), len(gold))
