"""The suite ``claims``: what the statements of each story pack come to, and how each claim stands.

The packs that are held out come first and in numbers alone, then those that were written for the project (the demo's
and ``evaluation/packs``, where there is a checkout), on which nothing was tuned either; the misses are those of the
open ones, which the weights were learned from. Copies are found by Hearsay itself; the report that is on another story
is left out, for telling stories apart is measured by itself.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from hearsay.evaluation.claims import gold, scoring
from hearsay.evaluation.corpora import digest, need
from hearsay.evaluation.scores import Result, Section
from hearsay.evaluation.stories.gold import HELD_OUT, files
from hearsay.story.claims.claims import claims
from hearsay.story.lineage.derive import derive
from hearsay.story.lineage.lineages import lineages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.evaluation.claims.gold import GoldStory
    from hearsay.evaluation.claims.scoring import Judged
    from hearsay.evaluation.readings import Reader
    from hearsay.model.reading import Reading
    from hearsay.model.story import Claim


def run(data: Path, reader: Reader) -> Result:
    """Scores the claims of every pack."""
    folder = need(data / "story")
    judged = [_judged(story, reader) for story in gold.load(folder)]
    held = [one for one in judged if one.story.pack in HELD_OUT]
    ours = [one for one in judged if one.story.pack not in HELD_OUT]
    own = [_judged(story, reader) for story in _own()]
    packs = Section(
        "open, claims found by pack", {o.story.pack: scoring.scores([o])["claims found"] for o in ours}, False
    )
    tables = (
        Section("held out", scoring.scores(held)),
        *([Section("written for the project", scoring.scores(own))] if own else []),
        Section("open, learned from", scoring.scores(ours)),
        packs,
    )
    return Result("claims", digest(files(folder)), tables, tuple(miss for one in ours for miss in scoring.misses(one)))


def _own() -> list[GoldStory]:
    """The packs of the checkout; none where the package is installed alone."""
    root = Path(__file__).resolve().parents[4]
    folders = (root / "demo" / "story", *sorted((root / "evaluation" / "packs").glob("*")))
    return [gold.pack(folder / "gold.json") for folder in folders if (folder / "gold.json").exists()]


def worked_out(readings: Sequence[Reading]) -> tuple[Claim, ...]:
    """The claims of some reports, with their copies found."""
    derived = [one for a, b in combinations(readings, 2) for one in derive(a, b)]
    return claims(readings, lineages(readings, derived)[0])


def _judged(story: GoldStory, reader: Reader) -> Judged:
    read = ((path.name, reader.read(path)) for path in story.files)
    readings = {name: reading for name, reading in read if reading is not None}
    return scoring.judge(story, readings, worked_out(list(readings.values())))
