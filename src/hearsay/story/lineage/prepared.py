"""A reading made ready to be compared with many others: what is worked out once for each report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.story.lineage import body, citations, facts, names, passages, times

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hearsay.model.reading import Reading
    from hearsay.model.report import Report


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report's words, what they tell, who made it and when; ``relayed`` is the part that media are cited for."""

    report: Report
    body: body.Body
    seeds: Mapping[tuple[str, ...], Sequence[int]]
    facts: facts.Facts
    maker: names.Maker
    published: times.Window | None
    relayed: float


def prepare(reading: Reading) -> Prepared:
    """What is needed of a reading to compare it."""
    report = reading.report
    words = body.body(report)
    return Prepared(
        report,
        words,
        passages.seeds(words),
        facts.facts(report.text, words),
        names.maker(report),
        times.window(report),
        citations.relayed(report.text, words),
    )
