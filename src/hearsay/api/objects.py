"""The objects of the interface that are not records of the model.

Answers are encoded from the records themselves (:mod:`hearsay.model.codec`); these classes say in OpenAPI what comes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from hearsay.model.story import Claim, Edit
from hearsay.record.facets import Facet
from hearsay.record.results import Hit


@dataclass(frozen=True, slots=True)
class ClaimLine(Claim):
    """A claim, and the story that it is of."""

    story: str = ""


@dataclass(frozen=True, slots=True)
class WordChange:
    """What an edit changed on the page: a field, or a part of some kind; ``None`` for what came or went."""

    what: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version of a report, and what it changed since the one before: in what is said, and in the words."""

    number: int
    report_id: str
    uri: str
    headline: str | None
    published: str | None
    source_sha256: str
    kept_at: str
    readings: int
    withdrawn: int | None = None
    edits: tuple[Edit, ...] = ()
    changes: tuple[WordChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits, best first; ``next`` is the cursor of the page after it, ``None`` at the end."""

    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one source: ``why`` tells why it was rejected."""

    uri: str
    status: Literal["new", "version", "reread", "unchanged", "rejected"]
    report: str | None = None
    version: int | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """Sources that are being added: how many were handed in, what became of each so far, and whether all are done.

    A source may hold several reports. ``results`` are the first thousand of them, ``counts`` how many there are of each
    ``status``, ``skipped`` how many records held no report, by reason.
    """

    id: str
    total: int
    done: bool
    results: tuple[Result, ...]
    counts: dict[str, int] = field(default_factory=dict)
    skipped: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no answer, in one line."""

    detail: str
