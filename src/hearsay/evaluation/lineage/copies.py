"""Copies made from open text by known edits, with the graph of who has what from whom.

Each article becomes an origin, sent by an invented agency or run by an invented outlet; then come what newsrooms do
with it: the same under another headline and another dateline, the first paragraphs alone, a paragraph of one's own
added, other words with and without a credit, two reports merged, a copy of a copy, a summary that only cites, and a
corrected update by the same house (an origin of its own) with a copy of that.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hearsay.evaluation.lineage.wording import reworded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.evaluation.lineage.wikinews import Article
    from hearsay.model.story import Relation

AGENCIES = (("Meridian Press", "MP"), ("Northgate Newswire", "Northgate"), ("Saltmarsh Agency", "SMA"))
PLACES = (
    "Harbour", "Lantern", "Foundry", "Orchard", "Causeway", "Tidewell", "Millrace", "Gantry", "Hollow", "Beacon",
    "Quarry", "Saddleback",
)  # fmt: skip
KINDS = (
    "Courier", "Tribune", "Examiner", "Gazette", "Telegraph", "Star", "Chronicle", "Post", "Mercury", "Observer",
)  # fmt: skip
REPORTERS = ("Ines Calloway", "Tomas Verhage", "Ruth Adeyemi-Lund", "Pavel Sarkis", "Mina Okoro", "Leif Andersen")
CITIES = ("Lisbon", "Oslo", "Nairobi", "Lima", "Ankara", "Hanoi", "Quito", "Dublin", "Tunis", "Perth")


@dataclass(frozen=True, slots=True)
class Made:
    """A report that was made, and what is true of it: ``of`` names its parents, none for an origin."""

    name: str
    outlet: str
    agency: str | None
    tag: str | None
    headline: str
    reporter: str
    city: str
    published: datetime
    paragraphs: tuple[str, ...]
    relation: Relation | None = None
    of: tuple[str, ...] = ()
    credited: bool = False
    dateline: str = "wire"
    kind: str = "own"


def made(articles: Sequence[Article], asides: Sequence[str]) -> tuple[Made, ...]:
    """Every report made of the articles, in their order; ``asides`` are what outlets add of their own."""
    return tuple(report for at in range(len(articles)) for report in _family(articles, at, asides[at % len(asides)]))


def _family(articles: Sequence[Article], at: int, own: str) -> Iterator[Made]:
    article, other = articles[at], articles[(at + 7) % len(articles)]
    origin = _origin(article, at)
    second = _origin(other, (at + 7) % len(articles))
    body = origin.paragraphs
    yield origin
    verbatim = _copy(origin, at, 1, "verbatim", headline=_headline(article, 1), dateline="british")
    yield verbatim
    yield _copy(origin, at, 2, "truncated", paragraphs=body[: max(1, len(body) * 2 // 5)], dateline="bare")
    extended = _copy(origin, at, 3, "extended", paragraphs=(*body, own))
    yield extended
    light = tuple(reworded(one) for one in body[: max(2, len(body) * 3 // 4)])
    yield _copy(origin, at, 4, "reworded", paragraphs=light, headline=_headline(article, 2), hours=20)
    heavy = tuple(reworded(one, thoroughly=True) for one in body)
    uncredited = _copy(origin, at, 5, "reworded", paragraphs=heavy, headline=_headline(article, 3), hours=26)
    yield _bare(uncredited)
    halves = (*body[: max(2, len(body) // 2)], *second.paragraphs[: max(2, len(second.paragraphs) // 2)])
    merged = _copy(origin, at, 6, "extended", paragraphs=halves, hours=30)
    both = max(origin.published, second.published) + timedelta(hours=30)
    yield replace(_bare(merged), published=both, of=(origin.name, second.name), kind="merged")
    yield replace(
        _copy(origin, at, 7, "truncated", paragraphs=(*body[:2], own), hours=30),
        of=(extended.name,),
        kind="copy of a copy",
    )
    yield from _citing(origin, verbatim, article, at)
    update = _update(origin)
    yield update
    yield _copy(update, at, 9, "verbatim", headline=_headline(article, 1), hours=5)


def _origin(article: Article, at: int) -> Made:
    wire = at % 3 != 2
    agency, tag = AGENCIES[at % len(AGENCIES)]
    return Made(
        name=f"{article.name}-0",
        outlet=agency if wire else _outlet(at, 0),
        agency=agency if wire else None,
        tag=tag if wire else None,
        headline=article.headline,
        reporter=REPORTERS[at % len(REPORTERS)],
        city=CITIES[at % len(CITIES)],
        published=datetime.fromisoformat(f"{article.day}T08:00:00+00:00"),
        paragraphs=article.paragraphs,
    )


def _copy(
    origin: Made,
    at: int,
    number: int,
    relation: Relation,
    *,
    headline: str | None = None,
    paragraphs: tuple[str, ...] | None = None,
    dateline: str = "wire",
    hours: int = 3,
) -> Made:
    """A copy under another outlet's name, which says whose text it is."""
    return replace(
        origin,
        name=f"{origin.name.rsplit('-', 1)[0]}-{number}",
        outlet=_outlet(at, number),
        agency=origin.agency or origin.outlet,
        headline=headline or origin.headline,
        published=origin.published + timedelta(hours=hours, minutes=7 * number),
        paragraphs=origin.paragraphs if paragraphs is None else paragraphs,
        relation=relation,
        of=(origin.name,),
        credited=True,
        dateline=dateline,
        kind=relation,
    )


