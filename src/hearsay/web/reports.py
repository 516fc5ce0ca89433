"""Pages of reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from hearsay.api import finding
from hearsay.api.asking import At, Id, Number
from hearsay.record.browse import story_of_report
from hearsay.web.rendering import absolute, page
from hearsay.web.views import chart, marks, picture, share

if TYPE_CHECKING:
    from hearsay.api.desk import Desk
    from hearsay.model.reading import Attribution, Figure, Reading, Time
    from hearsay.model.story import Derivation, Listed

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Card:
    """An attribution beside the text."""

    id: str
    speaker: str | None
    role: str | None
    stance: str
    kind: str
    via: tuple[str, ...]
    said_on: str | None
    confidence: float
    content: tuple[str, ...]
    fragment: str | None


@router.get("/reports/{report_id}")
def report(at: At, request: Request, report_id: Id, version: Number = None) -> HTMLResponse:
    """One report: its text with who said what, its versions, its copies and origin."""
    reading = finding.report(at, report_id, version)
    one = reading.report
    versions = finding.versions(at, report_id)
    origins, copies, story_id = _lineage(at, report_id)
    title, line = one.headline or one.uri, " · ".join(filter(None, (one.outlet, one.agency, one.published)))
    address = absolute(request, f"/reports/{one.id}")
    image = absolute(request, f"/reports/{one.id}/picture.png")
    return page(
        request,
        "report.html",
        report=one,
        number=version or versions[-1].number,
        asked=f"?version={version}" if version else "",
        unread=reading.unread,
        blocks=marks.blocks(reading),
        said=[_card(reading, said) for said in reading.attributions],
        versions=versions,
        withdrawn=next((held.withdrawn for held in versions if held.withdrawn), None),
        origins=origins,
        copies=copies,
        story_id=story_id,
        web=one.uri.startswith(("http://", "https://")),
        times=[_time(reading, time) for time in reading.times],
        figures=[_figure(reading, figure) for figure in reading.figures],
        line=line,
        address=address,
        picture=image,
        links=share.links(address, title, image),
    )


@router.get("/reports/{report_id}/picture.png")
def report_picture(at: At, report_id: Id) -> Response:
    """The picture of a report's address."""
    one = finding.report(at, report_id).report
    line = " · ".join(filter(None, (one.outlet, one.agency, (one.published or "")[:10])))
    return Response(picture.draw(one.headline or one.uri, line), media_type="image/png")


def _lineage(
    at: Desk, report_id: str
) -> tuple[list[tuple[Derivation, Listed]], list[tuple[Derivation, Listed]], str | None]:
    """What the report was taken from, what was taken from it, and its story."""
    at.record.link()
    story_id = story_of_report(at.record, report_id)
    if story_id is None:
        return [], [], None
    told = finding.story(at, story_id)
    listed = {one.id: one for one in told.reports}
    found = dict.fromkeys(copy for line in told.lineage for copy in line.copies)
    origins = [(one, listed[one.of]) for one in found if one.report == report_id and one.of in listed]
    copies = [(one, listed[one.report]) for one in found if one.of == report_id and one.report in listed]
    return origins, copies, story_id


def _card(reading: Reading, said: Attribution) -> Card:
    names = {actor.id: actor for actor in reading.actors}
    speaker = names.get(said.speaker or "")
    words = tuple(span.of(reading.report.text) for span in said.content)
    return Card(
        said.id,
        speaker.name if speaker else None,
        speaker.role if speaker else None,
        said.stance,
        said.kind,
        tuple(names[one].name for one in said.via if one in names),
        said.said_on.value if said.said_on else None,
        said.confidence,
        words,
        share.fragment(reading.report.uri, words[0]) if words else None,
    )


def _time(reading: Reading, one: Time) -> tuple[str, str, str]:
    days = one.begin or "…" if one.begin == one.end else f"{one.begin or '…'} – {one.end or '…'}"
    return one.span.of(reading.report.text), one.value, days


def _figure(reading: Reading, one: Figure) -> tuple[str, str, str]:
    return one.span.of(reading.report.text), chart.label(one), one.about or ""
