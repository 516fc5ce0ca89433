"""A file that is there as a whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from hearsay.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def whole(path: str | Path) -> Iterator[BinaryIO]:
    """A stream that becomes the file when it is closed without an error; until then the file stays as it was.

    It is written beside the file (``.NAME.XXXXXXXX.part``), brought to the disk, and renamed. What a killed process
    leaves is such a part, which nothing reads.

    Raises:
        UsageError: if the place is no regular file, or cannot be written.
    """
    place = Path(os.path.realpath(Path(path).expanduser()))  # a link stays a link
    if place.exists() and not place.is_file():
        raise UsageError(f"{path}: is no regular file; - writes to standard output")
    part = place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(place)
        _settle(place.parent)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Bring the folder's list of names to the disk, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
