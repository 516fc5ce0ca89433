"""Rules for the edges of spans: words whole, quotation marks with their words, no loose punctuation.

The spans stay in the form that PolNeAR and PARC 3 mark: a content keeps its quotation marks and a conjunction "that",
and leaves out an unquoted final period; a cue keeps its colon; a source keeps the comma that closes its apposition.
`strip` and `without_conjunction` are for readers of the spans who want them barer.
"""

import re
from collections.abc import Sequence
from unicodedata import combining

from hearsay.model.span import Span
from hearsay.reading.quotes import CLOSE, INSIDE, OPEN, OUTSIDE

_LOOSE = frozenset(" \t\r\n\xa0\u200b,;:-–—")
_LONGEST_WORD = 40
_ABBREVIATION = re.compile(r"(?:\b\w\.\w|\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Jr|Sr|Inc|Co|Corp|Ltd|Sen|Rep|Gov|Gen|St|No|vs|etc|"
                           r"Jan|Feb|Aug|Sept|Oct|Nov|Dec|a\.m|p\.m))\.$")  # fmt: skip


def tidy(
    text: str, quoted: bytes, cue: Span, source: Sequence[Span], content: Sequence[Span]
) -> tuple[Span, tuple[Span, ...], tuple[Span, ...]]:
    """Cue, source and content with clean edges; pieces without a word are gone.

    `quoted` is the quotation state of each code point (see `quotes.states`).
    """
    named = [trim(text, whole_words(text, span)) for span in source]
    said = [content_edges(text, quoted, span) for span in content]
    return (
        trim(text, whole_words(text, cue)),
        tuple(span for span in named if has_word(text, span)),
        tuple(span for span in said if has_word(text, span)),
    )


def content_edges(text: str, quoted: bytes, span: Span) -> Span:
    """A content piece with its quotation marks, without loose punctuation and an unquoted final period."""
    span = whole_words(text, span)
    start, end = span.start, span.end
    while start < end and (text[start] in _LOOSE or quoted[start] == CLOSE):
        start += 1
    while end > start and (quoted[end - 1] == OPEN or (text[end - 1] in _LOOSE and quoted[end - 1] != CLOSE)):
        end -= 1
    if start < end and start > 0 and quoted[start] == INSIDE and quoted[start - 1] == OPEN:
        start -= 1
    end = _closing(text, quoted, start, end)
    if end > start and text[end - 1] == "." and quoted[end - 1] == OUTSIDE and not _abbreviated(text, start, end):
        end -= 1
    return Span(start, max(start, end))


def _closing(text: str, quoted: bytes, start: int, end: int) -> int:
    """The end with the closing mark, and the punctuation before it, that the last quoted words have beside them."""
    if end <= start or quoted[end - 1] != INSIDE:
        return end
    after = end
    while after < len(text) and after < end + 2 and quoted[after] == INSIDE and text[after] in ".,!?…":
        after += 1
    return after + 1 if after < len(text) and quoted[after] == CLOSE else end


def _abbreviated(text: str, start: int, end: int) -> bool:
    return _ABBREVIATION.search(text, max(start, end - 12), end) is not None


def whole_words(text: str, span: Span) -> Span:
    """The span widened to whole words."""
    start, end = span.start, span.end
    while start > 0 and span.start - start < _LONGEST_WORD and _joined(text, start):
        start -= 1
    while end < len(text) and end - span.end < _LONGEST_WORD and end > start and _joined(text, end):
        end += 1
    return Span(start, end)


def _joined(text: str, at: int) -> bool:
    """Whether a position is inside a word."""
    return (text[at - 1].isalnum() or combining(text[at - 1]) > 0) and (text[at].isalnum() or combining(text[at]) > 0)


def strip(text: str, span: Span) -> Span:
    """The span without loose punctuation and white space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in _LOOSE:
        start += 1
    while end > start and text[end - 1] in _LOOSE:
        end -= 1
    return Span(start, end)


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def has_word(text: str, span: Span) -> bool:
    """Whether the span holds a letter or a digit."""
    return any(character.isalnum() for character in text[span.start : span.end])


def without_conjunction(text: str, span: Span) -> Span:
    """A content piece without a leading "that"."""
    if text[span.start : span.start + 5].lower() == "that " and span.end > span.start + 5:
        return Span(span.start + 5, span.end)
    return span
