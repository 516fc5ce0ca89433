"""What a feed or a sitemap lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import urljoin

from hearsay.intake.fetch.target import is_address
from hearsay.model.report import Evidence  # noqa: TC001 - items are stored as JSON

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["RSS", "Atom", "JSON Feed", "sitemap", "sitemap index"]


def absolute(base: str, stated: str) -> str | None:
    """An address that a feed states, seen from the feed's own; ``None`` where it is none that can be fetched."""
    try:
        joined = urljoin(base, stated)
    except ValueError:  # a bracket that is no IPv6 address
        return None
    return joined if is_address(joined) else None


@dataclass(frozen=True, slots=True)
class Item:
    """One report that is listed.

    Attributes:
        name: what the feed calls it (``guid``, ``id``), or its address.
        address: the address of its page, absolute; ``None`` for an item that has none.
        stated: what the feed says about it: title, author, dates, outlet. Weaker than what its page says.
        content: its whole text, where the feed carries it.
        media_type: what ``content`` is: ``text/html`` or ``text/plain``.
    """

    name: str
    address: str | None
    stated: tuple[Evidence, ...] = ()
    content: str | None = None
    media_type: str = "text/html"

    @property
    def mark(self) -> str:
        """What changes when the feed says that the item has changed."""
        return "\n".join([*(f"{one.field} {one.value}" for one in self.stated), self.content or ""])


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its items, in its own order, or the sitemaps that an index lists.

    ``left_out`` counts the items beyond the limit.
    """

    kind: Kind
    items: tuple[Item, ...]
    maps: tuple[str, ...] = ()
    left_out: int = 0

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)
