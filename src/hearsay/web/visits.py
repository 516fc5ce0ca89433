"""The last visit to a page, in a cookie of that page alone; reloads within half an hour are one visit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

COOKIE = "hearsay_visit"
ONE_VISIT = timedelta(minutes=30)


def last(request: Request) -> str | None:
    """When the visit before this one began (ISO 8601, UTC); asked for by ``since``, or else as the cookie has it."""
    asked = request.query_params.get("since")
    before, began = _read(request)
    got = _moment(asked) if asked else began if began and _now() - began > ONE_VISIT else before
    return None if got is None else got.isoformat(timespec="seconds")


def remember(request: Request, response: Response) -> None:
    """Note this visit."""
    before, began = _read(request)
    if began is None or _now() - began > ONE_VISIT:
        before, began = began, _now()
    value = "|".join("" if one is None else one.isoformat(timespec="seconds") for one in (before, began))
    response.set_cookie(COOKIE, value, max_age=365 * 86400, path=request.url.path, httponly=True, samesite="lax")


def _read(request: Request) -> tuple[datetime | None, datetime | None]:
    before, _, began = request.cookies.get(COOKIE, "").strip('"').partition("|")
    return _moment(before), _moment(began)


def _moment(words: str) -> datetime | None:
    try:
        got = datetime.fromisoformat(words)
    except ValueError:
        return None
    return got if got.tzinfo else got.replace(tzinfo=UTC)


def _now() -> datetime:
    return datetime.now(UTC)
