"""NewsML-G2 (IPTC): one ``newsItem``, with its text inline as NITF, XHTML or plain text.

A ``newsMessage`` is taken apart before it is read (:mod:`hearsay.intake.formats.split`): each item is a report of its
own. What is taken from which element is listed in ``docs/sources.md``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.intake.dates.moments import normal
from hearsay.intake.draft import Block, Draft
from hearsay.intake.formats import fragment, nitf
from hearsay.intake.formats.passage import View
from hearsay.intake.formats.xml import Document, below, child, children, name
from hearsay.model.report import Evidence, Hop, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from hearsay.intake.draft import Legible, Role
    from hearsay.model.report import Status

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OTHER_ITEMS = {
    "packageItem": "a NewsML-G2 package: it names its items and holds none", "conceptItem": "a NewsML-G2 concept item",
    "knowledgeItem": "a NewsML-G2 knowledge item", "planningItem": "a NewsML-G2 planning item",
    "catalogItem": "a NewsML-G2 catalogue item",
}  # fmt: skip
"""The kinds of items that hold no report."""
# IPTC NewsCodes: pubstatusg2 and signal.
_STATUSES: dict[str, Status] = {"canceled": "withdrawn", "cancelled": "withdrawn", "withheld": "withdrawn"}
_SIGNALS: dict[str, Status] = {
    "correction": "correction",
    "corrected": "correction",
    "kill": "withdrawn",
    "update": "update",
    "updatemetadata": "update",
}


_HOST = re.compile(r"https?://(?:www\.)?([^/?#\s]+)")


def parse(decoded: Legible) -> Draft:
    """The draft of a news item, or of the first one in a message.

    Raises:
        ValueError: if it is no XML, or holds no news item.
    """
    document = Document(decoded)
    root = document.root
    item = next(below(root, "newsItem"), None)
    if item is None and name(root) == "contentSet" and (within := next(below(root, "nitf"), None)) is not None:
        return nitf.draft(document, within)
    if item is None:
        raise ValueError(OTHER_ITEMS.get(name(root), "a fragment without a news item"))
    return _draft(document, item)


def _draft(document: Document, item: _Element) -> Draft:
    meta, about = child(item, "itemMeta"), child(item, "contentMeta")
    inner, blocks = _content(document, item)
    stated = (*_stated(document, item), *inner.evidence)
    provenance = _provenance(document, item)
    language = _language(item, about)
    head = tuple(_head(document, item, inner.blocks or blocks))
    text = inner.blocks or tuple(blocks)
    return Draft(
        (*head, *text),
        stated,
        language or inner.language,
        item.get("guid"),
        _status(meta, provenance) or inner.status,
        provenance,
    )


def _head(document: Document, item: _Element, text: Sequence[Block]) -> Iterator[Block]:
    """What the metadata say that a reader sees and the content does not have: headline, byline, dateline, notes."""
    meta, about = child(item, "itemMeta"), child(item, "contentMeta")
    has = {block.role for block in text}
    yield from _of(document, children(about, "slugline"), None)
    if "headline" not in has:
        yield from _of(document, children(about, "headline")[:1], "headline")
    if "byline" not in has:
        yield from _of(document, children(about, "by"), "byline")
    yield from _of(document, children(meta, "edNote"), "note")
    dateline = children(about, "dateline")[:1]
    if dateline and not any(document.text(dateline[0]) in block.text for block in text):
        yield from _of(document, dateline, None)
    if not text:
        role: Role = "paragraph" if (_class(meta) or "text") in ("text", "composite") else "caption"
        yield from _of(document, children(about, "description")[:1], role)
    yield from _of(document, children(about, "creditline"), "credit")
    yield from _of(document, children(child(item, "rightsInfo"), "copyrightNotice")[:1], "rights")


def _of(document: Document, elements: Sequence[_Element], role: Role | None) -> Iterator[Block]:
    for element in elements:
        if block := document.block(element, role):
            yield block


def _content(document: Document, item: _Element) -> tuple[Draft, list[Block]]:
    """The text of an item: an NITF draft of its own, or blocks; the first rendition that has words."""
    held = child(item, "contentSet")
    for inline in (*children(held, "inlineXML"), *children(held, "inlineData")):
        kind = (inline.get("contenttype") or "").lower()
        if (within := next(below(inline, "nitf"), None)) is not None:
            got = nitf.draft(document, within)
            if got.blocks:
                return got, []
        elif "sportsml" in kind or "events" in kind:
            continue
        elif name(inline) == "inlineXML":
            if blocks := list(nitf.content(document, inline)):
                return Draft(()), blocks
        elif blocks := fragment.blocks(
            View(document.passage(inline), document.decoded), html="html" in kind or "xml" in kind
        ):
            return Draft(()), blocks
    return Draft(()), []


def _stated(document: Document, item: _Element) -> Iterator[Evidence]:
    meta, about, rights = (child(item, step) for step in ("itemMeta", "contentMeta", "rightsInfo"))
    first, current = (_moment(document, meta, tag) for tag in ("firstCreated", "versionCreated"))
    if published := first or current:
        yield Evidence("published", published, "newsml " + ("firstCreated" if first else "versionCreated"))
    if current and first and current != first:
        yield Evidence("modified", current, "newsml versionCreated")
    for field, element, tag in (
        ("headline", about, "headline"), ("slug", about, "slugline"), ("rights", rights, "copyrightNotice"),
        ("description", about, "description"), ("note", meta, "edNote"),
    ):  # fmt: skip
        for each in children(element, tag)[:1]:
            if value := document.text(each):
                yield Evidence(field, value, f"newsml {tag}")
    for field, element, tag in (("author", about, "creator"), ("section", meta, "service")):
        for each in children(element, tag):
            if value := _named(document, each):
                yield Evidence(field, value, f"newsml {tag}")
    for field, element, tag in (("outlet", meta, "provider"), ("based_on", about, "infoSource")):
        for each in children(element, tag):
            if called := _called(document, each):
                yield Evidence(field, called, f"newsml {tag}")


def _provenance(document: Document, item: _Element) -> Provenance:
    meta, about = child(item, "itemMeta"), child(item, "contentMeta")
    hops = sorted(
        children(child(item, "hopHistory"), "hop"),
        key=lambda hop: int(hop.get("seq", "0")) if hop.get("seq", "0").isdecimal() else 0,
    )
    return Provenance(
        item=item.get("guid"),
        version=item.get("version"),
        provider=_called(document, child(meta, "provider")),
        sources=tuple(value for each in children(about, "infoSource") if (value := _called(document, each))),
        hops=tuple(hop for each in hops if (hop := _hop(document, each))),
        embargoed=_moment(document, meta, "embargoed"),
    )


def _hop(document: Document, hop: _Element) -> Hop | None:
    party = _called(document, child(hop, "party"))
    if party is None:
        return None
    actions = [_code(each) for each in children(hop, "action")]
    return Hop(party, normal(hop.get("timestamp") or ""), tuple(dict.fromkeys(action for action in actions if action)))


def _status(meta: _Element | None, provenance: Provenance) -> Status | None:
    """The state: a cancelled or withheld item is withdrawn; else its embargo; else its signals."""
    if status := _STATUSES.get(_code(child(meta, "pubStatus")).lower()):
        return status
    signals = [_SIGNALS.get(_code(signal).lower()) for signal in children(meta, "signal")]
    if "withdrawn" in signals:
        return "withdrawn"
    if provenance.embargoed:
        return "embargoed"
    return next((status for status in ("correction", "update") if status in signals), None)


def _moment(document: Document, meta: _Element | None, tag: str) -> str | None:
    return normal(document.text(child(meta, tag)))


def _language(item: _Element, about: _Element | None) -> str | None:
    stated = child(about, "language")
    tag: str | None = (stated.get("tag") if stated is not None else None) or item.get(XML_LANG)
    return tag


def _class(meta: _Element | None) -> str:
    return _code(child(meta, "itemClass"))


def _code(element: _Element | None) -> str:
    """The code of a QCode or URI, without the scheme before it."""
    if element is None:
        return ""
    return (element.get("qcode") or "").rpartition(":")[2] or (element.get("uri") or "").rstrip("/").rpartition("/")[2]


def _named(document: Document, element: _Element) -> str:
    return document.text(child(element, "name"))


def _called(document: Document, element: _Element | None) -> str | None:
    """What a party is called: by its name, else its literal, its code or its address."""
    if element is None:
        return None
    stated = _named(document, element) or element.get("literal") or (element.get("qcode") or "").rpartition(":")[2]
    address = _HOST.match(element.get("uri") or "")
    found = stated or (address[1] if address else element.get("uri")) or document.text(element)
    return str(found) if found else None
