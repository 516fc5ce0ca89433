"""The temporal expressions of a report, with their values and the days that they cover."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hearsay.model.reading import Bound, Time
from hearsay.model.span import Span
from hearsay.reading.timex import grammar, tokens
from hearsay.reading.timex.meaning import Focus, Meaning, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hearsay.model.report import PartKind, Report
    from hearsay.reading.timex.tokens import Token, Tokens

_PARTS: tuple[PartKind, ...] = ("headline", "paragraph", "caption")
_BOUNDS: dict[str, Bound] = {
    "BY": "by", "UNTIL": "until", "SINCE": "since", "FROM": "from", "BETWEEN": "from", "BEFORE": "before",
    "AFTER": "after",
}  # fmt: skip
# TimeML's annotators keep "nearly" and "almost", which say more, and leave these out.
_APPROXIMATE = frozenset({"about", "around", "roughly", "some", "approximately"})
_FIRST_YEAR, _LAST_YEAR = 1500, 2500
# Bounds whose preposition belongs to the extent.
_KEPT = frozenset({"BY", "UNTIL", "SINCE", "FROM", "BETWEEN"})


def anchor(report: Report) -> date | None:
    """The day that a report speaks from: its dateline's, else that of its publication or change, as stated there."""
    stated = (report.dateline.date if report.dateline else None, report.published, report.modified)
    for each in stated:
        day = _day(each[:10]) if each else None
        if day is not None:
            return day
    return None


def _day(stated: str) -> date | None:
    """A stated day, unless it is malformed or no newspaper can be of that year."""
    try:
        day = date.fromisoformat(stated)
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def find(report: Report) -> tuple[Time, ...]:
    """The temporal expressions of headline, paragraphs and captions, in text order.

    An extent keeps "by", "until", "since", "from" and "between" (see docs/decisions/0005). Where the report states no
    date, relative expressions have values such as ``XXXX-WXX-4`` and no days.
    """
    focus = Focus(anchor(report))
    spans = report.spans(*_PARTS)
    found = [mention for span in spans for mention in mentions(report.text, span, focus)]
    if focus.mistaken():
        again = Focus(focus.anchor, settled=focus.settled)
        found = [mention for span in spans for mention in mentions(report.text, span, again)]
    return tuple(_time(mention) for mention in found)


def mentions(text: str, region: Span, focus: Focus) -> tuple[Mention, ...]:
    """The expressions of one region with both extents: TimeML's, and the wider one with its preposition."""
    read = tokens.read(text, region.start, region.end)
    return tuple(_ranges(text, _bounded(read, focus, _merged(read, grammar.search(read, focus)))))


def _time(mention: Mention) -> Time:
    begin, end = mention.meaning.covered
    if begin is not None and end is not None and begin > end:
        end = None
    return Time(
        Span(mention.lead, mention.tail),
        mention.meaning.type,
        mention.meaning.value,
        mention.meaning.mod,
        begin.isoformat() if begin else None,
        end.isoformat() if end else None,
        mention.bound,
    )


def _merged(read: Tokens, matches: Iterator[grammar.Match]) -> Iterator[grammar.Match]:
    """Join a time to the day beside it: "5 p.m. on Friday", "Friday at noon", "the morning of April 12"."""
    held: grammar.Match | None = None
    for match in matches:
        joined = _join(read, held, match) if held else None
        if joined is not None:
            held = joined
            continue
        if held is not None:
            yield held
        held = match
    if held is not None:
        yield held


def _join(read: Tokens, one: grammar.Match, two: grammar.Match) -> grammar.Match | None:
    between = [word.kind for word in read.words[one.last : two.first]]
    if between == ["OF"] and two.meaning.type == "DATE" and _is_day(two.meaning) and _is_part(one.meaning):
        value = f"{two.meaning.value}T{one.meaning.value.partition('T')[2]}"
        meaning = Meaning("TIME", value, one.meaning.mod, two.meaning.covered, moves=True)
        return grammar.Match(one.first, two.last, meaning)
    clock, day = (one, two) if _is_clock(one.meaning) else (two, one)
    if not _is_clock(clock.meaning) or _is_clock(day.meaning) or not _is_day(day.meaning):
        return None
    if between not in ([], ["ON"], ["COMMA"], ["COMMA", "ON"], ["AT"], ["COMMA", "AT"]):
        return None
    moment = clock.meaning.value.partition("T")[2]
    value = f"{day.meaning.value[:10]}T{moment}"
    meaning = Meaning("TIME", value, clock.meaning.mod, day.meaning.covered, moves=True)
    return grammar.Match(one.first, two.last, meaning)


