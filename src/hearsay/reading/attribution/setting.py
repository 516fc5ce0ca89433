"""Where a place of a report stands: its paragraph and its sentence."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.text import sentences

if TYPE_CHECKING:
    from hearsay.model.report import Report

_LONGEST = 1000  # characters of a sentence to either side of a place, in a part that is too long to split whole
_WHOLE = 4000


def paragraph(report: Report, place: Span) -> Span:
    """The part of the report that a place stands in."""
    at = bisect_right(report.parts, place.start, key=lambda part: part.start) - 1
    return report.parts[at].span if at >= 0 else Span(0, len(report.text))


def sentence(report: Report, place: Span) -> Span:
    """The sentence that a place stands in; the stretch of its part around it where that is no sentence."""
    part = paragraph(report, place)
    if len(part) > _WHOLE:
        part = Span(max(part.start, place.start - _LONGEST), max(part.start, min(part.end, place.end + _LONGEST)))
    return next((s for s in _sentences(report.text, part) if s.start <= place.start < s.end), part)


@lru_cache(maxsize=64)
def _sentences(text: str, part: Span) -> tuple[Span, ...]:
    """The sentences of a part: several attributions of one paragraph ask for them."""
    return sentences.split(text, part)
