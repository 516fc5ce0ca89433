"""When each attribution was said, where the text dates the speech.

A time dates a speech when it stands in the sentence of the cue, outside every content that does not hold the cue itself
("said on Wednesday", "On Monday, X dismissed", "in a statement on Feb. 21"). What the same speaker says next, without
a time of its own, belongs to the same occasion; a headline takes the date of what it announces. The pluperfect ("had
warned") points to another occasion and inherits nothing. A relay's date is not the speaker's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from hearsay.model.reading import Attribution, Time, When
from hearsay.model.span import Span
from hearsay.text import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.model.report import Report

_NO_DAY = frozenset({"by", "until", "since", "from", "before", "after"})
_PLUPERFECT = re.compile(r"(?:had|'d|’d)\b", re.IGNORECASE)
# Words between a cue and a time after which the time belongs to something else than the speech.
_TURN = re.compile(
    r"\b(?:that|which|who|whom|whose|after|before|as|since|until|when|while|because|if|whether|where|during|despite"
    r"|over|about|to be)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"(?:according|per|as|under|on|in|by|citing)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that|after|before|when|since|as|for)\b", re.IGNORECASE)
_BREAK = re.compile(r"[;:()—–]|\b(?:which|who|whom|whose|after|before|when|while|because)\b", re.IGNORECASE)


def date(
    report: Report, attribution: Attribution, attributions: Sequence[Attribution], times: Sequence[Time]
) -> When | None:
    """When one of ``attributions`` (in text order) was said, or ``None`` where the text does not date it.

    To date all of them at once use :func:`dates`.
    """
    found = dates(report, attributions, times)
    return next((when for each, when in zip(attributions, found, strict=True) if each.id == attribution.id), None)


def dates(report: Report, attributions: Sequence[Attribution], times: Sequence[Time]) -> tuple[When | None, ...]:
    """When each of ``attributions`` (in text order) was said, or ``None``."""
    page = _Page(report, attributions, times)
    own = [page.own(each) for each in attributions]
    kept: dict[str, When] = {}
    found: list[When | None] = []
    for each, when in zip(attributions, own, strict=True):
        inherited = kept.get(each.speaker) if each.speaker and not page.is_earlier(each) else None
        found.append(when or inherited)
        if each.speaker and when is not None:
            kept[each.speaker] = when
    return tuple(_announced(page, attributions, found))


def _announced(page: _Page, attributions: Sequence[Attribution], found: Sequence[When | None]) -> list[When | None]:
    """Give a headline's attribution the date of the first dated one below by the same speaker."""
    below: dict[str | None, When] = {
        each.speaker: when
        for each, when in reversed(list(zip(attributions, found, strict=True)))
        if when is not None and each.speaker
    }
    return [
        when or (below.get(each.speaker) if page.in_headline(each) else None)
        for each, when in zip(attributions, found, strict=True)
    ]


class _Page:
    """One report's sentences, contents and datable times, ready to be asked about each attribution."""

    def __init__(self, report: Report, attributions: Sequence[Attribution], times: Sequence[Time]) -> None:
        self.text = report.text
        self._headlines = report.spans("headline")
        self._sentences = tuple(
            each
            for region in report.spans("headline", "paragraph", "caption")
            for each in sentences.split(report.text, region)
        )
        self._starts = [each.start for each in self._sentences]
        self._times = [each for each in times if _datable(each)]
        self._time_starts = [each.span.start for each in self._times]
        self._contents = [piece for each in attributions for piece in each.content]
        self._cues = sorted(piece for each in attributions for piece in each.cue)

    def in_headline(self, attribution: Attribution) -> bool:
        """Whether an attribution stands in a headline."""
        at = _place(attribution)
        return at is not None and any(region.covers(at) for region in self._headlines)

    def is_earlier(self, attribution: Attribution) -> bool:
        """Whether the cue is in the pluperfect."""
        return bool(attribution.cue) and _PLUPERFECT.match(attribution.cue[0].of(self.text)) is not None

    def own(self, attribution: Attribution) -> When | None:
        """The date that the attribution's own sentence gives it."""
        if not attribution.cue:
            return None
        cue = attribution.cue[0]
        sentence = self._sentence(cue.start)
        if sentence is None:
            return None
        first = bisect_left(self._time_starts, sentence.start)
        last = bisect_left(self._time_starts, sentence.end)
        near = [(self._cost(attribution, cue, sentence, each), each) for each in self._times[first:last]]
        open_ones = [(cost, each) for cost, each in near if cost is not None]
        if not open_ones:
            return None
        best = min(open_ones, key=lambda pair: pair[0])[1]
        return When(best.value, best.begin, best.end)

    def _sentence(self, at: int) -> Span | None:
        place = bisect_right(self._starts, at) - 1
        return self._sentences[place] if place >= 0 and at < self._sentences[place].end else None

    def _cost(self, attribution: Attribution, cue: Span, sentence: Span, time: Time) -> int | None:
        """How far a time is from dating the cue; ``None`` where it dates something else."""
        if self._is_said(cue, time.span):
            return None
        if time.span.start >= cue.end:
            return self._after(cue, time.span)
        if cue.covers(time.span):
            return 0
        return self._before(attribution, cue, sentence, time.span)

    def _is_said(self, cue: Span, time: Span) -> bool:
        """Whether the time is inside a content that does not hold the cue as well."""
        return any(piece.overlaps(time) and not piece.covers(cue) for piece in self._contents)

    def _after(self, cue: Span, time: Span) -> int | None:
        """Such as "said on Friday", "told reporters in Kyiv late on Friday": no other clause may begin between."""
        between = self._without_contents(cue.end, time.start)
        if _TURN.search(between) or self._cue_between(cue.end, time.start):
            return None
        return len(between)

    def _before(self, attribution: Attribution, cue: Span, sentence: Span, time: Span) -> int | None:
        """Such as "On Friday, X said": at the head of the sentence or clause, with the speaker between."""
        if self._cue_between(time.end, cue.start) or _PREPOSITION.match(cue.of(self.text)):
            return None
        clause = max(sentence.start, self.text.rfind(",", sentence.start, time.start) + 1)
        if _RELATIVE.search(self.text, clause, time.start):
            return None
        between = self._without_contents(time.end, cue.start)
        source = next((piece for piece in attribution.source if time.end <= piece.start < cue.start), None)
        if source is None and any(piece.covers(time) for piece in attribution.source):
            return None
        leads = time.start - sentence.start <= 30
        if _BREAK.search(between) or not (leads or len(between) <= 60):
            return None
        return len(between) + (20 if leads else 60)

    def _without_contents(self, start: int, end: int) -> str:
        """The words between two places that belong to no content."""
        kept: list[str] = []
        for piece in sorted(piece for piece in self._contents if start <= piece.start and piece.end <= end):
            kept.append(self.text[start : max(start, piece.start)])
            start = max(start, piece.end)
        return "".join((*kept, self.text[start:end]))

    def _cue_between(self, start: int, end: int) -> bool:
        at = bisect_left(self._cues, Span(start, start))
        return at < len(self._cues) and self._cues[at].end <= end


def _place(attribution: Attribution) -> Span | None:
    pieces = attribution.cue or attribution.content or attribution.source
    return pieces[0] if pieces else None


def _datable(time: Time) -> bool:
    """Whether a time can date a speech: a day or a period of the calendar, not a bound, a duration or a vague one."""
    return (
        time.type in ("DATE", "TIME") and time.bound not in _NO_DAY and time.begin is not None and time.end is not None
    )
