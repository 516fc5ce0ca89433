"""The pieces of a record: sources, cues and contents as the record keeps them, by the PARC 3 convention.

A content holds its quotation marks and the conjunction "that"; it leaves out the comma before the cue and an unquoted
final period. A source holds the comma that closes its apposition, and a cue its colon. The rules work on bare names and
clauses, so conjunction, comma and colon are taken off first (:func:`content`, :func:`source`, :func:`cue`) and given
back last (:func:`with_conjunction`, :func:`with_comma`, :func:`with_colon`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.text import quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.text.quotations import Quotation

_NEAR = 4  # characters by which an edge may miss a quotation mark
_BLANK = " \t\r\n\xa0\u200b"
_LOOSE = _BLANK + ",;:–—-"
_CONJUNCTION = re.compile(r"that,?\s+", re.IGNORECASE)
_CONJUNCTION_BEFORE = re.compile(r"\bthat,?\s+\Z")
_NEITHER = re.compile(r"\bneither\s+\Z", re.IGNORECASE)
_SHORT = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jr|Sr|Inc|Co|Corp|Ltd|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|[ap]\.m|U\.S|U\.N|U\.K)$"
)


def content(text: str, piece: Span, quoted: Sequence[Quotation]) -> Span:
    """A content piece with tidy edges and without its conjunction; empty where nothing is left."""
    start, end = _trim(text, piece.start, piece.end, _LOOSE)
    around = quotations.near(quoted, piece, _NEAR)
    for quotation in around:
        start, end = _to_marks(start, end, quotation.span)
    start, end = _trim(text, start, end, _LOOSE)
    if text[start:end] == "that":
        return Span(start, start)
    if start and (match := _CONJUNCTION.match(text, start, end)) and not text[start].isupper():
        start = match.end()
    if end > start and text[end - 1] == "." and not _SHORT.search(text, max(0, end - 6), end - 1):
        end -= not any(q.span.start < end <= q.span.end for q in around)
    return Span(start, max(start, end))


def with_conjunction(text: str, piece: Span) -> Span:
    """The piece with the conjunction "that" before it, if there is one."""
    near = max(0, piece.start - 8)
    match = _CONJUNCTION_BEFORE.search(text[near : piece.start])
    return Span(near + match.start(), piece.end) if match else piece


def without_conjunction(words: str) -> str:
    """The words of a content without the conjunction "that" at their head."""
    match = _CONJUNCTION.match(words)
    return words[match.end() :] if match and words[0] == "t" else words


def source(text: str, piece: Span) -> Span:
    """A source piece without commas, colons and white space around it."""
    return Span(*_trim(text, piece.start, piece.end, _LOOSE))


def with_comma(text: str, piece: Span) -> Span:
    """The source with the comma that closes an apposition in it: "Ida Orr, the mayor,"."""
    closes = text.startswith(",", piece.end) and ", " in text[piece.start : piece.end]
    return Span(piece.start, piece.end + closes)


def with_colon(text: str, piece: Span) -> Span:
    """The cue with the colon that joins it to its content: "said:"."""
    return Span(piece.start, piece.end + text.startswith(":", piece.end))


def cue(text: str, piece: Span) -> Span:
    """A cue without white space and commas around it; a lone colon or dash is kept, and so is "neither … nor"."""
    start, end = _trim(text, piece.start, piece.end, _BLANK + ",")
    if text[start:end].strip(_LOOSE):
        start, end = _trim(text, start, end, _LOOSE)
    near = max(0, start - 10)
    if " nor " in text[start:end] and (before := _NEITHER.search(text[near:start])):
        start = near + before.start()
    return Span(start, end)


def _to_marks(start: int, end: int, quotation: Span) -> tuple[int, int]:
    """The edges moved onto the marks of a quotation that they nearly meet."""
    low, high = quotation.start, quotation.end
    if low < start <= low + _NEAR < high - _NEAR and end > start + 1:
        start = low
    if high - _NEAR <= end < high and start < high - _NEAR and start < end - 1:
        end = high
    return start, end


def _trim(text: str, start: int, end: int, loose: str) -> tuple[int, int]:
    while start < end and text[start] in loose:
        start += 1
    while end > start and text[end - 1] in loose:
        end -= 1
    return start, end
