"""The tables that are made of readings, one report after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from hearsay.export.columns import Column, Table
from hearsay.model.report import Dateline, Provenance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hearsay.model.reading import Actor, Attribution, Figure, Reading, Time
    from hearsay.model.report import Part, Report
    from hearsay.model.span import Span

T = TypeVar("T")

_DIGEST = 12
"""Digits of the source's digest in an id: enough to tell the versions of one report from each other."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A reading as it is exported; ``version`` and ``kept_at`` (ISO 8601, UTC) as the record that keeps it has them."""

    reading: Reading
    version: int | None = None
    kept_at: str | None = None

    @property
    def report(self) -> Report:
        """What was read."""
        return self.reading.report

    @property
    def dateline(self) -> Dateline:
        """Where and when it was filed, nothing stated where the report has none."""
        return self.report.dateline or Dateline()

    @property
    def provenance(self) -> Provenance:
        """Where it comes from, likewise."""
        return self.report.provenance or Provenance()

    def id(self, name: str) -> str:
        """What the rows of other tables call something of this reading: ``r29140d34b14f58d5@5f1c09aa31b2/a1``."""
        return f"{self.report.id}@{self.report.source_sha256[:_DIGEST]}/{name}"

    def words(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The words at places of the text."""
        return tuple(span.of(self.report.text) for span in spans)


@dataclass(frozen=True, slots=True)
class In(Generic[T]):
    """Something of a reading: ``name`` is its own there, as ``a1``."""

    shown: Shown
    name: str
    it: T


def _named(given: Callable[[Reading], Iterable[T]]) -> Callable[[Shown], Iterator[In[T]]]:
    """What has a name of its own in the reading."""
    return lambda shown: (In(shown, one.id, one) for one in given(shown.reading))  # type: ignore[attr-defined]


def _numbered(letter: str, given: Callable[[Reading], Iterable[T]]) -> Callable[[Shown], Iterator[In[T]]]:
    """What has none: it is numbered in text order, from 1."""
    return lambda shown: (In(shown, f"{letter}{at}", one) for at, one in enumerate(given(shown.reading), 1))


def _place(what: str) -> tuple[Column[In[Any]], ...]:
    """The columns that every table of what a report has begins with."""
    return (
        Column("id", "text", f"the {what}: the report, the digest of its source, and its name there", _id),
        Column("report", "text", "the `id` of the report", lambda one: one.shown.report.id),
        Column("version", "whole", "the version of the report that was read", lambda one: one.shown.version),
    )


def _id(one: In[T]) -> str:
    return one.shown.id(one.name)


def _refer(one: In[T], name: str | None) -> str | None:
    return None if name is None else one.shown.id(name)


def _actor(one: In[Attribution]) -> Actor | None:
    return one.shown.reading.actor(one.it.speaker)


def _carriers(one: In[Attribution]) -> tuple[str, ...]:
    found = map(one.shown.reading.actor, one.it.via)
    return tuple(actor.name for actor in found if actor)


REPORTS: Table[Shown, Shown] = Table(
    "reports",
    "one report, in the version that the record shows",
    (
        Column("id", "text", "the report: stable for one address, file or publisher's name", lambda s: s.report.id),
        Column("version", "whole", "the version that is shown", lambda s: s.version),
        Column("kept_at", "text", "when that version was first kept, ISO 8601, UTC", lambda s: s.kept_at),
        Column("uri", "text", "where it was read from", lambda s: s.report.uri),
        Column("source_sha256", "text", "SHA-256 of the source's bytes", lambda s: s.report.source_sha256),
        Column("media_type", "text", "what the source is", lambda s: s.report.media_type),
        Column("language", "text", "ISO 639-1", lambda s: s.report.language),
        Column("headline", "text", "as the page has it", lambda s: s.report.headline),
        Column("slug", "text", "as the page has it", lambda s: s.report.slug),
        Column("section", "text", "as the page has it", lambda s: s.report.section),
        Column("byline", "texts", "the reporters' names", lambda s: [one.name for one in s.report.byline]),
        Column("uploader", "text", "who put the page up, if not the reporter", lambda s: s.report.uploader),
        Column("outlet", "text", "the site or paper that shows it", lambda s: s.report.outlet),
        Column("agency", "text", "whose copy it is, by full name", lambda s: s.report.agency),
        Column("credit", "text", "`own`, `agency`, `agency+own`, `partner`, `release`, `unknown`",
               lambda s: s.report.credit),
        Column("published", "text", "ISO 8601, with a zone where one is stated", lambda s: s.report.published),
        Column("modified", "text", "ISO 8601, with a zone where one is stated", lambda s: s.report.modified),
        Column("dateline_place", "text", "where it was filed",
               lambda s: s.dateline.place),
        Column("dateline_date", "text", "when it was filed, ISO 8601",
               lambda s: s.dateline.date),
        Column("dateline_agency", "text", "the agency that its dateline names",
               lambda s: s.dateline.agency),
        Column("status", "text", "`usable`, `update`, `correction`, `withdrawn`, `embargoed`",
               lambda s: s.report.status),
        Column("correction", "text", "the words of a correction note", lambda s: s.report.correction),
        Column("based_on", "texts", "addresses that the page says it is based on", lambda s: s.report.based_on),
        Column("rights", "text", "the rights line", lambda s: s.report.rights),
        Column("item", "text", "the publisher's name for the report in all its versions",
               lambda s: s.provenance.item),
        Column("provider", "text", "who issued it, as a wire format states it",
               lambda s: s.provenance.provider),
        Column("fetched", "text", "when an archive fetched it, ISO 8601",
               lambda s: s.provenance.fetched),
        Column("text", "text", "the one text that every place points into", lambda s: s.report.text),
        Column("attributions", "whole", "how many attributions were found", lambda s: len(s.reading.attributions)),
        Column("unread", "text", "why nothing was read, if nothing was", lambda s: s.reading.unread),
        Column("hearsay", "text", "the version of Hearsay that read it", lambda s: s.reading.made_by.hearsay),
        Column("model", "text", "the digest of the model that read it",
               lambda s: s.reading.made_by.models.get("reader")),
    ),
    lambda shown: (shown,),
)  # fmt: skip

PARTS: Table[Shown, In[Part]] = Table(
    "parts",
    "one typed stretch of a report's text",
    (
        *_place("part"),
        Column("kind", "text", "`slug`, `headline`, `byline`, `dateline`, `paragraph`, `caption`, `credit`, `note`, "
               "`end_mark`, `rights`, `contact`", lambda one: one.it.kind),
        Column("span_start", "whole", "where it begins in the text, in code points", lambda one: one.it.start),
        Column("span_end", "whole", "where it ends, itself not included", lambda one: one.it.end),
        Column("words", "text", "the words there", lambda one: one.it.span.of(one.shown.report.text)),
    ),
    _numbered("p", lambda reading: reading.report.parts),
)  # fmt: skip

ATTRIBUTIONS: Table[Shown, In[Attribution]] = Table(
    "attributions",
    "one attribution: who said what",
    (
        *_place("attribution"),
        Column("kind", "text", "`direct`, `indirect`, `mixed`", lambda one: one.it.kind),
        Column("stance", "text", "`asserts`, `confirms`, `denies`, `declines`, `expects`, `questions`, `demands`, "
               "`retracts`", lambda one: one.it.stance),
        Column("speaker", "text", "the `id` of the speaker among `actors`", lambda one: _refer(one, one.it.speaker)),
        Column("speaker_name", "text", "the speaker's canonical name",
               lambda one: actor.name if (actor := _actor(one)) else None),
        Column("speaker_type", "text", "what the speaker is, as in `actors`",
               lambda one: actor.type if (actor := _actor(one)) else None),
        Column("source_type", "text", "what the words of the source are", lambda one: one.it.source_type),
        Column("via", "texts", "names of those who carried it, nearest to the speaker first", _carriers),
        Column("within", "text", "the `id` of the attribution in whose content it lies",
               lambda one: _refer(one, one.it.within)),
        Column("said_on", "text", "when it was said, TIMEX3",
               lambda one: day.value if (day := one.it.said_on) else None),
        Column("said_on_begin", "text", "the first day of that",
               lambda one: day.begin if (day := one.it.said_on) else None),
        Column("said_on_end", "text", "the last day of that",
               lambda one: day.end if (day := one.it.said_on) else None),
        Column("confidence", "number", "0 to 1", lambda one: one.it.confidence),
        Column("source_words", "texts", "the words of the source, piece by piece",
               lambda one: one.shown.words(one.it.source)),
        Column("cue_words", "texts", "the words of the cue", lambda one: one.shown.words(one.it.cue)),
        Column("content_words", "texts", "the words of the content", lambda one: one.shown.words(one.it.content)),
        Column("source", "spans", "where these words stand in the text", lambda one: one.it.source),
        Column("cue", "spans", "where the cue stands", lambda one: one.it.cue),
        Column("content", "spans", "where the content stands", lambda one: one.it.content),
    ),
    _named(lambda reading: reading.attributions),
)  # fmt: skip

ACTORS: Table[Shown, In[Actor]] = Table(
    "actors",
    "one actor that a report names or stands for",
    (
        *_place("actor"),
        Column("name", "text", "the canonical name", lambda one: one.it.name),
        Column("type", "text", "`person`, `organisation`, `government`, `document`, `group`, `place`, `outlet`, "
               "`unnamed`", lambda one: one.it.type),
        Column("role", "text", "as the report states it, else of the table of office holders", lambda one: one.it.role),
        Column("country", "text", "ISO 3166-1 alpha-2", lambda one: one.it.country),
        Column("wikidata", "text", "the item, where open data at hand has it", lambda one: one.it.wikidata),
        Column("mentions", "spans", "where the report names it", lambda one: one.it.mentions),
        Column("members", "texts", "the `id`s of those that a joint one is made of",
               lambda one: [one.shown.id(name) for name in one.it.members]),
    ),
    _named(lambda reading: reading.actors),
)  # fmt: skip

TIMES: Table[Shown, In[Time]] = Table(
    "times",
    "one temporal expression",
    (
        *_place("expression"),
        Column("span_start", "whole", "where it begins in the text, in code points", lambda one: one.it.span.start),
        Column("span_end", "whole", "where it ends, itself not included", lambda one: one.it.span.end),
        Column("words", "text", "the words there", lambda one: one.it.span.of(one.shown.report.text)),
        Column("type", "text", "`DATE`, `TIME`, `DURATION`, `SET` (TIMEX3)", lambda one: one.it.type),
        Column("value", "text", "TIMEX3", lambda one: one.it.value),
        Column("mod", "text", "TIMEX3", lambda one: one.it.mod),
        Column("begin", "text", "the first day that it covers; open where there is none", lambda one: one.it.begin),
        Column("end", "text", "the last day that it covers; open where there is none", lambda one: one.it.end),
        Column("bound", "text", "`before`, `after`, `by`, `since`, `until`, `from`", lambda one: one.it.bound),
    ),
    _numbered("t", lambda reading: reading.times),
)  # fmt: skip

FIGURES: Table[Shown, In[Figure]] = Table(
    "figures",
    "one quantity",
    (
        *_place("figure"),
        Column("span_start", "whole", "where it begins in the text, in code points", lambda one: one.it.span.start),
        Column("span_end", "whole", "where it ends, itself not included", lambda one: one.it.span.end),
        Column("words", "text", "the words there", lambda one: one.it.span.of(one.shown.report.text)),
        Column("low", "number", "the lower bound; open where there is none", lambda one: one.it.low),
        Column("high", "number", "the upper bound; open where there is none", lambda one: one.it.high),
        Column("modifier", "text", "`exact`, `approx`, `at_least`, `more_than`, `at_most`, `less_than`, `range`",
               lambda one: one.it.modifier),
        Column("unit", "text", "what is counted, or the currency (ISO 4217), `percent` …", lambda one: one.it.unit),
        Column("about", "text", "what the figure is of, in the report's words", lambda one: one.it.about),
        Column("attribution", "text", "the `id` of the attribution in whose content it stands",
               lambda one: _refer(one, one.it.attribution)),
    ),
    _numbered("f", lambda reading: reading.figures),
)  # fmt: skip

TABLES = (REPORTS, PARTS, ATTRIBUTIONS, ACTORS, TIMES, FIGURES)
