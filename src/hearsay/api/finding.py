"""What an address stands for: the one place where interface and pages find their objects, so that they are the same.

Every function raises :class:`NotFoundError` where there is no such thing, and
:class:`~hearsay.errors.UsageError` where what is asked makes no sense.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import islice
from typing import TYPE_CHECKING

from hearsay.api.objects import VersionLine, WordChange
from hearsay.errors import HearsayError, UsageError
from hearsay.record import browse
from hearsay.record.outlets import outlet as find_outlet
from hearsay.record.outlets import outlets as every_outlet
from hearsay.record.profiles import profile as find_profile
from hearsay.record.versions import Version, changes
from hearsay.story import moments
from hearsay.story.revisions import edits

if TYPE_CHECKING:
    from datetime import date

    from hearsay.api.desk import Desk
    from hearsay.model.reading import ActorType, Reading, Stance
    from hearsay.model.story import Claim, State, Story
    from hearsay.record.outlets import Outlet, OutletPage
    from hearsay.record.profiles import Profile
    from hearsay.record.results import Results
    from hearsay.record.speakers import Speaker


MOST_TOLD = 10
"""Stories that are told before one answer: what is asked for in vain must not cost a record's length.

:mod:`hearsay.api.telling` tells the others.
"""


class NotFoundError(HearsayError):
    """There is no such thing in the record, or there was none at the moment asked for."""


def story(desk: Desk, name: str, as_of: str | None = None) -> Story:
    """A story, by its id or the id of one of its reports; ``as_of``: what was known of it then."""
    _moment(as_of)
    try:
        return desk.record.story(name, as_of=as_of)
    except UsageError as error:
        raise NotFoundError(str(error)) from error


def claim(desk: Desk, claim_id: str, as_of: str | None = None) -> tuple[Story, Claim]:
    """A claim and its story."""
    desk.record.link()
    name = browse.story_of_claim(desk.record, claim_id)
    if name is None:
        desk.record.tell(MOST_TOLD)
        name = browse.story_of_claim(desk.record, claim_id)
    told = story(desk, name, as_of) if name else None
    found = next((one for one in told.claims if one.id == claim_id), None) if told else None
    if told is None or found is None:
        raise NotFoundError(f"the record has no claim {claim_id}" + (f" as of {as_of}" if as_of and told else ""))
    return told, found


@dataclass(frozen=True, slots=True)
class ClaimsAsked:
    """Which claims are asked for; see :meth:`hearsay.pipeline.Record.claims`."""

    story: str | None = None
    state: State | None = None
    revised: bool = False
    sources: int = 0
    as_of: str | None = None


def claims(
    desk: Desk, asked: ClaimsAsked, limit: int, after: int
) -> tuple[tuple[tuple[Story, Claim], ...], str | None]:
    """A page of claims, each with its story, and where the next page begins.

    By a filter, claims of stories that are told: to tell all others first could take hours.
    """
    _moment(asked.as_of)
    every = asked.state is None and not asked.revised and not asked.sources
    try:
        found = desk.record.claims(
            story=asked.story,
            state=asked.state,
            revised=asked.revised,
            sources=asked.sources,
            as_of=asked.as_of,
            limit=after + limit + 1,
            untold=every,
        )
        page = tuple(islice(found, after, None))
    except UsageError as error:
        raise NotFoundError(str(error)) from error
    return page[:limit], str(after + limit) if len(page) > limit else None


def report(desk: Desk, report_id: str, version: int | None = None) -> Reading:
    """The reading of a report, of its newest version or of the one given."""
    try:
        return desk.record.report(report_id, version)
    except UsageError as error:
        raise NotFoundError(str(error)) from error


def source(desk: Desk, report_id: str, version: int | None = None) -> bytes:
    """The bytes that a version was read from."""
    try:
        return desk.record.source(report_id, version)
    except UsageError as error:
        raise NotFoundError(str(error)) from error


def versions(desk: Desk, report_id: str) -> tuple[VersionLine, ...]:
    """The versions of a report, first to last, each with what it changed."""
    try:
        found = desk.record.versions(report_id)
    except UsageError as error:
        raise NotFoundError(str(error)) from error
    readings = desk.shelf.take((report_id, one.number) for one in found)
    lines: list[VersionLine] = []
    before: Reading | None = None
    for one in found:
        now = readings[report_id, one.number]
        lines.append(_version(one, before, now))
        before = now
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class SearchAsked:
    """What is searched for; see :meth:`hearsay.record.store.Record.search`."""

    words: str = ""
    speaker: str | None = None
    stance: Stance | None = None
    kind: ActorType | None = None
    state: State | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None


def search(desk: Desk, asked: SearchAsked, limit: int, after: str | None) -> Results:
    """A page of hits, and the facets of all that was found; states are those of stories that are told already."""
    return desk.record.search(
        asked.words,
        speaker=asked.speaker,
        stance=asked.stance,
        kind=asked.kind,
        state=asked.state,
        outlet=asked.outlet,
        since=asked.since,
        until=asked.until,
        limit=limit,
        after=after,
        counted=True,
    )


def people(desk: Desk, name: str, limit: int, after: int) -> tuple[Speaker, ...]:
    """A page of the speakers whose name or role answers a query, most statements first."""
    found = desk.lasting.get(f"speakers {name}", lambda: desk.record.speakers(name))
    return found[after : after + limit]


def outlets(desk: Desk, limit: int, after: int) -> tuple[Outlet, ...]:
    """A page of the outlets, those with most reports first."""
    desk.record.link()
    return desk.lasting.get(f"outlets {after} {limit}", lambda: every_outlet(desk.record, limit=limit, after=after))


def speaker(desk: Desk, name: str, limit: int, after: str | None) -> Profile:
    """A speaker, by the canonical name."""
    found = find_profile(desk.record, name, limit=limit, after=after)
    if found is None:
        raise NotFoundError(f"nobody speaks in the record under the name {name}")
    return found


def outlet(desk: Desk, name: str, limit: int, after: int) -> OutletPage:
    """An outlet, by its name in any case."""
    found = find_outlet(desk.record, name, limit=limit, after=after)
    if found is None:
        raise NotFoundError(f"the record has no outlet {name}")
    return found


def _version(one: Version, before: Reading | None, now: Reading) -> VersionLine:
    facts = {field.name: getattr(one, field.name) for field in fields(one)}
    if before is None:
        return VersionLine(**facts)
    words = tuple(WordChange(each.what, each.before, each.after) for each in changes(before.report, now.report))
    return VersionLine(**facts, edits=edits(before, now), changes=words)


def _moment(as_of: str | None) -> None:
    if as_of is not None:
        moments.asked(as_of)
