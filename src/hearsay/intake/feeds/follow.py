"""A feed → the sources of the reports that it lists.

The page of each item is fetched. Where that cannot be had and the feed carries the item's whole text, that is read.
Nothing is left out for its date: feeds often give all their items one date, or none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.errors import SourceError
from hearsay.intake.feeds.parse import kind_of, parse
from hearsay.intake.source import Source
from hearsay.model.report import Rejected, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hearsay.intake.feeds.items import Feed, Item
    from hearsay.intake.fetch.client import Fetcher
    from hearsay.model.fetched import Fetched

MAPS = 100
"""The most sitemaps of one index."""


def follow(got: Fetched, feed: Feed, fetcher: Fetcher, most: int) -> Iterator[Source | Rejected]:
    """The pages of the items that a feed lists, at most so many; ``got`` is the answer that it came in."""
    seen: set[str] = set()
    for item in listed(got, feed, fetcher, most):
        if isinstance(item, Rejected):
            yield item
        elif (key := item.address or item.name) in seen:
            yield Skipped(key, "an item that is listed twice")
        else:
            seen.add(key)
            yield fetched(item, got.address, fetcher)


def listed(got: Fetched, feed: Feed, fetcher: Fetcher, most: int) -> Iterator[Item | Rejected]:
    """The items of a feed; of an index, those of each sitemap that it lists."""
    fetcher.keep(got)
    if not feed.items and not feed.maps:
        yield Skipped(got.address, "a feed without items")
    left = most
    parts: Iterable[Feed | Rejected] = _mapped(got, feed, fetcher, most) if feed.maps else (feed,)
    for each in parts:
        if isinstance(each, Rejected):
            yield each
            continue
        yield from each.items[:left]
        over = each.left_out + max(0, len(each.items) - left)
        left -= min(left, len(each.items))
        if over:
            yield Skipped(got.address, f"{over} items beyond the first {most}")
    if feed.maps and feed.left_out:
        yield Skipped(got.address, f"{feed.left_out} sitemaps beyond the first {most}")


def fetched(item: Item, feed: str, fetcher: Fetcher) -> Source | Rejected:
    """The source of an item: its page, or the text that the feed carries, or why there is neither."""
    why = "an item without an address and without a text"
    if item.address:
        try:
            got = fetcher.fetch(item.address)
            if kind_of(got.data) is None:
                return replace(got, stated=item.stated)
            why = "a feed within a feed"
        except SourceError as error:
            why = error.why
    return carried(item, feed) or Rejected(item.address or f"{feed}#{item.name}", why)


def carried(item: Item, feed: str) -> Source | None:
    """The source that the feed itself carries of an item, if it does."""
    if not item.content:
        return None
    uri = item.address or f"{feed}#{item.name}"
    return Source(uri, item.content.encode(), item.media_type, item.address, "utf-8", stated=item.stated)


def _mapped(got: Fetched, feed: Feed, fetcher: Fetcher, most: int) -> Iterator[Feed | Rejected]:
    """The sitemaps of an index. One that lists others in turn is passed over: the protocol has no such thing."""
    for number, address in enumerate(feed.maps):
        if number == MAPS:
            yield Skipped(got.address, f"{len(feed.maps) - MAPS} sitemaps beyond the first {MAPS}")
            return
        try:
            one = fetcher.get(address)
            inner = parse(one, most)
        except SourceError as error:
            yield Rejected(address, error.why)
            continue
        if inner is None or inner.maps:
            yield Rejected(address, "a sitemap index within another" if inner else "no sitemap")
            continue
        fetcher.keep(one)
        yield inner
