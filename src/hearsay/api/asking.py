"""What routes ask of a request, and how they answer it."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import Depends, HTTPException, Path, Query, Request, Response

from hearsay.api import cursors
from hearsay.api.desk import Desk
from hearsay.api.objects import Problem

LIMIT = 50
"""Entries of a page of a list."""

WRONG: dict[int | str, dict[str, Any]] = {400: {"model": Problem}}
MISSING: dict[int | str, dict[str, Any]] = {400: {"model": Problem}, 404: {"model": Problem}}


def desk(request: Request) -> Desk:
    """The desk of the server that a request came to."""
    got: Desk = request.app.state.desk
    return got


def authorised(request: Request) -> None:
    """Let only those pass who bear the token."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.casefold() != "bearer" or not desk(request).admits(given):
        raise HTTPException(401, "adding needs the server's token", {"WWW-Authenticate": "Bearer"})


def encoded(value: object, request: Request, next_page: str | None = None) -> Response:
    """A record as JSON; where a list goes on, the Link header says where (RFC 8288)."""
    headers = {"Vary": "Accept, User-Agent"}
    if next_page is not None:
        url = request.url.include_query_params(cursor=cursors.sealed(next_page))
        headers["Link"] = f'<{url.path}?{url.query}>; rel="next"'
    return Response(msgspec.json.encode(value), headers=headers, media_type="application/json")


At = Annotated[Desk, Depends(desk)]
AsOf = Annotated[
    str | None, Query(description="A day, to its end, or a moment (ISO 8601): what was known then.", max_length=64)
]
Id = Annotated[str, Path(max_length=200)]
Name = Annotated[str, Path(max_length=500, min_length=1)]
Cursor = Annotated[str | None, Query(description="Where the page before ended, from its Link header.", max_length=2000)]
Limit = Annotated[int, Query(ge=1, le=500, description="Entries of a page.")]
Number = Annotated[int | None, Query(ge=1, le=10**6, description="A version; the newest where none is given.")]
