"""Pages of stories and claims."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, get_args

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from hearsay.api import cursors, finding
from hearsay.api.asking import LIMIT, AsOf, At, Cursor, Id
from hearsay.model.story import State
from hearsay.record.browse import headings, kept_since
from hearsay.version import __version__
from hearsay.watch import standing
from hearsay.watch.changes import compare
from hearsay.web import visits
from hearsay.web.rendering import absolute, page, templates
from hearsay.web.views import dossier as dossiers
from hearsay.web.views import picture, share
from hearsay.web.views import story as views

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hearsay.api.desk import Desk
    from hearsay.model.reading import Reading
    from hearsay.model.story import Claim, Story
    from hearsay.watch.changes import Change

router = APIRouter()

MOST_CLAIMS = 40
"""Claims of a story that are shown where not all are asked for."""

MOST_CHANGES = 12
"""Changes since the last visit that are told one by one."""


@router.get("/")
@router.get("/stories")
def stories(at: At, request: Request, cursor: Cursor = None) -> HTMLResponse:
    """The list of stories."""
    at.record.link()
    got = headings(at.record, least=1, limit=LIMIT, after=cursors.opened(cursor))
    following = f"/stories?cursor={cursors.sealed(got.next)}" if got.next else None
    return page(request, "stories.html", stories=got.stories, next=following)


@router.get("/stories/{story_id}")
def story(
    at: At, request: Request, story_id: Id, as_of: AsOf = None, state: str | None = None, whole: bool = False
) -> HTMLResponse:
    """One story: its first claims, or all of them (``whole``)."""
    told = finding.story(at, story_id, as_of or None)
    readings = _readings(at, told)
    since = visits.last(request)
    new = kept_since(at.record, tuple(one.id for one in told.reports), since) if since else frozenset()
    changed = _changes(at, told, since) if since and new and not told.as_of else ()
    wanted = [one for one in told.claims if not state or one.state == state]
    rows = views.claim_rows(told, readings, new, wanted if whole else wanted[:MOST_CLAIMS])
    outlets, grid = views.matrix(told)
    kinds = views.kinds(readings)
    now = finding.story(at, story_id) if told.as_of else told
    response = page(
        request,
        "story.html",
        story=told,
        rows=rows,
        left=len(wanted) - len(rows),
        states=Counter(one.state for one in told.claims).items(),
        state=state,
        listed={one.id: one for one in told.reports},
        branches=views.branches(told),
        outlets=outlets,
        grid=grid,
        kinds=kinds,
        most=max((number for _, number in kinds), default=1),
        moments=views.moments(now),
        since=since,
        fresh=[one for one in told.reports if one.id in new],
        changed=changed[:MOST_CHANGES],
        unlisted=len(changed[MOST_CHANGES:]),
        **_shared(request, told.title, _line(told), f"/stories/{told.id}"),
    )
    visits.remember(request, response)
    return response


def _changes(at: Desk, told: Story, since: str) -> tuple[Change, ...]:
    """What came of the claims since a moment, as a watch would tell it."""
    earlier = at.record.story_kept(told.id, since)
    if earlier is None:
        return ()
    then, now = (standing.of_story(at.record, one, one.claims) for one in (earlier, told))
    return compare(then, now, new=False)


@router.get("/stories/{story_id}/dossier")
def dossier(at: At, story_id: Id, as_of: AsOf = None) -> HTMLResponse:
    """A story as one page that needs nothing else: to print, or to keep."""
    told = finding.story(at, story_id, as_of or None)
    readings = _readings(at, told)
    rows = views.claim_rows(told, readings)
    facts = dossiers.facts(rows, readings)
    words = (
        templates()
        .get_template("dossier.html")
        .render(
            story=told,
            rows=rows,
            line=_line(told),
            version=__version__,
            style=dossiers.STYLE,
            quotes=facts.quotes,
            sources=facts.sources,
            texts=facts.texts,
        )
    )
    headers = {
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
        "Content-Disposition": f'inline; filename="dossier-{told.id}.html"',
    }
    return HTMLResponse(words, headers=headers)


@router.get("/stories/{story_id}/picture.png")
def story_picture(at: At, story_id: Id) -> Response:
    """The picture of a story's address."""
    told = finding.story(at, story_id)
    return Response(picture.draw(told.title, _line(told)), media_type="image/png")


@router.get("/claims")
def claims(
    at: At,
    request: Request,
    state: str | None = None,
    revised: bool = False,
    sources: int = 0,
    cursor: Cursor = None,
) -> HTMLResponse:
    """The list of claims."""
    known: State | None = next((one for one in get_args(State) if one == state), None)
    asked = finding.ClaimsAsked(None, known, revised, max(0, min(sources, 99)), None)
    found, following = finding.claims(at, asked, LIMIT, cursors.number(cursor))
    next_page = request.url.include_query_params(cursor=cursors.sealed(following)) if following else None
    shown = None if next_page is None else f"{next_page.path}?{next_page.query}"
    return page(request, "claims.html", found=found, state=known, revised=revised, sources=sources, next=shown)


@router.get("/claims/{claim_id}")
def claim(at: At, request: Request, claim_id: Id, as_of: AsOf = None) -> HTMLResponse:
    """One claim."""
    told, one = finding.claim(at, claim_id, as_of or None)
    row = views.claim_row(told, one, _readings(at, told))
    listed = {report.id: report for report in told.reports}
    shared = _shared(request, one.text, one.why, f"/claims/{one.id}")
    return page(request, "claim.html", story=told, row=row, listed=listed, **shared)


@router.get("/claims/{claim_id}/picture.png")
def claim_picture(at: At, claim_id: Id) -> Response:
    """The picture of a claim's address."""
    _, one = finding.claim(at, claim_id)
    return Response(picture.draw(one.text, _standing(one)), media_type="image/png")


def _readings(at: Desk, told: Story) -> Mapping[str, Reading]:
    taken = at.shelf.take((one.id, one.version) for one in told.reports)
    return {name: reading for (name, _), reading in taken.items()}


def _line(told: Story) -> str:
    counts = told.counts
    last = (told.last_change or "no date")[:16].replace("T", " ")
    return f"{counts.reports} reports · {counts.outlets} outlets · {counts.origins} origins · last change {last}"


def _standing(one: Claim) -> str:
    number = len(one.independent_sources)
    return f"{one.state} · {number} independent source{'' if number == 1 else 's'}"


def _shared(request: Request, title: str, line: str, path: str) -> dict[str, Any]:
    address, image = absolute(request, path), absolute(request, path + "/picture.png")
    return {"line": line, "address": address, "picture": image, "links": share.links(address, title, image)}
