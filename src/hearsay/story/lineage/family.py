"""Some reports together, in the order in which they came out, each with those who made it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.story.lineage import names, times

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from hearsay.model.reading import Reading
    from hearsay.model.report import Report
    from hearsay.model.story import Derivation


@dataclass(frozen=True, slots=True)
class Family:
    """Reports by id, in order; ``place`` has each one's position, ``makers`` its outlet and agency."""

    reports: Mapping[str, Report]
    place: Mapping[str, int]
    makers: Mapping[str, names.Maker]

    def own(self, report: str, other: str) -> bool:
        """Whether one outlet made both."""
        return bool(self.makers[report].own & self.makers[other].own)


def below(top: str, children: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Everything that leads back to ``top``, near or far, without itself."""
    reached, todo = {top}, [top]
    while todo:
        new = set(children.get(todo.pop(), ())) - reached
        reached |= new
        todo += new
    return frozenset(reached - {top})


def children(parents: Mapping[str, Iterable[Derivation]]) -> dict[str, list[str]]:
    """For each report those that come from it straight."""
    found: dict[str, list[str]] = {}
    for report, some in parents.items():
        for one in some:
            found.setdefault(one.of, []).append(report)
    return found


def gather(readings: Iterable[Reading]) -> Family:
    """The reports of some readings; those that say no time come last, and ids decide where times do not."""
    reports = sorted({reading.report.id: reading.report for reading in readings}.values(), key=_when)
    return Family(
        {report.id: report for report in reports},
        {report.id: at for at, report in enumerate(reports)},
        {report.id: names.maker(report) for report in reports},
    )


def _when(report: Report) -> tuple[float, str]:
    window = times.window(report)
    return (window.middle.timestamp() if window else float("inf"), report.id)
