"""The interface as an application: its routes, and what an error looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from hearsay.api import adding, events, messages, reports, searching, stories
from hearsay.api.finding import NotFoundError
from hearsay.errors import RecordError, UsageError
from hearsay.version import __version__

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hearsay.api.desk import Desk

DESCRIPTION = """Who said what, according to whom, when: the record of Hearsay, read and added to.

Every place in a text is a half-open range in Unicode code points of the report's `text`. Lists come in pages: the
`Link` header leads to the next one. Every answer has a validator; ask again with `If-None-Match`. Hearsay never says
what is true."""


def interface(desk: Desk) -> FastAPI:
    """The interface to a record, without the edge (:class:`hearsay.api.guard.Guard`)."""
    app = FastAPI(title="Hearsay", version=__version__, description=DESCRIPTION, docs_url=None, redoc_url=None)
    app.state.desk = desk
    for part in (stories, reports, searching, messages, adding, events):
        app.include_router(part.router)
    app.add_exception_handler(NotFoundError, _problem(404))
    app.add_exception_handler(UsageError, _problem(400))
    app.add_exception_handler(RecordError, _problem(503))
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _refused)
    return app


def _problem(status: int) -> Callable[[Request, Exception], Awaitable[JSONResponse]]:
    async def answer(_: Request, error: Exception) -> JSONResponse:
        return JSONResponse({"detail": str(error)}, status)

    return answer


async def _malformed(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(one) for one in first["loc"][1:]) or "the request"
    return JSONResponse({"detail": f"{where}: {first['msg']}"}, 422 if request.method == "POST" else 400)


async def _refused(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return JSONResponse({"detail": str(error.detail)}, error.status_code, error.headers)
