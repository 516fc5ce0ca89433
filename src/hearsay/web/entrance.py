"""Who may add from the browser: whoever entered the server's token, kept in a cookie that no script can read."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from hearsay.api.desk import Desk

COOKIE = "hearsay_entrance"
_PASS = b"hearsay: the browser may add"


def admitted(request: Request, desk: Desk) -> bool:
    """Whether the browser entered the token, and the request comes from one of our pages."""
    given = request.cookies.get(COOKIE, "")
    return bool(desk.token) and hmac.compare_digest(given.encode(), _proof(desk.token).encode())


def ours(request: Request) -> bool:
    """Whether a form was sent from one of our pages (Fetch Metadata, or else the Origin)."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("origin")
    return origin is None or origin.partition("://")[2] == request.headers.get("host")


def admit(response: Response, desk: Desk) -> None:
    """Give the browser its cookie."""
    response.set_cookie(COOKIE, _proof(desk.token), max_age=30 * 86400, httponly=True, samesite="strict")


def _proof(token: str) -> str:
    return hmac.new(token.encode(), _PASS, hashlib.sha256).hexdigest()
