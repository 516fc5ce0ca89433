"""What a server answers: its status, and its headers as far as they are used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from hearsay.errors import SourceError
from hearsay.intake.fetch.pace import retry_after

if TYPE_CHECKING:
    from collections.abc import Iterable

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PASSING = frozenset({429, 500, 502, 503, 504})
"""Answers that may be another one soon: they are tried again."""
GONE = frozenset({404, 410})
NOT_MODIFIED = 304
WHOLE = frozenset({200, 203})
"""Answers that are what was asked for, all of it."""

NO_TEXT = frozenset({"image", "video", "audio", "font", "model"})
"""Families of types (IANA) that hold no text: what a server calls so is not loaded."""

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.IGNORECASE)
_GZIP_TYPES = ("application/gzip", "application/x-gzip")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an answer."""

    status: int
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    encoding: str = ""
    location: str | None = None
    retry_after: float | None = None
    length: int | None = None

    def __str__(self) -> str:
        try:
            return f"{self.status} {HTTPStatus(self.status).phrase}"
        except ValueError:
            return str(self.status)


class StatusError(SourceError):
    """An answer that is no page. ``gone`` tells that the page is not there any more (404, 410)."""

    def __init__(self, uri: str, head: Head) -> None:
        super().__init__(uri, f"the server answered {head}")
        self.status = head.status
        self.wait = head.retry_after
        self.gone = head.status in GONE


def head(status: int, headers: Iterable[tuple[bytes, bytes]]) -> Head:
    """The head of an answer, from its header lines; of a header that is there twice, the first counts.

    Lines are in ISO 8859-1 (RFC 9110, 5.5); addresses that hold raw UTF-8 are read as that.
    """
    named: dict[str, str] = {}
    for name, value in headers:
        key, words = name.decode("latin-1").lower(), value.decode("latin-1").strip()
        # Several lines of one list are one list; a second coding must not be overlooked.
        named[key] = f"{named[key]}, {words}" if key == "content-encoding" and key in named else named.get(key, words)
    stated = named.get("content-type", "")
    charset = _CHARSET.search(stated)
    media_type = stated.partition(";")[0].strip().lower()
    length = named.get("content-length", "")
    return Head(
        status,
        media_type if media_type and media_type not in _GZIP_TYPES else None,
        charset[1] if charset else None,
        named.get("etag"),
        named.get("last-modified"),
        named.get("content-encoding", ""),
        _utf8(named.get("location")),
        retry_after(named.get("retry-after")),
        int(length) if length.isascii() and length.isdigit() else None,
    )


def _utf8(words: str | None) -> str | None:
    try:
        return words.encode("latin-1").decode("utf-8") if words else None
    except UnicodeDecodeError:
        return words
