"""Reports: what was read in them, their versions, their text, and the bytes that they were read from."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from hearsay.api import finding, units
from hearsay.api.asking import MISSING, At, Id, Number, encoded
from hearsay.api.guard import INERT
from hearsay.api.objects import VersionLine
from hearsay.model import codec

router = APIRouter(tags=["reports"])

Units = Annotated[
    bool, Query(description="Give every place in UTF-16 code units, as browsers count, and not in code points.")
]


@router.get("/reports/{report_id}", response_model=codec.ReportLine, responses=MISSING)
@router.get("/reports/{report_id}.json", include_in_schema=False)
def report(at: At, report_id: Id, version: Number = None, utf16_units: Units = False) -> Response:
    """A report and everything that was read in it, of the newest version or of the one given."""
    got = finding.report(at, report_id, version)
    line = codec.encode(got)
    line = units.recounted(line) if utf16_units else line
    return Response(line, headers={"Vary": "Accept, User-Agent"}, media_type="application/json")


@router.get("/reports/{report_id}/versions", response_model=list[VersionLine], responses=MISSING)
@router.get("/reports/{report_id}/versions.json", include_in_schema=False)
def versions(at: At, request: Request, report_id: Id) -> Response:
    """The versions of a report, first to last, each with what it changed in what is said and in the words."""
    return encoded(finding.versions(at, report_id), request)


@router.get(
    "/reports/{report_id}/text",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}, **MISSING},
)
def text(at: At, report_id: Id, version: Number = None) -> Response:
    """The text of a report, exactly; every place is in code points of it."""
    body = finding.report(at, report_id, version).report.text
    return Response(body.encode(), media_type="text/plain; charset=utf-8")


@router.get(
    "/reports/{report_id}/source",
    response_class=Response,
    responses={
        200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}},
        **MISSING,
    },
)
def source(at: At, report_id: Id, version: Number = None) -> Response:
    """The bytes that a report was read from, as they came: others' and maybe hostile, so never shown as a page."""
    body = finding.source(at, report_id, version)
    name = "".join(letter for letter in report_id if letter.isascii() and letter.isalnum())
    headers = {"Content-Disposition": f'attachment; filename="{name}.bin"', "Content-Security-Policy": INERT}
    return Response(body, headers=headers, media_type="application/octet-stream")
