"""Which lines of a page are the body of its report.

trafilatura, in its precision mode, chooses. Then, in this order: boxes inside the article that their labels give away
are taken out, and lines whose words do; what is missing of a row of paragraphs is put back, and the sub-heads between
them; quotations that a page prints a second time in large type are taken out.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from copy import copy
from typing import TYPE_CHECKING

import trafilatura
from lxml import etree

from hearsay.intake.dates.moments import moments
from hearsay.intake.page.dom import marked
from hearsay.intake.page.furniture import BOX, is_furniture, is_picture, labels
from hearsay.intake.page.layout import HEADINGS, above
from hearsay.intake.page.make import beside
from hearsay.intake.wire import byline, credit, endings, furniture

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from hearsay.intake.page.dom import Page
    from hearsay.intake.page.layout import Line, Row

VISIBLE_LIMIT = 4_000_000
"""A page with more visible characters than this is no report of news."""
MANY = 3000
"""Lines from which on trafilatura decides alone: the time of a second opinion (justext's) grows with their square."""
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"’”»)\]]*\Z")
_GAP = 6
"""Lines that may stand between two paragraphs of a row (an advertisement, a box) before it counts as ended."""
_REPEATS_LIMIT = 300_000
"""Characters of a body up to which repeated quotations are looked for: the search grows with the square of it."""
_NO_TEXT = ("svg", "select", "head", "nav", "footer", "button", "iframe", "noscript", "link", "meta", "input")
"""What trafilatura takes out itself, more slowly: its choice is the same without."""
_NOT_WORDS = re.compile(r"\W+")


logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def choose(page: Page, lines: list[Line]) -> set[int]:
    """The numbers of the lines that are body; empty where the page has no article."""
    if page.tree is None or sum(len(run.text) for run in page.runs) > VISIBLE_LIMIT:
        return set()
    kept = _kept_runs(page, fast=len(lines) > MANY)
    body = {number for number, line in enumerate(lines) if _mostly(line, kept, page)}
    boxes = _Boxes(lines, body)
    body = {number for number in body if not _is_furnished(number, lines) and not boxes.hold(lines[number])}
    body = _trimmed(lines, body)
    if body:
        body -= beside(lines, body)
        body |= _missing(lines, body, boxes)
        body -= _repeats(lines, body)
    return body


def below(body: set[int], headline: int | None) -> set[int]:
    """The body without what stands above the headline, unless that is most of it."""
    under = {number for number in body if headline is None or number > headline}
    return under if 2 * len(under) > len(body) else body


def is_prose(line: Line) -> bool:
    """Whether a line reads like a paragraph: a sentence of some length, not mostly links, that no one signs."""
    text = line.text
    if 2 * line.linked > len(text) or not (furniture.is_prose(text) or (len(text) > 100 and text.endswith(":"))):
        return False
    return not (credit.is_sign_off(text) or (len(text) < 300 and endings.is_rights(text)) or _dated(text))


def _trimmed(lines: list[Line], body: set[int]) -> set[int]:
    """The body from its first paragraph of prose to its last, with what only just fails to be one at either end.

    Where a page has no markup that tells its article from its menus, trafilatura keeps all of it.
    """
    prose = [number for number in sorted(body) if is_prose(lines[number])]
    if not prose:
        linked = sum(lines[number].linked for number in body)
        return body if 2 * linked < sum(len(lines[number].text) for number in body) else set()
    rows = Counter(lines[number].row for number in prose)
    parents = {lines[number].block.getparent() for number in prose}
    first, last = prose[0], prose[-1]

    def close(number: int) -> bool:
        line = lines[number]
        kin = rows[line.row] > 0 and line.block.getparent() in parents
        return kin and not (_dated(line.text) or _signed(line.text) or _listed(line.text))

    return {number for number in body if (first <= number <= last and not _stray(lines[number], rows)) or close(number)}


def _stray(line: Line, rows: Counter[Row]) -> bool:
    """Whether a short line among the paragraphs is of a make of its own, and neither a sentence nor a sub-head."""
    text = line.text
    if len(text) > 80 or rows[line.row] or line.block.tag != "p" or not line.block.get("class"):
        return False
    return 2 * line.bold < len(text) and _SENTENCE_END.search(text) is None


def _dated(text: str) -> bool:
    return len(text) < 160 and next(moments(text), None) is not None and not _SENTENCE_END.search(text)


def _listed(text: str) -> bool:
    return furniture.is_share(text) or furniture.is_crumb(text) or furniture.is_menu(text)


def _signed(text: str) -> bool:
    return credit.is_sign_off(text) or endings.is_end(text) or endings.is_contact(text) or byline.read(text) is not None


def _kept_runs(page: Page, *, fast: bool) -> frozenset[int]:
    """The runs of text that trafilatura keeps; ``fast`` leaves out its second opinions."""
    tree = copy(page.tree)
    etree.strip_elements(tree, *_NO_TEXT, with_tail=False)
    try:
        document = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False, fast=fast)
    except Exception:
        document = None
    body = getattr(document, "body", None)
    return frozenset(number for _, number in marked("".join(body.itertext()))) if body is not None else frozenset()


def _mostly(line: Line, kept: frozenset[int], page: Page) -> bool:
    size = sum(len(page.runs[number].text) for number in line.runs)
    return 2 * sum(len(page.runs[number].text) for number in line.runs if number in kept) > size


