"""A dossier: every quotation with its place and digest, so that it can be checked away from the record."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hearsay.model.reading import Reading
    from hearsay.web.views.story import ClaimRow

STYLE = (
    "body{font:11pt/1.45 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#111;overflow-wrap:anywhere}"
    "h1,h2,h3{line-height:1.2}section{break-inside:avoid;border-top:1px solid #bbb}"
    "blockquote{margin:.3em 0 .3em 1em;border-left:3px solid #999;padding-left:.7em}"
    "cite,small{font-style:normal;font-size:9pt;color:#444}"
    ".chart{max-width:100%}.step{fill:none;stroke:#333;stroke-width:2}.grid{stroke:#ddd}.tick{font-size:11px}"
    ".bar,.open{stroke:#333;fill:none}"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a statement, their places in the report's text (code points), and the digest of the words."""

    words: str
    places: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Quotes by report, number and claim; digests of sources and texts by report."""

    quotes: dict[tuple[str, int, str], Quote]
    sources: dict[str, str]
    texts: dict[str, str]


def facts(rows: Iterable[ClaimRow], readings: Mapping[str, Reading]) -> Facts:
    """What a dossier cites."""
    quotes = {}
    for row in rows:
        for number, one in enumerate(row.said, 1):
            reading = readings.get(one.statement.report)
            text = reading.report.text if reading else ""
            words = " … ".join(span.of(text) for span in one.statement.content) if reading else ""
            places = ", ".join(f"{span.start}–{span.end}" for span in one.statement.content)
            quotes[one.statement.report, number, row.claim.id] = Quote(words, places, _sha256(words))
    return Facts(
        quotes,
        {name: reading.report.source_sha256 for name, reading in readings.items()},
        {name: _sha256(reading.report.text) for name, reading in readings.items()},
    )


def _sha256(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
