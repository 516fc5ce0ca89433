"""JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hearsay.errors import SourceError
from hearsay.intake.feeds.items import Item, absolute
from hearsay.intake.feeds.stating import state
from hearsay.intake.fetch.target import is_address
from hearsay.text.surrogates import whole

if TYPE_CHECKING:
    from hearsay.model.fetched import Fetched

SIGN = re.compile(rb'^\s*\{(?=.*"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version)', re.DOTALL)
"""How a feed begins: with an object that names the format's version."""


def read(got: Fetched) -> list[Item]:
    """The items of a feed, in its order.

    Raises:
        SourceError: if it is no JSON, or has no list of items.
    """
    try:
        feed = json.loads(got.data)
    except (ValueError, RecursionError) as error:
        raise SourceError(got.address, "a damaged feed (not JSON)") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise SourceError(got.address, "a damaged feed (no list of items)")
    return [_item(one, got.final, _text(feed, "language")) for one in items if isinstance(one, dict)]


def _item(one: dict[str, object], base: str, language: str | None) -> Item:
    name, page = _text(one, "id"), _text(one, "url")
    address = absolute(base, page) if page else name if name and is_address(name) else None
    html, plain = _text(one, "content_html"), _text(one, "content_text")
    stated = state(
        "feed",
        headline=_text(one, "title"),
        author=_author(one),
        published=_text(one, "date_published"),
        modified=_text(one, "date_modified"),
        language=_text(one, "language") or language,
    )
    return Item(
        name or address or "an item without a name",
        address,
        stated,
        html or plain,
        "text/html" if html else "text/plain",
    )


def _author(one: dict[str, object]) -> str | None:
    """The first author: ``authors`` of version 1.1, ``author`` of 1.0."""
    listed = one.get("authors")
    first = listed[0] if isinstance(listed, list) and listed else one.get("author")
    return _text(first, "name") if isinstance(first, dict) else None


def _text(one: dict[str, object], key: str) -> str | None:
    """A string, or a number that stands for one (1.0 allowed it for ``id``)."""
    value = one.get(key)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return whole(value).strip() or None if isinstance(value, str) else None
