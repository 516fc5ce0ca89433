"""Source → Report: the one entry of intake."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.errors import SourceError
from hearsay.intake.charset import decode
from hearsay.intake.compose import compose, identify
from hearsay.intake.formats.kinds import recognise
from hearsay.intake.page import parse as page
from hearsay.intake.verbatim import keep
from hearsay.intake.wire import furniture, plain

if TYPE_CHECKING:
    from hearsay.intake.charset import Decoded
    from hearsay.intake.draft import Draft
    from hearsay.intake.formats.kinds import Format
    from hearsay.intake.source import Source
    from hearsay.model.report import Report
    from hearsay.settings import Settings

SNIFFED = 4096
"""Bytes at the head of a source that say what it is."""
SHORTEST = 60
"""Characters of a page's body without any sentence; a shorter one is a menu."""

_MARKUP = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:meta|title|div|article|script|link)\b[^<>]{0,300}>",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    rb"\s*+(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!doctype\s+(?!html)[^>]*>\s*)*+<(?:\w+:)?(?P<root>rss|feed|rdf|urlset|sitemapindex)\b",
    re.IGNORECASE | re.DOTALL,
)
_FOREIGN_NAMES = {"rss": "an RSS feed", "rdf": "an RSS feed", "feed": "an Atom feed", "urlset": "a sitemap",
                  "sitemapindex": "a sitemap"}  # fmt: skip
_TAGS = re.compile(rb"</?(?:p|br|a|h1|h2|span|table|td|li|strong|em|b|i)\b[^<>]{0,300}>", re.IGNORECASE)

__all__ = ["identify", "is_html", "item", "take"]


def take(source: Source, settings: Settings, *, dated: str | None = None, body: bool = False) -> Report:
    """The report that a source holds.

    Args:
        source: the bytes, and what came with them.
        settings: the limits in force.
        dated: the report's date, ISO 8601, where it states none.
        body: keep the text exactly as decoded; each block of it is a paragraph.

    Raises:
        SourceError: if the source is empty, too large, binary, has no text or no article.
    """
    _check(source, settings)
    if not body and (form := recognise(source.data)):
        return _wired(source, form, settings, dated)
    if not body and (kind := _foreign(source.data)):
        unread = "JSON that is no ninjs and has no text or address"
        raise SourceError(source.uri, unread if kind == "JSON" else f"{kind} is a list of reports: give its address")
    html = not body and is_html(source)
    decoded = decode(source.data, source.charset, html, source.uri)
    if not decoded.text.strip("\ufeff\x00 \t\r\n"):
        raise SourceError(source.uri, "no text")
    if not html and len(decoded.text) > settings.max_text_chars:
        raise SourceError(source.uri, f"text longer than {settings.max_text_chars:,} characters")
    if body:
        return keep(replace(source, media_type=source.media_type or "text/plain"), decoded, dated)
    source = replace(source, media_type=_media_type(source, html=html))
    report = compose(source, _draft(source, decoded, html=html), decoded, dated=dated)
    if not _has_article(report, html=html):
        raise SourceError(source.uri, "no article found")
    if len(report.text) > settings.max_text_chars:
        raise SourceError(source.uri, f"text longer than {settings.max_text_chars:,} characters")
    return report


def item(source: Source) -> str | None:
    """The publisher's name for the report in a source, where a wire format states one."""
    form = recognise(source.data)
    if form is None:
        return None
    try:
        return form.parse(decode(source.data, source.charset, True, source.uri)).item
    except (ValueError, SourceError):
        return None


def is_html(source: Source) -> bool:
    """Whether the bytes are HTML, whatever the file is called: a ``.txt`` may hold a page, a ``.html`` plain text."""
    head = source.data[:SNIFFED].replace(b"\x00", b"")
    if _MARKUP.search(head):
        return True
    return len(_TAGS.findall(head)) >= (1 if source.media_type in ("text/html", "application/xhtml+xml") else 3)


def _wired(source: Source, form: Format, settings: Settings, dated: str | None) -> Report:
    """The report of a source in a wire format."""
    decoded = decode(source.data, source.charset, True, source.uri)
    try:
        draft = form.parse(decoded)
    except ValueError as error:
        raise SourceError(source.uri, f"{form.name}: {error}") from error
    report = compose(replace(source, media_type=form.media_type), draft, decoded, dated=dated)
    if len(report.text) > settings.max_text_chars:
        raise SourceError(source.uri, f"text longer than {settings.max_text_chars:,} characters")
    if not report.spans("paragraph", "caption", "headline", "note"):
        raise SourceError(source.uri, f"{form.name} without a text")
    return report


def _has_article(report: Report, *, html: bool) -> bool:
    """Whether there is a body; in markup, where menus are texts too, one with a sentence or some length."""
    body = [span.of(report.text) for span in report.spans("paragraph")]
    if not html:
        return bool(body)
    return any(furniture.is_prose(text) for text in body) or sum(map(len, body)) >= SHORTEST


def _media_type(source: Source, *, html: bool) -> str:
    """What the bytes turned out to be, where that differs from what they were said to be."""
    stated = source.media_type or ""
    if html:
        return stated if "html" in stated else "text/html"
    return stated if stated and "html" not in stated else "text/plain"


def _draft(source: Source, decoded: Decoded, *, html: bool) -> Draft:
    return page.parse(decoded, source.address) if html else plain.parse(decoded)


def _foreign(data: bytes) -> str | None:
    """What a source is that holds reports in a form of its own, or ``None``."""
    head = data[:SNIFFED].lstrip(b"\xef\xbb\xbf")
    if found := _FOREIGN.match(head):
        return _FOREIGN_NAMES[found["root"].decode().lower()]
    if head.lstrip()[:1] in (b"{", b"["):
        with suppress(ValueError, RecursionError):
            json.loads(data)
            return "JSON"
    return None


def _check(source: Source, settings: Settings) -> None:
    if not source.data:
        raise SourceError(source.uri, "empty")
    if len(source.data) > settings.max_source_bytes:
        raise SourceError(source.uri, f"larger than {settings.max_source_bytes:,} bytes")
