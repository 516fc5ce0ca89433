"""Draft → Report: the pieces in their order, the one text, and the fields by the better evidence."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.intake import language, weigh
from hearsay.intake.origin import trace
from hearsay.intake.parts import Piece, clean, joined, typed
from hearsay.intake.wire import byline, caption, credit, dateline, masthead, notes
from hearsay.model.report import Evidence, Media, Provenance, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearsay.intake.charset import Decoded
    from hearsay.intake.draft import Draft
    from hearsay.intake.source import Source
    from hearsay.intake.wire.dateline import DatelineMatch
    from hearsay.model.report import Status

_CORRECTED = ("note", "paragraph")
_GRAVITY: tuple[Status, ...] = ("withdrawn", "embargoed", "correction", "update", "usable")


def compose(source: Source, draft: Draft, decoded: Decoded, *, dated: str | None = None) -> Report:
    """The report of a draft.

    Args:
        source: the bytes and where they came from.
        draft: what the parser made of them.
        decoded: the decoded source.
        dated: the report's date, ISO 8601, for a page that states none.
    """
    slugs = frozenset(block for e in draft.evidence if e.field == "slug" for block in _slug_blocks(draft, e.value))
    pieces = typed(draft, slugs)
    headline = weigh.headline(pieces, (*draft.evidence, *source.stated))
    if headline and not weigh.words(pieces, "headline"):
        pieces = (Piece("headline", clean(headline), None), *pieces)
    evidence = (*draft.evidence, *source.stated, *_beside(draft), *_seen(pieces))
    filed = _filed(pieces)
    published = weigh.published(evidence, "published", filed) or dated
    text, parts = joined(pieces)
    outlet = weigh.outlet(pieces, evidence)
    who = weigh.writers(pieces, evidence, outlet, tagged=filed is not None and filed.agency is not None)
    origin = trace(pieces, evidence, filed.agency if filed else None, who.partners, outlet)
    state = tuple(weigh.words(pieces, "slug", "headline", "note"))
    correction = weigh.best(evidence, "correction") or _correction(pieces)
    report = Report(
        id=identify(source, draft.item),
        uri=source.uri,
        source_sha256=hashlib.sha256(source.data).hexdigest(),
        media_type=source.media_type or "text/plain",
        text=text,
        language=language.identify(_read_words(pieces), draft.language or weigh.best(evidence, "language")),
        charset=decoded.charset,
        headline=headline,
        slug=weigh.slug(evidence),
        section=weigh.best(evidence, "section"),
        byline=who.authors,
        uploader=who.uploader,
        outlet=outlet,
        agency=origin.agency,
        credit=origin.credit,
        published=published,
        modified=weigh.published(evidence, "modified", None),
        dateline=weigh.dateline(
            filed, published or weigh.near(filed, weigh.words(pieces, "rights")), weigh.words(pieces, "paragraph")[:1]
        ),
        status=_gravest(draft.status, notes.status((*state, *([correction] if correction else [])))),
        correction=correction,
        based_on=tuple(dict.fromkeys(e.value for e in evidence if e.field == "based_on")),
        media=_media(pieces),
        rights=next(iter(weigh.words(pieces, "rights")), None) or weigh.best(evidence, "rights"),
        parts=parts,
        provenance=_provenance(source, draft),
    )
    return replace(report, evidence=_marked(evidence, report))


def identify(source: Source, item: str | None = None) -> str:
    """The report's id, whatever its bytes are: of its publisher's name for it, its address, or its file."""
    return "r" + hashlib.sha256((item or source.address or source.uri).encode("utf-8", "replace")).hexdigest()[:16]


def _gravest(stated: Status | None, seen: Status) -> Status:
    """The state, where a wire format states one and the words of the report say another."""
    return min(stated or "usable", seen, key=_GRAVITY.index)


def _provenance(source: Source, draft: Draft) -> Provenance | None:
    got = draft.provenance or Provenance()
    sender = next((item.value for item in source.stated if item.field == "distributor"), None)
    got = replace(got, fetched=source.fetched, distributor=got.distributor or sender)
    return None if got == Provenance() else got


def _read_words(pieces: Sequence[Piece]) -> str:
    """What tells the language: the paragraphs, since what stands around them may be in the page's own."""
    return "\n".join(weigh.words(pieces, "paragraph") or weigh.words(pieces, "headline"))


def _slug_blocks(draft: Draft, value: str) -> Iterable[str]:
    return (block.text for block in draft.blocks[:12] if block.role is None and block.text.startswith(value))


def _beside(draft: Draft) -> Iterable[Evidence]:
    """What the lines that hold the time say besides: a reporter, a desk, whose copy it is."""
    for block in draft.blocks:
        if block.role == "time":
            got = masthead.stated(block.text)
            yield from (Evidence("author", name, "visible time") for name in got.authors)
            yield from (Evidence("uploader", name, "visible time") for name in got.posted)
            yield from (Evidence("agency", name, "visible time") for name in got.partners)


def _seen(pieces: Sequence[Piece]) -> Iterable[Evidence]:
    """What the words of the report state about it."""
    for text in weigh.words(pieces, "dateline"):
        yield Evidence("dateline", text, "dateline")
    for text in weigh.words(pieces, "byline"):
        if (got := byline.read(text, marked=True)) and not got.posted:
            yield from (Evidence("author", name, "byline") for name in got.names if not got.staff)


def _filed(pieces: Sequence[Piece]) -> DatelineMatch | None:
    return next((dateline.match(text) for text in weigh.words(pieces, "dateline")), None)


def _correction(pieces: Sequence[Piece]) -> str | None:
    texts = [piece.text for piece in pieces if piece.kind in _CORRECTED]
    return next((text for text in reversed(texts) if notes.is_correction(text) and not notes.is_editors(text)), None)


def _media(pieces: Sequence[Piece]) -> tuple[Media, ...]:
    """Each caption with its credit: the maker that it names itself, else the credit that follows it."""
    media = []
    for index, piece in enumerate(pieces):
        if piece.kind == "caption":
            following = pieces[index + 1] if index + 1 < len(pieces) else None
            tail = (
                following.text
                if following and following.kind == "credit" and not credit.is_sign_off(following.text)
                else None
            )
            media.append(Media(piece.text, caption.read(piece.text).credit or (caption.maker(tail) if tail else None)))
    return tuple(media)


def _marked(evidence: Sequence[Evidence], report: Report) -> tuple[Evidence, ...]:
    """The evidence, each told whether the report's field was taken from it."""
    authors: set[str | None] = {name for author in report.byline for name in (author.name, *author.also)}
    kept: dict[str, set[str | None]] = {
        "headline": {report.headline}, "author": authors, "section": {report.section}, "published": {report.published},
        "modified": {report.modified}, "agency": {report.agency}, "outlet": {report.outlet}, "slug": {report.slug},
        "correction": {report.correction}, "rights": {report.rights}, "uploader": {report.uploader} | authors,
        "based_on": {*report.based_on}, "dateline": {span.of(report.text) for span in report.spans("dateline")},
        "language": {report.language},
    }  # fmt: skip
    return tuple(replace(item, used=item.value in kept.get(item.field, set())) for item in evidence)
