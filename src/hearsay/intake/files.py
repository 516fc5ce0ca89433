"""Sources as they are named on the command line to bytes: a file, a folder, standard input, an address.

What cannot be taken becomes a :class:`Rejected` with its reason, and the others go on.
"""

from __future__ import annotations

import io
import os
import re
import stat
import sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from hearsay.errors import SourceError
from hearsay.intake.archives.opening import Opener
from hearsay.intake.charset import binary_kind
from hearsay.intake.feeds.follow import follow
from hearsay.intake.feeds.parse import parse as parse_feed
from hearsay.intake.fetch import Fetcher, is_address
from hearsay.intake.fetch.client import source
from hearsay.intake.formats.split import split
from hearsay.intake.packed import is_archive, unpacked
from hearsay.intake.source import Source
from hearsay.model.report import Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.settings import Settings

__all__ = ["Source", "gather", "media_type", "opened"]

HTML = "text/html"
PLAIN = "text/plain"
_SUFFIXES = {
    ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".shtml": HTML, ".amp": HTML, ".txt": PLAIN, ".text": PLAIN,
    ".md": PLAIN, ".wire": PLAIN,
}  # fmt: skip
_SNIFFED = 2048
# The signs by which the MIME Sniffing standard (7.1) knows HTML, and a few elements that saved fragments begin with.
_HTML_SIGN = re.compile(
    rb"\s*+(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*+<(?:!doctype\s+html|html|head|body|script|iframe|h1|div|font|table|a|style|title|b|br|p|"
    rb"meta|article|main|section|header|frameset)(?=[\s>/])",
    re.IGNORECASE | re.DOTALL,
)


def gather(named: str, settings: Settings, fetcher: Fetcher | None = None) -> Iterator[Source | Rejected]:
    """Take in what a name stands for: one source, or each file of a folder (sorted, without hidden ones) or feed.

    Args:
        named: a file, a folder, an address, or ``-``.
        settings: the limits in force.
        fetcher: fetches addresses; one for a run, so that hosts are asked politely.
    """
    fetcher = fetcher or Fetcher(settings)
    try:
        if named == "-":
            data = sys.stdin.buffer.read(settings.max_source_bytes + 1)
            yield from _opener(settings, fetcher).open("-", io.BytesIO(data))
        elif is_address(named):
            yield from _fetched(named, settings, fetcher)
        elif Path(named).is_dir():
            yield from _folder(Path(named), settings, fetcher)
        else:
            yield from _file(Path(named), settings, fetcher)
    except SourceError as error:
        yield Rejected(error.uri, error.why)
    except (OSError, ValueError) as error:
        yield Rejected(named, _reason(error))


def opened(uri: str, data: bytes, settings: Settings, fetcher: Fetcher | None = None) -> Iterator[Source | Rejected]:
    """The sources in bytes that are at hand: an archive's, a table's, or the one that they are.

    Args:
        uri: what they are called; the ending of the name counts where the content does not tell.
        data: the bytes.
        settings: the limits in force.
        fetcher: fetches the addresses of a list.
    """
    yield from _opener(settings, fetcher or Fetcher(settings)).open(uri, io.BytesIO(data))


def _fetched(
    address: str, settings: Settings, fetcher: Fetcher, *, listed: bool = False
) -> Iterator[Source | Rejected]:
    """What an address holds: a page, the pages of a feed, what an archive or a table has.

    An address that a table lists (``listed``) is a page or a feed: a list of lists would have no end.
    """
    got = fetcher.get(address, packed=not listed)
    if feed := None if is_archive(got.data) else parse_feed(got, settings.fetch_items):
        for one in follow(got, feed, fetcher, settings.fetch_items):
            yield from (one,) if isinstance(one, Rejected) else split(one)
    elif listed or media_type(got.data) == HTML:
        yield from split(source(got))
    else:
        opener = Opener(
            settings,
            lambda uri, stream: _single(uri, stream, settings) if is_archive(got.data) else split(source(got)),
            lambda named: _listed(named, settings, fetcher),
        )
        yield from opener.open(address, io.BytesIO(got.data))


def _listed(address: str, settings: Settings, fetcher: Fetcher) -> Iterator[Source | Rejected]:
    """What an address of a table holds."""
    try:
        yield from _fetched(address, settings, fetcher, listed=True)
    except SourceError as error:
        yield Rejected(error.uri, error.why)


def media_type(data: bytes, suffix: str = "") -> str | None:
    """What bytes of text are, by their content first and by the file's name second; ``None`` where neither tells."""
    head = data[:_SNIFFED].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _HTML_SIGN.match(head):
        return HTML
    return _SUFFIXES.get(suffix.lower())


def _folder(folder: Path, settings: Settings, fetcher: Fetcher) -> Iterator[Source | Rejected]:
    failed: list[OSError] = []
    empty = True
    for where, folders, files in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            empty = False
            yield from gather(os.path.join(where, name), settings, fetcher)
        yield from (Rejected(str(error.filename), _reason(error)) for error in failed)
        empty = empty and not failed
        failed.clear()
    for error in failed:
        yield Rejected(str(error.filename), _reason(error))
    if empty and not failed:
        yield Rejected(str(folder), "a folder without files")


def _file(path: Path, settings: Settings, fetcher: Fetcher) -> Iterator[Source | Rejected]:
    state = path.stat()
    if not stat.S_ISREG(state.st_mode) and not stat.S_ISFIFO(state.st_mode):
        raise SourceError(str(path), "not a regular file")
    with path.open("rb") as file:
        yield from _opener(settings, fetcher).open(str(path), file)


def _opener(settings: Settings, fetcher: Fetcher) -> Opener:
    return Opener(
        settings,
        lambda uri, stream: _single(uri, stream, settings),
        lambda named: _listed(named, settings, fetcher),
    )


def _single(uri: str, stream: BinaryIO, settings: Settings) -> Iterator[Source | Rejected]:
    """What a file holds that is no archive: a report, or a few in a wire format."""
    named = PurePath(uri)
    suffix = (named.with_suffix("") if named.suffix.lower() == ".gz" else named).suffix
    try:
        yield from split(_checked(uri, stream.read(settings.max_source_bytes + 1), suffix, settings))
    except SourceError as error:
        yield Rejected(error.uri, error.why)


def _checked(uri: str, data: bytes, suffix: str | None, settings: Settings) -> Source:
    if len(data) > settings.max_source_bytes:
        raise SourceError(uri, f"larger than {settings.max_source_bytes} bytes")
    data = unpacked(uri, data, settings.max_source_bytes)
    if not data.strip():
        raise SourceError(uri, "empty")
    if kind := binary_kind(data):
        raise SourceError(uri, f"not text ({kind})")
    return Source(uri, data, media_type(data, suffix or ""))


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    reason = getattr(error, "strerror", None) or str(error)
    return " ".join(str(reason).split())
