"""The figures of a report: quantities with their bounds, unit, what is counted and who says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from hearsay.model.reading import Attribution, Figure, Modifier, Time
from hearsay.model.span import Span
from hearsay.reading.quantity import bounds, lexicon, units, values
from hearsay.reading.timex import tokens
from hearsay.reading.timex.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.model.report import PartKind, Report
    from hearsay.reading.quantity.values import Amount
    from hearsay.reading.timex.tokens import Token

_PARTS: tuple[PartKind, ...] = ("headline", "paragraph", "caption")


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
    unit: str | None = None
    at = 0
    while at < len(words):
        word = words[at]
        if word.kind not in _OPENING and word.low not in values.OPENERS:
            at += 1
            continue
        amount = values.read(words, at)
        if amount is None or _excluded(text, words, amount, taken):
            at = amount.last if amount and amount.unit is None and amount.last > at else at + 1
            continue
        figure, at = _figure(text, region, words, amount, unit, contents)
        if figure.unit not in (None, "percent", "share", "times", *lexicon.SYMBOLS.values()):
            unit = figure.unit
        yield figure


def _figure(
    text: str, region: Span, words: Sequence[Token], amount: Amount, inherited: str | None, contents: Sequence[Content]
) -> tuple[Figure, int]:
    modifier, start, end = _modified(text, region, words, amount)
    unit, last = _unit(words, amount, end)
    if last > amount.last:
        end = max(end, words[last - 1].end)
    named = unit.name if unit and unit.name else amount.unit or inherited
    name = "magnitude" if _MAGNITUDE.search(text[max(region.start, start - 25) : start]) else named
    low, high = bounds.limits(amount.low, amount.high, modifier)
    span = Span(start, end)
    about = _about(text, region, words, amount, end)
    return Figure(span, low, high, modifier, name, about, _innermost(contents, span)), max(last, amount.last)


def _modified(text: str, region: Span, words: Sequence[Token], amount: Amount) -> tuple[Modifier, int, int]:
    """The modifier of an amount, and its extent with the modifier's words. A range or a counter keeps its own."""
    start, end = words[amount.first].start, words[amount.last - 1].end
    modifier: Modifier = amount.modifier or ("at_least" if amount.counter else "exact")
    left, right = bounds.before(text, start), bounds.after(text, end)
    if left is not None and left[1] >= region.start:
        start = left[1]
        if amount.modifier is None and not (amount.counter and left[0] == "approx"):
            modifier = left[0]
    if right is not None and right[1] <= region.end and amount.modifier is None:
        modifier, end = right
    return modifier, bounds.total(text, start), end


def _unit(words: Sequence[Token], amount: Amount, end: int) -> tuple[units.Unit | None, int]:
    at = amount.last
    while at < len(words) and words[at].start < end:
        at += 1
    if amount.counter and at < len(words) and words[at].kind == "OF":
        at += 1
    if amount.unit in ("share", "times") or (amount.unit and amount.unit.isupper()):
        return None, amount.last
    unit = units.read(words, at, one=amount.low == 1 and words[amount.first].low == "one")
    if unit is None and amount.counter and at > amount.last:
        at = amount.last
    return unit, unit.last if unit else amount.last


def _innermost(contents: Sequence[Content], span: Span) -> str | None:
    """The attribution with the shortest content piece around a figure."""
    around = [
        (len(piece), id_) for piece, id_ in contents if piece.overlaps(span) and piece.start <= span.end - 1 < piece.end
    ]
    return min(around)[1] if around else None


def _excluded(text: str, words: Sequence[Token], amount: Amount, taken: _Taken) -> bool:
    """Whether the number is none of a quantity: a time, an age, a name's number, a score, a pronoun."""
    first, last = words[amount.first], words[amount.last - 1]
    if taken.covers(first.start, last.end):
        return True
    if amount.unit is not None or amount.counter:
        return False
    return (
        _is_name(text, words, amount)
        or _is_age(words, amount)
        or _is_pronoun(words, amount)
        or _is_loose(words, amount)
    )


