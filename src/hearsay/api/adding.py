"""Adding: sources handed in are read in the background; whoever handed them in watches."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request, Response, UploadFile
from fastapi.responses import JSONResponse
from msgspec import to_builtins
from pydantic import BaseModel, Field

from hearsay.api.asking import MISSING, At, Id, authorised, encoded
from hearsay.api.jobs import BusyError
from hearsay.api.objects import Job, Problem
from hearsay.intake.source import Source
from hearsay.pipeline import Options, read_opened, read_source, read_sources
from hearsay.record.search import day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.api.desk import Desk
    from hearsay.model.report import Rejected
    from hearsay.pipeline import Taken

router = APIRouter(tags=["adding"])

MOST_FILES = 200
"""Files that are handed in at once."""

REFUSED: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem},
    401: {"model": Problem},
    413: {"model": Problem},
    503: {"model": Problem},
}


class Given(BaseModel):
    """What is to be added: a text, or addresses."""

    text: str | None = Field(None, max_length=2_000_000, description="A report's text or page, as it is.")
    addresses: list[Annotated[str, Field(max_length=4000, pattern=r"^https?://")]] = Field([], max_length=200)
    dated: str | None = Field(
        None,
        pattern=r"^\d{4}-\d{2}-\d{2}$",
        description="The day, where it states none.",
        json_schema_extra={"format": "date"},
    )


@router.post("/reports", response_model=Job, status_code=202, responses=REFUSED, dependencies=[Depends(authorised)])
def add(at: At, given: Given) -> Response:
    """Hand in a text or addresses. Needs the server's token (``Authorization: Bearer …``)."""
    if (given.text is None or not given.text.strip()) and not given.addresses:
        raise HTTPException(400, "nothing to add: give a text or addresses")
    texts = [] if given.text is None else [pasted(given.text)]
    return _accepted(hand_in(at, texts, given.addresses, given.dated))


@router.post(
    "/reports/files", response_model=Job, status_code=202, responses=REFUSED, dependencies=[Depends(authorised)]
)
def add_files(at: At, files: list[UploadFile]) -> Response:
    """Hand in files: reports, and archives and tables of them. Needs the server's token."""
    if len(files) > MOST_FILES:
        raise HTTPException(400, f"more than {MOST_FILES} files at once")
    return _accepted(hand_in(at, files=[uploaded(one.filename or "", one.file.read()) for one in files]))


@router.get("/jobs/{job_id}", response_model=Job, responses=MISSING)
def job(at: At, request: Request, job_id: Id) -> Response:
    """What became of what was handed in, so far."""
    got = at.jobs.get(job_id)
    if got is None:
        raise HTTPException(404, "no such job, or one long done")
    return encoded(got, request)


def hand_in(
    at: Desk,
    texts: Sequence[Source] = (),
    addresses: Sequence[str] = (),
    dated: str | None = None,
    files: Sequence[Source] = (),
) -> Job:
    """Take sources in, to be read in the background.

    Args:
        at: the desk.
        texts: each a report.
        addresses: of pages, feeds, archives.
        dated: the day of a report that states none.
        files: each a report, or what holds several.

    Raises:
        UsageError: if ``dated`` is no day.
        HTTPException: 503 if too much is waiting.
    """
    work = partial(_read, at, tuple(texts), tuple(files), tuple(addresses), Options(dated=day(dated)))
    try:
        return at.jobs.hand_in(len(texts) + len(files) + len(addresses), work)
    except BusyError as error:
        raise HTTPException(503, str(error), {"Retry-After": "60"}) from error


def pasted(text: str) -> Source:
    """A text that was pasted, named by its digest: the same text again is the same report."""
    data = text.encode("utf-8", "replace")
    return Source(f"pasted/{hashlib.sha256(data).hexdigest()[:16]}", data, None, charset="utf-8")


def uploaded(name: str, data: bytes) -> Source:
    """A file that was sent. Names are others' and repeat, so the digest goes before them."""
    last = "".join(letter for letter in PurePath(name.replace("\\", "/")).name if letter.isprintable())[:200]
    return Source(f"sent/{hashlib.sha256(data).hexdigest()[:16]}/{last or 'file'}", data, None)


def _read(
    at: Desk, texts: Sequence[Source], files: Sequence[Source], addresses: Sequence[str], options: Options
) -> Iterator[Taken | Rejected]:
    for one in texts:
        yield read_source(one, options, at.settings)
    for one in files:
        yield from read_opened(one.uri, one.data, options, at.settings)
    yield from read_sources(addresses, options, at.settings)


def _accepted(made: Job) -> Response:
    return JSONResponse(to_builtins(made), 202, {"Location": f"/jobs/{made.id}"})
