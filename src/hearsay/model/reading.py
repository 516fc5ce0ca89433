"""A reading: who said what, according to whom, when, in one report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from hearsay.model.report import Report
from hearsay.model.span import Span

Kind = Literal["direct", "indirect", "mixed"]
SourceType = Literal["person", "role", "organisation", "government", "document", "outlet", "group", "unnamed", "none"]
ActorType = Literal["person", "organisation", "government", "document", "group", "place", "unnamed", "outlet"]
Stance = Literal["asserts", "confirms", "denies", "declines", "expects", "questions", "demands", "retracts"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Bound = Literal["before", "after", "by", "since", "until", "from"]
Modifier = Literal["exact", "approx", "at_least", "more_than", "at_most", "less_than", "range"]


@dataclass(frozen=True, slots=True)
class When:
    """A moment or period: a TIMEX3 value and the days that it covers, ISO 8601, both ends included."""

    value: str
    begin: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """The relation source – cue – content (PARC 3, PolNeAR), with what it stands for.

    ``source``, ``cue`` and ``content`` are pieces in text order; each may be empty (a passive names no source, a
    floating quotation has no cue, "had no comment" has no content). ``speaker`` and ``via`` are ids of
    :class:`Actor`; ``via`` goes from the nearest to the speaker outward. ``within`` is the id of the attribution
    in whose content this one lies.
    """

    id: str
    kind: Kind
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    within: str | None = None
    speaker: str | None = None
    source_type: SourceType = "none"
    via: tuple[str, ...] = ()
    stance: Stance = "asserts"
    said_on: When | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body, government, document … that the report names or stands for, under its canonical name.

    ``members`` are the ids of the actors that a joint one is made of ("Washington and Seoul").
    """

    id: str
    name: str
    type: ActorType
    role: str | None = None
    country: str | None = None
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """A temporal expression: TIMEX3 type, value and mod, and the days it covers against the report's date."""

    span: Span
    type: TimeType
    value: str
    mod: str | None = None
    begin: str | None = None
    end: str | None = None
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: ``low`` and ``high`` bound it (``None``: open), in ``unit``; ``about`` is what is counted.

    ``attribution`` is the id of the attribution in whose content it stands, or ``None``: the report's own voice.
    """

    span: Span
    low: float | int | None
    high: float | int | None
    modifier: Modifier = "exact"
    unit: str | None = None
    about: str | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made a reading: the version of Hearsay, and the digest of each model."""

    hearsay: str
    models: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in one report.

    ``unread`` says why nothing was read (a language that the reading does not know), and is ``None`` otherwise.
    """

    report: Report
    attributions: tuple[Attribution, ...] = ()
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    made_by: MadeBy = field(default_factory=lambda: MadeBy(""))
    unread: str | None = None

    def actor(self, id: str | None) -> Actor | None:  # noqa: A002 - the contract's name
        """The actor of that id, or ``None``."""
        return next((actor for actor in self.actors if actor.id == id), None)

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        from hearsay.model.notebook import html

        return html(self)
