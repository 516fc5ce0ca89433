"""Report → Reading: the order of the stages. Each takes frozen records and returns frozen records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.model.reading import MadeBy, Reading
from hearsay.reading import encoder
from hearsay.reading.actor import speakers
from hearsay.reading.actor.identity import identify
from hearsay.reading.attribution import attributions, stance
from hearsay.reading.quantity import figures
from hearsay.reading.timex import said_on, times
from hearsay.version import __version__

if TYPE_CHECKING:
    from hearsay.model.reading import Attribution, Time
    from hearsay.model.report import Report
    from hearsay.settings import Settings

LANGUAGES = frozenset({"en"})


def read(report: Report, settings: Settings) -> Reading:
    """Who said what in a report.

    A report in a language that the reading does not know comes back with nothing read, and says so in ``unread``.
    """
    if not _is_read(report):
        return Reading(
            report, made_by=made_by(report, settings.threads), unread=f"language {report.language} is not read yet"
        )
    reader = encoder.load(settings.threads)
    triples = reader.find(report.text, report.spans("headline", "paragraph"))
    drawn = attributions.draw(report, triples, settings.min_confidence / 100)
    found = times.find(report)
    spoken, actors = speakers.resolve(report, drawn)
    complete = _complete(report, spoken, found)
    return Reading(
        report,
        complete,
        identify.identify(report, actors),
        found,
        figures.find(report, found, complete),
        made_by(report, settings.threads),
    )


def made_by(report: Report, threads: int = 0) -> MadeBy:
    """What would make the reading of a report now."""
    return MadeBy(__version__, {"reader": encoder.load(threads).fingerprint} if _is_read(report) else {})


def _is_read(report: Report) -> bool:
    return report.language is None or report.language in LANGUAGES


def _complete(report: Report, drawn: tuple[Attribution, ...], found: tuple[Time, ...]) -> tuple[Attribution, ...]:
    """The attributions with their stance and the date of what was said."""
    stanced = tuple(replace(one, stance=stance.classify(report, one)) for one in drawn)
    dates = said_on.dates(report, stanced, found)
    return tuple(replace(one, said_on=when) for one, when in zip(stanced, dates, strict=True))
