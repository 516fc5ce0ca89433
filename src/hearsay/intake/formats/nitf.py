"""NITF 3.x (IPTC): ``head`` states, ``body.head`` names, ``body.content`` tells.

What is taken from which element is listed in ``docs/sources.md``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.intake.dates.moments import normal
from hearsay.intake.draft import Draft
from hearsay.intake.formats.xml import Document, below, child, children
from hearsay.model.report import Evidence, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from hearsay.intake.draft import Block, Legible, Role
    from hearsay.model.report import Status

FLOW: dict[str, Role | None] = {
    "p": "paragraph", "hl2": "subheading", "hl1": "subheading", "block": "paragraph", "li": "paragraph",
    "dt": "paragraph", "dd": "paragraph", "bq": "paragraph", "pre": "paragraph", "fn": "note", "tr": "paragraph",
    "note": "note", "media-caption": "caption", "media-producer": "credit", "credit": "credit", "datasource": "credit",
    "h1": "subheading", "h2": "subheading", "h3": "subheading", "h4": "subheading", "h5": "subheading",
    "h6": "subheading", "div": "paragraph", "section": "paragraph", "article": "paragraph", "blockquote": "paragraph",
    "figcaption": "caption", "aside": "note", "body.content": "paragraph", "body": "paragraph", "html": "paragraph",
}  # fmt: skip
"""The elements of NITF and of XHTML that hold running text, and what each is."""
UNREAD = ("script", "style", "head", "media-metadata", "media-reference", "media-object", "abstract", "nitf-table-metadata")
_STATUSES: dict[str, Status] = {"embargoed": "embargoed", "withheld": "withdrawn", "canceled": "withdrawn", "cancelled": "withdrawn",
                                "killed": "withdrawn", "withdrawn": "withdrawn", "corrected": "correction"}  # fmt: skip
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_CORRECTS = re.compile(r"correct", re.IGNORECASE)


def parse(decoded: Legible) -> Draft:
    """The draft of an NITF document.

    Raises:
        ValueError: if it is no XML.
    """
    document = Document(decoded)
    return draft(document, document.root)


def draft(document: Document, nitf: _Element) -> Draft:
    """The draft of an ``nitf`` element, which may stand within a NewsML-G2 item."""
    head, body = child(nitf, "head"), child(nitf, "body")
    docdata = child(head, "docdata")
    key = child(docdata, "du-key")
    identity = child(docdata, "doc-id")
    item = identity.get("id-string") if identity is not None else None
    provenance = Provenance(
        item=item,
        version=key.get("version") if key is not None else None,
        provider=identity.get("regsrc") if identity is not None else None,
        distributor=document.text(child(body, "body.head", "distributor")) or None,
        embargoed=_norm(child(docdata, "date.release")) if _status(docdata) == "embargoed" else None,
    )
    blocks = tuple(_blocks(document, body))
    stated = tuple(_stated(document, nitf, head, body))
    language = nitf.get("{http://www.w3.org/XML/1998/namespace}lang") or (
        body.get("{http://www.w3.org/XML/1998/namespace}lang") if body is not None else None
    )
    return Draft(blocks, stated, language, item, _status(docdata), provenance)


def content(document: Document, element: _Element) -> Iterator[Block]:
    """The blocks of running text below an element of NITF or XHTML."""
    yield from document.flow(element, FLOW, UNREAD)


def _blocks(document: Document, body: _Element | None) -> Iterator[Block]:
    top, told, end = (child(body, step) for step in ("body.head", "body.content", "body.end"))
    for path, role in _HEAD:
        element = child(top, *path)
        if element is not None and (block := document.block(element, role)):
            yield block
    for note in children(top, "note"):
        yield from document.flow(note, {"note": "note", "p": "note"})
    if told is not None:
        yield from content(document, told)
    elif body is not None and top is None:
        yield from content(document, body)
    if end is not None:
        yield from document.flow(end, {"tagline": "note", "bibliography": "note"})


_HEAD: tuple[tuple[tuple[str, ...], Role | None], ...] = (
    (("hedline", "hl1"), "headline"), (("hedline", "hl2"), "subheading"), (("byline",), "byline"),
    (("dateline",), None), (("rights",), "rights"),
)  # fmt: skip


def _stated(document: Document, nitf: _Element, head: _Element | None, body: _Element | None) -> Iterator[Evidence]:
    docdata, top = child(head, "docdata"), child(body, "body.head")
    if title := document.text(child(head, "title")):
        yield Evidence("headline", title, "nitf title")
    for field, tag in (("published", "date.issue"), ("published", "date.release"), ("published", "story.date")):
        element = child(docdata, tag) if tag != "story.date" else next(below(top, tag), None)
        if value := _norm(element):
            yield Evidence(field, value, f"nitf {tag}")
    for key in children(docdata, "du-key"):
        if value := key.get("key"):
            yield Evidence("slug", value, "nitf du-key")
    for right in children(docdata, "doc.copyright"):
        if value := right.get("holder"):
            yield Evidence("rights", value, "nitf doc.copyright")
    for fixture in children(docdata, "fixture"):
        if value := fixture.get("fix-id"):
            yield Evidence("slug", value, "nitf fixture")
    for pub in children(head, "pubdata"):
        if value := pub.get("name"):
            yield Evidence("outlet", value, "nitf pubdata")
        if value := pub.get("position.section"):
            yield Evidence("section", value, "nitf pubdata")
    for note in children(docdata, "ed-msg"):
        if value := note.get("info"):
            yield Evidence("correction" if _CORRECTS.search(value) else "note", value, "nitf ed-msg")
    if value := document.text(child(top, "distributor")):
        yield Evidence("agency", value, "nitf distributor")
    for person in below(child(top, "byline"), "person"):
        if value := document.text(person):
            yield Evidence("author", value, "nitf byline person")


def moment(value: str) -> str | None:
    """A moment in the basic form of ISO 8601 ("20241025T034750+0900"), as NITF and NewsML 1 write it, or in another."""
    if not (found := _BASIC.fullmatch(value.strip())):
        return normal(value)
    year, month, day, hour, minute, second, zone = found.groups()
    zone = "+00:00" if zone == "Z" else f"{zone[:3]}:{zone[-2:]}" if zone else ""
    clock = f"T{hour}:{minute}:{second or '00'}{zone}" if hour else ""
    return normal(f"{year}-{month}-{day}{clock}")


def _norm(element: _Element | None) -> str | None:
    return moment(element.get("norm") or "") if element is not None else None


def _status(docdata: _Element | None) -> Status | None:
    """What ``docdata`` says of the state: its management status, else what a revision is for."""
    if docdata is None:
        return None
    stated = _STATUSES.get((docdata.get("management-status") or "").lower())
    correction = any(_CORRECTS.search(note.get("info") or "") for note in children(docdata, "ed-msg"))
    return stated or ("correction" if correction else None)
