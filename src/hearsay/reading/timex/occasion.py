"""Whether a statement that its own sentence does not date was made on the report's day.

Most reports are of one day: the lead says which ("…, the ministry said on Friday") and the statements below it, by
other speakers, are of the same day without saying so again. Other reports look back over a week. No single sign tells
the two apart, so each gives points, and a statement with enough of them takes the report's day. The signs and their
worth were counted on annotated stories (docs/decisions/0010 and 0016): of those with two points one in two was of the
day, with three or more four in five. A report whose lead does not name its own day gives none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hearsay.model.reading import Attribution, Time, When
    from hearsay.model.report import Report
    from hearsay.model.span import Span

# Cues that tell of one act: the simple past of saying, and "according to". All others point to no one day.
_PAST = re.compile(r"(?:said|told|added|wrote|called|\w+ed|according)\b", re.IGNORECASE)
_AUXILIARY = re.compile(r"(?:had|has|have|was|were)\b", re.IGNORECASE)
_REFUSES = re.compile(
    r"(?:declin|refus)|\b(?:comment|respon\w+|reached|no)\b|would (?:not|neither)|did not|could not", re.IGNORECASE
)
_PERFECT = re.compile(r"(?:had|has|have)\b", re.IGNORECASE)
# Who speaks of the day; what an outlet printed is of no one day.
_WORTH = {"person": 1, "role": 1, "government": 1, "organisation": 1, "outlet": -2}
# "…, after Washington had confirmed it": what led up to the news is of another day.
_BEFORE_IT = re.compile(r"\b(?:after|before|since)\s(?!what\b)[^,;:.“”\"\n]*$", re.IGNORECASE)
_CROWD = re.compile(r"(?:many|most|some|several|few|others|critics|experts|analysts)\b", re.IGNORECASE)  # of no one day
_CLAUSE = 120
_ENOUGH = 3
_ONE_DAY = 2  # a report that names no more than so many other days is of one day
_OFTEN = 4


@dataclass(frozen=True, slots=True)
class Occasion:
    """The report's own day, where its lead names it, and the days that the report names, in text order."""

    day: str
    text: str
    headlines: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    named: tuple[Time, ...]
    ends: tuple[int, ...]
    first_third: int
    of_it: int  # what of the whole report speaks for one day

    def holds(self, attribution: Attribution, earlier: When | None) -> bool:
        """Whether an undated attribution is of the report's day; ``earlier`` is the last date of a speech before it."""
        place = next(iter((*attribution.cue, *attribution.content, *attribution.source)), None)
        if place is None or _BEFORE_IT.search(self.text, max(0, place.start - _CLAUSE), place.start):
            return False
        return sum(self._points(attribution, place, earlier)) >= _ENOUGH

    def _points(self, attribution: Attribution, place: Span, earlier: When | None) -> Iterator[int]:
        headline = any(region.covers(place) for region in self.headlines)
        yield 3 if headline else self._of_the_cue(attribution)
        yield _WORTH.get(attribution.source_type, 0)
        yield -2 if any(_CROWD.match(self.text, piece.start) for piece in attribution.source) else 0
        yield 1 if any(region.covers(place) for region in self.paragraphs[:2]) else 0
        yield 1 if headline or place.start < self.first_third else 0
        yield -2 if earlier is not None and earlier.value[:10] != self.day else 0
        yield -1 if self._other_day_before(place) else 0
        yield self.of_it

    def _of_the_cue(self, attribution: Attribution) -> int:
        """A refusal answers the reporter of the day; "told" has a hearer and an hour; the rest is of no one day."""
        cue = attribution.cue[0].of(self.text) if attribution.cue else ""
        if _REFUSES.search(cue) and not _PERFECT.match(cue):
            return 1
        if cue.lower().startswith("told"):
            return 1
        return 0 if (_PAST.match(cue) and not _AUXILIARY.match(cue)) or cue in (":", "–", "—") else -2

    def _other_day_before(self, place: Span) -> bool:
        """Whether the last day that the same paragraph names before a place is another one."""
        last = bisect_right(self.ends, place.start) - 1
        if last < 0 or self.named[last].begin == self.day:
            return False
        named = self.named[last].span
        return any(region.covers(place) and region.covers(named) for region in self.paragraphs)


def of(report: Report, anchor: date | None, times: Sequence[Time]) -> Occasion | None:
    """The occasion of a report; ``None`` where its first paragraph does not name the report's own day."""
    paragraphs = report.spans("paragraph")
    if anchor is None or not paragraphs:
        return None
    day = anchor.isoformat()
    named = tuple(
        time
        for time in times
        if time.type in ("DATE", "TIME") and time.begin and time.begin == time.end and time.bound is None
    )
    if not any(paragraphs[0].covers(time.span) and time.begin == day for time in named):
        return None
    own = sum(time.begin == day for time in named)
    of_it = (2 if len(named) - own <= _ONE_DAY else 0) + (1 if own >= _OFTEN else 0)
    ends = tuple(time.span.end for time in named)
    third = paragraphs[0].start + (paragraphs[-1].end - paragraphs[0].start) // 3
    return Occasion(day, report.text, report.spans("headline"), paragraphs, named, ends, third, of_it)
