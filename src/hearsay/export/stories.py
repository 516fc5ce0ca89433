"""The tables that are made of stories, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.export.columns import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hearsay.model.story import Claim, Count, Derivation, Listed, Statement, Story


@dataclass(frozen=True, slots=True)
class Copy:
    """A derivation, in the lineage of one origin."""

    story: Story
    origin: str
    it: Derivation


@dataclass(frozen=True, slots=True)
class Said:
    """A statement on a claim. ``at`` tells those of the report's own voice apart: where its content begins."""

    story: Story
    claim: Claim
    it: Statement

    @property
    def at(self) -> str:
        """Its name in its report."""
        return self.it.attribution or "own" + "".join(f"@{span.start}" for span in self.it.content[:1])


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of a claim. ``at`` is its place among the claim's, from 0."""

    story: Story
    claim: Claim
    at: int
    it: Count

    @property
    def id(self) -> str:
        """The claim's id, and the place."""
        return _at(self.claim, self.at)


def _at(claim: Claim, at: int) -> str:
    return f"{claim.id}/{at}"


def _members(story: Story) -> Iterator[tuple[Story, Listed]]:
    return ((story, one) for one in story.reports)


def _copies(story: Story) -> Iterator[Copy]:
    return (Copy(story, line.origin, one) for line in story.lineage for one in line.copies)


def _claims(story: Story) -> Iterator[tuple[Story, Claim]]:
    return ((story, one) for one in story.claims)


def _statements(story: Story) -> Iterator[Said]:
    return (Said(story, claim, one) for claim in story.claims for one in claim.statements)


def _figures(story: Story) -> Iterator[Counted]:
    return (Counted(story, claim, at, one) for claim in story.claims for at, one in enumerate(claim.figures))


def _one(story: Story) -> Iterable[Story]:
    return (story,)


STORIES: Table[Story, Story] = Table(
    "stories",
    "one story: the reports on one development",
    (
        Column("id", "text", "the story: stays as reports are added", lambda one: one.id),
        Column("title", "text", "the headline that says most of what the others say", lambda one: one.title),
        Column("reports", "whole", "how many reports it has", lambda one: one.counts.reports),
        Column("outlets", "whole", "of how many outlets", lambda one: one.counts.outlets),
        Column("origins", "whole", "how many of the reports have a text of their own", lambda one: one.counts.origins),
        Column("claims", "whole", "how many claims", lambda one: len(one.claims)),
        Column("last_change", "text", "when its last report was published, ISO 8601", lambda one: one.last_change),
    ),
    _one,
)

MEMBERS: Table[Story, tuple[Story, Listed]] = Table(
    "members",
    "one report of a story",
    (
        Column("id", "text", "the story and the report", lambda one: f"{one[0].id}/{one[1].id}"),
        Column("story", "text", "the `id` of the story", lambda one: one[0].id),
        Column("report", "text", "the `id` of the report", lambda one: one[1].id),
        Column("version", "whole", "the version by which it stands there; of a withdrawn one, the last before the kill",
               lambda one: one[1].version),
        Column("uri", "text", "where the report was read from", lambda one: one[1].uri),
        Column("outlet", "text", "the site or paper that shows it", lambda one: one[1].outlet),
        Column("agency", "text", "whose copy it is, by full name", lambda one: one[1].agency),
        Column("headline", "text", "as the page has it", lambda one: one[1].headline),
        Column("published", "text", "ISO 8601, with a zone where one is stated", lambda one: one[1].published),
        Column("status", "text", "`usable`, `update`, `correction`, `withdrawn`, `embargoed`",
               lambda one: one[1].status),
    ),
    _members,
)  # fmt: skip

COPIES: Table[Story, Copy] = Table(
    "copies",
    "one report whose text comes from another's",
    (
        Column("id", "text", "the origin, the copy, and what that was taken from",
               lambda one: f"{one.origin}/{one.it.report}/{one.it.of}"),
        Column("story", "text", "the `id` of the story", lambda one: one.story.id),
        Column("origin", "text", "the `id` of the report that it leads back to; a copy of two has a row for each",
               lambda one: one.origin),
        Column("report", "text", "the `id` of the copy", lambda one: one.it.report),
        Column("of", "text", "the `id` of the report that it was taken from", lambda one: one.it.of),
        Column("relation", "text", "`verbatim`, `truncated`, `extended`, `reworded`, `citing`",
               lambda one: one.it.relation),
        Column("share", "number", "0 to 1: how much of the copy stands in the other", lambda one: one.it.share),
        Column("credited", "flag", "whether the copy names where it is from", lambda one: one.it.credited),
        Column("reasons", "texts", "why, and why in this direction, in words", lambda one: one.it.reasons),
    ),
    _copies,
)  # fmt: skip

