"""What holds several reports, by its content: an archive, a mailbox, a table, a list of addresses."""

from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from hearsay.intake.archives import mail, rows, warc, zipped
from hearsay.intake.formats.kinds import is_array, recognise
from hearsay.intake.packed import MAGIC
from hearsay.model.report import Rejected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from _typeshed import WriteableBuffer

    from hearsay.intake.source import Source
    from hearsay.settings import Settings

SNIFFED = 65_536
"""Bytes at the head of a file that say whether it is an archive."""
_LISTED = 50_000_000
"""The largest JSON array of rows, which is read whole."""

Sources = "Iterator[Source | Rejected]"


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens what holds several reports.

    Attributes:
        settings: the limits in force.
        single: takes a file that is one source.
        fetch: takes an address.
        depth: how many archives stand around this one.
    """

    settings: Settings
    single: Callable[[str, BinaryIO], Iterator[Source | Rejected]]
    fetch: Callable[[str], Iterator[Source | Rejected]]
    depth: int = 0

    def open(self, uri: str, stream: BinaryIO) -> Iterator[Source | Rejected]:
        """The sources in a file.

        Args:
            uri: what it is called.
            stream: its bytes; seekable, or it is read whole.
        """
        if not stream.seekable():
            stream = io.BytesIO(stream.read(self.settings.max_source_bytes + 1))
        head = stream.read(SNIFFED)
        stream.seek(0)
        if head.startswith(zipped.SIGN):
            yield from self._zip(uri, stream)
            return
        name = uri.lower().removesuffix(".gz")
        packed = head.startswith(MAGIC)
        within = _unpacked(stream) if packed else head
        suffix = name[name.rfind(".") :] if "." in name else ""
        opened = self._opened(uri, suffix, within, stream, packed=packed)
        yield from self.single(uri, stream) if opened is None else opened

    def _opened(
        self, uri: str, suffix: str, head: bytes, stream: BinaryIO, *, packed: bool
    ) -> Iterator[Source | Rejected] | None:
        if head.startswith(warc.SIGN):
            return warc.unpack(uri, stream, self.settings)
        text = _bounded(stream) if packed else stream
        found: Iterator[Source | Rejected] | None = None
        if mail.MBOX.match(head):
            found = mail.unpack(uri, text, self.settings)
        elif mail.MESSAGE.match(head):
            found = mail.message(uri, text, self.settings)
        elif rows.is_gdelt(head):
            found = rows.gdelt(uri, text, self.settings, self.fetch)
        elif rows.is_lines(head, suffix):
            found = rows.lines(uri, text, self.settings, self.fetch)
        elif head.lstrip()[:1] in (b"[", b"{"):
            found = self._objects(uri, text)
        elif delimiter := rows.is_table(head, self.settings):
            found = rows.table(uri, text, delimiter, self.settings, self.fetch)
        if found is None:
            stream.seek(0)
            return None
        return _guarded(uri, found) if packed else found

    def _objects(self, uri: str, text: BinaryIO) -> Iterator[Source | Rejected] | None:
        try:
            data = text.read(min(self.settings.max_source_bytes, _LISTED) + 1)
        except (OSError, EOFError, zlib.error):
            return None
        if len(data) > self.settings.max_source_bytes or recognise(data) or is_array(data):
            return None
        return rows.objects(uri, data, self.settings, self.fetch)

    def _zip(self, uri: str, stream: BinaryIO) -> Iterator[Source | Rejected]:
        if self.depth >= zipped.DEEPEST:
            yield Rejected(uri, f"an archive within {zipped.DEEPEST} others")
            return
        inner = Opener(self.settings, self.single, self.fetch, self.depth + 1)
        yield from zipped.unpack(uri, stream, inner.open)


class _BombError(OSError):
    """More than an archive of text unfolds into."""


class _Unfolding(io.RawIOBase):
    """What a gzipped file holds, up to as many bytes as a zip of its size may unfold into."""

    def __init__(self, stream: BinaryIO) -> None:
        self._held = gzip.GzipFile(fileobj=stream)
        self._left = zipped.FREE + zipped.RATIO * stream.seek(0, io.SEEK_END)
        stream.seek(0)

    def readable(self) -> bool:
        return True

    def readinto(self, into: WriteableBuffer) -> int:
        view = memoryview(into)
        data = self._held.read(len(view))
        self._left -= len(data)
        if self._left < 0:
            raise _BombError
        view[: len(data)] = data
        return len(data)


def _bounded(stream: BinaryIO) -> BinaryIO:
    return io.BufferedReader(_Unfolding(stream), SNIFFED)


def _unpacked(stream: BinaryIO) -> bytes:
    """The head of what is gzipped; nothing where it is damaged."""
    member = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        return member.decompress(stream.read(SNIFFED), SNIFFED)
    except zlib.error:
        return b""
    finally:
        stream.seek(0)


def _guarded(uri: str, found: Iterator[Source | Rejected]) -> Iterator[Source | Rejected]:
    """What a gzipped file holds, up to where it is damaged."""
    try:
        yield from chain(found)
    except _BombError:
        yield Rejected(uri, "unfolds into more than an archive of text does; the rest is not read")
    except (OSError, EOFError, zlib.error):
        yield Rejected(uri, "damaged or cut off gzip; what stands behind is not read")
