"""A story: the reports on one development, whose copy each is, and how what was said stands now.

Nothing here says what is true. A state follows from statements by a rule, and carries that rule in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hearsay.model.reading import Modifier, Stance
from hearsay.model.report import Status
from hearsay.model.span import Span

Relation = Literal["verbatim", "truncated", "extended", "reworded", "citing"]
State = Literal["reported once", "repeated", "corroborated", "contested", "retracted"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that one report has from another: their place in the copy, and in the report that they come from."""

    span: Span
    of: Span


@dataclass(frozen=True, slots=True)
class Derivation:
    """One report's text comes from another's.

    ``report`` and ``of`` are ids of reports: the copy, and what it was taken from. ``share`` is the part of the
    copy's body, in words, that stands in ``of`` (0 to 1); for one that only cites, or retells in other words, the
    part of its statements. ``credited`` tells whether the copy names where it is from. ``reasons`` say, for a reader,
    why there is a derivation and why in this direction.
    """

    report: str
    of: str
    relation: Relation
    share: float
    credited: bool
    passages: tuple[Passage, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """An origin, and the copies that lead back to it, straight or through another copy.

    A report that merges two others stands in the lineages of both. An origin without copies has none.
    """

    origin: str
    copies: tuple[Derivation, ...] = ()


@dataclass(frozen=True, slots=True)
class Circle:
    """Reports that rest on each other, or on one that was withdrawn: none of them adds a source."""

    reports: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One speaker's word on a claim, in one report.

    ``attribution`` is its id in that report's reading, ``None`` for the report's own voice. ``speaker`` is a
    canonical name, the outlet's for its own voice. ``content`` are the exact words, as places in the report's text.
    ``said_on`` is ISO 8601, a day or a longer period.
    """

    report: str
    attribution: str | None
    speaker: str | None
    stance: Stance
    said_on: str | None = None
    content: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of a claim, as one speaker gave it. ``span`` is its place in the report's text.

    ``replaced`` is the position, in the claim's figures, of the same speaker's figure that it took the place of.
    """

    report: str
    speaker: str | None
    low: float | int | None
    high: float | int | None
    modifier: Modifier = "exact"
    unit: str | None = None
    about: str | None = None
    said_on: str | None = None
    span: Span | None = None
    replaced: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition that statements in several reports assert, confirm, deny or take back.

    ``text`` is the words of one of its statements. ``origins`` are the reports with a text of their own that carry
    it, ``withdrawn`` those of them that their publishers withdrew since, ``independent_sources`` the canonical names of
    those who say so of their own knowledge, each once. ``why`` says by which rule the state follows.
    """

    id: str
    text: str
    state: State
    why: str
    revised: bool = False
    first_said: str | None = None
    statements: tuple[Statement, ...] = ()
    origins: tuple[str, ...] = ()
    independent_sources: tuple[str, ...] = ()
    figures: tuple[Count, ...] = ()
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as a story lists it. ``version`` is the one that the story was told from.

    Of a report whose ``status`` is ``withdrawn`` that is the last version before it was.
    """

    id: str
    uri: str
    outlet: str | None
    agency: str | None
    headline: str | None
    published: str | None
    version: int = 1
    status: Status = "usable"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many reports a story has, of how many outlets, and how many of them have a text of their own."""

    reports: int
    outlets: int
    origins: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A story as a list of stories tells it.

    ``id`` is made from the report of the story that was kept first, and stays as reports are added. ``last_change``
    is when its last report was published, as that report states it.
    """

    id: str
    title: str
    counts: Counts
    last_change: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """The reports on one development: whose copy each is, and the claims that they make.

    The first four fields are those of its :class:`Heading`. ``as_of`` is the moment whose knowledge this is,
    ``None`` for all that is kept.
    """

    id: str
    title: str
    counts: Counts
    last_change: str | None
    reports: tuple[Listed, ...]
    lineage: tuple[Lineage, ...] = ()
    circles: tuple[Circle, ...] = ()
    claims: tuple[Claim, ...] = ()
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Bond:
    """Why a report is in its story: the report of it that is nearest, and what both speak of, the most telling first.

    ``copied`` tells whether one of the two has its text from the other, ``days`` how far apart their days are,
    ``None`` where one states none.
    """

    report: str
    of: str
    copied: bool
    names: tuple[str, ...]
    words: tuple[str, ...]
    days: int | None


@dataclass(frozen=True, slots=True)
class Parting:
    """A story that is near and yet another: ``here`` are words that mark this one, ``there`` those of the other."""

    story: str
    title: str
    here: tuple[str, ...]
    there: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Why a story is drawn as it is: what holds each report to it, and what sets it apart from those that are near."""

    bonds: tuple[Bond, ...]
    partings: tuple[Parting, ...]


What = Literal["statement", "figure", "speaker", "stance", "hedge", "day", "correction"]


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edit of a report changed in what it says: something came, went, or became something else.

    ``before`` is ``None`` for what came, ``after`` for what went. ``spans_before`` and ``spans_after`` are the places
    of the statement, figure or note in the texts of the two versions. ``corrected_by`` is the words of the correction
    note that tells of it, where one does.
    """

    what: What
    before: str | None
    after: str | None
    spans_before: tuple[Span, ...] = ()
    spans_after: tuple[Span, ...] = ()
    corrected_by: str | None = None

    def __str__(self) -> str:
        if self.before is None or self.after is None:
            return f"{self.what} {'added' if self.before is None else 'removed'}: {self.after or self.before}"
        return f"{self.what} changed: {self.before} → {self.after}"