CLAIMS: Table[Story, tuple[Story, Claim]] = Table(
    "claims",
    "one claim: a proposition that statements assert, confirm, deny or take back",
    (
        Column("id", "text", "the claim: stays as long as its first statement is part of it", lambda one: one[1].id),
        Column("story", "text", "the `id` of the story", lambda one: one[0].id),
        Column("text", "text", "the words of one of its statements", lambda one: one[1].text),
        Column("state", "text", "`reported once`, `repeated`, `corroborated`, `contested`, `retracted`",
               lambda one: one[1].state),
        Column("why", "text", "the rule by which the state follows, in words", lambda one: one[1].why),
        Column("revised", "flag", "whether one speaker's figure changed", lambda one: one[1].revised),
        Column("first_said", "text", "the first day on which anybody said or published it",
               lambda one: one[1].first_said),
        Column("statements", "whole", "how many statements", lambda one: len(one[1].statements)),
        Column("figures", "whole", "how many figures", lambda one: len(one[1].figures)),
        Column("origins", "texts", "the `id`s of the reports with a text of their own that carry it",
               lambda one: one[1].origins),
        Column("withdrawn", "texts", "those of them that their publishers withdrew", lambda one: one[1].withdrawn),
        Column("independent_sources", "texts", "names of those who say so of their own knowledge",
               lambda one: one[1].independent_sources),
    ),
    _claims,
)  # fmt: skip

STATEMENTS: Table[Story, Said] = Table(
    "statements",
    "one speaker's word on a claim, in one report",
    (
        Column("id", "text", "the claim, the report, and the attribution or the place in the report",
               lambda one: f"{one.claim.id}/{one.it.report}/{one.at}"),
        Column("story", "text", "the `id` of the story", lambda one: one.story.id),
        Column("claim", "text", "the `id` of the claim", lambda one: one.claim.id),
        Column("report", "text", "the `id` of the report; its version is in `members`", lambda one: one.it.report),
        Column("attribution", "text", "the name of the attribution in the report's reading, as `a1`; none for the "
               "report's own voice", lambda one: one.it.attribution),
        Column("speaker", "text", "the canonical name; the outlet's for its own voice", lambda one: one.it.speaker),
        Column("stance", "text", "as in `attributions`", lambda one: one.it.stance),
        Column("said_on", "text", "ISO 8601, a day or a longer period", lambda one: one.it.said_on),
        Column("content", "spans", "where the words stand in the report's text", lambda one: one.it.content),
    ),
    _statements,
)  # fmt: skip

CLAIM_FIGURES: Table[Story, Counted] = Table(
    "claim_figures",
    "one figure of a claim, as one speaker gave it",
    (
        Column("id", "text", "the claim and the figure's place in it; the place moves when others come before it",
               lambda one: one.id),
        Column("story", "text", "the `id` of the story", lambda one: one.story.id),
        Column("claim", "text", "the `id` of the claim", lambda one: one.claim.id),
        Column("report", "text", "the `id` of the report", lambda one: one.it.report),
        Column("speaker", "text", "the canonical name", lambda one: one.it.speaker),
        Column("low", "number", "the lower bound; open where there is none", lambda one: one.it.low),
        Column("high", "number", "the upper bound; open where there is none", lambda one: one.it.high),
        Column("modifier", "text", "as in `figures`", lambda one: one.it.modifier),
        Column("unit", "text", "as in `figures`", lambda one: one.it.unit),
        Column("about", "text", "as in `figures`", lambda one: one.it.about),
        Column("said_on", "text", "ISO 8601, a day or a longer period", lambda one: one.it.said_on),
        Column("replaced", "text", "the `id` of the same speaker's figure that it took the place of",
               lambda one: None if one.it.replaced is None else _at(one.claim, one.it.replaced)),
    ),
    _figures,
)  # fmt: skip

TABLES = (STORIES, MEMBERS, COPIES, CLAIMS, STATEMENTS, CLAIM_FIGURES)
