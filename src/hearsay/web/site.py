"""The site: pages for those who ask for HTML, the interface for everyone else, behind one edge."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from hearsay.api.app import interface
from hearsay.api.finding import NotFoundError
from hearsay.api.guard import Guard
from hearsay.errors import RecordError, UsageError
from hearsay.web import adding, messages, reports, searching, stories
from hearsay.web.rendering import page

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.types import ASGIApp, Receive, Scope, Send

    from hearsay.api.desk import Desk

STATIC = {"hearsay.css": "text/css", "hearsay.js": "text/javascript", "icon.svg": "image/svg+xml"}
_RAW = ("/text", "/source", "/events", "/openapi.json")
_PAGES_ALONE = ("/static/", "/enter", "/add", "/favicon.ico")


def site(desk: Desk, hosts: Collection[str] = ()) -> ASGIApp:
    """Everything that a server answers: pages and interface, behind the edge."""
    settings = desk.settings
    inner = _Negotiation(pages(desk), interface(desk))
    return Guard(inner, hosts=hosts, most_bytes=settings.max_source_bytes, seconds=settings.serve_timeout)


def pages(desk: Desk) -> FastAPI:
    """The pages alone."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.state.desk = desk
    for part in (stories, reports, searching, messages, adding):
        app.include_router(part.router)
    app.add_api_route("/static/{name}", _static, include_in_schema=False)
    for kind in (NotFoundError, UsageError, RecordError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, _problem)
    return app


class _Negotiation:
    """Who is answered by whom: a path that ends in ``.json`` by the interface; HTML for those who accept it."""

    def __init__(self, pages: ASGIApp, interface: ASGIApp) -> None:
        self._pages, self._interface = pages, interface

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await (self._pages if _wants_page(scope) else self._interface)(scope, receive, send)


def _wants_page(scope: Scope) -> bool:
    if scope["type"] != "http":
        return False
    path: str = scope["path"]
    if path.startswith(_PAGES_ALONE) or path == "/" or path.endswith(("/dossier", "/picture.png")):
        return True
    if path.endswith((".json", *_RAW)) or scope["method"] not in ("GET", "HEAD"):
        return False
    return "text/html" in Headers(scope=scope).get("accept", "")


def _static(name: str) -> Response:
    if name not in STATIC:
        raise HTTPException(404, "no such file")
    body = resources.files("hearsay.web").joinpath("static", name).read_bytes()
    return Response(body, media_type=STATIC[name], headers={"Cache-Control": "no-cache"})


async def _problem(request: Request, error: Exception) -> HTMLResponse:
    status, detail = _told(error)
    return page(request, "problem.html", status_code=status, status=status, detail=detail, twin=None)


def _told(error: Exception) -> tuple[int, str]:
    if isinstance(error, HTTPException):
        return error.status_code, str(error.detail)
    if isinstance(error, RequestValidationError):
        return 400, "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors()[:3])
    return 404 if isinstance(error, NotFoundError) else 400 if isinstance(error, UsageError) else 503, str(error)
