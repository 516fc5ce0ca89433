"""Times and figures of a story pack against those of a reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from hearsay.evaluation.errors import Miss
from hearsay.evaluation.folding import Folded, fold, plain
from hearsay.evaluation.matching import pairs, shared
from hearsay.evaluation.scores import Ratio, Score, Tally
from hearsay.evaluation.stories import locate
from hearsay.evaluation.stories.gold import GoldFigure, GoldReport, GoldTime
from hearsay.evaluation.stories.statements import covered
from hearsay.model.reading import Figure, Reading, Time

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hearsay.model.span import Span

G = TypeVar("G", GoldTime, GoldFigure)
F = TypeVar("F", Time, Figure)


@dataclass(frozen=True, slots=True)
class Extents(Generic[G, F]):
    """The gold and the found of one report, in place, and the pairs that overlap."""

    where: str
    text: str
    gold: tuple[G, ...]
    places: tuple[Span | None, ...]
    found: tuple[F, ...]
    pairs: tuple[tuple[int, int], ...]


def times(report: GoldReport, reading: Reading, *, everywhere: bool = False) -> Extents[GoldTime, Time]:
    """The times of a report; those outside headline and paragraphs are not judged, unless ``everywhere``."""
    judged = tuple(one for one in reading.times if everywhere or covered(reading, [one.span]))
    return _extents(report.where, reading, report.times, judged)


def figures(report: GoldReport, reading: Reading) -> Extents[GoldFigure, Figure]:
    """The figures of a report; those outside headline and paragraphs are not judged."""
    judged = tuple(one for one in reading.figures if covered(reading, [one.span]))
    return _extents(report.where, reading, report.figures, judged)


def time_scores(all_times: Sequence[Extents[GoldTime, Time]]) -> dict[str, Score]:
    """Found by overlap and by exact words; value found and right; the interval of the found."""
    rows = _found("times", all_times)
    rows["time value"] = _right(all_times, lambda gold, found: found.value == gold.value)
    for name, right in _TIME.items():
        rows[f"time {name} right"] = _ratio(all_times, right)
    return rows


def figure_scores(all_figures: Sequence[Extents[GoldFigure, Figure]]) -> dict[str, Score]:
    """Found by overlap and by exact words; value found and right; bound and unit of the found."""
    rows = _found("figures", all_figures)
    rows["figure value"] = _right(all_figures, _FIGURE["low and high"])
    for name, right in _FIGURE.items():
        rows[f"figure {name} right"] = _ratio(all_figures, right)
    return rows


def time_misses(extents: Extents[GoldTime, Time]) -> list[Miss]:
    """Times that were missed, found beyond the gold, or have another value or interval."""
    return _misses("time", extents, _TIME, lambda t: f"{t.value} {t.begin}..{t.end}")


def figure_misses(extents: Extents[GoldFigure, Figure]) -> list[Miss]:
    """Figures that were missed, found beyond the gold, or have another value, bound or unit."""
    return _misses("figure", extents, _FIGURE, lambda f: f"{f.low}..{f.high} {f.modifier} {f.unit} ({f.about})")


_TIME: dict[str, Callable[[GoldTime, Time], bool]] = {
    "value": lambda gold, found: found.value == gold.value,
    "begin": lambda gold, found: found.begin == gold.begin,
    "end": lambda gold, found: found.end == gold.end,
}
_FIGURE: dict[str, Callable[[GoldFigure, Figure], bool]] = {
    "low and high": lambda gold, found: (found.low, found.high) == (gold.low, gold.high),
    "modifier": lambda gold, found: found.modifier == gold.modifier,
    "unit": lambda gold, found: unit(found.unit) == unit(gold.unit),
    "about (a word shared)": lambda gold, found: bool(_content(found.about) & _content(gold.about)),
}


def unit(name: str | None) -> str:
    """A unit's name with case and plural folded, and the sign for percent spelt."""
    words = plain(name).replace("%", "percent").replace("per cent", "percent")
    return re.sub(r"(?<=[^s])s\b", "", re.sub(r"ies\b", "y", words))


def _content(about: str | None) -> set[str]:
    return {word for word in re.findall(r"\w+", plain(about)) if len(word) > 3}


def _extents(where: str, reading: Reading, gold: tuple[G, ...], judged: tuple[F, ...]) -> Extents[G, F]:
    text = reading.report.text
    places = locate.each(Folded.of(text), [one.text for one in gold], [one.span for one in judged])
    matched = pairs(places, judged, lambda place, one: float(shared([place], [one.span])) if place else 0.0)
    return Extents(where, text, gold, places, judged, tuple(matched))


def _found(name: str, every: Sequence[Extents[G, F]]) -> dict[str, Score]:
    def exact(e: Extents[G, F], i: int, j: int) -> bool:
        return fold(e.gold[i].text) == fold(e.found[j].span.of(e.text))

    overlap = sum((Tally(len(e.pairs), len(e.found), len(e.gold)) for e in every), Tally())
    strict = sum((Tally(sum(exact(e, i, j) for i, j in e.pairs), len(e.found), len(e.gold)) for e in every), Tally())
    return {f"{name} found": overlap, f"{name} found, exact words": strict}


def _right(every: Sequence[Extents[G, F]], right: Callable[[G, F], bool]) -> Tally:
    hits = ((sum(right(e.gold[i], e.found[j]) for i, j in e.pairs), len(e.found), len(e.gold)) for e in every)
    return sum((Tally(*counts) for counts in hits), Tally())


def _ratio(every: Sequence[Extents[G, F]], right: Callable[[G, F], bool]) -> Ratio:
    return Ratio(sum(right(e.gold[i], e.found[j]) for e in every for i, j in e.pairs), sum(len(e.pairs) for e in every))


def _misses(
    name: str, e: Extents[G, F], checks: dict[str, Callable[[G, F], bool]], show: Callable[[G | F], str]
) -> list[Miss]:
    def around(span: Span | None) -> str:
        return e.text[max(0, span.start - 60) : span.end + 60] if span else ""

    hit, used = {i for i, _ in e.pairs}, {j for _, j in e.pairs}
    entries = [
        Miss(f"{name} missed", e.where, f"{gold.text}: {show(gold)}", "", around(e.places[i]))
        for i, gold in enumerate(e.gold)
        if i not in hit
    ]
    entries += [
        Miss(f"{name} beyond the gold", e.where, "", f"{one.span.of(e.text)}: {show(one)}", around(one.span))
        for j, one in enumerate(e.found)
        if j not in used
    ]
    for i, j in e.pairs:
        gold, one = e.gold[i], e.found[j]
        ours, theirs = f"{one.span.of(e.text)}: {show(one)}", f"{gold.text}: {show(gold)}"
        wrong = [f"{name} {check}" for check, right in checks.items() if not right(gold, one)]
        entries += [Miss(kind, e.where, theirs, ours, around(one.span)) for kind in wrong]
    return entries
