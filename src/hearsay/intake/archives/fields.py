"""Which column of a table, or key of an object, is which field of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

# Names that data sets, crawlers and databases use, in small letters, the likelier first: those of news-please, Common
# Crawl's and Hugging Face's news sets, GDELT, Media Cloud, Scrapy examples, WordPress and RSS exports.
DEFAULTS: dict[str, tuple[str, ...]] = {
    "html": ("html", "raw_html", "body_html", "content_html", "html_content", "page", "page_html"),
    "text": ("text", "body", "content", "article", "maintext", "full_text", "fulltext", "body_text", "article_text",
             "plain_text", "plain", "article_body", "articlebody", "story", "raw_content"),
    "uri": ("url", "uri", "link", "permalink", "address", "canonical_url", "source_url", "article_url", "webpage",
            "loc", "documentidentifier", "mentionidentifier", "href"),
    "title": ("title", "headline", "head", "heading", "name"),
    "date": ("date", "published", "publish_date", "date_publish", "published_at", "publication_date", "pubdate",
             "date_published", "publishedat", "datetime", "seendate", "timestamp", "created_at", "time", "day"),
    "outlet": ("outlet", "publisher", "publication", "newspaper", "source", "source_name", "media_name",
               "source_domain", "domain", "site", "site_name", "sitename", "sourcecommonname", "mentionsourcename"),
    "author": ("author", "authors", "byline", "writer"),
    "language": ("language", "lang"),
    "id": ("id", "doc_id", "article_id", "guid", "uuid", "stories_id"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields of a report → the names that they may have, in small letters."""

    names: Mapping[str, tuple[str, ...]]

    def of(self, row: Mapping[str, str], field: str) -> str:
        """The value of a field in a row, or nothing."""
        return next((row[name] for name in self.names[field] if row.get(name, "").strip()), "")

    def known(self, columns: object) -> set[str]:
        """The fields that columns of those names give."""
        held = (
            {str(name).strip().lower() for name in columns} if isinstance(columns, (list, tuple, set, dict)) else set()
        )
        return {field for field, names in self.names.items() if held.intersection(names)}


def mapping(stated: str) -> Fields:
    """The fields as a setting names them (``text=body, uri=link``), the defaults for those that it does not.

    Raises:
        UsageError: if it names a field that there is not, or no column.
    """
    names = dict(DEFAULTS)
    for pair in filter(None, (each.strip() for each in stated.split(","))):
        field, _, column = (each.strip() for each in pair.partition("="))
        if field not in DEFAULTS or not column:
            raise UsageError(f"fields is {stated!r}: {pair!r} is not one of {', '.join(DEFAULTS)}, then = and a column")
        names[field] = (column.lower(),)
    return Fields(names)
