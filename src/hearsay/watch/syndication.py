"""Messages as feeds: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1; files that are replaced as a whole."""

from __future__ import annotations

import os
from email.utils import format_datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import msgspec

from hearsay.story.moments import moment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hearsay.watch.messages import Message

MOST = 100
"""Messages that a feed holds: the last ones."""
TITLE = "Hearsay: what changed"
ATOM = "http://www.w3.org/2005/Atom"


def write(path: Path, form: Callable[[Sequence[Message]], bytes], messages: Sequence[Message]) -> bool:
    """Write a feed, unless the file holds it already; whoever reads it meanwhile reads the old one or the new one."""
    made = form(messages)
    if path.is_file() and path.read_bytes() == made:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(made)
    beside.replace(path)
    return True


def rss(messages: Sequence[Message]) -> bytes:
    """RSS 2.0, the newest first."""
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _texts(channel, title=TITLE, link="https://hearsay.invalid/", description="Changes that a watch has seen")
    for one in messages:
        item = ET.SubElement(channel, "item")
        _texts(item, title=_clean(one.headline), description=_clean(str(one)))
        _texts(item, pubDate=format_datetime(moment(one.at)), **({"link": one.link} if one.link else {}))
        ET.SubElement(item, "guid", isPermaLink="false").text = one.id
    return _bytes(root)


def atom(messages: Sequence[Message]) -> bytes:
    """Atom, the newest first."""
    root = ET.Element("feed", xmlns=ATOM)
    latest = messages[0].at if messages else "1970-01-01T00:00:00+00:00"
    _texts(root, title=TITLE, id="urn:hearsay:watch", updated=latest)
    _texts(ET.SubElement(root, "author"), name="Hearsay")
    for one in messages:
        entry = ET.SubElement(root, "entry")
        _texts(entry, title=_clean(one.headline), id=f"urn:hearsay:message:{one.id}", updated=one.at)
        _texts(entry, content=_clean(str(one)))
        if one.link:
            ET.SubElement(entry, "link", rel="alternate", href=one.link)
    return _bytes(root)


def json(messages: Sequence[Message]) -> bytes:
    """JSON Feed, the newest first; each item has its message under ``_hearsay``."""
    items = [
        {
            "id": one.id,
            **({"url": one.link} if one.link else {}),
            "title": one.headline,
            "content_text": str(one),
            "date_published": one.at,
            "_hearsay": one,
        }
        for one in messages
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": TITLE, "items": items}
    return msgspec.json.format(msgspec.json.encode(feed), indent=1) + b"\n"


def _texts(parent: ET.Element, **texts: str) -> None:
    for name, text in texts.items():
        ET.SubElement(parent, name).text = text


def _clean(text: str) -> str:
    """Text without the control characters that XML 1.0 cannot hold."""
    return "".join(letter if letter >= " " or letter in "\n\t" else " " for letter in text)


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
