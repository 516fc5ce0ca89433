"""Which line of a page is the report's headline.

The page's metadata repeat it, with the outlet's name before or after it, and the markup sets it as a heading; either
may be missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.intake.page.furniture import LABELS, labels
from hearsay.intake.page.layout import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.intake.page.layout import Line
    from hearsay.model.report import Evidence

_WORDS = re.compile(r"\w+")
_LONGEST = 400


def find(lines: Sequence[Line], body: set[int], stated: Sequence[Evidence]) -> int | None:
    """The number of the headline's line, or ``None``. It stands above the middle of the body."""
    titles = [words(e.value) for e in stated if e.field == "headline"]
    outlets = [words(e.value) for e in stated if e.field == "outlet"]
    ordered = sorted(body)
    middle = ordered[len(ordered) // 2]
    best: tuple[float, int] | None = None
    for number in range(middle + 1):
        line = lines[number]
        if line.hidden or len(line.text) > _LONGEST or (own := words(line.text)) in outlets:
            continue
        above = number < ordered[0]
        score = _score(line, own, titles, least=0.6 if above else 0.9) or 0.1 * (above and line.block.tag in HEADINGS)
        # Of two alike the later one stands nearer to the report, unless the body has begun.
        if score > 0 and (best is None or score > best[0] or (score == best[0] and number <= ordered[0])):
            best = score, number
    return best[1] if best else None


def words(text: str) -> list[str]:
    """The words of a text in small letters, without signs."""
    return _WORDS.findall(text.lower())


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """How far a line's words are those of a stated title: 1 where the title holds them all in a row."""
    if not one or not other:
        return 0.0
    starts = range(min(12, len(other) - len(one) + 1))
    if len(one) > 3 and any(list(other[at : at + len(one)]) == list(one) for at in starts):
        return 1.0
    first, second = set(one), set(other)
    return len(first & second) / max(len(first), len(second))


def _score(line: Line, own: Sequence[str], titles: Sequence[Sequence[str]], least: float) -> float:
    like = max((alike(own, title) for title in titles), default=0.0)
    block = line.block if line.block.tag in HEADINGS else line.block.getparent()
    tag = block.tag if block is not None else ""
    score = 3 * like if like > least or (like > 0.6 and tag == "h1") else 0.0
    if tag == "h1":
        return score + 2 + bool(LABELS["headline"].search(labels(block)))
    if tag in HEADINGS:
        return score + 0.5 if score else 0.2 * (tag == "h2")
    return score + 0.4 if score and LABELS["headline"].search(labels(line.block)) else score
