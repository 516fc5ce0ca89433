"""Blocks → typed pieces → the one immutable text and its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.intake.wire import byline, caption, credit, dateline, endings, furniture, notes
from hearsay.model.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.intake.draft import Block, Draft
    from hearsay.model.report import PartKind
    from hearsay.model.span import Span

EDGE = 4
"""Blocks from the head's or tail's end within which a credit, contact or rights line is looked for by its form."""

LEADS = 60
"""Characters of a paragraph that ends in a colon, at least."""

HEAD = 16
"""Blocks within which a dateline is looked for."""

_ROLES: dict[str, PartKind] = {
    "headline": "headline", "byline": "byline", "caption": "caption", "credit": "credit", "rights": "rights",
    "note": "note",
    "subheading": "paragraph", "paragraph": "paragraph",
}  # fmt: skip
_SIGNED = re.compile(r"by\s|.*(?:기자|記者|记者|特派员|특파원)", re.IGNORECASE)
_SEPARATORS = " ·|•‧・/–—-\u00a0"
_LONE = re.compile("[\ud800-\udfff\x00]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part before it has a place: its kind, its words, and the bytes that they were read from."""

    kind: PartKind
    text: str
    source: Span | None


def typed(draft: Draft, slugs: frozenset[str] = frozenset()) -> tuple[Piece, ...]:
    """The pieces of a draft, in reading order: a headline and a slug once each, a dateline apart from its paragraph."""
    blocks = [block for block in draft.blocks if block.role not in ("time", "section") and block.text.strip()]
    first = _first(blocks)
    last = max((i for i, block in enumerate(blocks) if block.role in ("paragraph", "subheading")), default=len(blocks))
    seen: set[tuple[PartKind, str]] = set()
    pieces: list[Piece] = []
    for index, block in enumerate(blocks):
        for piece in _pieces(block, _Place(index, first, last, len(blocks)), slugs):
            key = (piece.kind, piece.text.casefold())
            alone = piece.kind == "headline" and any(kind == "headline" for kind, _ in seen)
            if not alone and (key not in seen or piece.kind == "paragraph"):
                pieces.append(piece)
            seen.add(key)
    return tuple(pieces)


def joined(pieces: Sequence[Piece]) -> tuple[str, tuple[Part, ...]]:
    """The text of the pieces, and each one's part. A blank line parts them; a dateline's paragraph follows a blank."""
    words: list[str] = []
    parts: list[Part] = []
    at = 0
    for index, piece in enumerate(pieces):
        if index:
            gap = " " if pieces[index - 1].kind == "dateline" and piece.kind == "paragraph" else "\n\n"
            words.append(gap)
            at += len(gap)
        words.append(piece.text)
        parts.append(Part(piece.kind, at, at + len(piece.text), piece.source))
        at += len(piece.text)
    return "".join(words), tuple(parts)


def clean(text: str) -> str:
    """The text without white space at its ends, and with what no text may hold (lone surrogates, NUL) replaced."""
    return _LONE.sub("\N{REPLACEMENT CHARACTER}", text).strip()


def _first(blocks: Sequence[Block]) -> int:
    """The index of the body's first block: under a dateline, else the first that reads like prose."""
    able = [i for i, block in enumerate(blocks) if block.role in (None, "paragraph", "subheading")]
    filed = (i for i in able if i < HEAD and dateline.match(blocks[i].text))
    prose = (i for i in able if blocks[i].role != "subheading" and (_reads(blocks[i].text) or _leads(blocks[i])))
    paragraph = (i for i in able if blocks[i].role == "paragraph")
    return next(filed, next(prose, next(paragraph, len(blocks))))


def _leads(block: Block) -> bool:
    """Whether a paragraph leads on to what follows it ("Here is what they say:")."""
    return block.role == "paragraph" and len(block.text) > LEADS and block.text.endswith(":")


def _reads(text: str) -> bool:
    return (
        furniture.is_prose(text)
        and not notes.is_editors(text)
        and byline.read(text) is None
        and not caption.is_marked(text)
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: its index, the body's first and last, and how many blocks there are."""

    index: int
    first: int
    last: int
    total: int

    @property
    def before(self) -> bool:
        return self.index < self.first

    @property
    def after(self) -> bool:
        return self.index > self.last

    @property
    def near_end(self) -> bool:
        return self.index >= self.total - EDGE and self.index > self.first


def _pieces(block: Block, place: _Place, slugs: frozenset[str]) -> Iterator[Piece]:
    text = clean(block.text)
    if not text:
        return
    kind = _kind(block, text, place, slugs)
    if kind is None:
        return
    if place.index == place.first and kind == "paragraph" and (found := dateline.match(text)):
        yield Piece("dateline", text[: found.stop].rstrip(), block.source)
        if rest := text[found.end :].strip():
            yield Piece("paragraph", rest, block.source)
    elif kind == "caption":
        yield from _caption(text, block.source)
    elif kind == "byline":
        yield Piece(kind, text.strip(_SEPARATORS) or text, block.source)
    else:
        yield Piece(kind, text, block.source)


def _caption(text: str, source: Span | None) -> Iterator[Piece]:
    got = caption.read(text)
    if words := text[got.start : got.end].strip():
        yield Piece("caption", words, source)
    if got.tail and (words := text[slice(*got.tail)].strip()):
        yield Piece("credit", words, source)


def _kind(block: Block, text: str, place: _Place, slugs: frozenset[str]) -> PartKind | None:
    """What a block is, or ``None`` where it has no role and its words say nothing: furniture."""
    if block.role == "note" and notes.is_correction(text) and not notes.is_editors(text) and not place.before:
        return "paragraph"  # it makes statements, and is read like the body that it closes
    if block.role == "subheading" and place.before:
        return "caption" if _is_caption(text) else "note"
    if block.role in _ROLES and block.role not in ("paragraph", "subheading"):
        return _ROLES[block.role]
    if block.role is None and place.before and text in slugs:
        return "slug"
    kind = _by_form(text, place)
    if kind is None and place.index == place.first and dateline.match(text):
        return "paragraph"
    return kind if kind or block.role is None else "paragraph"


def _by_form(text: str, place: _Place) -> PartKind | None:
    """What the words of a block say that it is, where its place allows it."""
    edge = place.near_end or place.before
    if endings.is_end(text):
        return "end_mark"
    if place.near_end and len(text) <= 300 and endings.is_rights(text):
        return "rights"
    if edge and (credit.is_sign_off(text) or credit.source(text) is not None):
        return "credit"
    if notes.is_editors(text) or (place.before and notes.is_notice(text)):
        return "note"
    if edge and _SIGNED.match(text) and byline.read(text) is not None and not furniture.is_prose(text):
        return "byline"
    if caption.is_marked(text) or (place.before and _is_caption(text)):
        return "caption"
    if place.near_end and len(text) <= 160 and endings.is_contact(text) and not furniture.is_prose(text):
        return "contact"
    return None


def _is_caption(text: str) -> bool:
    """Whether a line ends as only captions do: with a credit in brackets that names a photographer or a house."""
    got = caption.read(text)
    return got.tail is not None and "/" in text[slice(*got.tail)]
