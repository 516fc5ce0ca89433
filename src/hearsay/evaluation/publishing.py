"""Figures in the docs are written by the suites, between marks that name the suite; nobody copies them by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.evaluation.scores import Ratio, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from hearsay.evaluation.scores import Result, Score, Section


def publish(path: Path, results: Sequence[Result]) -> None:
    """Writes the figures into the page at ``path``, and the plots beside it."""
    path.write_text(published(path.read_text("utf-8"), results), encoding="utf-8")
    for plot in (plot for result in results for plot in result.plots):
        (path.parent / f"{plot.name}.svg").write_text(plot.svg, encoding="utf-8")


def published(page: str, results: Iterable[Result]) -> str:
    """The page with the figures of each result between its marks, ``<!-- figures: SUITE -->`` and ``<!-- end -->``.

    Figures of suites that were not run stay as they are.
    """
    for result in results:
        marked = re.compile(rf"(?<=<!-- figures: {result.suite} -->\n).*?(?=<!-- end -->)", re.DOTALL)
        if found := marked.search(page):
            page = page[: found.start()] + table(result) + page[found.end() :]
    return page


def table(result: Result) -> str:
    """The tables of a result as Markdown, with the digest of its data."""
    sections = "\n".join(_section(section) for section in result.sections)
    plots = "".join(f"![{plot.title}]({plot.name}.svg)\n\n" for plot in result.plots)
    return f"Data `{result.data_sha256[:12]}`.\n\n{plots}{sections}\n"


def _section(section: Section) -> str:
    tallies = any(isinstance(score, Tally) for score in section.rows.values())
    head = "| | score | precision | recall | of |\n| --- | ---: | ---: | ---: | ---: |" if tallies else _SHORT
    rows = [f"| {' | '.join([name, *_cells(score, tallies=tallies)])} |" for name, score in section.rows.items()]
    return "\n".join([f"**{section.title}**", "", head, *rows, ""])


_SHORT = "| | score | of |\n| --- | ---: | ---: |"


def _cells(score: Score, *, tallies: bool) -> list[str]:
    parts = [f"{score.precision:.3f}", f"{score.recall:.3f}"] if isinstance(score, Tally) else ["", ""]
    of = score.gold if isinstance(score, Tally) else score.of if isinstance(score, Ratio) else None
    return [f"{score.value:.3f}", *(parts if tallies else ()), "" if of is None else f"{of:g}"]
