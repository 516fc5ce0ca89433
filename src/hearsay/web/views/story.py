"""A story as a page shows it: the tree of copies, the table of claims, who says what, and what is new."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.web.views import chart
from hearsay.web.views.marks import Piece, around

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from hearsay.model.reading import Reading
    from hearsay.model.story import Claim, Derivation, Listed, Statement, Story

MATRIX_CLAIMS = 14
"""Claims of the matrix."""

RULES = {
    "reported once": "one origin carries it",
    "repeated": "several reports, one independent source",
    "corroborated": "two or more independent sources assert or confirm, none denies",
    "contested": "some assert or confirm, some deny",
    "retracted": "whoever said it took it back",
}
SIGNS = {"reported once": "○", "repeated": "◌", "corroborated": "●", "contested": "◐", "retracted": "✕"}
STANCES = {
    "asserts": "•", "confirms": "✓", "denies": "✗", "declines": "–", "expects": "›", "questions": "?",
    "demands": "!", "retracts": "↺",
}  # fmt: skip
KINDS = {
    "person": "named persons", "role": "offices", "organisation": "bodies", "government": "governments",
    "document": "documents", "outlet": "outlets", "group": "groups", "unnamed": "unnamed", "none": "not stated",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its report and its exact words in their surroundings."""

    statement: Statement
    report: Listed | None
    pieces: tuple[Piece, ...]
    via: tuple[str, ...]
    confidence: float | None
    copied: bool


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim, its statements (own texts first), its chart, and whether it is touched by what is new."""

    claim: Claim
    said: tuple[Said, ...]
    speakers: tuple[str, ...]
    chart: str
    lines: tuple[str, ...]
    figures: tuple[tuple[str, str, str, str], ...]
    new: bool


@dataclass(frozen=True, slots=True)
class Branch:
    """An origin and the copies that lead back to it."""

    origin: Listed
    copies: tuple[tuple[Derivation, Listed], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What an outlet carries of a claim: signs of stances, the words for them, and whether all of it is copied."""

    signs: str
    words: str
    copied: bool


def claim_rows(
    story: Story,
    readings: Mapping[str, Reading],
    new: Collection[str] = frozenset(),
    claims: Iterable[Claim] | None = None,
) -> tuple[ClaimRow, ...]:
    """Claims of a story as rows; all of them where none are named."""
    return tuple(claim_row(story, claim, readings, new) for claim in (story.claims if claims is None else claims))


def claim_row(
    story: Story, claim: Claim, readings: Mapping[str, Reading], new: Collection[str] = frozenset()
) -> ClaimRow:
    """One claim of a story as a row."""
    listed = {one.id: one for one in story.reports}
    days = {one.id: (one.published or "")[:10] or None for one in story.reports}
    copies = {copy.report for line in story.lineage for copy in line.copies}
    said = tuple(_said(one, listed.get(one.report), readings.get(one.report), copies) for one in claim.statements)
    shown = chart.points(claim, days)
    names = dict.fromkeys(one.speaker for one in claim.statements if one.speaker)
    figures = tuple(
        (chart.label(one), one.about or "", one.speaker or "not stated", one.said_on or days.get(one.report) or "")
        for one in claim.figures
    )
    return ClaimRow(
        claim,
        tuple(sorted(said, key=lambda one: one.copied)),
        tuple(names),
        chart.draw(shown, f"Figures over time: {claim.text}"),
        tuple(dict.fromkeys(one.speaker for one in shown)),
        figures,
        any(one.report in new for one in claim.statements),
    )


def branches(story: Story) -> tuple[Branch, ...]:
    """Every origin with its copies, those with most copies first; a report that is no copy is an origin."""
    listed = {one.id: one for one in story.reports}
    copies = {copy.report for line in story.lineage for copy in line.copies}
    told = {line.origin: line for line in story.lineage}
    made = [
        Branch(one, tuple((copy, listed[copy.report]) for copy in told[one.id].copies if copy.report in listed))
        if one.id in told
        else Branch(one, ())
        for one in story.reports
        if one.id not in copies
    ]
    return tuple(sorted(made, key=lambda branch: -len(branch.copies)))


def matrix(story: Story) -> tuple[tuple[str, ...], tuple[tuple[Claim, tuple[Cell | None, ...]], ...]]:
    """Outlets, and for each of the first claims what each outlet carries of it."""
    outlet = {one.id: one.outlet or one.agency or "not stated" for one in story.reports}
    copies = {copy.report for line in story.lineage for copy in line.copies}
    outlets = tuple(dict.fromkeys(outlet[one.id] for one in story.reports))
    rows = []
    for claim in story.claims[:MATRIX_CLAIMS]:
        carried = {name: [one for one in claim.statements if outlet.get(one.report) == name] for name in outlets}
        rows.append((claim, tuple(_cell(carried[name], copies) for name in outlets)))
    return outlets, tuple(rows)


def _cell(here: Sequence[Statement], copies: Collection[str]) -> Cell | None:
    if not here:
        return None
    stances = dict.fromkeys(one.stance for one in here)
    copied = all(one.report in copies for one in here)
    return Cell("".join(STANCES[one] for one in stances), ", ".join(stances), copied)


def kinds(readings: Mapping[str, Reading]) -> tuple[tuple[str, int], ...]:
    """How many attributions of the readings have a source of each kind, most first."""
    counted = Counter(one.source_type for reading in readings.values() for one in reading.attributions)
    return tuple((KINDS[name], number) for name, number in counted.most_common())


def moments(story: Story) -> tuple[str, ...]:
    """The moments at which something was published, first to last: what a view can be asked as of."""
    return tuple(sorted({one.published for one in story.reports if one.published}))


def _said(one: Statement, report: Listed | None, reading: Reading | None, copies: Collection[str]) -> Said:
    said = next((a for a in reading.attributions if a.id == one.attribution), None) if reading else None
    actors = {actor.id: actor.name for actor in reading.actors} if reading else {}
    return Said(
        one,
        report,
        around(reading.report.text, one.content) if reading else (),
        tuple(actors.get(name, name) for name in said.via) if said else (),
        said.confidence if said else None,
        one.report in copies,
    )
