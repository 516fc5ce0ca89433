"""RSS 0.9 to 2.0 and Atom, through feedparser, which also reads those that are not well-formed."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import feedparser

from hearsay.errors import SourceError
from hearsay.intake.feeds.items import Item, absolute
from hearsay.intake.feeds.stating import state
from hearsay.intake.fetch.target import is_address

if TYPE_CHECKING:
    from hearsay.model.fetched import Fetched

LONG = 1000
"""Characters of a description that is no summary any more: many RSS feeds put the whole text there."""
_TAG = re.compile(r"<[^>]*>")


def read(got: Fetched) -> list[Item]:
    """The items of a feed, in its order.

    Raises:
        SourceError: if nothing can be read of it.
    """
    stated = f"{got.media_type or 'application/xml'}" + (f"; charset={got.charset}" if got.charset else "")
    headers = {"content-type": stated, "content-location": got.final}
    try:
        found = feedparser.parse(io.BytesIO(got.data), response_headers=headers, sanitize_html=False)
    except Exception as error:
        # It parses what is broken by guessing, and a guess may fail in any way.
        raise SourceError(got.address, f"a damaged feed ({type(error).__name__})") from error
    if found.bozo and not found.entries and not found.feed:
        raise SourceError(got.address, f"a damaged feed ({' '.join(str(found.bozo_exception).split())[:100]})")
    return [_item(entry, got, found.feed.get("language")) for entry in found.entries]


def _item(entry: Any, got: Fetched, language: str | None) -> Item:
    address = _address(entry, got.final)
    content, media_type = _content(entry)
    stated = state(
        "feed",
        headline=_TAG.sub(" ", entry.get("title") or ""),
        author=entry.get("author"),
        published=entry.get("published") or entry.get("created"),
        modified=dict.get(entry, "updated"),  # its own "get" takes the time of publication for it
        language=language,
    )
    name = entry.get("id") or address or entry.get("title") or ""
    return Item(" ".join(name.split()) or "an item without a name", address, stated, content, media_type)


def _address(entry: Any, base: str) -> str | None:
    """The address of an item's page; a redirecting service's original goes first, a permalink guid last."""
    for stated in (entry.get("feedburner_origlink"), entry.get("link"), entry.get("id")):
        if not stated:
            continue
        if is_address(stated.strip()):
            return str(stated.strip())
        if stated != entry.get("id"):
            return absolute(base, stated.strip())
    return None


def _content(entry: Any) -> tuple[str | None, str]:
    """The whole text of an item, where the feed carries it, and its type."""
    for one in entry.get("content", ()):
        if value := (one.get("value") or "").strip():
            return value, "text/plain" if one.get("type") == "text/plain" else "text/html"
    summary = entry.get("summary") or ""
    return (summary, "text/html") if len(_TAG.sub("", summary)) >= LONG else (None, "text/html")
