"""Server-sent events (WHATWG HTML, 9.2): how a job goes on, and what comes into the record.

The id of an event is the mark of the record after it: a client that comes back with ``Last-Event-ID`` gets what it
missed. A stream ends after some minutes; browsers connect again by themselves.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from fastapi import APIRouter, Header, HTTPException, Request
from fastapi.responses import StreamingResponse

from hearsay.api.asking import MISSING, At, Id
from hearsay.record.browse import news
from hearsay.record.paging import MOST_KEY

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from hearsay.api.desk import Desk
    from hearsay.pipeline import Record
    from hearsay.record.browse import News

router = APIRouter(tags=["events"])

EVERY = 0.5
"""Seconds between looks."""

LONGEST = 300.0
"""Seconds after which a stream ends."""

_STREAM: dict[int | str, dict[str, Any]] = {200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}}


@router.get("/jobs/{job_id}/events", response_class=StreamingResponse, responses={**_STREAM, **MISSING})
def job_events(at: At, request: Request, job_id: Id) -> StreamingResponse:
    """How a job goes on: an event ``job`` whenever something was read, the last one when all is done."""
    if at.jobs.get(job_id) is None:
        raise HTTPException(404, "no such job, or one long done")
    return _stream(_job(at, request, job_id))


@router.get("/events", response_class=StreamingResponse, responses={**_STREAM, **MISSING})
def record_events(
    at: At, request: Request, last_event_id: Annotated[str | None, Header(max_length=40)] = None, once: bool = False
) -> StreamingResponse:
    """What comes into the record: an event ``news`` with reports and stories. ``once`` ends after the first look."""
    return _stream(_news(at, request, _mark(last_event_id), once=once))


async def _job(at: Desk, request: Request, job_id: str) -> AsyncIterator[bytes]:
    shown = -1
    async for _ in _looks(request):
        got = at.jobs.get(job_id)
        if got is None:
            return
        seen = sum(got.counts.values()) + sum(got.skipped.values())
        if seen != shown or got.done:
            shown = seen
            yield _event("job", str(shown), got)
        if got.done:
            return


async def _news(at: Desk, request: Request, mark: int | None, *, once: bool) -> AsyncIterator[bytes]:
    async for _ in _looks(request):
        got = await asyncio.to_thread(_since, at.record, mark)
        if mark is None or got.mark != mark:
            mark = got.mark
            yield _event("news", str(mark), got)
        else:
            yield b": nothing new\n\n"
        if once:
            return


def _since(record: Record, mark: int | None) -> News:
    record.link()  # what is not linked has no story to tell of
    return news(record, mark)


async def _looks(request: Request) -> AsyncIterator[None]:
    until = asyncio.get_running_loop().time() + LONGEST
    while asyncio.get_running_loop().time() < until and not await request.is_disconnected():
        yield
        await asyncio.sleep(EVERY)


def _mark(given: str | None) -> int | None:
    if not given:
        return None
    if not given.isascii() or not given.isdecimal() or int(given) > MOST_KEY:
        raise HTTPException(400, "Last-Event-ID is not one that was given out")
    return int(given)


def _event(name: str, mark: str, value: object) -> bytes:
    return f"event: {name}\nid: {mark}\ndata: ".encode() + msgspec.json.encode(value) + b"\n\n"


def _stream(events: AsyncIterator[bytes]) -> StreamingResponse:
    return StreamingResponse(events, media_type="text/event-stream", headers={"Cache-Control": "no-store"})
