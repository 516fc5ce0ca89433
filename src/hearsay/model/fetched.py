"""What was fetched from an address: kept, so that it can be asked about again in place of being fetched again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answer to one address.

    Attributes:
        address: the address as it was asked for.
        final: the address that answered, after redirects.
        status: the HTTP status.
        data: the bytes, unpacked.
        media_type: what the server says that they are, in small letters, without parameters.
        charset: the charset that the server names.
        etag: the answer's ETag (RFC 9110, 8.8.3), as it came.
        modified: the answer's Last-Modified, as it came.
        checked: when the server last said so, in seconds since 1970.
        again: it was fetched before, and the server says that it has not changed (304).
    """

    address: str
    final: str
    status: int
    data: bytes
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    checked: float = 0.0
    again: bool = False
