"""Which time of its own sentence dates an attribution.

A time stands outside every content that does not hold the cue itself, and no other clause or cue comes between it and
the cue: "said on Wednesday", "On Monday, X dismissed", "in a statement on Feb. 21". A document may carry its date in
its name ("a letter of July 26"), "a day after X had said" counts back from the main clause, and a correction that a
report makes of itself is of the report's own day.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from hearsay.model.reading import Attribution, Time, When
from hearsay.model.span import Span
from hearsay.reading.timex.times import anchor
from hearsay.text import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.model.report import Report

_NO_DAY = frozenset({"by", "until", "since", "from", "before", "after"})
# Cues of no occasion, or of another one: the pluperfect, the perfect and the habitual present, and bare relays.
_ELSEWHEN = re.compile(
    r"(?:had|has|have|'d|’d|according)\b|(?!was\b|is\b|as\b)\w+(?<!s)s\b|(?:is|are|do|does|expect|believe|say|want|hope)\b",
    re.IGNORECASE,
)
# Words between a cue and a time after which the time belongs to something else than the speech.
_TURN = re.compile(
    r"\b(?:that|which|who|whom|whose|after|before|as|since|until|when|while|because|if|whether|where|during|despite"
    r"|over|about|to be)\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(r"(?:corrects|clarifies|retracts|withdraws)\b", re.IGNORECASE)
_EARLIER_VERSION = re.compile(r"(?:an|a|the) (?:earlier|previous) version\b", re.IGNORECASE)
_AFTER = re.compile(r".{1,30}\safter", re.IGNORECASE)
_DAYS = re.compile(r"P\d{1,3}[DW]|PT[X\d]{1,3}[HM]")
_WORDS_OF = re.compile(r"\s(?:interview|statement|speech|address|letter|report|survey|study|book|memo|tweet|post)\b")
_YEAR = re.compile(r"\d{4}")
_CLAUSE = 120
_NEAR = 50
_PRONOUN = re.compile(r"he|she|it|they", re.IGNORECASE)
_RELAYED = re.compile(r"\b(?:quoted|cited)\b", re.IGNORECASE)
_SAME = re.compile(
    r"[^.“”\"\n]{0,40}\bthe same (?:day|briefing|conference|news conference|meeting|hearing|session|interview|program|"
    r"programme|show|channel|event|ceremony|rally|call|forum|statement|letter)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"\b(?:who|whom|whose|which)\b(?:\s+\w+){0,4}\s*$", re.IGNORECASE)
_PERSONAL = re.compile(r"\b(?:who|whom|whose|which)\b", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:according|per|as|under|on|in|by)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that|after|before|when|since|as|for)\b", re.IGNORECASE)
_ASIDE = re.compile(r", (?:who|whom|whose|which)\b[^,]{1,80},", re.IGNORECASE)
_BREAK = re.compile(r"[;:()—–]|\b(?:which|who|whom|whose|after|before|when|while|because)\b", re.IGNORECASE)


class Page:
    """One report's sentences, contents and datable times, ready to be asked about each attribution."""

    def __init__(self, report: Report, attributions: Sequence[Attribution], times: Sequence[Time]) -> None:
        self.text = report.text
        self._paragraphs = [region.start for region in report.spans("paragraph")]
        self._headlines = report.spans("headline")
        self._sentences = tuple(
            each
            for region in report.spans("headline", "paragraph", "caption")
            for each in sentences.split(report.text, region)
        )
        self._starts = [each.start for each in self._sentences]
        self._anchor = anchor(report)
        self._times = [each for each in times if _datable(each, self._anchor)]
        self._time_starts = [each.span.start for each in self._times]
        self._distances = [
            each for each in times if _DAYS.fullmatch(each.value) and _AFTER.fullmatch(each.span.of(report.text))
        ]
        self._contents = [piece for each in attributions for piece in each.content]
        self._cues = sorted(piece for each in attributions for piece in each.cue)

    def in_headline(self, attribution: Attribution) -> bool:
        """Whether an attribution stands in a headline."""
        at = place(attribution)
        return at is not None and any(region.covers(at) for region in self._headlines)

    def paragraph(self, attribution: Attribution) -> int:
        """How many paragraphs begin before an attribution."""
        at = place(attribution)
        return bisect_right(self._paragraphs, at.start) if at is not None else 0

    def sentence(self, attribution: Attribution) -> int:
        """Where the sentence of an attribution begins."""
        at = place(attribution)
        found = self._sentence(at.start) if at is not None else None
        return found.start if found is not None else 0

    def is_today(self, when: When | None) -> bool:
        """Whether a date is the report's own day."""
        return when is not None and self._anchor is not None and when.value == self._anchor.isoformat()

    def is_earlier(self, attribution: Attribution) -> bool:
        """Whether the cue's form points away from the occasion of what was said before."""
        return bool(attribution.cue) and _ELSEWHEN.match(attribution.cue[0].of(self.text)) is not None

    def is_aside(self, attribution: Attribution) -> bool:
        """Whether an attribution stands in a relative clause, told in passing: "Lee, who on Monday denied it"."""
        cue = attribution.cue[0].start if attribution.cue else 0
        return _WHO.search(self.text, max(0, cue - _NEAR), cue) is not None

    def is_the_same(self, attribution: Attribution) -> bool:
        """Whether the words behind the cue name the occasion of what stands before: "told the same briefing"."""
        end = attribution.cue[0].end if attribution.cue else len(self.text)
        return _SAME.match(self.text, end, end + _CLAUSE) is not None

    def sentence_before(self, attribution: Attribution) -> Span | None:
        """The sentence before that of the cue, in the same paragraph, where a pronoun goes on with it."""
        if not attribution.cue or not any(_PRONOUN.fullmatch(piece.of(self.text)) for piece in attribution.source):
            return None
        at = bisect_right(self._starts, attribution.cue[0].start) - 1
        if at < 1 or self.is_earlier(attribution) or _RELAYED.search(attribution.cue[0].of(self.text)):
            return None
        gap = self.text[self._sentences[at - 1].end : self._sentences[at].start]
        dated = self.told(Span(self._sentences[at].start, attribution.cue[0].start)) is not None
        return None if dated or "\n" in gap else self._sentences[at - 1]

    def told(self, sentence: Span) -> When | None:
        """The last day that a sentence names outside every content."""
        first = bisect_left(self._time_starts, sentence.start)
        last = bisect_left(self._time_starts, sentence.end)
        days = (each for each in self._times[first:last] if each.begin == each.end)
        free = [each for each in days if not self._is_in_content(each.span)]
        return When(free[-1].value, free[-1].begin, free[-1].end) if free else None

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
            return self._counted_back(cue, sentence) or self._correction(attribution, cue)
        best = min(open_ones, key=lambda pair: pair[0])[1]
        return When(best.value, best.begin, best.end)

    def _counted_back(self, cue: Span, sentence: Span) -> When | None:
        """Such as "…, two days after X had warned": that many days before what the sentence reports."""
        for each in self._distances:
            if not (sentence.start <= each.span.start and each.span.end <= cue.start):
                continue
            between = self.text[each.span.end : cue.start]
            if len(between) > _CLAUSE or _BREAK.search(between) or self._cue_between(each.span.end, cue.start):
                continue
            main = [time for time in self._times if sentence.start <= time.span.start < each.span.start]
            day = dt.date.fromisoformat(main[-1].begin) if main and main[-1].begin else self._anchor
            count = 0 if "T" in each.value else int(each.value[1:-1]) * (7 if each.value.endswith("W") else 1)
            if day is not None:
                said = (day - dt.timedelta(count)).isoformat()
                return When(said, said, said)
        return None

    def _correction(self, attribution: Attribution, cue: Span) -> When | None:
        """The report's own day, for what it corrects of itself: "an earlier version of this article said …"."""
        own = any(_EARLIER_VERSION.match(self.text, piece.start) for piece in attribution.source)
        if self._anchor is None or not (own or _CORRECTS.match(cue.of(self.text))):
            return None
        day = self._anchor.isoformat()
        return When(day, day, day)

    def _sentence(self, at: int) -> Span | None:
        place = bisect_right(self._starts, at) - 1
        return self._sentences[place] if place >= 0 and at < self._sentences[place].end else None

    def _cost(self, attribution: Attribution, cue: Span, sentence: Span, time: Time) -> int | None:
        """How far a time is from dating the cue; ``None`` where it dates something else."""
        named = any(piece.covers(time.span) for piece in attribution.source)
        if named and attribution.source_type == "document":
            return 0
        if self._is_said(cue, time.span) or not (named or self._is_a_date(time)):
            return None
        if time.span.start >= cue.end:
            return self._after(cue, time.span)
        if cue.covers(time.span):
            return 0
        return self._before(attribution, cue, sentence, time.span)

    def _is_said(self, cue: Span, time: Span) -> bool:
        """Whether the time is inside a content that does not hold the cue as well."""
        return any(piece.overlaps(time) and not piece.covers(cue) for piece in self._contents)

    def _is_a_date(self, time: Time) -> bool:
        """Not where a year stands before what it names: "a 2024 campaign", but "a 2024 interview"."""
        year, text = time.span, self.text
        dated = text[max(0, year.start - 3) : year.start].lower() == "in " or _WORDS_OF.match(text, year.end)
        return bool(dated) or _YEAR.fullmatch(time.value) is None

    def _is_in_content(self, time: Span) -> bool:
        return any(piece.overlaps(time) for piece in self._contents)

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
        between = _ASIDE.sub(",", self._without_contents(time.end, cue.start))
        if not between.strip():
            return 0
        clause = max(sentence.start, self.text.rfind(",", sentence.start, time.start) + 1)
        if _RELATIVE.search(self.text, clause, time.start):
            return None
        within = next((piece for piece in attribution.source if piece.covers(time)), None)
        if within is not None:
            named = _PERSONAL.search(self.text, within.start, time.start) is None
            return time.start - within.start if named else None
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


def place(attribution: Attribution) -> Span | None:
    """Where an attribution stands: its cue; without one its content, its source."""
    pieces = attribution.cue or attribution.content or attribution.source
    return pieces[0] if pieces else None


def _datable(time: Time, day: dt.date | None) -> bool:
    """Whether a time can date a speech: a day or a period of the calendar, not a bound, a duration or a vague one.

    Nothing was said after the report's own day; what is named of the days ahead is what the speech is about.
    "Overnight" is of two days, and does not tell which.
    """
    if time.type not in ("DATE", "TIME") or time.bound in _NO_DAY or time.begin is None or time.end is None:
        return False
    if time.type == "TIME" and time.begin != time.end:
        return False
    return day is None or time.begin <= day.isoformat()
