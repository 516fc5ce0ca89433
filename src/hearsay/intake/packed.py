"""Sources that are kept compressed: a gzipped page is read as the page that it holds.

Decompression stops at the size limit of a source, so that a small file which unfolds into a very large one costs no
more than a large file does.
"""

from __future__ import annotations

import zlib

from hearsay.errors import SourceError

MAGIC = b"\x1f\x8b\x08"
"""How a gzip member begins (RFC 1952, 2.3.1)."""
ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"WARC/")
"""How archives begin: zip, with members and without, and WARC."""
MEMBERS = 100
"""The most members of one file: a page has one, and each costs a copy of what follows it."""
_GZIP = 16 + zlib.MAX_WBITS
_HEAD = 65_536


def unpacked(uri: str, data: bytes, limit: int) -> bytes:
    """The bytes that gzip members hold, one after another; other bytes as they are.

    Raises:
        SourceError: if they hold more than ``limit`` bytes, are too many, or are damaged or cut off.
    """
    if not data.startswith(MAGIC):
        return data
    whole = bytearray()
    for _ in range(MEMBERS):
        member = zlib.decompressobj(_GZIP)
        try:
            whole += member.decompress(data, limit + 1 - len(whole))
        except zlib.error as error:
            raise SourceError(uri, "damaged gzip") from error
        if len(whole) > limit:
            raise SourceError(uri, f"larger than {limit} bytes when unpacked")
        if not member.eof:
            raise SourceError(uri, "gzip that is cut off")
        data = member.unused_data
        if not data.startswith(MAGIC):
            return bytes(whole)
    raise SourceError(uri, f"gzip of more than {MEMBERS} members")


def is_archive(data: bytes) -> bool:
    """Whether bytes are a zip or a WARC, gzipped or not."""
    if not data.startswith(MAGIC):
        return data.startswith(ARCHIVES)
    try:
        return zlib.decompressobj(_GZIP).decompress(data[:_HEAD], len(ARCHIVES[2])) == ARCHIVES[2]
    except zlib.error:
        return False
