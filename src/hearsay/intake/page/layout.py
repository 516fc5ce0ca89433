"""A page's tree to lines: what a reader sees as one block, in reading order, before anything is chosen.

Block elements begin a line, as in the HTML standard's rendering section (15.3), and so does a doubled ``<br>``. A
single ``<br>`` and a ``<time>`` divide a line into segments: inside an article they are a space and nothing, in a
page's head they part a byline from its date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from hearsay.intake.page.dom import DEEPEST, Run, marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from hearsay.intake.page.dom import Page

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = HEADINGS | frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "noscript", "ol",
    "optgroup", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot",
    "th", "thead", "tr", "ul", "video", "audio", "object",
))  # fmt: skip
UNSEEN = frozenset((
    "head", "script", "style", "template", "title", "meta", "link", "svg", "math", "select", "option", "textarea",
    "datalist",
))  # fmt: skip
IMAGES = frozenset(("img", "picture", "amp-img", "video", "iframe", "image"))
_FOLD = re.compile(r"[\s\u200b\ufeff\u2060\u00ad]+")
_SEAM = re.compile(r"[^\W\d_A-Z][A-ZÀ-Þ@]|[.!?…’”)\]][^\W\d_]|[A-Z]@")
SEAM_WORDS = 40
"""Characters on either side by which a seam is found again in folded text."""
_INLINE = frozenset(("span", "cite", "small", "em", "i", "b"))
_CREDIT = re.compile("credit|copyright|photographer|source", re.IGNORECASE)
_SPACES = re.compile(r"\s")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANK = Run(0, 0, " ")
_FLOATING = re.compile(
    r"\b(?:rollover|tooltip|popover|hover-?card|sr-only|visually-?hidden|screen-reader-text)\b", re.IGNORECASE
)


Row = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a line between single line breaks: its characters and their place in the decoded source."""

    text: str
    start: int
    end: int
    element: HtmlElement
    glued: bool = False
    """Whether it goes on without a space from the segment before it."""
    seams: tuple[int, ...] = ()
    """Where in ``text`` two elements meet without a space and their words look like two ("Ann LeeThe Paper")."""

    @property
    def apart(self) -> str:
        """The text with a space at its seams: styles set such words apart, as in bylines and captions."""
        cuts = (0, *self.seams, len(self.text))
        return " ".join(self.text[begin:end] for begin, end in pairwise(cuts))


@dataclass(slots=True, eq=False)
class Line:
    """What a reader sees as one block.

    Attributes:
        runs: the runs of text in it, by number.
        block: the nearest block element.
        linked: how many of its characters stand in links; ``bold``: in bold or heading type.
        hidden: whether the page hides any of it.
        pictured: whether an image stands between it and the line before.
        text: the characters of the whole line, white space folded.
    """

    block: HtmlElement
    runs: list[int] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    hidden: bool = False
    pictured: bool = False
    text: str = ""
    _row: Row = ()

    @property
    def row(self) -> Row:
        """What the line is made of: the tags and classes of its block and of two elements around it."""
        if not self._row:
            self._row = tuple((each.tag, each.get("class", "")) for each in above(self.block, 3))
        return self._row

    @property
    def apart(self) -> str:
        """The characters of the whole line, with a space where words of two elements touch."""
        return " ".join(segment.apart for segment in self.segments)

    @property
    def start(self) -> int:
        """Where the line starts in the decoded source."""
        return min(s.start for s in self.segments)

    @property
    def end(self) -> int:
        """Where the line ends in the decoded source."""
        return max(s.end for s in self.segments)


def above(element: HtmlElement, levels: int = DEEPEST) -> Iterator[HtmlElement]:
    """An element and those around it, below the page's body."""
    here: HtmlElement | None = element
    for _ in range(levels):
        if here is None or here.tag in ("body", "html"):
            return
        yield here
        here = here.getparent()


def lines(page: Page) -> list[Line]:
    """The lines of a page in reading order. Linear, and not recursive."""
    if page.tree is None:
        return []
    return _Layout(page).lines