def _bare(copy: Made) -> Made:
    """The copy without a word on whose text it is."""
    return replace(copy, agency=None, tag=None, reporter=f"{copy.outlet} staff", credited=False, kind="uncredited")


def _update(origin: Made) -> Made:
    """A later report by the same house that keeps most of the earlier text, and says that it corrects it."""
    note = f"({origin.outlet} corrects an earlier report, which gave a wrong spelling in the second paragraph.)"
    fresh = "The account was brought up to date in the evening, after further calls to those who were there."
    return replace(
        origin,
        name=f"{origin.name.rsplit('-', 1)[0]}-8",
        headline=f"CORRECTED-{origin.headline}",
        kind="update",
        published=origin.published + timedelta(hours=40),
        paragraphs=(fresh, *origin.paragraphs[: max(2, len(origin.paragraphs) * 4 // 5)], note),
    )


def _citing(origin: Made, copy: Made, article: Article, at: int) -> Iterator[Made]:
    """What an aggregator makes of it: a summary, with nothing of its own but whom it has it from."""
    day = f"{copy.published:%A}"
    source, paper = origin.agency or origin.outlet, copy.outlet.removeprefix("The ")
    lines = (
        f"{_bare_end(article.summaries[0])}, the {paper} reported on {day}, citing {source}.",
        f"{_bare_end(article.summaries[at % 2 + 1])}, according to the same newspaper.",
        f"It was not clear from either report when {source} would have more.",
    )
    yield Made(
        name=f"{article.name}-C",
        outlet=("NewsThimble", "BriefKettle", "SkimPost")[at % 3],
        agency=None,
        tag=None,
        headline=_headline(article, 2),
        reporter="the desk",
        city="",
        published=copy.published + timedelta(hours=6),
        paragraphs=lines,
        relation="citing",
        of=(copy.name, origin.name),
        credited=True,
        dateline="none",
        kind="citing",
    )


def _headline(article: Article, number: int) -> str:
    """Another headline: the beginning of a summary."""
    words = article.summaries[number % len(article.summaries)].split()
    return " ".join(words[:11]).rstrip(",;:")


def _bare_end(summary: str) -> str:
    return summary.strip().rstrip(".")


def _outlet(at: int, number: int) -> str:
    place, kind = PLACES[(at * 5 + number * 3) % len(PLACES)], KINDS[(at + number * 7) % len(KINDS)]
    return f"The {place} {kind}"
