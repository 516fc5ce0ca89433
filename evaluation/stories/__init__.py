"""The suite ``stories``: worked news stories, with all that a careful editor would keep of each report.

Packs that are held out come first and in numbers alone; the misses are those of the open ones. The figures are the
public records' own: any tool that writes the contract's JSON lines can be scored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.corpora import digest, need
from evaluation.scores import Result, Section
from evaluation.stories import extents, gold, intake, statements
from evaluation.stories.gold import HELD_OUT, GoldReport
from hearsay.model.reading import Reading
from hearsay.model.report import Report

if TYPE_CHECKING:
    from pathlib import Path

    from evaluation.errors import Miss
    from evaluation.readings import Reader

_EMPTY = Reading(Report("", "", "", "", ""))
Read = list[tuple[GoldReport, Reading | None]]


def run(data: Path, reader: Reader) -> Result:
    """Scores intake, attributions, times and figures, pack group by pack group."""
    folder = need(data / "story")
    read: Read = [(report, reader.read(report.path)) for report in gold.load(folder)]
    held = [one for one in read if one[0].pack in HELD_OUT]
    ours = [one for one in read if one[0].pack not in HELD_OUT]
    tables = (*_sections("held out", held), *_sections("open", ours), *_broken_down("open", ours))
    misses = [*intake.misses(ours), *(miss for report, reading in _said(ours) for miss in _misses(report, reading))]
    return Result("stories", digest(gold.files(folder)), tables, tuple(misses))


def _sections(group: str, read: Read) -> tuple[Section, ...]:
    originals = _said(read)
    said = [statements.judge(report, reading) for report, reading in originals]
    times = [extents.times(report, reading) for report, reading in originals]
    figures = [extents.figures(report, reading) for report, reading in originals]
    return (
        Section(f"{group}, attributions", statements.scores(said)),
        Section(f"{group}, times", extents.time_scores(times)),
        Section(f"{group}, figures", extents.figure_scores(figures)),
        Section(f"{group}, intake, pages", intake.scores([one for one in read if one[0].path.suffix == ".html"])),
        Section(f"{group}, intake, texts", intake.scores([one for one in read if one[0].path.suffix != ".html"])),
    )


def _broken_down(group: str, read: Read) -> tuple[Section, ...]:
    judged = [statements.judge(report, reading) for report, reading in _said(read)]
    packs = {
        f"{pack}: found": statements.scores([j for j in judged if j.report.pack == pack])["attributions found"]
        for pack in sorted({j.report.pack for j in judged})
    }
    classes = Section(f"{group}, attributions by class", statements.classes(judged), gated=False)
    return classes, Section(f"{group}, by pack", packs, gated=False)


def _said(read: Read) -> list[tuple[GoldReport, Reading]]:
    """The originals; one that was not read is an empty reading, so that its gold counts as missed."""
    return [(report, reading or _EMPTY) for report, reading in read if report.original]


def _misses(report: GoldReport, reading: Reading) -> list[Miss]:
    return [
        *statements.misses(statements.judge(report, reading)),
        *extents.time_misses(extents.times(report, reading)),
        *extents.figure_misses(extents.figures(report, reading)),
    ]
