"""Pages of search, speakers and outlets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, get_args

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from hearsay.api import cursors, finding
from hearsay.api.asking import LIMIT, At, Cursor, Name
from hearsay.api.searching import HITS, Words
from hearsay.errors import UsageError
from hearsay.model.reading import ActorType, Stance
from hearsay.model.story import State
from hearsay.record.browse import fates, untold
from hearsay.web.rendering import page
from hearsay.web.views.marks import Piece, around

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearsay.api.desk import Desk
    from hearsay.record.browse import Fate
    from hearsay.record.facets import Facet
    from hearsay.record.profiles import Saying

router = APIRouter()

MOST_TOLD = 5
"""Stories that are told for one page of a speaker; :mod:`hearsay.api.telling` tells the others."""


@router.get("/search")
def search(
    at: At,
    request: Request,
    q: Words = "",
    speaker: str = "",
    stance: str = "",
    kind: str = "",
    state: str = "",
    outlet: str = "",
    since: str = "",
    until: str = "",
    cursor: Cursor = None,
) -> HTMLResponse:
    """What was found, with facets."""
    asked = finding.SearchAsked(
        q,
        speaker or None,
        next((one for one in get_args(Stance) if one == stance), None),
        next((one for one in get_args(ActorType) if one == kind), None),
        next((one for one in get_args(State) if one == state), None),
        outlet or None,
        _day(since),
        _day(until),
    )
    found = finding.search(at, asked, HITS, cursors.opened(cursor))
    following = _with(request, cursor=cursors.sealed(found.next)) if found.next else None
    facets = [
        (one.name, [_choice(request, one, value.name, value.count) for value in one.values])
        for one in found.facets
        if one.values
    ]
    return page(
        request,
        "search.html",
        asked=asked,
        found=found,
        facets=facets,
        stances=get_args(Stance),
        kinds=get_args(ActorType),
        states=get_args(State),
        next=following,
    )


@router.get("/speakers")
def speakers(at: At, request: Request, q: Words = "", cursor: Cursor = None) -> HTMLResponse:
    """The list of speakers."""
    after = cursors.number(cursor)
    found = finding.people(at, q, LIMIT + 1, after)
    following = _with(request, cursor=cursors.sealed(str(after + LIMIT))) if len(found) > LIMIT else None
    return page(request, "speakers.html", found=found[:LIMIT], next=following)


@router.get("/speakers/{name:path}")
def speaker(at: At, request: Request, name: Name, cursor: Cursor = None) -> HTMLResponse:
    """One speaker."""
    got = finding.speaker(at, name, LIMIT, cursors.opened(cursor))
    known = _fates(at, (*got.said, *got.about))
    following = _with(request, cursor=cursors.sealed(got.next)) if got.next else None
    said, about = (_sayings(at, sayings, known) for sayings in (got.said, got.about))
    return page(request, "speaker.html", one=got, said=said, about=about, next=following)


@router.get("/outlets")
def outlet_list(at: At, request: Request, cursor: Cursor = None) -> HTMLResponse:
    """The list of outlets."""
    after = cursors.number(cursor)
    found = finding.outlets(at, LIMIT + 1, after)
    following = _with(request, cursor=cursors.sealed(str(after + LIMIT))) if len(found) > LIMIT else None
    return page(request, "outlets.html", found=found[:LIMIT], next=following)


@router.get("/outlets/{name:path}")
def outlet(at: At, request: Request, name: Name, cursor: Cursor = None) -> HTMLResponse:
    """One outlet."""
    at.record.link()
    got = finding.outlet(at, name, LIMIT, cursors.number(cursor))
    following = _with(request, cursor=cursors.sealed(got.next)) if got.next else None
    return page(request, "outlet.html", one=got, next=following)


def _fates(at: Desk, sayings: Iterable[Saying]) -> dict[tuple[str, str], Fate]:
    """The claims that statements belong to and that were denied, taken back or revised since."""
    at.record.link()
    names = list(dict.fromkeys(one.report for one in sayings))
    for story_id in untold(at.record, names, MOST_TOLD):
        finding.story(at, story_id)
    found = fates(at.record, names)
    return {place: one for place, one in found.items() if one.revised or one.state in {"contested", "retracted"}}


def _sayings(
    at: Desk, sayings: Iterable[Saying], known: dict[tuple[str, str], Fate]
) -> list[tuple[Saying, tuple[Piece, ...], Fate | None]]:
    shown = list(sayings)
    readings = at.shelf.take((one.report, one.version) for one in shown)
    made = []
    for one in shown:
        reading = readings.get((one.report, one.version))
        said = next((a for a in reading.attributions if a.id == one.attribution), None) if reading else None
        pieces = around(reading.report.text, said.content, 60) if reading and said else ()
        made.append((one, pieces, known.get((one.report, one.attribution))))
    return made


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: the address that narrows the search to it, and, where it is on, the one without it."""

    name: str
    count: int
    address: str
    without: str
    on: bool


def _choice(request: Request, facet: Facet, name: str, count: int) -> Choice:
    chosen = {facet.name: f'"{name}"' if facet.name == "speaker" else name}
    if facet.name == "month":
        year, month = int(name[:4]), int(name[5:7])
        last = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
        chosen = {"since": f"{name}-01", "until": date.fromordinal(last).isoformat()}
    on = all(request.query_params.get(key) == value for key, value in chosen.items())
    return Choice(name, count, _with(request, **chosen), _with(request, **dict.fromkeys(chosen, "")), on)


def _with(request: Request, **changed: str) -> str:
    url = request.url.remove_query_params("cursor").include_query_params(**changed)
    return f"{url.path}?{url.query}"


def _day(words: str) -> date | None:
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise UsageError(f"{words!r} is not a day such as 2024-10-25") from error
