"""The page of what watches told."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from hearsay.api import cursors
from hearsay.api.asking import LIMIT, At, Cursor
from hearsay.api.messages import told
from hearsay.web.rendering import page

router = APIRouter()


@router.get("/messages")
def messages(at: At, request: Request, cursor: Cursor = None) -> HTMLResponse:
    """What changed, the newest first."""
    found, following = told(at, LIMIT, cursors.number(cursor) or None)
    after = f"/messages?cursor={cursors.sealed(following)}" if following else None
    return page(request, "messages.html", messages=found, next=after)
