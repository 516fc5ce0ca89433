"""The figures of a report: quantities with their bounds, unit, what is counted and who says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.model.reading import Attribution, Figure, Modifier, Time
from hearsay.model.span import Span
from hearsay.reading.quantity import about, bounds, lexicon, names, units, values
from hearsay.reading.quantity.currencies import KNOWN
from hearsay.reading.timex import tense, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.model.report import PartKind, Report
    from hearsay.reading.quantity.scale import Amount
    from hearsay.reading.timex.tokens import Token

_PARTS: tuple[PartKind, ...] = ("headline", "paragraph", "caption")
# Between two figures of one thing: "from R11bn to R5.5bn", "$106, against $267".
_SAME = re.compile(
    r"(?: (?:in|for|by) [A-Z][a-z]+\.?)?,?\s*(?:to|or|against|(?:up|down)? ?from|compared with|and)?\s*\(?"
)
# Counters too large to go on counting what the figure before them counts.
_VAST = frozenset(("millions", "billions", "trillions"))
_MAGNITUDE = re.compile(r"\bmagnitude (?:of |at |as |was |to )*\Z", re.IGNORECASE)


def find(report: Report, times: Sequence[Time], attributions: Sequence[Attribution]) -> tuple[Figure, ...]:
    """The figures of headline, paragraphs and captions, in text order.

    What stands inside one of ``times`` is no figure. A bare number takes the unit of the figure before it in the same
    paragraph ("some 10,000 troops …, including around 3,000").
    """
    taken = _Taken(times)
    contents = [(piece, each.id) for each in attributions for piece in each.content]
    sources = [piece for each in attributions for piece in each.source]
    found: list[Figure] = []
    for region in report.spans(*_PARTS):
        found.extend(_region(report.text, region, taken, contents))
    return tuple(each for each in found if not _counts_sources(each, sources))


def _counts_sources(figure: Figure, sources: Sequence[Span]) -> bool:
    """Whether a figure only says how many speak: "two people familiar with the matter"."""
    return (figure.low or 99) <= 12 and any(piece.covers(figure.span) for piece in sources)


class _Taken:
    """The places that temporal expressions cover."""

    def __init__(self, times: Sequence[Time]) -> None:
        self._spans = sorted(each.span for each in times)
        self._starts = [span.start for span in self._spans]

    def covers(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, start)
        before = at > 0 and self._spans[at - 1].end > start
        return before or (at < len(self._spans) and self._spans[at].start < end)


Content = tuple[Span, str]
_OPENING = frozenset({"NUM", "DAYNUM", "YEAR", "AN", "HALF", "FEW", "BETWEEN", "NO"})


def _region(text: str, region: Span, taken: _Taken, contents: Sequence[Content]) -> Iterator[Figure]:
    words = tokens.read(text, region.start, region.end).words
    openings = [at for at, word in enumerate(words) if word.kind in _OPENING or word.low in values.OPENERS]
    unit: str | None = None
    last: Figure | None = None
    done = 0
    for at in openings:
        amount = values.read(words, at) if at >= done else None
        if amount is None:
            continue
        if _is_none(text, words, amount, taken):
            done = amount.last if amount.unit in (None, "share", "times") else done
            continue
        figure, done = _figure(text, region, words, amount, unit, contents)
        if figure.unit not in (None, "percent", "share", "times") and not figure.unit.isupper():
            unit = figure.unit
        last = figure if last is None else _after(text, last, figure)
        yield last


def _after(text: str, last: Figure, figure: Figure) -> Figure:
    """A figure with what it has from the one before it: the bound of what it converts, what both are about."""
    if _is_conversion(text, last, figure):
        low, high = bounds.limits(figure.low or 0, figure.high, last.modifier)
        said = figure.about if last.unit in lexicon.MEASURE_UNITS else last.about
        return replace(figure, low=low, high=high, modifier=last.modifier, about=said)
    if figure.about is None and _SAME.fullmatch(text, last.span.end, figure.span.start):
        return replace(figure, about=last.about)
    return figure


def _figure(
    text: str, region: Span, words: Sequence[Token], amount: Amount, inherited: str | None, contents: Sequence[Content]
) -> tuple[Figure, int]:
    modifier, start, end = _modified(text, region, words, amount)
    beyond = _past(words, amount.last, end)
    unit, last = _unit(words, amount, beyond)
    if last > amount.last:
        end = max(end, words[last - 1].end)
    first = _first(words, amount, start)
    stated = unit.name if unit and unit.name else amount.unit
    name = stated or _unstated(words, first, amount.last, inherited)
    if _MAGNITUDE.search(text[max(region.start, start - 25) : start]):
        name = "magnitude"
    low, high = bounds.limits(*_signed(words, amount), modifier)
    span = Span(start, end)
    counted = unit is not None and unit.counts
    said = about.phrase(text, words, first, beyond, max(last, beyond), counted=counted)
    return Figure(span, low, high, modifier, units.kind(name), said, _innermost(contents, span)), max(last, amount.last)


_BRACKET = re.compile(r"\s*[(/]\s*")


def _is_conversion(text: str, one: Figure, other: Figure) -> bool:
    """Whether a figure says the one before it in another unit, and with its bound: "over 7.5m crowns ($1.1m)"."""
    if one.modifier == "range" or other.modifier != "exact" or one.unit == other.unit:
        return False
    pair = (one.unit or "", other.unit or "")
    alike = all(unit.isupper() or unit in KNOWN.shared for unit in pair) or all(
        unit in lexicon.MEASURE_UNITS for unit in pair
    )
    return alike and _BRACKET.fullmatch(text, one.span.end, other.span.start) is not None


def _first(words: Sequence[Token], amount: Amount, start: int) -> int:
    """The first word of a figure with its modifier."""
    first = amount.first
    while first > 0 and words[first - 1].start >= start:
        first -= 1
    return first


def _past(words: Sequence[Token], at: int, end: int) -> int:
    """The first word that begins after a figure's extent."""
    while at < len(words) and words[at].start < end:
        at += 1
    return at


