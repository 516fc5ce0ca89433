"""The body of a report as words with their places: what copies are told by.

Furniture of the trade (disclaimers, newsletter lines, credits that stand in a paragraph) is left out: it is the same
under reports that have nothing else in common.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.text import quotations, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.model.report import Report

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|\w+")
_APOSTROPHE = str.maketrans("’", "'")
LONGEST = 20_000
"""Words of a body that are looked at: a book is no report, and time must stay bounded."""
_BOILERPLATE = re.compile(
    r"\ball rights reserved\b|\bmay not be (?:re)?(?:published|distributed|written|broadcast)"
    r"|\b(?:sign up|subscribe|register)\b[^.]{0,60}\b(?:newsletters?|alerts?|e-?mails?|inbox|updates|today|now|free)\b"
    r"|\bnewsletter\b[^.]{0,40}\b(?:sign|subscri|inbox|deliver)|\bin your inbox\b"
    r"|\bfollow us on\b|\bdownload (?:our|the) app\b|\bclick here\b|\bread more:|\bwatch live\b"
    r"|^(?:this|the) (?:article|story|report|material|content) (?:was|is|has been) [^.]{0,40}"
    r"\b(?:published|produced|provided|distributed|supplied|syndicated|generated|automatically)\b"
    r"|\bcontributed to this (?:report|story|article)\b|^\(?(?:additional )?(?:reporting|writing|editing) by\b"
    r"|\bopinions expressed\b|\bprivacy policy\b|\bterms of (?:use|service)\b|\bstandards:|\btrust principles\b",
    re.IGNORECASE,
)
_SHORT = 70  # words: a paragraph longer than this says something, whatever else stands in it


@dataclass(frozen=True, slots=True)
class Body:
    """The words of a body, folded, in order.

    ``starts`` and ``ends`` are each word's place in the report's text; ``paragraphs`` and ``sentences`` are half-open
    ranges of words; ``quoted`` has a 1 for each word between quotation marks.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    quoted: bytes

    def span(self, first: int, stop: int) -> Span:
        """The place of the words ``first`` to ``stop`` (not included) in the report's text."""
        return Span(self.starts[first], self.ends[stop - 1])


def body(report: Report) -> Body:
    """The words of the report's paragraphs, without boilerplate."""
    return of(report.text, tuple(kept(report)))


def of(text: str, regions: Sequence[Span]) -> Body:
    """The words of some regions of a text, each a paragraph."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    ranges, spans = [], []
    for span in regions:
        first = len(words)
        for match in _WORD.finditer(text, span.start, span.end):
            words.append(match[0].translate(_APOSTROPHE).casefold())
            starts.append(match.start())
            ends.append(match.end())
        if len(words) > first:
            ranges.append((first, len(words)))
            spans.append(span)
        if len(words) > LONGEST:
            break
    return Body(
        tuple(words),
        tuple(starts),
        tuple(ends),
        tuple(ranges),
        tuple(_sentences(text, spans, starts)),
        _quoted(text, spans, starts),
    )


def kept(report: Report) -> Iterator[Span]:
    """The paragraphs of a report that say something."""
    for span in report.spans("paragraph"):
        words = span.of(report.text)
        if not (_BOILERPLATE.search(words) and words.count(" ") < _SHORT):
            yield span


def _sentences(text: str, spans: Sequence[Span], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    for span in spans:
        for sentence in sentences.split(text, span):
            first, stop = bisect_right(starts, sentence.start - 1), bisect_right(starts, sentence.end - 1)
            if first < stop:
                yield first, stop


def _quoted(text: str, spans: Sequence[Span], starts: Sequence[int]) -> bytes:
    marks = bytearray(len(starts))
    for quotation in quotations.outermost(quotations.find(text, spans)):
        first = bisect_right(starts, quotation.span.start)
        stop = bisect_right(starts, quotation.span.end - 1)
        marks[first:stop] = b"\1" * (stop - first)
    return bytes(marks)
