"""What a page states, against the gold of a story pack."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from hearsay.evaluation.errors import Miss
from hearsay.evaluation.folding import plain
from hearsay.evaluation.scores import Ratio, Score
from hearsay.evaluation.stories.gold import GoldReport
from hearsay.model.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


_LATIN = re.compile(r"[a-z]")
Taken = tuple[GoldReport, Report | None]


def scores(taken: Sequence[Taken]) -> dict[str, Score]:
    """The share of reports in which each field is right; a report that was not taken in is right in none."""
    return {
        name: Ratio(sum(got is not None and right(gold, got) for gold, got in taken), len(taken))
        for name, (right, _, _) in _FIELDS.items()
    }


def misses(taken: Sequence[Taken]) -> list[Miss]:
    """Each field that is not right."""
    return [
        Miss(f"intake: {name}", gold.where, wanted(gold), had(got) if got else "not taken in")
        for gold, got in taken
        for name, (right, wanted, had) in _FIELDS.items()
        if not (got and right(gold, got))
    ]


def body(report: Report) -> str:
    """The paragraphs in one line, white space folded."""
    return " ".join(" ".join(span.of(report.text).split()) for span in report.spans("paragraph"))


def same_moment(gold: str | None, found: str | None) -> bool:
    """Equal to the minute and in the zone; a gold date asks for its day alone; nothing stated asks for nothing."""
    if gold is None or found is None:
        return gold == found
    if "T" not in gold:
        return found[:10] == gold
    try:
        ours, theirs = datetime.fromisoformat(found), datetime.fromisoformat(gold)
    except ValueError:
        return False
    return ours.replace(second=0) == theirs.replace(second=0) and ours.utcoffset() == theirs.utcoffset()


def _place(gold: GoldReport, report: Report) -> bool:
    return plain(gold.place) == plain(report.dateline.place if report.dateline else None)


def _filed(gold: GoldReport, report: Report) -> bool:
    return gold.filed == (report.dateline.date if report.dateline else None)


def _outlet(gold: GoldReport, report: Report) -> bool:
    """The gold has names in Latin letters alone; the outlet's own name in another script cannot be compared."""
    found = plain(report.outlet)
    return plain(gold.outlet) == found or bool(gold.outlet and found and not _LATIN.search(found))


def _clean(gold: GoldReport, report: Report) -> bool:
    return not _furniture(gold, report)


def _furniture(gold: GoldReport, report: Report) -> list[str]:
    words = body(report)
    return [phrase for phrase in gold.not_body if " ".join(phrase.split()) in words]


def _first(gold: GoldReport, report: Report) -> bool:
    return body(report).startswith(" ".join(gold.body_first.split()))


def _last(gold: GoldReport, report: Report) -> bool:
    return body(report).endswith(" ".join(gold.body_last.split()))


_FIELDS: dict[
    str, tuple[Callable[[GoldReport, Report], bool], Callable[[GoldReport], str], Callable[[Report], str]]
] = {
    "headline": (
        lambda gold, report: plain(gold.headline) == plain(report.headline),
        lambda gold: gold.headline,
        lambda report: report.headline or "",
    ),
    "authors": (
        lambda gold, report: sorted(map(plain, gold.authors)) == sorted(plain(one.name) for one in report.byline),
        lambda gold: "; ".join(gold.authors),
        lambda report: "; ".join(one.name for one in report.byline),
    ),
    "published": (
        lambda gold, report: same_moment(gold.published, report.published),
        lambda gold: gold.published or "",
        lambda report: report.published or "",
    ),
    "dateline place": (_place, lambda gold: gold.place or "", lambda report: str(report.dateline)),
    "dateline date": (_filed, lambda gold: gold.filed or "", lambda report: str(report.dateline)),
    "agency": (
        lambda gold, report: plain(gold.agency) == plain(report.agency),
        lambda gold: gold.agency or "",
        lambda report: report.agency or "",
    ),
    "outlet": (
        _outlet,
        lambda gold: gold.outlet or "",
        lambda report: report.outlet or "",
    ),
    "body begins right": (_first, lambda gold: gold.body_first, lambda report: body(report)[:90]),
    "body ends right": (_last, lambda gold: gold.body_last, lambda report: body(report)[-90:]),
    "body without furniture": (_clean, lambda gold: "none of " + " | ".join(gold.not_body), lambda _: "…"),
}
