"""Pages that add: paste a text or addresses, send files, watch what becomes of them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, UploadFile
from starlette.responses import HTMLResponse, RedirectResponse, Response

from hearsay.api import adding
from hearsay.api.asking import At, Id
from hearsay.errors import UsageError
from hearsay.record.search import day
from hearsay.web import entrance
from hearsay.web.rendering import page

router = APIRouter()


@router.get("/add")
def form(at: At, request: Request) -> HTMLResponse:
    """The form, or how to be let in."""
    return page(request, "add.html", admitted=entrance.admitted(request, at), problem=None)


@router.get("/enter")
def enter_by_address(at: At, token: str = "") -> Response:
    """The address that the server prints: it holds the token, and leads on without it."""
    return _entered(at.admits(token), at)


@router.post("/enter")
def enter(at: At, request: Request, token: Annotated[str, Form(max_length=500)] = "") -> Response:
    """The token from the form."""
    return _entered(entrance.ours(request) and at.admits(token), at)


@router.post("/add")
def add(
    at: At,
    request: Request,
    text: Annotated[str, Form(max_length=2_000_000)] = "",
    addresses: Annotated[str, Form(max_length=200_000)] = "",
    dated: Annotated[str, Form(max_length=10)] = "",
    files: list[UploadFile] | None = None,
) -> Response:
    """Hand in what the form holds."""
    if not entrance.ours(request) or not entrance.admitted(request, at):
        raise HTTPException(403, "adding needs the server's token, and a form of this server")
    urls = [line.strip() for line in addresses.splitlines() if line.strip()]
    sent = [(one.filename, one.file.read()) for one in files or () if one.filename]
    problem = _problem(urls, len(sent), dated) or ("" if text.strip() or urls or sent else "Nothing to add.")
    if problem:
        return page(request, "add.html", status_code=400, admitted=True, problem=problem)
    texts = [adding.pasted(text)] if text.strip() else []
    held = [adding.uploaded(name or "", data) for name, data in sent]
    job = adding.hand_in(at, texts, urls, dated or None, held)
    return RedirectResponse(f"/jobs/{job.id}", 303)


@router.get("/jobs/{job_id}")
def job(at: At, request: Request, job_id: Id) -> HTMLResponse:
    """How a job goes on."""
    got = at.jobs.get(job_id)
    if got is None:
        raise HTTPException(404, "no such job, or one long done")
    return page(request, "job.html", job=got)


def _entered(admitted: bool, at: At) -> Response:
    if not admitted:
        raise HTTPException(403, "that is not the token of this server")
    response = RedirectResponse("/add", 303)
    entrance.admit(response, at)
    return response


def _problem(urls: list[str], files: int, dated: str) -> str | None:
    wrong = [one for one in urls if not one.startswith(("http://", "https://"))]
    if wrong:
        return f"{wrong[0][:200]} is not an address that begins with http"
    if len(urls) > adding.MOST_FILES or files > adding.MOST_FILES:
        return f"More than {adding.MOST_FILES} at once."
    try:
        day(dated or None)
    except UsageError as error:
        return f"{error}."
    return None
