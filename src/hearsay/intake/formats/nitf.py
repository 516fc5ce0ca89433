"""NITF 3.x (IPTC): ``head`` states, ``body.head`` names, ``body.content`` tells.

What is taken from which element is listed in ``docs/sources.md``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.intake.dates.moments import normal
from hearsay.intake.draft import Draft
from hearsay.intake.formats.xml import Document, below, child, children, name
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
UNREAD = (
    "script",
    "style",
    "head",
    "media-metadata",
    "media-reference",
    "media-object",
    "abstract",
    "nitf-table-metadata",
)
_STATUSES: dict[str, Status] = {
    "embargoed": "embargoed",
    "withheld": "withdrawn",
    "canceled": "withdrawn",
    "cancelled": "withdrawn",
    "killed": "withdrawn",
    "withdrawn": "withdrawn",
    "corrected": "correction",
}
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
    stated = tuple(_stated(document, head, body))
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


def _stated(document: Document, head: _Element | None, body: _Element | None) -> Iterator[Evidence]:
    docdata, top = child(head, "docdata"), child(body, "body.head")
    for field, element, tag in (
        ("headline", head, "title"), ("agency", top, "distributor"),
    ):  # fmt: skip
        if words := document.text(child(element, tag)):
            yield Evidence(field, words, f"nitf {tag}")
    for date in (
        *(child(docdata, tag) for tag in ("date.issue", "date.release")),
        next(below(top, "story.date"), None),
    ):
        if date is not None and (value := _norm(date)):
            yield Evidence("published", value, f"nitf {name(date)}")
    for field, parent, tag, attribute in _ATTRIBUTES:
        for each in children(docdata if parent == "docdata" else head, tag):
            if value := each.get(attribute):
                yield Evidence(field, value, f"nitf {tag}")
    for note in children(docdata, "ed-msg"):
        if value := note.get("info"):
            yield Evidence("correction" if _CORRECTS.search(value) else "note", value, "nitf ed-msg")
    for person in below(child(top, "byline"), "person"):
        if words := document.text(person):
            yield Evidence("author", words, "nitf byline person")


_ATTRIBUTES = (
    ("slug", "docdata", "du-key", "key"), ("slug", "docdata", "fixture", "fix-id"),
    ("rights", "docdata", "doc.copyright", "holder"),
    ("outlet", "head", "pubdata", "name"), ("section", "head", "pubdata", "position.section"),
)  # fmt: skip
"""Fields that stand in attributes: the field, what holds the element, its name, the attribute."""


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
