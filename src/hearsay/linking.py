"""Linking: what is worked out across reports, joined with what the record keeps of it.

Each report is linked once, in a transaction of its own: its traces find its neighbours, each neighbour is compared
with it, and the stories of the reports that it is joined to, near or far, are drawn anew. What is told of a story
(its lineage and its claims) is worked out when somebody asks, and kept until the story changes.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from hearsay.model.story import Counts, Derivation, Drawn, Heading, Listed, Parting, Story
from hearsay.record.editions import standing
from hearsay.record.links import ClaimRow, Links, Shown, Summary
from hearsay.record.stories import PREFIX
from hearsay.story.claims.claims import claims
from hearsay.story.clusters.bonds import bonds, marking, spelled
from hearsay.story.clusters.clusters import NEIGHBOURS, clusters, similarity
from hearsay.story.clusters.features import Features, features
from hearsay.story.clusters.likeness import name_alike
from hearsay.story.clusters.titles import title
from hearsay.story.lineage.derive import between, derive
from hearsay.story.lineage.lineages import lineages
from hearsay.story.lineage.prepared import Prepared, prepare
from hearsay.story.lineage.sketch import sketch
from hearsay.story.moments import asked, known, latest, sortable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from hearsay.model.story import Claim
    from hearsay.record.editions import Edition
    from hearsay.record.stories import Listing

MOST_NEIGHBOURS = 200
"""Reports whose features are compared with those of a new one, of each kind of mark."""

MOST_COMPARED = 60
"""Reports whose texts are compared with that of a new one."""

MOST_PARTINGS = 3
"""Stories near another that are told of, those with most reports near it."""

_AT_HAND = 2000  # reports whose features stay open: the next report is near most of those that the last one was near

_READY = 300  # reports kept ready to be compared: those of a moment are compared with each other


class Linker:
    """Links the reports of one record. It keeps reports ready to be compared, from one to the next."""

    def __init__(self) -> None:
        self._ready: OrderedDict[int, Prepared] = OrderedDict()

    def link(self, links: Links) -> bool:
        """Link the next report that is not; ``False`` where all are."""
        shown = links.pending()
        if shown is None:
            return False
        touched = links.component(shown.report)
        self._ready.pop(shown.report, None)
        self._trace(links, shown)
        _draw(links, touched | links.component(shown.report), shown.report)
        return True

    def _trace(self, links: Links, shown: Shown) -> None:
        """Keep what finds the report, and compare it with what it finds."""
        reading = links.reading(shown.report)
        own = features(reading)
        copied, near = _marks("copy", sketch(reading.report).bands), _marks("story", own.keys)
        links.put(shown, msgspec.msgpack.encode(own), {*copied, *near})
        neighbours = _features(links, links.sharing(near, shown.report, MOST_NEIGHBOURS))
        likeness = {other: similarity(own, theirs) for other, theirs in neighbours.items()}
        alike = sorted(
            (other for other in likeness if likeness[other] >= NEIGHBOURS), key=lambda other: -likeness[other]
        )
        for other in alike:
            links.join(shown.report, other)
        related = links.sharing(copied, shown.report, MOST_NEIGHBOURS)
        traced = _features(links, related)
        copies = [other for other in related if name_alike(own, traced[other])]
        for other in dict.fromkeys((*copies[:MOST_COMPARED], *alike[:MOST_COMPARED])):
            self._compare(links, shown.report, other)

    def _compare(self, links: Links, report: int, other: int) -> None:
        ours, theirs = self._prepared(links, report), self._prepared(links, other)
        keys = {ours.report.id: report, theirs.report.id: other}
        for one in between(ours, theirs):
            links.derive(keys[one.report], keys[one.of], msgspec.json.encode(one).decode())

    def _prepared(self, links: Links, report: int) -> Prepared:
        if report not in self._ready:
            self._ready[report] = prepare(links.reading(report))
            if len(self._ready) > _READY:
                self._ready.popitem(last=False)
        self._ready.move_to_end(report)
        return self._ready[report]


def tell(links: Links, key: int, editions: Iterable[Edition]) -> Story:
    """Work out what is told of a story, and keep it."""
    newest = [standing(held) for held in _by_report(editions).values()]
    made = [_derivation(body) for _, _, body in links.derivations(links.members(key))]
    story = _told(newest, made)
    links.tell(key, msgspec.json.encode(story).decode(), map(_row, story.claims))
    return story


def _row(one: Claim) -> ClaimRow:
    said = tuple((each.report, each.attribution) for each in one.statements if each.attribution)
    return ClaimRow(one.id, one.state, one.revised, len(one.independent_sources), one.text, said)


def before(as_of: str, links: Links, key: int, editions: Iterable[Edition]) -> Story | None:
    """What was known of a story at a moment, from the versions that could be read then; ``None`` for nothing.

    Raises:
        UsageError: if it is no moment.
    """
    moment = asked(as_of)
    story = _earlier(lambda one: _known(one) <= moment, links, key, editions)
    return None if story is None else replace(story, as_of=as_of)


def kept(until: str, links: Links, key: int, editions: Iterable[Edition]) -> Story | None:
    """What the record had of a story at a moment (ISO 8601, UTC), whenever it was published; ``None`` for nothing."""
    return _earlier(lambda one: one.kept_at <= until, links, key, editions)


def _earlier(there: Callable[[Edition], bool], links: Links, key: int, editions: Iterable[Edition]) -> Story | None:
    """The story of the versions that were there."""
    all_of = _by_report(editions)
    newest = {name: standing(held) for name, held in all_of.items()}
    then = {name: standing(seen) for name, held in all_of.items() if (seen := [one for one in held if there(one)])}
    if not then:
        return None
    made = [_derivation(body) for _, _, body in links.derivations(links.members(key))]
    story = _told(list(then.values()), _then(made, then, newest))
    return replace(story, id=PREFIX + next(iter(newest)))


def _by_report(editions: Iterable[Edition]) -> dict[str, list[Edition]]:
    """The versions of each report, in the order in which they come."""
    held: dict[str, list[Edition]] = {}
    for one in editions:
        held.setdefault(one.reading.report.id, []).append(one)
    return held


def _known(one: Edition) -> datetime:
    """When a version could be read."""
    report = one.reading.report
    return known(report.published, report.modified, one.kept_at, first=one.number == 1)


def _then(made: Iterable[Derivation], then: Mapping[str, Edition], newest: Mapping[str, Edition]) -> list[Derivation]:
    """The derivations of the versions of then; those that are not the newest are compared anew."""
    inside = [one for one in made if one.report in then and one.of in then]
    same = {name for name in then if then[name].number == newest[name].number}
    pairs = {tuple(sorted((one.report, one.of))) for one in inside if not {one.report, one.of} <= same}
    anew = (derive(then[a].reading, then[b].reading) for a, b in sorted(pairs))
    return [*(one for one in inside if {one.report, one.of} <= same), *chain.from_iterable(anew)]


def _told(editions: Sequence[Edition], made: Sequence[Derivation]) -> Story:
    readings = [one.reading for one in editions]
    lines, circles = lineages(readings, made)
    gone = {one.report.id for one in readings if one.report.status == "withdrawn"}
    listed = sorted(map(_listed, editions), key=lambda one: (sortable(one.published) or "", one.id))
    return Story(
        PREFIX + readings[0].report.id,
        title([one.headline or "" for one in listed]),
        Counts(len(listed), _outlets(one.outlet for one in listed), len(lines)),
        latest(one.published for one in listed),
        tuple(listed),
        lines,
        circles,
        tuple(
            replace(one, withdrawn=tuple(name for name in one.origins if name in gone))
            for one in claims(readings, lines)
        ),
    )


def drawn(links: Links, key: int) -> Drawn:
    """Why a story has the reports that it has, and those nearest to them are in another."""
    members = sorted(links.members(key))
    traced = list(_features(links, members).values())
    copies = ((one.report, one.of) for one in (_derivation(body) for _, _, body in links.derivations(members)))
    near = links.beyond(members)
    others = links.partition(near)
    close = sorted(others, key=lambda other: (-len(near & others[other]), other))[:MOST_PARTINGS]
    partings = (_parting(links, traced, sorted(others[other])) for other in close)
    told = Drawn(bonds(traced, copies), tuple(partings))
    return spelled(told, (links.reading(one).report.text for one in (*members, *sorted(near))))


def _parting(links: Links, traced: Sequence[Features], there: Sequence[int]) -> Parting:
    theirs = list(_features(links, there).values())
    facts = links.facts(there)
    headline = title([facts[one].headline or "" for one in there])
    return Parting(PREFIX + facts[there[0]].id, headline, marking(traced, theirs), marking(theirs, traced))


def heading(one: Listing) -> Heading:
    """A story as a list of stories tells it."""
    got = one.summary
    return Heading(PREFIX + one.first, got.title, Counts(got.reports, got.outlets, got.origins), got.last_change)


def _derivation(body: str) -> Derivation:
    return msgspec.json.decode(body, type=Derivation)


def _draw(links: Links, touched: frozenset[int], changed: int) -> None:
    """Draw the stories of the touched reports anew; a story that stays as it was keeps what was worked out of it."""
    wanted = {min(group): group for group in _groups(links, touched)}
    for key, members in links.partition(touched).items():
        if wanted.get(key) == members and changed not in members:
            del wanted[key]
        else:
            links.dissolve(key)
    for key, group in wanted.items():
        links.found(_summary(links, key, group), group)


def _groups(links: Links, touched: frozenset[int]) -> list[frozenset[int]]:
    groups: list[frozenset[int]] = []
    left = set(touched)
    while left:
        joined = links.component(min(left))
        left -= joined
        order = sorted(joined)
        traced = _features(links, order)
        at = {key: number for number, key in enumerate(order)}
        derived = [(at[report], at[of]) for report, of, _ in links.derivations(order)]
        found = clusters(list(traced.values()), derived)
        groups.extend(frozenset(order[number] for number in group) for group in found)
    return groups


def _features(links: Links, keys: Sequence[int]) -> dict[int, Features]:
    """What was kept of reports, in the order asked for."""
    stored = links.features(keys)
    return {key: _opened(stored[key]) for key in keys}


@lru_cache(maxsize=_AT_HAND)
def _opened(stored: bytes) -> Features:
    return msgspec.msgpack.decode(stored, type=Features)


def _summary(links: Links, key: int, group: Collection[int]) -> Summary:
    facts = links.facts(group)
    listed = [facts[one] for one in sorted(group)]
    copies = {report for report, _, _ in links.derivations(group)}
    last = latest(one.published for one in listed)
    return Summary(
        key,
        title([one.headline or "" for one in listed]),
        len(group),
        _outlets(one.outlet for one in listed),
        len(set(group) - copies),
        last,
        sortable(last) or "",
    )


def _listed(edition: Edition) -> Listed:
    r = edition.reading.report
    return Listed(r.id, r.uri, r.outlet, r.agency, r.headline, r.published, edition.number, r.status)


def _outlets(names: Iterable[str | None]) -> int:
    return len({name.casefold() for name in names if name})


def _marks(kind: str, keys: Iterable[int | str]) -> tuple[int, ...]:
    """Keys of one kind as the integers that they are found by."""
    return tuple(
        int.from_bytes(blake2b(f"{kind} {key}".encode(), digest_size=8).digest(), "big", signed=True) for key in keys
    )
