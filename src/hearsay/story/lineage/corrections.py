"""Which earlier report a correction takes something back of, and which copies still carry it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.story.lineage import body, facts, lists, times
from hearsay.story.lineage.retelling import STRONG, best, retelling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hearsay.model.report import Report
    from hearsay.model.story import Relation
    from hearsay.story.lineage.family import Family

_ITSELF = re.compile(
    r"\b(?:an|the) (?:earlier|previous|original) version\b|\bthis (?:article|story) (?:was|has been)\b", re.IGNORECASE
)
_TAKEN_BACK = re.compile(
    r"correct|clarif|withdr|retract|erroneous|in error|wrong|mistak|inaccura|misstat|misidentif|should have|\bkill\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\b(?:(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? (?P<day>\d{1,2})"
    r"|(?P<day2>\d{1,2}) (?P<month2>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(" + "|".join(lists.DAYS) + r")\b", re.IGNORECASE)
_WITHIN = timedelta(days=31)
_DATED = 0.2  # of what the note tells must stand in the report of the day that it names
_UNDATED = 0.4  # … and in another
_CARRIED = 0.4  # of the sentence that was taken back


@dataclass(frozen=True, slots=True)
class Correction:
    """A report ``by`` which something in the earlier report ``of`` is corrected: its sentence, the note's words."""

    by: str
    of: str
    sentence: int
    note: str


def corrections(family: Family) -> tuple[Correction, ...]:
    """What later reports correct of earlier ones by the same house, one for each report that is corrected."""
    found: dict[str, Correction] = {}
    for report in family.reports.values():
        note = report.correction or ""
        if _TAKEN_BACK.search(note) and not _ITSELF.search(note) and (correction := _corrected(report, note, family)):
            found.setdefault(correction.of, correction)
    return tuple(found.values())


def carrying(correction: Correction, family: Family, copies: Mapping[str, Relation]) -> tuple[str, ...]:
    """Those of the copies that still have what was taken back.

    One that only cites passes on the beginning of a report, in whatever words: where that was taken back, it has it.
    """
    report = family.reports[correction.of]
    told = facts.facts(report.text, body.body(report)).told[correction.sentence]
    noted = _told(correction.note)
    figures = {fact for fact in told if fact.startswith("v:") and told[fact] >= STRONG and fact in noted.where}
    return tuple(
        copy
        for copy, relation in copies.items()
        if (relation == "citing" and correction.sentence == 0) or _has(family.reports[copy], told, figures)
    )


def _has(copy: Report, told: facts.Told, figures: set[str]) -> bool:
    there = facts.facts(copy.text, body.body(copy))
    return best(told, there)[0] >= _CARRIED * sum(told.values()) or any(figure in there.where for figure in figures)


def _corrected(report: Report, note: str, family: Family) -> Correction | None:
    """The earlier report by the house whose text this is that tells most of what the note tells."""
    noted, days = _told(note), set(_named(note, report))
    makers = family.makers[report.id]
    choices = []
    for other in family.reports.values():
        if not family.makers[other.id].own & (makers.own | makers.wire) or not _earlier(other, report):
            continue
        told = retelling(noted, there := facts.facts(other.text, body.body(other)))
        dated = not days.isdisjoint(_days(other))
        if told.cover >= (_DATED if dated else _UNDATED):
            choices.append(((dated, told.cover, other.id), Correction(report.id, other.id, _place(noted, there), note)))
    return max(choices, key=lambda one: one[0])[1] if choices else None


def _place(noted: facts.Facts, there: facts.Facts) -> int:
    """The sentence that tells most of what the note's first sentence tells."""
    told = noted.told[0]
    return max(
        range(len(there.told)), key=lambda at: (sum(told[fact] for fact in told.keys() & there.told[at].keys()), -at)
    )


def _told(note: str) -> facts.Facts:
    return facts.facts(note, body.of(note, (Span(0, len(note)),)))


def _named(note: str, report: Report) -> Iterator[date]:
    """The days that a note names, seen from the day of its report."""
    today = max(_days(report), default=None)
    if today is None:
        return
    for found in _DATE.finditer(note):
        month = lists.MONTHS.index((found["month"] or found["month2"])[:3].lower()) + 1
        for year in (today.year, today.year - 1):
            try:
                day = date(year, month, int(found["day"] or found["day2"]))
            except ValueError:
                continue
            if day <= today:
                yield day
                break
    for found in _WEEKDAY.finditer(note):
        back = (today.weekday() - lists.DAYS.index(found[1].lower())) % 7 or 7
        yield today - timedelta(days=back)


def _days(report: Report) -> tuple[date, ...]:
    """The days that a report is of: by its stamp, and by its dateline."""
    stamps = (report.published, report.dateline.date if report.dateline else None)
    found = []
    for stamp in stamps:
        try:
            found.append(date.fromisoformat((stamp or "")[:10]))
        except ValueError:
            continue
    return tuple(found)


def _earlier(other: Report, report: Report) -> bool:
    then, now = times.window(other), times.window(report)
    return bool(then and now and then.middle < now.middle and now.first - then.last <= _WITHIN)
