"""Sitemaps (sitemaps.org, 0.9), their indexes, and the news extension (schemas/sitemap-news/0.9)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from lxml import etree

from hearsay.errors import SourceError
from hearsay.intake.feeds.items import Item, absolute
from hearsay.intake.feeds.stating import state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.model.fetched import Fetched


def read(got: Fetched) -> list[Item]:
    """The pages of a sitemap, those that changed last first; those without a date come behind, in its order.

    Raises:
        SourceError: if it cannot be parsed.
    """
    items = [_item(found, got.final) for found in _entries(got, "url")]
    return sorted((one for one in items if one is not None), key=_moment, reverse=True)


def maps(got: Fetched) -> tuple[str, ...]:
    """The addresses of the sitemaps that an index lists, each once.

    Raises:
        SourceError: if it cannot be parsed.
    """
    listed = (absolute(got.final, found.get("loc", "")) for found in _entries(got, "sitemap"))
    return tuple(dict.fromkeys(one for one in listed if one))


def _entries(got: Fetched, kind: str) -> Iterator[dict[str, str]]:
    """What each entry says, by the names of its elements. Entities are left as they are: a sitemap needs none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(got.data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(got.address, f"a damaged sitemap ({' '.join(str(error).split())[:100]})") from error
    if root is None:
        raise SourceError(got.address, "a damaged sitemap")
    for entry in root.iter(f"{{*}}{kind}"):
        said: dict[str, str] = {}
        for child in entry.iter(etree.Element):
            with suppress(UnicodeDecodeError):  # libxml2 recovered bytes that are no characters
                said.setdefault(_local(child.tag), (child.text or "").strip())
        yield said


def _local(tag: str) -> str:
    """An element's name without its namespace, or without the prefix of one that is not declared."""
    return tag.rpartition("}")[2].rpartition(":")[2]


def _item(said: dict[str, str], base: str) -> Item | None:
    address = absolute(base, said["loc"]) if said.get("loc") else None
    if address is None:
        return None
    stated = state(
        "sitemap",
        headline=said.get("title"),
        outlet=said.get("name"),
        published=said.get("publication_date"),
        modified=said.get("lastmod"),
        language=said.get("language"),
    )
    return Item(address, address, stated)


def _moment(item: Item) -> str:
    return max((one.value for one in item.stated if one.field in ("published", "modified")), default="")
