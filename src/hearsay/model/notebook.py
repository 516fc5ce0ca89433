"""How a reading shows itself in a notebook: one table, every word of the report escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearsay.model.reading import Attribution, Reading

_COLUMNS = ("", "speaker", "stance", "words", "source and cue", "via", "said", "at")


def html(reading: Reading) -> str:
    """An HTML fragment: headline, origin, and one row for each attribution."""
    report = reading.report
    facts = (report.outlet, report.agency, report.dateline and report.dateline.place, report.published)
    caption = f"<b>{escape(report.headline or report.uri)}</b><br>{escape(' · '.join(fact for fact in facts if fact))}"
    if reading.unread:
        caption += f"<br>Not read: {escape(reading.unread)}"
    rows = "".join(_row(_cells(number, one, reading)) for number, one in enumerate(reading.attributions, 1))
    head = "".join(f"<th style='text-align:left'>{column}</th>" for column in _COLUMNS)
    return f"<table><caption style='text-align:left'>{caption}</caption><tr>{head}</tr>{rows}</table>"


def _row(cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<td style='text-align:left'>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _cells(number: int, one: Attribution, reading: Reading) -> tuple[str, ...]:
    text = reading.report.text
    speaker = reading.actor(one.speaker)
    spans = sorted((*one.source, *one.cue, *one.content))
    return (
        str(number),
        speaker.name if speaker else "",
        one.stance,
        " … ".join(piece.of(text) for piece in one.content),
        " … ".join(piece.of(text) for piece in sorted((*one.source, *one.cue))),
        ", ".join(actor.name for actor in map(reading.actor, one.via) if actor),
        one.said_on.value if one.said_on else "",
        f"{spans[0].start}–{max(span.end for span in spans)}" if spans else "",
    )
