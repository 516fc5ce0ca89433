"""Which wire format a source is in, by its content alone, and what reads it."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.intake.formats import anpa, iptc7901, newsml, newsml1, ninjs, nitf
from hearsay.intake.formats.json import parse as parse_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearsay.intake.draft import Draft, Legible

SNIFFED = 4096
"""Bytes at the head of a source that say what it is."""

_ROOT = re.compile(
    rb"\s*+(?:<!--.*?-->\s*|<!doctype\s+(?!html)[^\[>]*+(?:\[.*?\]\s*)?>\s*|<\?[^>]*>\s*)*+<(?:[\w.-]+:)?(?P<root>[\w.-]+)",
    re.IGNORECASE | re.DOTALL,
)
_NINJS = re.compile(rb'"(?:\$?standard|uri)"', re.IGNORECASE)
"""A name that every ninjs item has: JSON without it need not be parsed to know that it is none."""


@dataclass(frozen=True, slots=True)
class Format:
    """A wire format: its media type (IANA, or what its makers use), and what reads it."""

    name: str
    media_type: str
    parse: Callable[[Legible], Draft]


NITF = Format("NITF", "application/nitf+xml", nitf.parse)
NEWSML = Format("NewsML-G2", "application/vnd.iptc.g2.newsitem+xml", newsml.parse)
NEWSML1 = Format("NewsML", "text/vnd.iptc.newsml", newsml1.parse)
NINJS = Format("ninjs", "application/vnd.iptc.ninjs+json", ninjs.parse)
ANPA = Format("ANPA 1312", "text/vnd.iptc.anpa", anpa.parse)
IPTC7901 = Format("IPTC 7901", "text/vnd.iptc.7901", iptc7901.parse)
_XML = {
    "nitf": NITF,
    "newsml": NEWSML1,
    **dict.fromkeys(
        ("newsitem", "newsmessage", "contentset", "groupset", "contentmeta", *map(str.lower, newsml.OTHER_ITEMS)),
        NEWSML,
    ),
}


def recognise(data: bytes) -> Format | None:
    """The wire format of a source, or ``None`` where it is in none."""
    if iptc7901.SIGN.match(data):
        return IPTC7901
    if anpa.SIGN.match(data[:64]) and b"\x02" in data[:2000]:
        return ANPA
    head = _legible(data[:SNIFFED])
    if root := _root(head):
        return _XML.get(root)
    if head.lstrip()[:1] == b"{" and (b"\x00" in data[:4] or _NINJS.search(data)):
        with suppress(ValueError, StopIteration):
            return NINJS if ninjs.is_ninjs(parse_json(_json(data))) else None
    return None


def is_array(data: bytes) -> bool:
    """Whether a source is an array of ninjs items, by its first."""
    text = _json(data).lstrip("\ufeff \t\r\n")
    if not text.startswith("["):
        return False
    try:
        _, end = json.JSONDecoder().raw_decode(text, len(text) - len(text[1:].lstrip()))
        return ninjs.is_ninjs(parse_json(text[1:end]))
    except (ValueError, RecursionError):
        return False


def _root(head: bytes) -> str | None:
    """The name of the root element, in small letters, or ``None`` where the source is no XML."""
    found = _ROOT.match(head)
    return found["root"].decode("ascii", "replace").lower() if found else None


def _legible(head: bytes) -> bytes:
    """The head without a byte-order mark, UTF-16 with its ASCII characters alone."""
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"")


def _json(data: bytes) -> str:
    return data.decode(json.detect_encoding(data), "replace")
