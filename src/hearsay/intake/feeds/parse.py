"""Bytes → Feed, by what they are and whatever the server calls them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.errors import SourceError
from hearsay.intake.feeds import jsonfeed, sitemap, syndication
from hearsay.intake.feeds.items import Feed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.intake.feeds.items import Item, Kind
    from hearsay.model.fetched import Fetched

LARGEST = 10_000_000
"""Bytes of the largest feed; a sitemap may have as many as a source."""
_ROOT = re.compile(
    rb"\s*+(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!doctype\s+(?!html)[^>\[]*+(?:\[[^\]]*\])?[^>]*>\s*)*+"
    rb"<(?:[\w.-]+:)?(?P<root>rss|feed|rdf|urlset|sitemapindex)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_SNIFFED = 8192


def parse(got: Fetched, most: int) -> Feed | None:
    """The feed in an answer, with at most so many items; ``None`` for anything else.

    Raises:
        SourceError: if it is a feed, but too large or too damaged to be read.
    """
    kind = kind_of(got.data)
    if kind is None:
        return None
    if kind not in ("urlset", "sitemapindex") and len(got.data) > LARGEST:
        raise SourceError(got.address, f"a feed larger than {LARGEST:,} bytes")
    if kind == "json":
        return _bounded("JSON Feed", jsonfeed.read(got), most)
    if kind == "sitemapindex":
        maps = sitemap.maps(got)
        return Feed("sitemap index", (), maps[:most], max(0, len(maps) - most))
    if kind == "urlset":
        return _bounded("sitemap", sitemap.read(got), most)
    return _bounded("Atom" if kind == "feed" else "RSS", syndication.read(got), most)


def kind_of(data: bytes) -> str | None:
    """What kind of list the bytes are, by the name of its root; ``None`` for anything else."""
    head = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf")
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "ignore").encode()
    if found := _ROOT.match(head):
        return found["root"].decode().lower()
    return "json" if jsonfeed.SIGN.search(head) else None


def _bounded(kind: Kind, items: Sequence[Item], most: int) -> Feed:
    return Feed(kind, tuple(items[:most]), left_out=max(0, len(items) - most))