def _unstated(words: Sequence[Token], first: int, last: int, inherited: str | None) -> str | None:
    """The unit of a bare number: people, in a clause of dead or hurt; else that of the figure before it."""
    if words[first].low in _VAST or words[last - 1].low in _VAST:
        return None
    near = (*words[max(0, first - 8) : first], *words[last : last + 4])
    if any(word.low in lexicon.OF_PEOPLE for word in near) or _is_toll(words, first):
        return "people"
    after = words[last] if last < len(words) else None
    if after is None or after.kind not in ("OTHER", "CAP") or after.low in lexicon.STOPPERS:
        return inherited
    return inherited if after.low.endswith("ed") or after.low in tense.PAST_FORMS else None


_SENTENCE = 24


def _is_toll(words: Sequence[Token], first: int) -> bool:
    """Whether the number is what a toll came to: "the toll from the fire that swept two buildings rose to 10"."""
    for place in range(first - 1, max(-1, first - _SENTENCE), -1):
        if words[place].kind == "STOP":
            return False
        if words[place].low in ("toll", "tolls"):
            return words[first - 1].kind in ("TO", "AT")
    return False


def _signed(words: Sequence[Token], amount: Amount) -> tuple[float, float | None]:
    """The ends of an amount, below zero after "minus"."""
    if _minus(words, amount) == amount.first:
        return amount.low, amount.high
    return -amount.low, None if amount.high is None else -amount.high


def _minus(words: Sequence[Token], amount: Amount) -> int:
    """The place of "minus" before an amount, or where the amount begins."""
    at = amount.first - 1
    at -= at > 0 and words[at].kind == "HYPHEN"
    return at if at >= 0 and words[at].low == "minus" else amount.first


def _modified(text: str, region: Span, words: Sequence[Token], amount: Amount) -> tuple[Modifier, int, int]:
    """The modifier of an amount, and its extent with the modifier's words. A range or a counter keeps its own."""
    start, end = words[_minus(words, amount)].start, words[amount.last - 1].end
    modifier: Modifier = amount.modifier or ("at_least" if amount.counter else "exact")
    left, right = bounds.before(text, start), bounds.after(text, end)
    if left is not None and left[1] >= region.start:
        start = left[1]
        if amount.modifier is None and not (amount.counter and left[0] == "approx"):
            modifier = left[0]
    if right is not None and right[1] <= region.end and amount.modifier is None:
        modifier, end = right
    return modifier, bounds.total(text, start), end


def _unit(words: Sequence[Token], amount: Amount, at: int) -> tuple[units.Unit | None, int]:
    if amount.counter and at < len(words) and words[at].kind == "OF":
        at += 1
    if amount.unit in ("share", "times") or (amount.unit and amount.unit.isupper()):
        return None, amount.last
    unit = units.read(words, at, one=amount.low == 1 and words[amount.first].low in ("one", "1"))
    if unit is None and amount.counter and at > amount.last:
        at = amount.last
    return unit, unit.last if unit else amount.last


def _innermost(contents: Sequence[Content], span: Span) -> str | None:
    """The attribution with the shortest content piece around a figure."""
    around = [
        (len(piece), id_) for piece, id_ in contents if piece.overlaps(span) and piece.start <= span.end - 1 < piece.end
    ]
    return min(around)[1] if around else None


def _is_none(text: str, words: Sequence[Token], amount: Amount, taken: _Taken) -> bool:
    """Whether the number is none of a quantity: a time, a name, an age."""
    if taken.covers(words[amount.first].start, words[amount.last - 1].end):
        return True
    if amount.unit in ("share", "times"):
        return names.is_idiom(words, amount)
    return amount.unit is None and not amount.counter and names.is_none(text, words, amount)
