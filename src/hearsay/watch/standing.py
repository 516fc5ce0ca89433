"""How things stand for a question: the claims that it is about, and the reports that carry them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.errors import UsageError
from hearsay.model.reading import Modifier, Stance
from hearsay.model.report import Status
from hearsay.model.story import State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from hearsay.model.span import Span
    from hearsay.model.story import Claim, Count, Listed, Story
    from hearsay.pipeline import Record
    from hearsay.watch.plan import Question

MOST_HITS = 1000
"""Hits of a search that a question is answered from."""


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words with their address: code points of the text of a version of a report, and who says them."""

    report: str
    uri: str
    version: int
    start: int
    end: int
    text: str
    outlet: str | None = None
    speaker: str | None = None
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A figure, as one speaker gave it; ``replaced`` is the speaker's figure that it took the place of."""

    speaker: str | None
    told: str
    words: Words | None
    replaced: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimStanding:
    """How a claim stands."""

    id: str
    story: str
    title: str
    text: str
    state: State
    why: str
    sources: tuple[str, ...]
    origins: tuple[str, ...]
    said: tuple[Words, ...]
    figures: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class ReportStanding:
    """How a report stands; ``of`` are the origins that its text comes from."""

    id: str
    uri: str
    version: int
    story: str
    title: str
    status: Status
    outlet: str | None = None
    headline: str | None = None
    correction: Words | None = None
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer to a question at a moment."""

    claims: tuple[ClaimStanding, ...] = ()
    reports: tuple[ReportStanding, ...] = ()


def stand(record: Record, question: Question, before: Standing) -> Standing:
    """How things stand for a question. What it asks for may not be there yet: then nothing stands."""
    stories, wanted = _asked(record, question, before)
    claims: list[ClaimStanding] = []
    reports: list[ReportStanding] = []
    for story in stories:
        about = [one for one in story.claims if wanted is None or _touches(one, wanted)]
        if question.kind == "claim":
            about = _one(about, question, before)
        held = of_story(record, story, about)
        claims.extend(held.claims)
        reports.extend(held.reports)
    return Standing(tuple(claims), tuple(reports))


def of_story(record: Record, story: Story, about: Sequence[Claim]) -> Standing:
    """How some claims of a story stand, and the reports that carry them."""
    texts = _Texts(record, story)
    of: dict[str, list[str]] = {}
    for line in story.lineage:
        for copy in line.copies:
            of.setdefault(copy.report, []).append(line.origin)
    carrying = {one.report for claim in about for one in claim.statements}
    carrying |= {origin for one in carrying for origin in of.get(one, ())}
    reports = (texts.report(one, of.get(one.id, ())) for one in story.reports if one.id in carrying)
    return Standing(tuple(_claim(story, one, texts) for one in about), tuple(reports))


def _asked(
    record: Record, question: Question, before: Standing
) -> tuple[tuple[Story, ...], Collection[tuple[str, str | None]] | None]:
    """The stories that a question is about, and which statements (report, attribution); ``None`` for all."""
    if question.story:
        return _stories(record, [question.story]), None
    if question.claim:
        held = next((one.story for one in before.claims), None)
        named = held or next((story.id for story, one in record.claims() if one.id == question.claim), None)
        return _stories(record, [named] if named else []), None
    hits = record.search(question.search or "", speaker=question.speaker, limit=MOST_HITS)
    pairs = {(hit.report_id, hit.attribution if question.speaker else None) for hit in hits}
    return _stories(record, dict.fromkeys(hit.report_id for hit in hits)), pairs


def _stories(record: Record, names: Iterable[str]) -> tuple[Story, ...]:
    """The stories of those ids, or of the reports of those ids, each once."""
    found: dict[str, Story] = {}
    known: set[str] = set()
    for name in names:
        if name in known:
            continue
        try:
            story = record.story(name)
        except UsageError:
            continue
        found[story.id] = story
        known.update(one.id for one in story.reports)
    return tuple(found[name] for name in sorted(found))


def _touches(claim: Claim, wanted: Collection[tuple[str, str | None]]) -> bool:
    return any((one.report, one.attribution) in wanted or (one.report, None) in wanted for one in claim.statements)


def _one(claims: Iterable[Claim], question: Question, before: Standing) -> list[Claim]:
    """The claim that is asked for: that of the id, or the one that has most of the statements that it had."""
    listed = list(claims)
    held = {(words.report, words.speaker, words.stance) for one in before.claims for words in one.said}
    shared = [len({(s.report, s.speaker, s.stance) for s in one.statements} & held) for one in listed]
    own = [number for number, one in enumerate(listed) if one.id == question.claim]
    best = own[0] if own else max(range(len(listed)), key=shared.__getitem__, default=None)
    return [listed[best]] if best is not None and (own or shared[best]) else []


def _claim(story: Story, claim: Claim, texts: _Texts) -> ClaimStanding:
    said = (
        texts.words(one.report, span, one.speaker, one.stance)
        for one in claim.statements
        for span in one.content or (None,)
    )
    figures = claim.figures
    numbers = (
        Number(
            one.speaker,
            _told(one),
            texts.words(one.report, one.span, one.speaker, None),
            None if one.replaced is None else _told(figures[one.replaced]),
        )
        for one in figures
    )
    return ClaimStanding(
        claim.id,
        story.id,
        story.title,
        claim.text,
        claim.state,
        claim.why,
        tuple(sorted(claim.independent_sources)),
        tuple(sorted(claim.origins)),
        tuple(one for one in said if one is not None),
        tuple(numbers),
    )


def _told(one: Count) -> str:
    return told(one.low, one.high, one.modifier, one.unit)


def told(low: float | None, high: float | None, modifier: Modifier, unit: str | None) -> str:
    """A figure in words: ``at least 3000 troops``, ``2 to 4 people``."""
    bounds = [f"{one:g}" if abs(one) < 1e6 else f"{one:,.0f}" for one in (low, high) if one is not None]
    number = " to ".join(dict.fromkeys(bounds))
    how = "" if modifier in ("exact", "range") else modifier.replace("_", " ") + " "
    return f"{how}{number}{f' {unit}' if unit else ''}"


class _Texts:
    """The reports of a story, each opened once, as the versions that the story was told from."""

    def __init__(self, record: Record, story: Story) -> None:
        self._record = record
        self._story = story
        self._listed = {one.id: one for one in story.reports}
        self._held = {one.id: record.report(one.id, one.version).report for one in story.reports}

    def words(self, report: str, span: Span | None, speaker: str | None, stance: Stance | None) -> Words | None:
        """The words at a place; the headline's where a statement names none."""
        listed, held = self._listed.get(report), self._held.get(report)
        if listed is None or held is None:
            return None
        span = span or next(iter(held.spans("headline", "paragraph")), None)
        if span is None or span.end > len(held.text):
            return None
        place = (listed.version, span.start, span.end, span.of(held.text))
        return Words(report, listed.uri, *place, listed.outlet, speaker, stance)

    def report(self, listed: Listed, of: Iterable[str]) -> ReportStanding:
        """How a report stands."""
        held, story = self._held[listed.id], self._story
        note = None
        if held.correction is not None:
            at = max(0, held.text.find(held.correction))
            end = at + len(held.correction) if held.text[at:].startswith(held.correction) else at
            note = Words(listed.id, listed.uri, listed.version, at, end, held.correction, listed.outlet)
        stated = (listed.status, listed.outlet, listed.headline, note)
        return ReportStanding(
            listed.id, listed.uri, listed.version, story.id, story.title, *stated, tuple(sorted(set(of)))
        )