class _Layout:
    """One walk over the tree."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lines: list[Line] = []
        self._pending: list[tuple[Run, HtmlElement]] = []
        self._line: Line | None = None
        self._breaks = 0
        self._glued = False
        self._image = False
        assert page.tree is not None
        self._walk(page.tree)
        self._end_line()

    def _walk(self, root: HtmlElement) -> None:
        # An element, whether it is being left, its nearest block, and the state around it: 1 link, 2 bold, 4 hidden,
        # 8 a card that floats over the words it hangs on.
        stack: list[tuple[HtmlElement, bool, HtmlElement, int]] = [(root, False, root, 0)]
        while stack:
            element, leaving, block, state = stack.pop()
            tag = element.tag
            if leaving:
                self._leave(element, tag, block, state)
            elif not isinstance(tag, str) or tag in UNSEEN:
                self._text(element.tail, element.getparent(), block, state) if element is not root else None
            else:
                inner, inner_block = self._enter(element, tag, block, state)
                self._text(element.text, element, inner_block, inner)
                if len(element):
                    stack.append((element, True, block, state))
                    stack += [(child, False, inner_block, inner) for child in reversed(element)]
                else:
                    self._leave(element, tag, block, state)

    def _enter(self, element: HtmlElement, tag: str, block: HtmlElement, state: int) -> tuple[int, HtmlElement]:
        if tag == "br":
            self._break()
        elif tag in IMAGES:
            self._image = True
        elif tag in BLOCKS or "-" in tag:
            self._end_line()
            block = element
        elif _is_apart(element, tag):
            self._end_segment(glue=True)
        if tag == "a":
            state |= 1
        elif tag in ("b", "strong") or tag in HEADINGS:
            state |= 2
        elif tag == "span" and _floats(element):
            state |= 8
        style = element.get("style")
        if element.get("hidden") is not None or (style and _HIDING.search(style)):
            state |= 4
        return state, block

    def _leave(self, element: HtmlElement, tag: str, block: HtmlElement, state: int) -> None:
        if tag in BLOCKS or "-" in tag:
            self._end_line()
        elif _is_apart(element, tag):
            self._end_segment(glue=True)
        if element.tail and (around := element.getparent()) is not None:
            self._text(element.tail, around, block, state)

    def _text(self, text: str | None, element: HtmlElement, block: HtmlElement, state: int) -> None:
        if not text:
            return
        if text.isspace():
            self._blank(element, text)
            return
        for place, number in marked(text):
            if number < len(self.page.runs) and not state & 8:
                self._blank(element, text[place - 1 : place])
                self._add(number, element, block, state)

    def _blank(self, element: HtmlElement, between: str) -> None:
        """White space that belongs to no run, between two tags or comments, parts words all the same."""
        if between.isspace() and self._pending:
            self._pending.append((_BLANK, element))

    def _add(self, number: int, element: HtmlElement, block: HtmlElement, state: int) -> None:
        if self._breaks > 1:
            self._end_line()
        elif self._breaks == 1:
            self._end_segment(glue=False)
        self._breaks = 0
        if self._line is None:
            self._line = Line(block, pictured=self._image)
            self._image = False
        run = self.page.runs[number]
        size = len(run.text.strip())
        self._line.runs.append(number)
        self._line.linked += size * (state & 1)
        self._line.bold += size * (state >> 1 & 1)
        self._line.hidden = self._line.hidden or bool(state & 4)
        self._pending.append((run, element))

    def _break(self) -> None:
        self._breaks += 1

    def _end_segment(self, *, glue: bool) -> None:
        if self._line is not None and self._pending:
            joined = "".join(run.text for run, _ in self._pending)
            text = _FOLD.sub(_fold, joined).strip()
            if text:
                glued = self._glued and not joined[:1].isspace()
                self._line.segments.append(_segment(text, self._pending, glued))
                glue = glue and not joined[-1:].isspace()
            self._glued = glue
        self._pending = []

    def _end_line(self) -> None:
        self._end_segment(glue=False)
        if self._line is not None and self._line.segments:
            first, *others = self._line.segments
            self._line.text = first.text + "".join(("" if s.glued else " ") + s.text for s in others)
            self.lines.append(self._line)
        self._line, self._breaks, self._glued = None, 0, False


def _floats(element: HtmlElement) -> bool:
    """Whether an element is a card that floats over the words it hangs on, and not the frame of both."""
    if not _FLOATING.search(element.get("class", "")):
        return False
    return not any(_FLOATING.search(child.get("class", "")) for child in element)


def _is_apart(element: HtmlElement, tag: str) -> bool:
    """Whether an inline element is a segment of its own: a time, or the credit within a caption."""
    if tag == "time":
        return True
    return tag in _INLINE and _CREDIT.search(element.get("class", "")) is not None


def _segment(text: str, pending: list[tuple[Run, HtmlElement]], glued: bool) -> Segment:
    shown = [(run, element) for run, element in pending if run.end > run.start]
    first, last = shown[0][0], shown[-1][0]
    return Segment(text, first.start, last.end, shown[0][1], glued, tuple(_seams(text, pending)))


def _seams(text: str, pending: list[tuple[Run, HtmlElement]]) -> Iterator[int]:
    """The places of a segment's folded text at which two elements meet as words that only styles set apart."""
    at = 0
    for (run, element), (following, other) in pairwise(pending):
        if element is other or not (run.text and following.text) or not _SEAM.match(run.text[-1] + following.text[0]):
            continue
        tail, head = (_FOLD.sub(_fold, run.text).strip()[-SEAM_WORDS:], _FOLD.sub(_fold, following.text)[:SEAM_WORDS])
        found = text.find(tail + head.rstrip(), at)
        if found >= 0:
            at = found + len(tail)
            yield at


def _fold(found: re.Match[str]) -> str:
    """One space for white space; nothing for a run of characters that only say where a word may break."""
    return " " if _SPACES.search(found[0]) else ""