def _is_clock(meaning: Meaning) -> bool:
    return meaning.type == "TIME" and meaning.value.partition("T")[2][:1].isdigit()


def _is_part(meaning: Meaning) -> bool:
    return meaning.type == "TIME" and meaning.value.partition("T")[2].isalpha()


def _is_day(meaning: Meaning) -> bool:
    return meaning.type in ("DATE", "TIME") and len(meaning.value.partition("T")[0]) >= 10


def _bounded(read: Tokens, focus: Focus, matches: Iterator[grammar.Match]) -> Iterator[Mention]:
    for match in matches:
        yield _mention(read.words, match, focus)


def _mention(words: Sequence[Token], match: grammar.Match, focus: Focus) -> Mention:
    first, last = words[match.first], words[match.last - 1]
    before = words[match.first - 1] if match.first else None
    bound = _BOUNDS.get(before.kind) if before and match.meaning.type in ("DATE", "TIME") else None
    if before is not None and before.kind == "THAN" and match.first > 1 and words[match.first - 2].kind == "LATER":
        bound = "by"
    lead = match.first
    if any(word.kind in ("TO", "AND") for word in words[match.first : match.last]):
        # A range within one expression ("early- to mid-October") is closed by itself: "from" adds nothing to it.
        bound = None if bound == "from" else bound
        before = before if before is not None and before.kind != "FROM" else None
    if before is not None and (before.kind in _KEPT or _leans(words, match)) and (bound or before.kind not in _BOUNDS):
        lead -= 1
    meaning = _bound_days(match.meaning, bound, focus)
    tail = match.last
    if match.meaning.type == "DURATION" and tail < len(words) and words[tail].kind in ("AFTER", "BEFORE"):
        tail += 1
    bare = words[match.first + 1].start if first.low in _APPROXIMATE and match.last - match.first > 1 else first.start
    return Mention(bare, last.end, meaning, bound, words[lead].start, words[tail - 1].end)


def _leans(words: Sequence[Token], match: grammar.Match) -> bool:
    """Whether the preposition belongs to a fixed wording: "in the morning", "at dawn", "within 30 days"."""
    before, first, last = words[match.first - 1], words[match.first], words[match.last - 1]
    if before.kind == "WITHIN":
        return True
    if before.kind == "IN" and first.kind == "THE":
        return last.kind in ("PARTDAY", "NIGHT") or (
            match.meaning.type == "DURATION" and words[match.first + 1].kind == "NEXT"
        )
    short = match.last - match.first <= 2
    return before.kind == "AT" and short and last.kind in ("PARTDAY", "NIGHT", "WEEKEND")


def _bound_days(meaning: Meaning, bound: Bound | None, focus: Focus) -> Meaning:
    """The days that are left by a bound: "by" and "until" end on the last day, "since" runs to the report's day."""
    first, last = meaning.covered
    if bound in ("by", "until", "before"):
        return replace(meaning, covered=(None, last))
    if bound == "since":
        return replace(meaning, covered=(first, focus.anchor))
    if bound == "from":
        return replace(meaning, covered=(first, None))
    if bound == "after":
        return replace(meaning, covered=(first, None))
    return meaning


_RANGE = re.compile(r"\s*(?:and|to|until|till|through|-|–)\s*")


def _opens_range(text: str, one: Mention, two: Mention) -> bool:
    """Whether two times are the ends of a range: after "from", or with "through" between ("2012 through 2015")."""
    joint = _RANGE.fullmatch(text, one.tail, two.start)
    if joint is None:
        return False
    through = one.bound is None and one.meaning.type == "DATE" and joint.group().strip() == "through"
    return one.bound == "from" or through


def _ranges(text: str, found: Iterable[Mention]) -> list[Mention]:
    """Join the ends of a range: in "from Monday to Friday" both times cover all of it."""
    out: list[Mention] = []
    for mention in found:
        before = out[-1] if out else None
        if before is not None and _opens_range(text, before, mention):
            whole = (before.meaning.covered[0], mention.meaning.covered[1])
            out[-1] = replace(before, meaning=replace(before.meaning, covered=whole))
            mention = replace(mention, bound="until", meaning=replace(mention.meaning, covered=whole))
        out.append(mention)
    return out