def _is_name(text: str, words: Sequence[Token], amount: Amount) -> bool:
    """Numbers that are names: "Article 4", "737 MAX 9", "F-16", "Covid-19", "#5", "1-800-…"."""
    first = words[amount.first]
    before = words[amount.first - 1] if amount.first else None
    after = words[amount.last] if amount.last < len(words) else None
    measured = after is not None and (after.low in lexicon.PERCENT or after.low in lexicon.MEASURES)
    if before is not None and before.low in lexicon.NUMBERED and before.kind == "OTHER" and not measured:
        return True
    if before is not None and before.kind == "CAP" and first.capital:
        return True
    written = text[first.start].isdigit()
    glued = before is not None and before.end == first.start
    signed = (
        glued
        and amount.first > 0
        and before is not None
        and before.low in ("+", "-", "−")
        and not text[before.start - 1].isalnum()
    )
    if before is not None and glued and not signed and before.low in ("-", "–", "#", "+", "/", ":", ".", "@", "_", "&"):
        return True
    if first.start and text[first.start - 1].isalnum():
        return True
    if (
        after is not None
        and after.start == words[amount.last - 1].end
        and after.kind in ("CAP", "OTHER")
        and written
        and (after.low not in lexicon.MEASURES | lexicon.PERCENT and after.low not in lexicon.CURRENCIES)
    ):
        return True
    if after is not None and after.low in ("/", ":", "-") and after.start == words[amount.last - 1].end:
        further = words[amount.last + 1] if amount.last + 1 < len(words) else None
        if further is not None and (after.low != "-" or isinstance(further.worth, int | float)):
            return True
    if _is_number(before) or _is_number(after):
        return True
    if signed and not (after is not None and after.low in lexicon.PERCENT):
        return True
    if before is None or not written:
        return False
    if before.low in lexicon.NUMBERED or (
        before.low == "." and amount.first > 1 and words[amount.first - 2].low in ("no", "nos")
    ):
        return True
    if before.kind != "CAP" or "," in first.low or amount.low >= 10_000 or amount.last > amount.first + 1:
        return False
    opens = amount.first < 2 or words[amount.first - 2].kind == "STOP"
    counted = after is not None and (
        after.low in lexicon.PERCENT or after.low in lexicon.MEASURES or after.low in lexicon.IRREGULAR
    )
    return not counted and not opens


def _is_number(word: Token | None) -> bool:
    return word is not None and word.kind in ("NUM", "DAYNUM", "YEAR") and word.low[0].isdigit()


def _is_age(words: Sequence[Token], amount: Amount) -> bool:
    """Such as "Kim, 35, said", a number between commas after a name, and "18-year-old"."""
    first, last = amount.first, amount.last
    if any(word.kind == "OLD" for word in words[last + 1 : last + 4]) and words[last].kind in (
        "HYPHEN",
        "UNIT",
        "UNITS",
    ):
        return True
    if last >= len(words) or first < 2 or not isinstance(amount.low, int) or not 0 < amount.low < 110:
        return False
    between = (words[first - 1].kind == "COMMA" and words[last].kind in ("COMMA", "STOP")) or (
        words[first - 1].low == "(" and words[last].low == ")"
    )
    return between and words[first - 2].kind == "CAP" and amount.high == amount.low


_NOT_ONE = listed("no this that which the each every any some another first last next only")
_ONE_STOP = listed("another day side thing way hand time point such")


def _is_pronoun(words: Sequence[Token], amount: Amount) -> bool:
    """Such as "one" without its noun, and "the two"."""
    first = words[amount.first]
    before = words[amount.first - 1].low if amount.first else ""
    after = words[amount.last] if amount.last < len(words) else None
    if first.low == "one" and amount.last == amount.first + 1 and amount.low == 1:
        ahead = [word.low for word in words[amount.last : amount.last + 14]]
        if any(pair in (("the", "other"), ("and", "another")) for pair in pairwise(ahead)):
            return True
        noun = after is not None and after.kind in ("OTHER", "CAP") and after.low not in lexicon.STOPPERS
        return not noun or before in _NOT_ONE or (after is not None and after.low in _ONE_STOP)
    again = before in ("the", "these", "those", "other", "his", "her", "their", "all") and not first.low[0].isdigit()
    ranked = before in ("top", "bottom", "last", "first", "final") and units.read(words, amount.last) is None
    return (again and amount.low <= 10) or ranked or (after is not None and after.kind == "TIMES")


def _is_loose(words: Sequence[Token], amount: Amount) -> bool:
    """Four bare digits that may be a year, and list numbers at the start of a line."""
    first = words[amount.first]
    after = words[amount.last] if amount.last < len(words) else None
    if first.kind == "YEAR" and amount.last == amount.first + 1:
        return units.read(words, amount.last) is None or (after is not None and after.kind == "CAP")
    before = words[amount.first - 1].low if amount.first else ""
    return after is not None and after.low in (".", ")") and (amount.first == 0 or (before == "(" and after.low == ")"))


_MAGNITUDE = re.compile(r"\bmagnitude (?:of |at |as |was |to )*\Z", re.IGNORECASE)
_ABOUT_STOP = re.compile(r"[.,;:!?()\"“”—–\n]|\s-\s|\s(?:said|says|told|according)\b")
_ABOUT_WORDS = 9


def _about(text: str, region: Span, words: Sequence[Token], amount: Amount, end: int) -> str | None:
    """What is counted, in the words that follow the number up to the next break; before it where none follow."""
    limit = min(region.end, end + 90)
    start = words[amount.last - 1].end
    following = text[start:limit]
    stop = _ABOUT_STOP.search(following, max(0, end - start))
    chosen = following[: stop.start()] if stop else following.rpartition(" ")[0] or following
    phrase = " ".join(chosen.split()[:_ABOUT_WORDS]).strip(" -'’%")
    if phrase:
        return phrase
    begin = max(region.start, words[amount.first].start - 70)
    leading = _ABOUT_STOP.split(text[begin : words[amount.first].start])[-1].split()
    return " ".join(leading[-_ABOUT_WORDS + 2 :]) or None
