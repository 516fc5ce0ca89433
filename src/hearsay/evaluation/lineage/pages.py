"""Reports that were made, as pages and as wire copy, so that they come in as any other source does."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from hearsay.evaluation.lineage.copies import Made

_MENU = ("Home", "World", "Business", "Sport", "Weather", "Newsletters")


def write(report: Made, folder: Path) -> Path:
    """Writes the report into a folder: an agency's own as wire copy, any other as a page; and says where."""
    wire = report.agency is not None and report.agency == report.outlet
    path = folder / f"{report.name}.{'txt' if wire else 'html'}"
    path.write_text(_wire(report) if wire else _page(report), encoding="utf-8")
    return path


def _wire(report: Made) -> str:
    day = report.published
    first, *rest = report.paragraphs
    return "\n\n".join(
        [
            (report.outlet or "").upper(),
            report.headline,
            f"By {report.reporter}",
            f"{report.city.upper()}, {day:%b}. {day.day} ({report.tag}) -- {first}",
            *rest,
            f"(END) {report.outlet.upper()} {day:%H%M}GMT {day:%d-%m-%y}",
            f"Copyright {day:%Y} {report.outlet}. Not for redistribution.",
        ]
    )


def _page(report: Made) -> str:
    day = report.published
    first, *rest = report.paragraphs
    paragraphs = "\n".join(f"<p>{escape(one)}</p>" for one in (f"{_dateline(report)}{first}", *rest))
    menu = "".join(f'<li><a href="/{one.lower()}">{one}</a></li>' for one in _MENU)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(report.headline)} | {escape(report.outlet)}</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="{escape(report.outlet)}">
<meta property="og:title" content="{escape(report.headline)}">
<meta property="article:published_time" content="{day.isoformat()}"></head>
<body><header><nav><ul>{menu}</ul></nav></header>
<main><article><h1>{escape(report.headline)}</h1>
<p class="byline">{escape(_byline(report))}</p><p class="share">Share on facebook · twitter · band</p>
<div class="article-body">
{paragraphs}
</div></article></main>
<footer><p>© {day:%Y} {escape(report.outlet)}. All rights reserved.</p></footer></body></html>"""


def _byline(report: Made) -> str:
    return f"By {report.reporter}, {report.agency}" if report.credited and report.agency else f"By {report.reporter}"


def _dateline(report: Made) -> str:
    day, tag = report.published, f" ({report.tag})" if report.tag else ""
    forms = {
        "wire": f"{report.city.upper()}, {day:%b}. {day.day}{tag} — ",
        "british": f"{report.city}, {day.day} {day:%B}{tag} – ",
        "bare": f"{report.city.upper()}{tag} — ",
        "none": "",
    }
    return forms[report.dateline]
