"""From pairs to trees: which reports are origins, and which copies lead back to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.model.story import Circle, Derivation, Lineage
from hearsay.story.lineage.body import body
from hearsay.story.lineage.circles import circles
from hearsay.story.lineage.facts import Facts, facts
from hearsay.story.lineage.family import Family, below, children, gather
from hearsay.story.lineage.reasons import MOST, RETOLD
from hearsay.story.lineage.retelling import retelling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hearsay.model.reading import Reading

_MERGED = 200  # characters that a second origin must add before a report is a merger
_MERGED_SHARE = 0.12  # … and this part of all that was taken over
_NEARLY = 0.01  # of what was taken over: so much more or less decides nothing between two parents
_AS_WELL = 0.87  # as the best: a retelling of two reports is one of what everyone knew
_RIVALS = 100  # earlier reports that are looked at


def lineages(
    readings: Sequence[Reading], derivations: Sequence[Derivation]
) -> tuple[tuple[Lineage, ...], tuple[Circle, ...]]:
    """The origins among some reports, each with the copies that lead back to it, and what rests on itself.

    The result is the same in whatever order both come.
    """
    family = gather(readings)
    offered: dict[str, list[Derivation]] = {report: [] for report in family.place}
    for one in sorted(set(derivations), key=_order):
        if one.report in offered and one.of in offered:
            offered[one.report].append(one)
    parents = _parents(_straight(offered, family), family)
    under = children(parents)
    trees = tuple(_tree(report, parents, under, family) for report in family.place if not parents[report])
    return trees, circles(family, parents)


def _straight(offered: Mapping[str, Sequence[Derivation]], family: Family) -> dict[str, list[Derivation]]:
    """The derivations without those that close a ring: words go before citations, and what came first is first."""
    kept: dict[str, list[Derivation]] = {report: [] for report in offered}
    for one in sorted((one for some in offered.values() for one in some), key=lambda one: _weak(one, family)):
        if not _leads(one.of, one.report, kept):
            kept[one.report].append(one)
    return kept


def _weak(one: Derivation, family: Family) -> tuple[bool, int, float, str, str]:
    """What is kept last: citations; then what makes an early report come from a later one, the earliest last of all."""
    ahead = family.place[one.of] > family.place[one.report]
    rank = -family.place[one.report] if ahead else -len(family.place)
    return one.relation == "citing", rank, -one.share, one.report, one.of


def _leads(start: str, goal: str, kept: Mapping[str, Sequence[Derivation]]) -> bool:
    """Whether ``start`` comes, over whatever others, from ``goal``."""
    seen, todo = {start}, [start]
    while todo:
        here = todo.pop()
        if here == goal:
            return True
        new = {one.of for one in kept[here]} - seen
        seen |= new
        todo += new
    return False


def _parents(straight: Mapping[str, Sequence[Derivation]], family: Family) -> dict[str, tuple[Derivation, ...]]:
    """What accounts for each report, parents before their copies.

    What a house has from a copy of its own earlier report is its own: an update is no copy.
    """
    parents: dict[str, tuple[Derivation, ...]] = {}
    roots: dict[str, frozenset[str]] = {}
    for report in _downward(straight):
        candidates = [
            one for one in straight[report] if not any(family.own(report, root) for root in roots[one.of] - {one.of})
        ]
        parents[report] = _chosen(candidates, parents, family)
        roots[report] = frozenset({report}).union(*(roots[one.of] for one in parents[report]))
    return parents


def _downward(straight: Mapping[str, Sequence[Derivation]]) -> Iterator[str]:
    """The reports, each after all that it may come from."""
    done: set[str] = set()
    for first in straight:
        todo = [first]
        while todo:
            missing = [one.of for one in straight[todo[-1]] if one.of not in done]
            if missing:
                todo += missing
            elif (here := todo.pop()) not in done:
                done.add(here)
                yield here


def _chosen(
    candidates: Sequence[Derivation], parents: Mapping[str, tuple[Derivation, ...]], family: Family
) -> tuple[Derivation, ...]:
    """The derivations that account for a report: by its words; else by what it retells; else by whom it cites."""
    cited = [one for one in candidates if one.relation == "citing"]
    worded = [one for one in candidates if one.relation != "citing" and not _retold(one)]
    if worded and not (cited and max(one.share for one in worded) < MOST):
        return _covering(worded, parents, family)
    retold = [one for one in candidates if _retold(one)]
    if retold and not cited:
        return _retelling(retold, parents, family)
    return _cited(cited, family)


def _retold(one: Derivation) -> bool:
    return one.relation == "reworded" and bool(one.reasons) and RETOLD in one.reasons[0]


def _covering(
    worded: Sequence[Derivation], parents: Mapping[str, tuple[Derivation, ...]], family: Family
) -> tuple[Derivation, ...]:
    """As few as account for the words that were taken over: what adds little to those before it is left out.

    Of two that account for as much, the origin goes before its copy, the one whose text is credited before another,
    the earlier before the later.
    """
    left, covered = list(worded), set[int]()
    got: list[Derivation] = []
    while left:
        gains = {one.of: len(_places(one) - covered) for one in left}
        most = max(gains.values())
        if got and (most < _MERGED or most < _MERGED_SHARE * (len(covered) + most)):
            break
        near = [one for one in left if gains[one.of] >= most - _NEARLY * (len(covered) + most)]
        best = min(near, key=lambda one: (bool(parents[one.of]), not one.credited, family.place[one.of]))
        got.append(best)
        covered |= _places(best)
        left.remove(best)
    return tuple(got)


def _places(one: Derivation) -> set[int]:
    return {at for passage in one.passages for at in range(passage.span.start, passage.span.end)}


def _retelling(
    retold: Sequence[Derivation], parents: Mapping[str, tuple[Derivation, ...]], family: Family
) -> tuple[Derivation, ...]:
    """The one that is retold; none where another origin tells it nearly as well: then it is what everyone knew."""
    origins = [one for one in retold if not parents[one.of]] or list(retold)
    best = max(origins, key=lambda one: (one.credited, one.share, one.of))
    if best.credited:
        return (best,)
    told = _told(best.report, family)
    enough = _AS_WELL * retelling(told, _told(best.of, family)).likeness
    rivals = (report for report in _before(best.report, family) if report != best.of and not parents.get(report))
    return () if any(retelling(told, _told(report, family)).likeness >= enough for report in rivals) else (best,)


def _before(report: str, family: Family) -> list[str]:
    """The reports that came out before one, the latest first; as many as one can look at."""
    return list(family.place)[: family.place[report]][: -_RIVALS - 1 : -1]


def _told(report: str, family: Family) -> Facts:
    text = family.reports[report]
    return facts(text.text, body(text))


def _cited(candidates: Sequence[Derivation], family: Family) -> tuple[Derivation, ...]:
    """Of the reports of each medium that is named, the one that tells most of what it is named for."""
    best: dict[tuple[str, ...], Derivation] = {}
    for one in candidates:
        key = tuple(sorted(family.makers[one.of].own)) or (one.of,)
        if key not in best or (one.share, one.of) > (best[key].share, best[key].of):
            best[key] = one
    return tuple(sorted(best.values(), key=lambda one: family.place[one.of]))


def _tree(
    origin: str, parents: Mapping[str, tuple[Derivation, ...]], under: Mapping[str, Sequence[str]], family: Family
) -> Lineage:
    """Everything that leads back to an origin."""
    reached = below(origin, under)
    copies = [one for report in reached for one in parents[report] if one.of == origin or one.of in reached]
    return Lineage(origin, tuple(sorted(copies, key=lambda one: (family.place[one.report], family.place[one.of]))))


def _order(one: Derivation) -> tuple[str, str, str, float]:
    return one.report, one.of, one.relation, -one.share
