"""Quotations in a text: where quoted words begin and end, and which of them go on from the paragraph before.

One pass from left to right over the quotation marks of each region (a headline, a paragraph). Marks of several houses
are known: ``“ ”``, ``" "``, ``‘ ’``, ``' '``, ``« »``, ``„ “``, ``「 」``, ``『 』``, and the doubled single marks of
wire copy (two grave accents or apostrophes before, two apostrophes behind). A single mark may be an
apostrophe, so it opens a quotation only at the beginning of a word and where a partner can close it. By the old rule of
printers a quotation that runs over paragraphs opens anew in each and closes in the last one alone; such a piece has
``closed`` false, and its successor ``continues``. A mark that nobody closed ends with its region.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MARK = re.compile(r"[\"“”„‟«»‹›‘’‚'「」『』]")
_CLOSED_BY = {
    '"': '"”', "“": '”"', "„": "“”\"", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹",
    "‘": "’'", "'": "'’", "‚": "‘’", "「": "」", "『": "』",
}  # fmt: skip
_SINGLE = frozenset("‘’'‚")
_ALWAYS_OPEN = frozenset("“„‟「『")
_BEFORE_OPEN = frozenset("([{—–-/:…")
# Elisions that begin with an apostrophe ('em, 'til, '90s): never the beginning of a quotation.
_ELISION = re.compile(r"['’‘](?:\d0s|\d\d\b|em\b|til\b|cause\b|twas\b|tis\b|n['’]?\b|round\b)", re.IGNORECASE)
# Doubled single marks as one mark and a joiner, which is neither blank nor letter: no offset moves.
_DOUBLED = re.compile(r"``|(?<![^\s(\[—–-])''(?=\w)")
_FAR = 600  # a single quotation that has not ended after so many characters was an apostrophe
_CERTAIN_END = frozenset(",.;:!?…—")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words. ``span`` holds the marks; ``depth`` is 0 for a quotation that lies in no other.

    ``closed``: its closing mark was found. ``continues``: the quotation before it was left open at the end of its
    paragraph and this one opens the next paragraph, so that both are one speech.
    """

    span: Span
    depth: int = 0
    closed: bool = True
    continues: bool = False

    @property
    def inner(self) -> Span:
        """The words without their marks."""
        return Span(self.span.start + 1, self.span.end - self.closed)


def find(text: str, regions: Sequence[Span]) -> tuple[Quotation, ...]:
    """Every quotation inside the regions, in text order, an outer one before those inside it."""
    found: list[Quotation] = []
    open_before = False
    if _DOUBLED.search(text):
        text = _DOUBLED.sub("“\u2060", text).replace("''", "\u2060”")
    for region in regions:
        pieces = _nested(_region(text, region))
        if pieces and open_before and pieces[0].span.start == _first_word(text, region):
            first = pieces[0]
            pieces[0] = Quotation(first.span, first.depth, first.closed, continues=True)
        if pieces or text[region.start : region.end].strip():
            open_before = any(not q.closed and q.depth == 0 and q.span.end == region.end for q in pieces)
        found += pieces
    return tuple(found)


def outermost(quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Those that lie in no other."""
    return tuple(q for q in quotations if q.depth == 0)


def near(quotations: Sequence[Quotation], span: Span, slack: int = 0) -> Sequence[Quotation]:
    """Those of some outermost quotations, in text order, that touch a span or stand within ``slack`` of it."""
    first = bisect_left(quotations, span.start - slack, key=lambda q: q.span.end)
    return quotations[first : bisect_right(quotations, span.end + slack, key=lambda q: q.span.start)]


def _nested(pieces: Iterable[Quotation]) -> list[Quotation]:
    """In text order, each with its depth."""
    out: list[Quotation] = []
    around: list[int] = []
    for piece in sorted(pieces, key=lambda q: (q.span.start, -q.span.end)):
        while around and around[-1] <= piece.span.start:
            around.pop()
        out.append(Quotation(piece.span, len(around), piece.closed))
        around.append(piece.span.end)
    return out


def _region(text: str, region: Span) -> Iterator[Quotation]:
    """The quotations of one region, an inner one before its outer one; depths are still 0."""
    marks = [m.start() for m in _MARK.finditer(text, region.start, region.end)]
    closers = [at for at in marks if text[at] in "'’‘" and _may_end(text, region, at)]
    certain = [at for at in closers if _surely_ends(text, region, at)]
    opened: list[int] = []
    for at in marks:
        if opened and _closes(text, region, opened[-1], at, certain):
            yield Quotation(Span(opened.pop(), at + 1))
        elif len(opened) > 1 and text[at] not in _SINGLE and _closes(text, region, opened[-2], at, certain):
            opened.pop()  # an inner mark that nobody closed was no quotation
            yield Quotation(Span(opened.pop(), at + 1))
        elif _opens(text, region, at, closers):
            if opened and text[at] not in _SINGLE and text[opened[-1]] == text[at]:
                yield Quotation(Span(opened.pop(), _visible_end(text, at)), closed=False)
            if len(opened) < 3:
                opened.append(at)
    if opened and text[opened[0]] not in _SINGLE:
        yield Quotation(Span(opened[0], _visible_end(text, region.end)), closed=False)


def _opens(text: str, region: Span, at: int, closers: Sequence[int]) -> bool:
    mark = text[at]
    if mark not in _CLOSED_BY or at + 1 >= region.end or text[at + 1].isspace():
        return False
    if mark in _ALWAYS_OPEN:
        return True
    before = text[at - 1] if at > region.start else " "
    free = before.isspace() or before in _BEFORE_OPEN or bool(_MARK.match(before))
    if mark in _SINGLE:
        later = bisect_left(closers, at + 2)
        return free and later < len(closers) and not _ELISION.match(text, at)
    return free or mark in "«‹" or not (before.isalnum() or before in ".,;:!?)")


def _closes(text: str, region: Span, opener: int, at: int, certain: Sequence[int]) -> bool:
    if text[at] not in _CLOSED_BY[text[opener]] or at == opener + 1:
        return False
    if text[at] not in _SINGLE:
        spaced = text[at - 1].isspace()
        word_next = at + 1 < region.end and text[at + 1].isalnum()
        return not (text[at] == '"' and spaced and word_next)
    if not _may_end(text, region, at):
        return False
    if _plural_possessive(text, region, at):
        # "two countries' alliance": the quotation goes on when a mark that surely ends one stands later.
        later = bisect_left(certain, at + 1)
        far = later == len(certain) or certain[later] - at > _FAR
        return far or _reopens(text, at + 1, certain[later])
    return True


def _reopens(text: str, start: int, stop: int) -> bool:
    """Whether another single quotation opens between two places."""
    return re.search(r"[\s(]['‘]\w", text[start:stop]) is not None


def _may_end(text: str, region: Span, at: int) -> bool:
    after = text[at + 1] if at + 1 < region.end else " "
    return at > region.start and not text[at - 1].isspace() and not after.isalnum()


def _surely_ends(text: str, region: Span, at: int) -> bool:
    after = text[at + 1] if at + 1 < region.end else "."
    return text[at - 1] in _CERTAIN_END or after in _CERTAIN_END or after in '"”'


def _plural_possessive(text: str, region: Span, at: int) -> bool:
    return text[at - 1] in "sS" and text[at + 1 : at + 2].isspace() and at + 2 < region.end and text[at + 2].isalpha()


def _first_word(text: str, region: Span) -> int:
    """Where the region's first visible character stands."""
    return region.start + len(text[region.start : region.end]) - len(text[region.start : region.end].lstrip())


def _visible_end(text: str, end: int) -> int:
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end
