"""A source taken in: its bytes, and what came with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hearsay.model.report import Evidence


@dataclass(frozen=True, slots=True)
class Source:
    """One source of one report.

    Attributes:
        uri: what it is called: the path or address as it was named, ``-`` for standard input.
        data: its bytes, as they are stored and hashed.
        media_type: ``text/html`` or ``text/plain`` or what the server says; ``None`` where nothing tells.
        address: where on the web it was found, after redirects, if it was fetched.
        charset: the charset that came with it (the HTTP header), if any.
        stated: what the archive, the list or the message that it came in states about it.
        fetched: when an archive fetched it, ISO 8601.
    """

    uri: str
    data: bytes
    media_type: str | None
    address: str | None = None
    charset: str | None = None
    stated: tuple[Evidence, ...] = ()
    fetched: str | None = None
