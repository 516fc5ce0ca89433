"""Lines read back: the JSON of a stored reading, and the proof that it is the one that was kept."""

from __future__ import annotations

import hashlib
import zlib

from hearsay.errors import RecordError
from hearsay.model import codec
from hearsay.model.reading import Reading


def opened(line: str, sha256: str, whose: str) -> Reading:
    """The reading that a stored line holds.

    Raises:
        RecordError: if the line is not the one that was kept.
    """
    if hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest() != sha256:
        raise RecordError(f"{whose}: the stored reading is damaged; 'hearsay check' tells more")
    return decoded(line, whose)


def decoded(line: str, whose: str) -> Reading:
    """The reading that a stored line holds, damaged or not.

    Raises:
        RecordError: if the line holds no reading.
    """
    try:
        reading = codec.decode(line)
    except ValueError as error:
        raise RecordError(f"{whose}: the stored reading cannot be opened: {error}") from error
    if not isinstance(reading, Reading):
        raise RecordError(f"{whose}: the stored line holds no reading")
    return reading


def unpacked(body: bytes, sha256: str) -> bytes:
    """The source that is stored compressed.

    Raises:
        RecordError: if it is not the one that was kept.
    """
    try:
        source = zlib.decompress(body)
    except zlib.error as error:
        raise RecordError(f"source {sha256}: cannot be unpacked: {error}") from error
    if hashlib.sha256(source).hexdigest() != sha256:
        raise RecordError(f"source {sha256}: is not the one that was kept")
    return source
