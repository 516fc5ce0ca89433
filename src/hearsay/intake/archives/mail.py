"""Mail: an mbox or one message. A newsletter's HTML part is the page, its plain text where there is none.

What is stored is the part as its transfer encoding unfolds it: places lead into those bytes. Sender, subject and date
go along as statements.
"""

from __future__ import annotations

import re
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.parser import BytesParser
from email.utils import parseaddr
from typing import TYPE_CHECKING, BinaryIO

from hearsay.intake.dates.moments import normal
from hearsay.intake.source import Source
from hearsay.model.report import Evidence, Rejected, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from hearsay.settings import Settings

MBOX = re.compile(rb"From [^\r\n]{1,200}\d{2}:\d{2}[^\r\n]{0,60}\r?\n[\w-]+:")
"""How an mbox begins (RFC 4155)."""
MESSAGE = re.compile(
    rb"(?:[A-Za-z][\w-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?"
    rb"(?:Message-ID|MIME-Version|Received|Return-Path|Delivered-To):",
    re.IGNORECASE,
)
"""How a message begins (RFC 5322): headers, one of which only mail has."""
_FROM = re.compile(rb"^From ([^\r\n]{1,200}\d{2}:\d{2}|- )")


def unpack(uri: str, stream: BinaryIO, settings: Settings) -> Iterator[Source | Rejected]:
    """The newsletters of an mbox, in its order, one message in memory at a time."""
    number, size = 0, 0
    lines: list[bytes] = []
    blank = True
    for line in iter(lambda: stream.readline(settings.max_source_bytes + 1), b""):
        if blank and _FROM.match(line):
            if number:
                yield _taken(f"{uri}#{number}", lines, size, settings)
            number, size, lines = number + 1, 0, []
        elif size <= settings.max_source_bytes:
            lines.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
        blank = not line.strip()
    if number:
        yield _taken(f"{uri}#{number}", lines, size, settings)


def message(uri: str, stream: BinaryIO, settings: Settings) -> Iterator[Source | Rejected]:
    """The newsletter of one message."""
    data = stream.read(settings.max_source_bytes + 1)
    yield _taken(uri, [data], len(data), settings)


def _taken(name: str, lines: list[bytes], size: int, settings: Settings) -> Source | Rejected:
    if size > settings.max_source_bytes:
        return Rejected(name, f"larger than {settings.max_source_bytes} bytes")
    try:
        # The compat32 policy keeps a malformed header as it is, where the newer one raises on a few.
        parsed = BytesParser(policy=policy.compat32).parsebytes(b"".join(lines))
        part = _part(parsed, "text/html") or _part(parsed, "text/plain")
        data = part.get_payload(decode=True) if part is not None else None
        if part is None or not isinstance(data, bytes) or not data.strip():
            return Skipped(name, "a message without text")
        if len(data) > settings.max_source_bytes:
            return Rejected(name, f"larger than {settings.max_source_bytes} bytes")
        return Source(
            name, data, part.get_content_type(), charset=part.get_content_charset(), stated=tuple(_stated(parsed))
        )
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        IndexError,
        KeyError,
        UnicodeError,
        RecursionError,
    ) as error:
        return Rejected(name, f"a damaged message ({type(error).__name__})")


def _part(parsed: Message, kind: str) -> Message | None:
    """The first part of a type that is no attachment."""
    for part in parsed.walk():
        if part.get_content_type() == kind and "attachment" not in str(part.get("Content-Disposition", "")).lower():
            return part
    return None


def _stated(parsed: Message) -> Iterator[Evidence]:
    if subject := _decoded(parsed, "Subject"):
        yield Evidence("headline", subject, "mail Subject")
    if moment := normal(_decoded(parsed, "Date")):
        yield Evidence("published", moment, "mail Date")
    name, address = parseaddr(_decoded(parsed, "From"))
    if outlet := name.strip() or address.rpartition("@")[2]:
        yield Evidence("outlet", outlet, "mail From")
    if item := _decoded(parsed, "Message-ID"):
        yield Evidence("message", item, "mail Message-ID")


def _decoded(parsed: Message, header: str) -> str:
    """A header with its encoded words (RFC 2047) put into characters."""
    value = str(parsed.get(header, ""))
    words = []
    try:
        pieces = decode_header(value)
    except HeaderParseError:  # encoded words that are damaged stay as they stand
        pieces = [(value, None)]
    for piece, charset in pieces:
        if isinstance(piece, str):
            words.append(piece)
            continue
        try:
            words.append(piece.decode(charset or "utf-8", "replace"))
        except LookupError:
            words.append(piece.decode("utf-8", "replace"))
    return " ".join("".join(words).split())
