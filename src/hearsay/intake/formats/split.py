"""A source of several reports → a source for each: a NewsML-G2 message, an array of ninjs, a run of transmissions.

Each report's source is its own bytes, cut out of what came: its places lead into them. What the envelope says of all of
them (its sender, its charset) goes along with each.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from hearsay.intake.formats import anpa, iptc7901, newsml
from hearsay.intake.formats.json import Object
from hearsay.intake.formats.json import parse as parse_json
from hearsay.intake.formats.ninjs import is_ninjs
from hearsay.model.report import Evidence, Rejected, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.intake.source import Source

MOST = 10_000
"""The most reports of one source."""
TAGS = 20
"""Tags of items that are nowhere closed, beyond which a message is not looked through: a sound one has none."""

_KINDS = "|".join(("newsItem", *newsml.OTHER_ITEMS))
_ITEM = re.compile(rf"<(?P<tag>(?:[\w.-]{{1,40}}:)?(?P<kind>{_KINDS}))[\s>]".encode())
_MESSAGE = re.compile(rb"<(?:[\w.-]+:)?newsMessage[\s>]")
_SENDER = re.compile(rb"<(?:[\w.-]+:)?sender(?:\s[^>]*)?>\s*([^<]{1,200}?)\s*</")
_ENCODING = re.compile(rb"""^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:+-]{2,40})""")
_START = re.compile(rb"(?<!\x16)\x16*+\x01")


def split(source: Source) -> Iterator[Source | Rejected]:
    """The sources of the reports that a source holds; the source itself where it holds one."""
    head = source.data[:4096]
    if _MESSAGE.search(head):
        yield from _message(source)
    elif head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"[" and (found := _array(source.data)) is not None:
        yield from _numbered(source, found)
    elif anpa.SIGN.match(head) or iptc7901.SIGN.match(head):
        yield from _numbered(source, _transmissions(source.data))
    else:
        yield source


def _message(source: Source) -> Iterator[Source | Rejected]:
    """The items of a message. Those that are no news are told and passed over."""
    items = list(islice(_items(source.data), MOST + 1))
    news = sum(kind == "newsItem" for kind, _ in items)
    if len(items) > MOST or not news:
        yield (
            Rejected(source.uri, f"more than {MOST} items" if news else "NewsML-G2 without a news item")
            if items
            else source
        )
        return
    sender, encoding = _SENDER.search(source.data), _ENCODING.match(source.data)
    stated = source.stated
    if sender:
        stated = (*stated, Evidence("distributor", sender[1].decode("utf-8", "replace"), "newsml sender"))
    charset = source.charset or (encoding[1].decode("ascii") if encoding else None)
    for number, (kind, data) in enumerate(items, 1):
        uri = f"{source.uri}#{number}"
        if kind == "newsItem":
            yield replace(source, uri=uri, data=data, stated=stated, charset=charset)
        else:
            yield Skipped(uri, newsml.OTHER_ITEMS[kind])


def _items(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The items of a message, each its kind and its bytes. A tag that is nowhere closed is looked for once."""
    at, open_ended = 0, set[bytes]()
    while len(open_ended) < TAGS and (found := _ITEM.search(data, at)):
        at = found.end()
        if found["tag"] in open_ended:
            continue
        if end := re.compile(rb"</" + re.escape(found["tag"]) + rb"\s*+>").search(data, at):
            at = end.end()
            yield found["kind"].decode(), data[found.start() : at]
        else:
            open_ended.add(found["tag"])


def _numbered(source: Source, pieces: list[bytes]) -> Iterator[Source | Rejected]:
    if len(pieces) > MOST:
        yield Rejected(source.uri, f"more than {MOST} reports")
    elif len(pieces) < 2:
        yield source if not pieces else replace(source, data=pieces[0])
    else:
        yield from (replace(source, uri=f"{source.uri}#{number}", data=piece) for number, piece in enumerate(pieces, 1))


def _array(data: bytes) -> list[bytes] | None:
    """The items of a JSON array of ninjs, each as its own JSON text in UTF-8; ``None`` where it is none."""
    text = data.decode(json.detect_encoding(data), "replace").lstrip("\ufeff")
    decoder, at = json.JSONDecoder(), text.index("[") + 1
    found: list[bytes] = []
    try:
        while (at := _after(text, at)) < len(text) and text[at] != "]" and len(found) <= MOST:
            _, end = decoder.raw_decode(text, at)
            found.append(text[at:end].encode("utf-8", "replace"))
            at = end
        return found if found and is_ninjs(_first(found[0])) else None
    except (ValueError, RecursionError):
        return None


def _after(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n,":
        at += 1
    return at


def _first(data: bytes) -> Object | None:
    value = parse_json(data.decode("utf-8", "replace"))
    return value if isinstance(value, Object) else None


def _transmissions(data: bytes) -> list[bytes]:
    starts = [found.start() for found in _START.finditer(data)]
    return [data[start:end] for start, end in zip(starts, [*starts[1:], len(data)], strict=False)]
