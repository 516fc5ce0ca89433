"""NewsML 1.x (IPTC): the first ``NewsItem`` of a message, its text as NITF, HTML or plain in ``DataContent``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.intake.draft import Block, Draft
from hearsay.intake.formats import nitf
from hearsay.intake.formats.nitf import moment
from hearsay.intake.formats.xml import Document, below, child, children
from hearsay.model.report import Evidence, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from hearsay.intake.draft import Legible, Role
    from hearsay.model.report import Status

_STATUSES: dict[str, Status] = {
    "canceled": "withdrawn",
    "cancelled": "withdrawn",
    "withheld": "withdrawn",
    "embargoed": "embargoed",
}
_LINES: tuple[tuple[str, Role | None], ...] = (
    ("SlugLine", None),
    ("HeadLine", "headline"),
    ("SubHeadLine", "subheading"),
    ("ByLine", "byline"),
    ("DateLine", None),
)


def parse(decoded: Legible) -> Draft:
    """The draft of a message.

    Raises:
        ValueError: if it is no XML, or holds no item.
    """
    document = Document(decoded)
    item = next(below(document.root, "NewsItem"), None)
    if item is None:
        raise ValueError("NewsML without a news item")
    management = child(item, "NewsManagement")
    identity = child(item, "Identification", "NewsIdentifier")
    inner = _content(document, item)
    status = child(management, "Status")
    name = document.text(child(identity, "NewsItemId"))
    provider = document.text(child(identity, "ProviderId"))
    provenance = Provenance(
        item=f"{provider}:{name}" if provider and name else document.text(child(identity, "PublicIdentifier")) or None,
        version=document.text(child(identity, "RevisionId")) or None,
        provider=_party(item, "Provider") or provider or None,
    )
    return Draft(
        (*_lines(document, item, inner), *inner.blocks, *_rights(document, item)),
        (*_stated(document, item, management), *inner.evidence),
        _language(item) or inner.language,
        provenance.item,
        _STATUSES.get((status.get("FormalName") or "").lower()) if status is not None else None,
        provenance,
    )


def _line(item: _Element, name: str) -> _Element | None:
    """The first line of a name among the news lines of an item and of its components, the outer ones first."""
    return next((line for lines in below(item, "NewsLines") for line in children(lines, name)), None)


def _lines(document: Document, item: _Element, inner: Draft) -> Iterator[Block]:
    has = {block.role for block in inner.blocks}
    for name, role in _LINES:
        line = _line(item, name)
        if role not in has and line is not None and (block := document.block(line, role)):
            yield block


def _rights(document: Document, item: _Element) -> Iterator[Block]:
    line = _line(item, "CopyrightLine")
    if line is not None and (block := document.block(line, "rights")):
        yield block


def _content(document: Document, item: _Element) -> Draft:
    """The text of the first content of the main role that has words, else of any but style sheets."""
    held = [each for each in below(item, "ContentItem") if "css" not in _formal(each, "MimeType")]
    for content in sorted(held, key=_minor):
        for data in children(content, "DataContent"):
            within = next(below(data, "nitf"), None)
            got = nitf.draft(document, within) if within is not None else Draft(tuple(nitf.content(document, data)))
            if any(block.role == "paragraph" for block in got.blocks):
                return got
            if block := document.block(data, "paragraph"):
                return Draft((block,))
    return Draft(())


def _minor(content: _Element) -> bool:
    """Whether the component around a content is not the main one."""
    around = content.getparent()
    return around is None or _formal(around, "Role") not in ("main", "story", "text", "body", "bodytext", "newstext")


def _formal(element: _Element, name: str) -> str:
    held = child(element, name)
    return (held.get("FormalName") or "").lower() if held is not None else ""


def _stated(document: Document, item: _Element, management: _Element | None) -> Iterator[Evidence]:
    first, current = (moment(document.text(child(management, tag))) for tag in ("FirstCreated", "ThisRevisionCreated"))
    if published := first or current:
        yield Evidence("published", published, "newsml FirstCreated")
    if current and first and current != first:
        yield Evidence("modified", current, "newsml ThisRevisionCreated")
    for field, name in (("headline", "HeadLine"), ("slug", "SlugLine"), ("rights", "CopyrightLine")):
        if value := document.text(_line(item, name)):
            yield Evidence(field, value, f"newsml {name}")
    if provider := _party(item, "Provider"):
        yield Evidence("outlet", provider, "newsml Provider")
    if source := _party(item, "Source"):
        yield Evidence("based_on", source, "newsml Source")


def _party(item: _Element, role: str) -> str | None:
    for element in below(item, role):
        party = child(element, "Party")
        if party is not None and (name := party.get("FormalName")):
            return str(name)
    return None


def _language(item: _Element) -> str | None:
    language = next(below(item, "Language"), None)
    return language.get("FormalName") if language is not None else None
