"""What watches told: the messages of the record, whoever else got them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response

from hearsay.api import cursors
from hearsay.api.asking import LIMIT, WRONG, At, Cursor, Limit, encoded
from hearsay.record import watching
from hearsay.watch.messages import Message, decode

if TYPE_CHECKING:
    from hearsay.api.desk import Desk

router = APIRouter(tags=["messages"])


@router.get("/messages", response_model=list[Message], responses=WRONG)
@router.get("/messages.json", include_in_schema=False)
def messages(at: At, request: Request, limit: Limit = LIMIT, cursor: Cursor = None) -> Response:
    """What changed, as `hearsay watch` told it, the newest first."""
    found, following = told(at, limit, cursors.number(cursor) or None)
    return encoded(found, request, following)


def told(at: Desk, limit: int, before: int | None) -> tuple[tuple[Message, ...], str | None]:
    """A page of messages, and where the next one begins; ``before`` is where this one does."""
    rows = watching.messages(at.record, limit + 1, before)
    page = rows[:limit]
    return tuple(decode(row.body) for row in page), str(page[-1].number) if len(rows) > limit else None
