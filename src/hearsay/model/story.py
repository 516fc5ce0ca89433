"""A story: the reports on one development, whose copy each is, and how what was said stands now.

Nothing here says what is true. A state follows from statements by a rule, and carries that rule in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hearsay.model.reading import Modifier, Stance
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
    it, ``independent_sources`` the canonical names of those who say so of their own knowledge, each once. ``why``
    says by which rule the state follows.
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


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as a story lists it."""

    id: str
    uri: str
    outlet: str | None
    agency: str | None
    headline: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """The reports on one development: whose copy each is, and the claims that they make.

    ``id`` is made from the report of the story that was kept first, and stays as reports are added.
    """

    id: str
    title: str
    last_change: str | None
    reports: tuple[Listed, ...]
    lineage: tuple[Lineage, ...] = ()
    circles: tuple[Circle, ...] = ()
    claims: tuple[Claim, ...] = ()