class _Boxes:
    """The labelled elements inside the article that hold only a small share of it: teasers, pleas, share bars.

    A label on an element that holds most of the article ("content-with-sidebar") says nothing of its lines.
    """

    def __init__(self, lines: list[Line], body: set[int]) -> None:
        self._held: Counter[HtmlElement] = Counter()
        for number in body:
            size = len(lines[number].text)
            for element in above(lines[number].block):
                self._held[element] += size
        makes: Counter[Row] = Counter()
        for number in body:
            makes[lines[number].row[:2]] += len(lines[number].text)
        self._usual = makes.most_common(1)[0][0] if makes else ()
        self._enough = 0.35 * sum(len(lines[number].text) for number in body)
        self._known: dict[HtmlElement, bool] = {}

    def hold(self, line: Line) -> bool:
        """Whether a line stands in such a box. What is made like most of the article is none of one."""
        if line.row[:2] == self._usual and any(name for _, name in self._usual):
            return False
        path = []
        for element in above(line.block):
            if element in self._known or self._held[element] > self._enough:
                break
            path.append(element)
        else:
            element = None
        inside = self._known.get(element, False) if element is not None else False
        for each in reversed(path):
            inside = inside or each.tag in ("nav", "footer", "form", "button") or bool(BOX.search(labels(each)))
            self._known[each] = inside
        return inside


def _missing(lines: list[Line], body: set[int], boxes: _Boxes) -> set[int]:
    """Lines of the same make as paragraphs of the body, among them or right after them, and sub-heads above them."""
    rows = Counter(lines[number].row for number in body)
    rows.update(lines[number].row[:2] for number in body)
    parents = {lines[number].block.getparent() for number in body}
    first, end = min(body), max(body)
    found = _above(lines, first, body, boxes)
    last = first
    for number in range(first, len(lines)):
        line = lines[number]
        if number > end and (number - last > _GAP or line.block.tag == "h1"):
            break
        if number in body:
            last = number
        elif _fits(line, rows, parents, inside=number < end) and not boxes.hold(line):
            found.add(number)
            last = number
    whole = body | found
    return found | {n for n in range(first, max(whole)) if _is_subhead(n, lines, whole) and not boxes.hold(lines[n])}


def _above(lines: list[Line], first: int, body: set[int], boxes: _Boxes) -> set[int]:
    """Prose right above the first paragraph that stands in an element of the body's, as where ``<br>`` parts both."""
    blocks = {lines[number].block for number in body if lines[number].block.tag != "p"}
    found: set[int] = set()
    for number in range(first - 1, max(-1, first - _GAP), -1):
        line = lines[number]
        if line.block.tag == "h1" or line.hidden:
            break
        if line.block in blocks and is_prose(line) and not _is_furniture(line) and not boxes.hold(line):
            found.add(number)
    return found


def _fits(line: Line, rows: Counter[Row], parents: set[HtmlElement | None], *, inside: bool) -> bool:
    text, row = line.text, line.row
    alike = rows[row] > 1 or (inside and rows[row[:2]] > 4 and any(name for _, name in row[:2]))
    if not alike or line.hidden or len(text) < 30 or line.block.tag in HEADINGS:
        return False
    # Beside the body's own element only a make that has a name and is frequent goes on: pages cut articles up.
    known = rows[row] > 4 and any(name for _, name in row[:2])
    if not (inside or known or line.block.getparent() in parents):
        return False
    # A sentence may be all but one link; a link to another story has no full stop of its own.
    if line.linked > len(text) * (0.95 if rows[row] > 4 and _SENTENCE_END.search(text) else 0.5):
        return False
    return not (_is_furniture(line) or is_picture(line) or _dated(text) or _signed(text) or _listed(text))


def _is_furnished(number: int, lines: list[Line]) -> bool:
    """Whether a line is furniture, or the links right below a line that is ("Don't miss", then other headlines)."""
    line = lines[number]
    if _is_furniture(line):
        return True
    return 2 * line.linked > len(line.text) and number > 0 and is_furniture(lines[number - 1].text)


def _is_furniture(line: Line) -> bool:
    """Whether a line says that it is furniture, or opens with a line that does ("Most read", then a list)."""
    return is_furniture(line.text) or (
        len(line.segments) > 1 and len(line.text) < 300 and is_furniture(line.segments[0].text)
    )


def _is_subhead(number: int, lines: list[Line], body: set[int]) -> bool:
    """A heading right above a paragraph of the body, with more of the body before it."""
    line = lines[number]
    if number in body or line.hidden or line.block.tag not in HEADINGS or number + 1 not in body:
        return False
    return len(line.text) < 200 and 2 * line.linked < len(line.text) and not is_furniture(line.text)


def _repeats(lines: list[Line], body: set[int]) -> set[int]:
    """Lines of six words and more that stand again inside a longer line of the body."""
    able = [number for number in sorted(body) if lines[number].block.tag != "h1"]
    plain = {number: _NOT_WORDS.sub(" ", lines[number].text.lower()).strip() for number in able}
    whole = "\n".join(plain.values())
    if len(whole) > _REPEATS_LIMIT:
        return set()
    rows = Counter(lines[number].row for number in body)
    usual = rows.most_common(1)[0][0]
    return {
        number
        for number, text in plain.items()
        if text.count(" ") > 4 and lines[number].row != usual and whole.count(text) > 1
    }
