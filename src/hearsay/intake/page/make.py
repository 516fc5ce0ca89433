"""What the paragraphs of a page are made of, and which lines beside them are of another report.

A content system writes every paragraph of an article in the same tags and classes, and the lists of other reports
around it in others.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hearsay.intake.page.furniture import is_furniture
from hearsay.intake.page.layout import HEADINGS, above

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

    from hearsay.intake.page.layout import Line, Row

MOST = 0.75
"""The share of a body that its article's element holds."""


def usual_make(lines: Sequence[Line], body: Iterable[int]) -> Row:
    """The make of most of the body: the tag and class of its blocks and, where they have none, of what holds them."""
    makes: Counter[Row] = Counter()
    for number in body:
        makes[_make(lines[number])] += len(lines[number].text)
    return makes.most_common(1)[0][0]


def is_made(line: Line, make: Row) -> bool:
    """Whether a line is of that make."""
    return _make(line) == make


def beside(lines: Sequence[Line], body: set[int]) -> set[int]:
    """The lines of a body that belong to lists of other reports, before or after its article."""
    usual = usual_make(lines, body)
    first, last = _extent(lines, body, usual)
    outside = {n for n in body if not first <= n <= last and not is_made(lines[n], usual)}
    return outside | _under_heading(lines, body, usual)


def _extent(lines: Sequence[Line], body: set[int], usual: Row) -> tuple[int, int]:
    """The first and last line of the body in the smallest element that holds most of it."""
    held: Counter[HtmlElement] = Counter()
    for number in body:
        held.update(dict.fromkeys(above(lines[number].block), len(lines[number].text)))
    most = MOST * sum(len(lines[number].text) for number in body)
    own = [n for n in sorted(body) if is_made(lines[n], usual)]
    holder = next((each for each in above(lines[own[len(own) // 2]].block) if held[each] >= most), None)
    inside = [n for n in body if holder is None or holder in above(lines[n].block)]
    return min(inside), max(inside)


def _under_heading(lines: Sequence[Line], body: set[int], usual: Row) -> set[int]:
    """Lines below a heading that is furniture ("More from us") with no paragraph of the article after it."""
    last = max(n for n in body if lines[n].row[:1] == usual[:1])
    headings = (n for n in range(last, len(lines)) if lines[n].block.tag in HEADINGS and is_furniture(lines[n].text))
    heading = next(headings, len(lines))
    return {n for n in body if n > heading}


def _make(line: Line) -> Row:
    return line.row[: 1 if line.row and line.row[0][1] else 2]
