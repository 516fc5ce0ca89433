"""The suite ``stories``: worked news stories, with all that a careful editor would keep of each report.

Packs that are held out come first and in numbers alone; the misses are those of the open ones. The figures are the
public records' own: any tool that writes the contract's JSON lines can be scored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.evaluation.corpora import digest, need
from hearsay.evaluation.scores import Result, Section
from hearsay.evaluation.stories import extents, gold, intake, statements
from hearsay.evaluation.stories.gold import HELD_OUT, GoldReport
from hearsay.model.reading import Reading
from hearsay.model.report import Report

if TYPE_CHECKING:
    from pathlib import Path

    from hearsay.evaluation.errors import Miss
    from hearsay.evaluation.readings import Reader

_EMPTY = Reading(Report("", "", "", "", ""))


@dataclass(frozen=True, slots=True)
class Group:
    """Some packs: every report as intake has it, and the originals as they were read."""

    title: str
    taken: tuple[intake.Taken, ...]
    originals: tuple[tuple[GoldReport, Reading], ...]


def run(data: Path, reader: Reader) -> Result:
    """Scores intake, attributions, times and figures, pack group by pack group."""
    folder = need(data / "story")
    reports = gold.load(folder)
    held = _read("held out", [one for one in reports if one.pack in HELD_OUT], reader)
    ours = _read("open", [one for one in reports if one.pack not in HELD_OUT], reader)
    tables = (*_sections(held), *_sections(ours), *_broken_down(ours))
    said = (miss for report, reading in ours.originals for miss in _misses(report, reading))
    return Result("stories", digest(gold.files(folder)), tables, (*intake.misses(ours.taken), *said))


def _read(title: str, reports: list[GoldReport], reader: Reader) -> Group:
    """Reads the originals alone: of copies, only what their pages state has gold.

    An original that could not be read is an empty reading, so that its gold counts as missed.
    """
    taken, originals = [], []
    for report in reports:
        reading = reader.read(report.path) if report.original else None
        taken.append((report, reading.report if reading else reader.take(report.path)))
        if report.original:
            originals.append((report, reading or _EMPTY))
    return Group(title, tuple(taken), tuple(originals))


def _sections(group: Group) -> tuple[Section, ...]:
    said = [statements.judge(report, reading) for report, reading in group.originals]
    times = [extents.times(report, reading) for report, reading in group.originals]
    figures = [extents.figures(report, reading) for report, reading in group.originals]
    pages = [one for one in group.taken if one[0].path.suffix == ".html"]
    texts = [one for one in group.taken if one[0].path.suffix != ".html"]
    return (
        Section(f"{group.title}, attributions", statements.scores(said)),
        Section(f"{group.title}, times", extents.time_scores(times)),
        Section(f"{group.title}, figures", extents.figure_scores(figures)),
        Section(f"{group.title}, intake, pages", intake.scores(pages)),
        Section(f"{group.title}, intake, texts", intake.scores(texts)),
    )


def _broken_down(group: Group) -> tuple[Section, ...]:
    judged = [statements.judge(report, reading) for report, reading in group.originals]
    packs = {
        f"{pack}: found": statements.scores([j for j in judged if j.report.pack == pack])["attributions found"]
        for pack in sorted({j.report.pack for j in judged})
    }
    classes = Section(f"{group.title}, attributions by class", statements.classes(judged), gated=False)
    return classes, Section(f"{group.title}, by pack", packs, gated=False)


def _misses(report: GoldReport, reading: Reading) -> list[Miss]:
    return [
        *statements.misses(statements.judge(report, reading)),
        *extents.time_misses(extents.times(report, reading)),
        *extents.figure_misses(extents.figures(report, reading)),
    ]
