"""The sources of a watch: looked at when they are due, their items' pages with them.

A feed that lists a new item, or says something new of one, has its page read. After that a page is looked at again
after one interval, two, four …, since most edits come early, and no more after a week. Each item is marked once it is
kept: whoever is killed in between looks at it again.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from hearsay.errors import SourceError
from hearsay.intake.feeds.follow import carried, listed
from hearsay.intake.feeds.items import Item
from hearsay.intake.feeds.parse import parse
from hearsay.intake.fetch import StatusError, is_address
from hearsay.intake.fetch.client import source as source_of
from hearsay.intake.formats.split import split
from hearsay.model.report import Rejected, Skipped
from hearsay.record import watching
from hearsay.record.watching import ItemRow, SourceRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hearsay.intake.fetch import Fetcher
    from hearsay.intake.source import Source as Taken
    from hearsay.model.fetched import Fetched
    from hearsay.pipeline import Kept, Record
    from hearsay.settings import Settings

WEEK = 7 * 86400.0
"""After an interval as long as this, a page is not looked at again."""
SLOWEST = 6 * 3600.0
"""The longest interval of a source that cannot be had."""
FEWEST = 8
"""How often an item's page that could not be had is tried."""


class Sources:
    """Looks at sources.

    Args:
        record: keeps the reports, and what must be remembered of sources and items.
        fetcher: fetches addresses.
        settings: the limits in force.
        clock: the time, in seconds since 1970.
        tell: is told, in one line, what could not be read.
    """

    def __init__(
        self,
        record: Record,
        fetcher: Fetcher,
        settings: Settings,
        clock: Callable[[], float],
        tell: Callable[[str], None],
    ) -> None:
        self._record = record
        self._fetcher = fetcher
        self._settings = settings
        self._clock = clock
        self._tell = tell
        self.counts: Counter[str] = Counter()

    def due(self, address: str) -> float:
        """When a source is due, in seconds since 1970; 0 for one that was never looked at."""
        known = watching.source(self._record, address)
        return known.due if known else 0.0

    def look(self, address: str, every: float) -> None:
        """Look at a source, and keep when it is due again."""
        known = watching.source(self._record, address) or SourceRow(address, 0.0)
        try:
            self._take(address, every)
            row = SourceRow(address, self._clock() + every)
        except SourceError as error:
            row = self._failed(known, every, error)
        watching.keep_source(self._record, row)

    def _failed(self, known: SourceRow, every: float, error: SourceError) -> SourceRow:
        """A source that could not be had: asked less and less often. A page that is gone and was kept is no loss."""
        if isinstance(error, StatusError) and error.gone and watching.is_kept(self._record, known.address):
            self.counts["gone"] += 1
        else:
            self._reject(known.address, error.why)
        failed = known.failed + 1
        wait = max(every, min(every * 2**failed, SLOWEST))
        return SourceRow(known.address, self._clock() + wait, failed, error.why)

    def _take(self, address: str, every: float) -> None:
        if not is_address(address):
            for one in self._record.take(address, settings=self._settings):
                self._count(one)
            return
        got = self._fetcher.get(address)
        feed = parse(got, self._settings.fetch_items)
        if feed is None:
            self._page(got)
            return
        looked: set[str] = set()
        for item in listed(got, feed, self._fetcher, self._settings.fetch_items):
            if isinstance(item, Rejected):
                self._count(item)
            elif item.name not in looked:
                looked.add(item.name)
                self._item(address, item, every)
        for row in watching.due_items(self._record, address, self._clock()):
            if row.name not in looked:
                self._visit(row, every)

    def _page(self, got: Fetched) -> None:
        for one in self._kept(split(source_of(got))):
            self._count(one)

    def _item(self, feed: str, item: Item, every: float) -> None:
        """An item that a feed lists: visited where it is new, or changed, or due."""
        mark = hashlib.sha256(item.mark.encode()).hexdigest()
        known = watching.item(self._record, feed, item.name)
        body = msgspec.json.encode(item).decode()
        if known is None or known.mark != mark:
            self._visit(ItemRow(feed, item.name, mark, 0.0, 0, known.outcome if known else "", body), every)
        elif known.due is not None and known.due <= self._clock():
            self._visit(replace(known, body=body), every)

    def _visit(self, row: ItemRow, every: float) -> None:
        """Look at an item's page, keep what it holds, and mark the item."""
        item = msgspec.json.decode(row.body, type=Item)
        outcome, last = self._visited(item, row)
        wait = every * 2**row.looked
        due = None if last or wait > WEEK else self._clock() + wait
        watching.keep_item(self._record, replace(row, due=due, looked=row.looked + 1, outcome=outcome))

    def _visited(self, item: Item, row: ItemRow) -> tuple[str, bool]:
        """What came of a visit, and whether it was the last."""
        if not item.address:
            return self._without(item, row, "an item without an address and without a text")
        try:
            got = replace(self._fetcher.fetch(item.address), stated=item.stated)
        except StatusError as error:
            if error.gone and watching.is_kept(self._record, item.address):
                self.counts["gone"] += 1
                return "gone", True
            return self._without(item, row, error.why)
        except SourceError as error:
            return self._without(item, row, error.why)
        return self._outcome(split(got)), False

    def _without(self, item: Item, row: ItemRow, why: str) -> tuple[str, bool]:
        """An item whose page cannot be had: the text that the feed carries, or the reason."""
        if held := carried(item, row.source):
            return self._outcome([held]), item.address is None
        self._reject(item.address or f"{row.source}#{item.name}", why)
        return why, row.looked + 1 >= FEWEST or item.address is None

    def _outcome(self, sources: Iterable[Taken | Rejected]) -> str:
        outcomes = [self._count(one) for one in self._kept(sources)]
        return outcomes[-1] if outcomes else "nothing"

    def _kept(self, sources: Iterable[Taken | Rejected]) -> Iterable[Kept | Rejected]:
        for one in sources:
            yield one if isinstance(one, Rejected) else self._record.take_source(one, self._settings)

    def _count(self, one: Kept | Rejected) -> str:
        """Count what came of a source; its outcome in a word, or the reason."""
        if isinstance(one, Skipped):
            self.counts["skipped"] += 1
            return one.why
        if isinstance(one, Rejected):
            self._reject(one.uri, one.why)
            return one.why
        self.counts[one.outcome.status] += 1
        return one.outcome.status

    def _reject(self, uri: str, why: str) -> None:
        self.counts["rejected"] += 1
        self._tell(f"{uri}: {why}")
