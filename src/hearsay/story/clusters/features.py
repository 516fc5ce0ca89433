"""What is kept of a report to find its story: terms with their weight, its day, and the keys to look it up by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hearsay.story.clusters import terms
from hearsay.story.clusters.terms import Term

if TYPE_CHECKING:
    from hearsay.model.reading import Reading
    from hearsay.model.report import Report

PERIOD = 16
"""Days that one key covers."""

_NAMES, _WORDS = 5, 3  # of a report's heaviest names and words, for its keys
_TIMELESS = 3  # names whose pairs are keys without a period


@dataclass(frozen=True, slots=True)
class Features:
    """A report as its story is found: ``report`` is its id, ``day`` ISO 8601 or ``None`` where it states none.

    Two reports that share one of their ``keys`` may be on one story; others are not looked at.
    """

    report: str
    day: str | None
    terms: tuple[Term, ...]
    keys: tuple[str, ...]


def features(reading: Reading) -> Features:
    """What is kept of a report."""
    day, found = _day(reading.report), terms.find(reading)
    return Features(reading.report.id, day, found, _keys(found, day))


def _day(report: Report) -> str | None:
    """The day of the dateline or of publication, where it is a whole one."""
    stated = (report.dateline.date if report.dateline else None) or report.published or ""
    try:
        return date.fromisoformat(stated[:10]).isoformat()
    except ValueError:
        return None


def _keys(found: tuple[Term, ...], day: str | None) -> tuple[str, ...]:
    """Pairs of the heaviest terms, with the periods that the day lies in; the heaviest few without a period too.

    Those without are what a report that states no day is found by.
    """
    ranked = sorted(found, key=lambda term: (-term.weight * (1.5 if term.lead else 1), term.word))
    names = [term.word for term in ranked if term.kind == "n"][:_NAMES]
    others = [term.word for term in ranked if term.kind == "w"][:_WORDS]
    timeless = _pairs(names[:_TIMELESS] if day else names + others)
    return (*timeless, *(f"{pair} {period}" for pair in _pairs(names + others) for period in _periods(day)))


def _pairs(words: list[str]) -> list[str]:
    ordered = sorted(words)
    return [f"{a} {b}" for at, a in enumerate(ordered) for b in ordered[at + 1 :]]


def _periods(day: str | None) -> tuple[int, ...]:
    """The two periods that a day lies in: one begins in the middle of the other."""
    if day is None:
        return ()
    half = date.fromisoformat(day).toordinal() // (PERIOD // 2)
    return (half - 1, half)
