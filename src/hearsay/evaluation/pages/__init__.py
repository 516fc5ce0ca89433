"""The suite ``pages``: real pages to body, headline, authors and time, beside trafilatura alone in the same run.

The body is the text of the paragraph parts and of the dateline, which these corpora leave in it. Fundus has a page's
standfirst apart: "body" there is with it, which is what stands as a note above our first paragraph, "body alone"
without. trafilatura runs in its precision mode and tells no standfirst apart. ``published`` is right where it is the
gold's moment to the minute and states a zone; where the gold states none, the clock alone is compared, and at midnight
sharp the day alone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hearsay.evaluation.corpora import digest
from hearsay.evaluation.errors import Miss
from hearsay.evaluation.folding import plain
from hearsay.evaluation.pages import gold, shingles
from hearsay.evaluation.pages.gold import Page
from hearsay.evaluation.scores import Ratio, Result, Score, Section, Tally, tally

if TYPE_CHECKING:
    from hearsay.evaluation.readings import Reader
    from hearsay.model.report import Part, Report


@dataclass(frozen=True, slots=True)
class Extract:
    """What an extractor took from a page."""

    body: str = ""
    headline: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    standfirst: str = ""

    @property
    def whole(self) -> str:
        """Standfirst and body."""
        return f"{self.standfirst}\n\n{self.body}"


Found = Sequence[tuple[Page, Extract]]


def run(data: Path, reader: Reader) -> Result:
    """Scores the reader, and trafilatura beside it."""
    bodies_folder, pages_folder = (
        data / "data" / n for n in ("article-extraction-benchmark", "fundus-publisher-pages")
    )
    bodies, pages = gold.benchmark(bodies_folder), gold.fundus(pages_folder)
    sections, misses = [], []
    for title, extract in (("", lambda page: _ours(reader, page)), (", trafilatura alone", _peer)):
        of_bodies, of_pages = ([(page, extract(page)) for page in pages_] for pages_ in (bodies, pages))
        sections += [
            Section(f"article-extraction-benchmark{title}", _bodies(of_bodies), gated=not title),
            Section(f"fundus{title}", {**_fields(of_pages), **_bodies(of_pages), **_alone(of_pages)}, gated=not title),
        ]
        if not title:
            misses = [miss for page, found in [*of_bodies, *of_pages] for miss in _misses(page, found)]
    files = (path for folder in (bodies_folder, pages_folder) for path in folder.rglob("*") if path.is_file())
    return Result("pages", digest(files), tuple(sections), tuple(misses))


def same_moment(wanted: str, found: str) -> bool:
    """Whether two ISO 8601 moments are one, to the minute, the found one with its zone where the gold has one."""
    try:
        theirs, ours = datetime.fromisoformat(wanted), datetime.fromisoformat(found)
    except ValueError:
        return False
    theirs, ours = (moment.replace(second=0, microsecond=0) for moment in (theirs, ours))
    if theirs.tzinfo is not None:
        return ours.tzinfo is not None and theirs == ours
    ours = ours.replace(tzinfo=None)
    return ours.date() == theirs.date() if (theirs.hour, theirs.minute) == (0, 0) else ours == theirs


def _ours(reader: Reader, page: Page) -> Extract:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{page.name}.html"
        path.write_bytes(page.html)
        report = reader.take(path)
    if report is None:
        return Extract()
    body = "\n\n".join(span.of(report.text) for span in report.spans("dateline", "paragraph"))
    authors = tuple(one.name for one in report.byline)
    return Extract(body, report.headline or "", authors, report.published or "", _standfirst(report))


def _standfirst(report: Report) -> str:
    """The notes above the first paragraph."""
    first = min((part.start for part in report.parts if part.kind == "paragraph"), default=0)
    return "\n\n".join(report.text[part.start : part.end] for part in report.parts if _leads(part, first))


def _leads(part: Part, first: int) -> bool:
    return part.kind == "note" and part.end <= first


def _peer(page: Page) -> Extract:
    import trafilatura
    from trafilatura.settings import Document

    got = trafilatura.bare_extraction(page.html, favor_precision=True, include_comments=False, with_metadata=True)
    if not isinstance(got, Document):
        return Extract()
    authors = tuple(name.strip() for name in (got.author or "").split(";") if name.strip())
    return Extract(got.text or "", got.title or "", authors, got.date or "")


def _bodies(found: Found) -> dict[str, Score]:
    """Body against body; where the gold has the standfirst apart, both with it."""
    return shingles.scores(
        [(_whole(page), extract.whole if page.headline is not None else extract.body) for page, extract in found]
    )


def _whole(page: Page) -> str:
    return f"{page.standfirst}\n\n{page.body}"


def _alone(found: Found) -> dict[str, Score]:
    rows = shingles.scores([(page.body, extract.body) for page, extract in found])
    return {name.replace("body", "body alone"): score for name, score in rows.items()}


def _fields(found: Found) -> dict[str, Score]:
    rows: dict[str, Score] = {
        name: Ratio(sum(right(page, extract) for page, extract in found), len(found)) for name, right in _RIGHT.items()
    }
    names = (tally(map(plain, extract.authors), map(plain, page.authors)) for page, extract in found)
    return {**rows, "authors, each name": sum(names, Tally())}


_RIGHT: dict[str, Callable[[Page, Extract], bool]] = {
    "headline": lambda page, found: plain(page.headline) == plain(found.headline),
    "authors, all": lambda page, found: sorted(map(plain, page.authors)) == sorted(map(plain, found.authors)),
    "published": lambda page, found: same_moment(page.published or "", found.published),
}


def _misses(page: Page, found: Extract) -> list[Miss]:
    entries = []
    if page.headline is not None:
        shown = {
            "headline": (page.headline, found.headline),
            "authors, all": ("; ".join(page.authors), "; ".join(found.authors)),
            "published": (page.published or "", found.published),
        }
        entries = [Miss(name, page.name, *shown[name]) for name, right in _RIGHT.items() if not right(page, found)]
    wanted, had = (page.body, found.body) if page.headline is None else (_whole(page), found.whole)
    if shingles.words(wanted) != shingles.words(had):
        entries.append(_body_miss(page.name, wanted, had))
    return entries


def _body_miss(name: str, wanted: str, had: str) -> Miss:
    """The blocks that only one of the two bodies has, by their words."""
    ours, theirs = (" ".join(shingles.words(body)) for body in (had, wanted))
    lost = [block for block in wanted.split("\n") if " ".join(shingles.words(block)) not in ours]
    spare = [block for block in had.split("\n") if " ".join(shingles.words(block)) not in theirs]
    kind = "lost and left over" if lost and spare else "lost" if lost else "left over"
    return Miss(
        f"body: words {kind}", name, *(" ¶ ".join(block[:160] for block in blocks[:8]) for blocks in (lost, spare))
    )
