"""HTML of any template to a :class:`Draft`: the report's blocks in reading order, and none of the furniture.

trafilatura chooses the body. Its choice is read from the marks that it kept (:mod:`hearsay.intake.page.dom`); words
and places are those of our own lines (:mod:`hearsay.intake.page.layout`). Around the body, the page's head and foot are
read by their labels and words: headline, standfirst, byline, time, section, captions, credits, notes, rights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.intake.dates.moments import label_of, moments, normal
from hearsay.intake.draft import Block, Draft
from hearsay.intake.page import dom, headline, layout, metadata
from hearsay.intake.page.body import below, choose
from hearsay.intake.page.roles import assign
from hearsay.model.report import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.intake.draft import Legible
    from hearsay.intake.page.placed import Placed


def parse(decoded: Legible, address: str | None = None) -> Draft:
    """Read a page. A page with no article gives a draft without blocks; nothing is raised for a broken one."""
    page = dom.parse(decoded.text)
    stated = metadata.gather(page, address)
    lines = layout.lines(page)
    body = choose(page, lines)
    if body and all(lines[number].hidden for number in body):
        # A page that scripts uncover when it is ready: what it hides is what it shows.
        for line in lines:
            line.hidden = False
    top = headline.find(lines, body, stated) if body else None
    placed = assign(lines, below(body, top), top, stated) if body else []
    blocks = tuple(_block(each, decoded) for each in placed)
    language = next((e.value for e in metadata.rank(stated, "language")), None)
    return Draft(blocks, stated + tuple(dict.fromkeys(_visible(placed, language))), language)


def _block(placed: Placed, decoded: Legible) -> Block:
    return Block(placed.text, decoded.bytes_of(placed.start, placed.end), placed.role)


def _visible(placed: list[Placed], language: str | None) -> Iterator[Evidence]:
    """What the blocks themselves state: a headline, a section, and the moments beside the headline."""
    for each in placed:
        if each.role in ("headline", "section"):
            yield Evidence(each.role, each.text, "visible")
        elif each.role in ("time", "byline"):
            yield from _moments(each, language)


def _moments(placed: Placed, language: str | None) -> Iterator[Evidence]:
    seen = list(moments(placed.text, language.lower() if language else None))
    for moment in seen:
        where = f"visible {moment.label}" if moment.label else "visible time"
        yield Evidence(moment.label or "published", moment.value, where)
    if placed.stamp and (value := normal(placed.stamp, language)):
        label = seen[0].label if seen else label_of(placed.text)
        yield Evidence(label or "published", value, "time datetime")
