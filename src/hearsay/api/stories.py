"""Stories and claims."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query, Request, Response

from hearsay.api import cursors, finding
from hearsay.api.asking import LIMIT, MISSING, WRONG, AsOf, At, Cursor, Id, Limit, encoded
from hearsay.api.objects import ClaimLine
from hearsay.model.story import Heading, State, Story
from hearsay.record.browse import headings

router = APIRouter(tags=["stories"])


@router.get("/stories", response_model=list[Heading], responses=WRONG)
@router.get("/stories.json", include_in_schema=False)
def stories(
    at: At,
    request: Request,
    least: Annotated[int, Query(ge=1, le=10**6)] = 1,
    limit: Limit = LIMIT,
    cursor: Cursor = None,
) -> Response:
    """The stories of at least so many reports, the one that changed last first."""
    at.record.link()
    page = headings(at.record, least=least, limit=limit, after=cursors.opened(cursor))
    return encoded(page.stories, request, page.next)


@router.get("/stories/{story_id}", response_model=Story, responses=MISSING)
@router.get("/stories/{story_id}.json", include_in_schema=False)
def story(at: At, request: Request, story_id: Id, as_of: AsOf = None) -> Response:
    """A story, by its id or by the id of one of its reports: whose copy each report is, how what was said stands."""
    return encoded(finding.story(at, story_id, as_of or None), request)


@router.get("/claims", response_model=list[ClaimLine], responses=MISSING)
@router.get("/claims.json", include_in_schema=False)
def claims(
    at: At,
    request: Request,
    story: Annotated[str | None, Query(max_length=200)] = None,
    state: State | None = None,
    revised: bool = False,
    sources: Annotated[int, Query(ge=0, le=10**6)] = 0,
    as_of: AsOf = None,
    limit: Limit = LIMIT,
    cursor: Cursor = None,
) -> Response:
    """Claims and how they stand, those of the story that changed last first."""
    asked = finding.ClaimsAsked(story or None, state, revised, sources, as_of or None)
    found, following = finding.claims(at, asked, limit, cursors.number(cursor))
    lines = [{"story": told.id, **msgspec.to_builtins(one)} for told, one in found]
    return encoded(lines, request, following)


@router.get("/claims/{claim_id}", response_model=ClaimLine, responses=MISSING)
@router.get("/claims/{claim_id}.json", include_in_schema=False)
def claim(at: At, request: Request, claim_id: Id, as_of: AsOf = None) -> Response:
    """One claim, with the id of its story."""
    told, one = finding.claim(at, claim_id, as_of or None)
    return encoded({"story": told.id, **msgspec.to_builtins(one)}, request)
