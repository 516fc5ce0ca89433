"""Where a place of a report stands: its sentence."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.text import sentences

if TYPE_CHECKING:
    from hearsay.model.report import Report

_LONGEST = 1000  # characters of a sentence to either side of a place


def sentence(report: Report, place: Span) -> Span:
    """The sentence that a place stands in; the stretch of its part around it where that is no sentence."""
    at = bisect_right(report.parts, place.start, key=lambda part: part.start) - 1
    part = report.parts[at].span if at >= 0 else Span(0, len(report.text))
    around = Span(max(part.start, place.start - _LONGEST), max(part.start, min(part.end, place.end + _LONGEST)))
    return next((s for s in sentences.split(report.text, around) if s.start <= place.start < s.end), around)
