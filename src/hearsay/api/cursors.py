"""Cursors: where a page of a list ended, as one opaque word. What it holds may change with every release."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from hearsay.errors import UsageError


def sealed(after: str) -> str:
    """The word that stands for a place."""
    return urlsafe_b64encode(after.encode()).decode().rstrip("=")


def opened(cursor: str | None) -> str | None:
    """The place that a word stands for.

    Raises:
        UsageError: if it stands for none.
    """
    if not cursor:
        return None
    try:
        return urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)).decode()
    except (Error, ValueError) as error:
        raise UsageError("the cursor is not one that was given out") from error


def number(cursor: str | None) -> int:
    """The place that a word stands for, in a list that is counted.

    Raises:
        UsageError: if it stands for none.
    """
    place = opened(cursor)
    if place is None:
        return 0
    if not place.isascii() or not place.isdecimal() or len(place) > 9:
        raise UsageError("the cursor is not one that was given out")
    return int(place)
