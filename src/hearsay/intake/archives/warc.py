"""WARC (ISO 28500), gzipped or plain, through FastWARC: a source for each page that a crawler was answered with.

A record is read when it is asked for, and forgotten before the next. Every record that holds no page is told with the
reason. Where an archive is damaged, reading goes on at the next record that begins soundly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from fastwarc.warc import ArchiveIterator

from hearsay.intake.dates.moments import normal
from hearsay.intake.packed import ARCHIVES
from hearsay.intake.source import Source
from hearsay.model.report import Rejected, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.settings import Settings

SIGN = ARCHIVES[2]
"""How a WARC begins, unpacked."""
_GZIP = b"\x1f\x8b\x08"
_CHUNK = 1 << 16
MOST_DAMAGED = 1000
"""Damaged records one after another, beyond which an archive is given up: each costs a search of its own."""
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/json", "application/xml", "text/xml")
_FAMILIES = {"image": "an image", "video": "a video", "audio": "a sound", "font": "a font"}
_KINDS = {
    "request": "a request", "metadata": "metadata", "warcinfo": "a description of the archive",
    "revisit": "a revisit: the page was as before", "continuation": "a piece of a record",
}  # fmt: skip


def unpack(uri: str, stream: BinaryIO, settings: Settings) -> Iterator[Source | Rejected]:
    """The pages of an archive, in its order.

    Args:
        uri: the archive's name.
        stream: its bytes, seekable, at their beginning.
        settings: for the largest source.
    """
    at: int | None = stream.tell()
    sign = _GZIP if stream.read(3) == _GZIP else SIGN
    damage: Rejected | None = None
    row = 0  # damaged records since the last sound one
    after = False  # whether the damage was met behind a sound record, so that it may be met again at its own beginning
    while at is not None:
        stream.seek(at)
        last, sound = at, False
        try:
            for record in ArchiveIterator(stream, auto_decode="all"):
                if damage:
                    yield damage
                damage, sound, last, row = None, True, record.stream_pos, 0
                yield _source(uri, record, settings)
            break
        except (OSError, ValueError, RuntimeError) as error:
            if damage and not after:
                yield damage
            row += 1
            if row > MOST_DAMAGED:
                yield Rejected(uri, f"more than {MOST_DAMAGED} damaged records one after another; the rest is not read")
                return
            damage, after = Rejected(f"{uri}@{last}", f"a damaged record ({_line(error)})"), sound
        at = _next(stream, sign, last + 1)
    if damage:
        yield damage


def _source(uri: str, record: Any, settings: Settings) -> Source | Rejected:
    """What one record holds, or why it holds no page."""
    kind = str(record.record_type).rpartition(".")[2]
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    name = address or f"{uri}@{record.stream_pos}"
    if why := _KINDS.get(kind):
        return Skipped(name, why)
    if not address:
        return Rejected(name, "a record that is cut off or names no address")
    if cut := record.headers.get("WARC-Truncated"):
        return Rejected(name, f"cut off by the crawler ({cut})")
    if (answer := record.http_headers) is not None and (why := _unfit(answer)):
        return Skipped(name, why)
    media_type = _media_type(record)
    if media_type and media_type not in _PAGES and not media_type.endswith(("+json", "+xml")):
        family = media_type.partition("/")[0]
        return Skipped(name, _FAMILIES.get(family, f"of type {media_type}"))
    return _page(name, address, record, media_type, settings)


def _page(name: str, address: str, record: Any, media_type: str | None, settings: Settings) -> Source | Rejected:
    limit = settings.max_source_bytes
    data = record.reader.read(limit + 1)
    if len(data) > limit:
        return Rejected(name, f"larger than {limit} bytes")
    encoded = record.http_headers is not None and (
        record.http_headers.get("Content-Encoding") or record.http_headers.get("Transfer-Encoding")
    )
    if not encoded and len(data) < record.content_length:
        return Rejected(name, "a record that is cut off")
    if not data.strip():
        return Skipped(name, "an empty page")
    fetched = normal(record.headers.get("WARC-Date") or "")
    known = None if media_type in ("application/json", "application/xml", "text/xml") else media_type
    return Source(name, data, known, address if "://" in address else None, record.http_charset, fetched=fetched)


def _unfit(answer: Any) -> str | None:
    status = answer.status_code
    if status is None or status == 200:
        return None
    if 300 <= status < 400:
        return "a redirect"
    return f"the server answered {status}"


def _media_type(record: Any) -> str | None:
    if record.http_headers is not None:
        stated = record.http_content_type or ""
    else:
        stated = record.headers.get("Content-Type") or ""
    # It is told as a reason, and whoever made the archive may write anything there.
    return " ".join(stated.partition(";")[0].split()).lower()[:60] or None


def _next(stream: BinaryIO, sign: bytes, at: int) -> int | None:
    """Where the sign of a record stands next, from ``at`` on."""
    stream.seek(at)
    before = b""
    while chunk := stream.read(_CHUNK):
        held = before + chunk
        if (found := held.find(sign)) >= 0:
            return at + found
        keep = len(sign) - 1
        at += len(held) - keep
        before = held[-keep:]
    return None


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
