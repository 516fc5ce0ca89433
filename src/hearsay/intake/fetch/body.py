"""The bytes of an answer, unpacked while they stream and never beyond the limit of a source.

Only gzip is asked for. Anything else that a server sends unasked (br, zstd, deflate, gzip within gzip) is refused by
its name: it would have to be unpacked before its size is known.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from hearsay.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ASKED = "gzip"
"""What the header Accept-Encoding says (RFC 9110, 12.5.3)."""
_GZIP = 16 + zlib.MAX_WBITS
_PIECE = 65_536


def read(address: str, pieces: Iterable[bytes], encoding: str, limit: int, *, cut: bool = False) -> bytes:
    """The bytes of an answer.

    Args:
        address: what is being fetched.
        pieces: the bytes as they come.
        encoding: the header Content-Encoding.
        limit: the most bytes, unpacked.
        cut: keep the first ``limit`` bytes of a longer answer, in place of refusing it.

    Raises:
        SourceError: if they are more, damaged, cut off, or of an encoding that was not asked for.
    """
    layers = [one for one in (each.strip().lower() for each in encoding.split(",")) if one not in ("", "identity")]
    if layers and layers not in ([ASKED], ["x-gzip"]):
        raise SourceError(address, f"packed in a way that was not asked for: {', '.join(layers)[:60]}")
    data = bytearray()
    for piece in _unpacked(address, pieces) if layers else pieces:
        data += piece
        if len(data) > limit:
            if cut:
                return bytes(data[:limit])
            raise SourceError(address, f"larger than {limit} bytes" + (" when unpacked" if layers else ""))
    return bytes(data)


def _unpacked(address: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What gzip members hold, a piece of bounded size at a time."""
    member = zlib.decompressobj(_GZIP)
    begun = False
    try:
        for packed in pieces:
            left = packed
            while left:
                if member.eof:
                    member, left = zlib.decompressobj(_GZIP), left.lstrip(b"\x00")
                begun = begun or bool(left)
                yield member.decompress(left, _PIECE)
                left = member.unconsumed_tail or member.unused_data
    except zlib.error as error:
        raise SourceError(address, "damaged gzip") from error
    if begun and not member.eof:
        raise SourceError(address, "gzip that is cut off")
