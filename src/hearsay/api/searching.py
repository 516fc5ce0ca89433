"""Search, speakers and outlets."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from hearsay.api import cursors, finding
from hearsay.api.asking import LIMIT, MISSING, WRONG, At, Cursor, Limit, Name, encoded
from hearsay.api.objects import Found
from hearsay.model.reading import ActorType, Stance
from hearsay.model.story import State
from hearsay.record.outlets import Outlet, OutletPage
from hearsay.record.profiles import Profile
from hearsay.record.speakers import Speaker

HITS = 20
"""Hits of a page."""

router = APIRouter(tags=["search"])

Words = Annotated[str, Query(max_length=1000, description="Words, a phrase in quotation marks, begin*, OR, NOT.")]
Facet = Annotated[str | None, Query(max_length=500)]


@router.get("/search", response_model=Found, responses=WRONG)
@router.get("/search.json", include_in_schema=False)
def search(
    at: At,
    request: Request,
    q: Words = "",
    speaker: Facet = None,
    stance: Stance | None = None,
    kind: Annotated[ActorType | None, Query(description="What the speaker is.")] = None,
    state: Annotated[State | None, Query(description="How the claim stands that a statement is of.")] = None,
    outlet: Facet = None,
    since: Annotated[date | None, Query(description="First day of publication.")] = None,
    until: Annotated[date | None, Query(description="Last day of publication.")] = None,
    limit: Limit = HITS,
    cursor: Cursor = None,
) -> Response:
    """Reports that hold the words; with a speaker, stance, kind or state, statements. Facets count all of it."""
    asked = finding.SearchAsked(q, speaker or None, stance, kind, state, outlet or None, since, until)
    got = finding.search(at, asked, limit, cursors.opened(cursor))
    following = got.next
    answer = Found(got.hits, got.facets, None if following is None else cursors.sealed(following))
    return encoded(answer, request, following)


@router.get("/speakers", response_model=list[Speaker], responses=WRONG)
@router.get("/speakers.json", include_in_schema=False)
def speakers(at: At, request: Request, q: Words = "", limit: Limit = LIMIT, cursor: Cursor = None) -> Response:
    """Who speaks in the record, those with most statements first; ``q`` asks for words of the name or role."""
    after = cursors.number(cursor)
    found = finding.people(at, q, limit + 1, after)
    return encoded(found[:limit], request, str(after + limit) if len(found) > limit else None)


@router.get("/speakers/{name:path}", response_model=Profile, responses=MISSING)
@router.get("/speakers/{name:path}.json", include_in_schema=False)
def speaker(at: At, request: Request, name: Name, limit: Limit = LIMIT, cursor: Cursor = None) -> Response:
    """One speaker, by the canonical name: what was said, and what others said about them."""
    got = finding.speaker(at, name, limit, cursors.opened(cursor))
    return encoded(got, request, got.next)


@router.get("/outlets", response_model=list[Outlet], responses=WRONG)
@router.get("/outlets.json", include_in_schema=False)
def outlet_list(at: At, request: Request, limit: Limit = LIMIT, cursor: Cursor = None) -> Response:
    """The outlets, those with most reports first, each with how many of its reports are copies."""
    after = cursors.number(cursor)
    found = finding.outlets(at, limit + 1, after)
    return encoded(found[:limit], request, str(after + limit) if len(found) > limit else None)


@router.get("/outlets/{name:path}", response_model=OutletPage, responses=MISSING)
@router.get("/outlets/{name:path}.json", include_in_schema=False)
def outlet(at: At, request: Request, name: Name, limit: Limit = LIMIT, cursor: Cursor = None) -> Response:
    """One outlet: its own share and its copied share, whom it copies and who copies it."""
    at.record.link()
    got = finding.outlet(at, name, limit, cursors.number(cursor))
    return encoded(got, request, got.next)
