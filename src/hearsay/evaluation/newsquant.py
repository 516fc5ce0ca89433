"""The suite ``figures``: quantities in sentences of news, in NewsQuant's form.

Almasian et al., "CQE: A Comprehensive Quantity Extractor" (EMNLP 2023). The gold gives no places: a sentence's
quantities are compared as a multiset of values, of values with bounds, and of values with units. Bounds are ``=`` ``~``
``<`` ``>``; the gold's ``up`` and ``down`` (the direction of a change) are no bounds, and count as ``=``.

A record keeps counted durations ("three years") among its times; they are quantities in the corpus, so they count.

The gold is never changed. The first table says our figures as they stand, the second as the corpus counts what the
record counts otherwise: "from 5 to 7 percent" is two figures in a record and one range there, "dozens" is at least 24
in a record and 12 to 120 there. What else the corpus counts, and a record does not (ages, the
"one" of "one of the best", the score of a match), stays missed in both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.evaluation.corpora import digest, need
from hearsay.evaluation.errors import Miss
from hearsay.evaluation.readings import Reader, read_text
from hearsay.evaluation.scores import Result, Score, Section, Tally, tally
from hearsay.evaluation.stories.extents import unit

if TYPE_CHECKING:
    from pathlib import Path

    from hearsay.model.reading import Figure, Modifier, Reading, Time

_BOUND: dict[Modifier, str] = {
    "exact": "=", "range": "=", "approx": "~", "at_least": ">", "more_than": ">", "at_most": "<", "less_than": "<",
}  # fmt: skip
_UNITS = {
    "usd": "dollar", "us dollar": "dollar", "eur": "euro", "gbp": "pound", "pound sterling": "pound", "jpy": "yen",
    "japanese yen": "yen", "cny": "yuan", "inr": "rupee", "indian rupee": "rupee", "krw": "won", "rub": "ruble",
    "cad": "canadian dollar", "aud": "australian dollar", "percent": "percentage", "%": "percentage",
    "share": "percentage", "-": "",
}  # fmt: skip
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as the corpus states it: its numbers (two for a range), its bound and its unit."""

    numbers: tuple[float, ...]
    bound: str
    unit: str


Found = Sequence[tuple[str, tuple[Quantity, ...], tuple[Quantity, ...]]]


def run(data: Path, reader: Reader) -> Result:
    """Scores the reader's figures, sentence by sentence."""
    path = need(data / "data" / "newsquant" / "NewsQuant-dev.json")
    rows = json.loads(path.read_text("utf-8"))
    read = [read_text(reader, f"sentence-{at}", row["text"]) for at, row in enumerate(rows)]
    gold = [tuple(map(_stated, row["quantities"])) for row in rows]
    plain, counted = (
        [(row["text"], each, says(ours)) for row, each, ours in zip(rows, gold, read, strict=True)]
        for says in (_found, _counted)
    )
    tables = (Section("NewsQuant", scores(plain)), Section("NewsQuant, as the corpus counts", scores(counted)))
    return Result("figures", digest([path]), tables, tuple(_misses(counted)))


def scores(found: Found) -> dict[str, Score]:
    """F1 of values, of values with bounds and of values with units."""
    return {
        name: sum((tally(map(part, ours), map(part, gold)) for _, gold, ours in found), Tally())
        for name, part in _PARTS.items()
    }


_PARTS: dict[str, Callable[[Quantity], object]] = {
    "value": lambda one: one.numbers,
    "value and bound": lambda one: (one.numbers, one.bound),
    "value and unit": lambda one: (one.numbers, one.unit),
}


def _stated(entry: dict[str, str]) -> Quantity:
    """A quantity of the corpus as it stands there."""
    numbers = tuple(_rounded(float(number)) for number in _NUMBER.findall(entry["value"]))
    bound = entry["change"] if entry["change"] in "~<>" else "="
    return Quantity(numbers, bound, _unit(entry["normalized_unit"]))


def _found(reading: Reading | None) -> tuple[Quantity, ...]:
    if reading is None:
        return ()
    return (*(_quantity(figure) for figure in reading.figures), *_lengths(reading))


def _lengths(reading: Reading) -> Iterator[Quantity]:
    text = reading.report.text
    return (each for time in reading.times if _COUNTED.search(time.span.of(text)) for each in _duration(time))


def _counted(reading: Reading | None) -> tuple[Quantity, ...]:
    """The quantities of a reading as the corpus counts them."""
    if reading is None:
        return ()
    text, out = reading.report.text, list[Quantity]()
    before: Figure | None = None
    for figure in reading.figures:
        one = _quantity(figure)
        if before is not None and _is_change(text, before, figure):
            out[-1] = Quantity((*out[-1].numbers, *one.numbers), "=", one.unit)
            before = None
            continue
        if _COUNTER.match(figure.span.of(text)) and one.bound == ">":
            one = Quantity((one.numbers[0] / 2, one.numbers[0] * 5), "=", one.unit)
        out.append(one)
        before = figure if len(one.numbers) == 1 else None
    return (*out, *_lengths(reading))


_COUNTER = re.compile(r"(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+\Z", re.IGNORECASE)
_TO = re.compile(r"(?:(?!\bfrom\b)\D){0,60}?\bto\s+", re.IGNORECASE)


def _is_change(text: str, one: Figure, other: Figure) -> bool:
    """Whether two figures are the ends of "from … to …"."""
    start = one.span.start
    return bool(_FROM.search(text[max(0, start - 9) : start]) and _TO.fullmatch(text, one.span.end, other.span.start))


# A length that is counted, and not one that stands for a kind ("a five-year award") or for no number ("a week").
_COUNTED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred))\b(?!-)",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"PT?(\d+(?:\.\d+)?)([A-Z]+)")
_SPANS = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second", "DE": "decade",
}  # fmt: skip
_MODS = {"APPROX": "~", "MORE_THAN": ">", "EQUAL_OR_MORE": ">", "LESS_THAN": "<", "EQUAL_OR_LESS": "<"}


def _duration(time: Time) -> Iterator[Quantity]:
    found = _LENGTH.fullmatch(time.value) if time.type == "DURATION" else None
    if found is not None:
        unit_ = ("T" if time.value.startswith("PT") else "") + found.group(2)
        yield Quantity((float(found.group(1)),), _MODS.get(time.mod or "", "="), _SPANS.get(unit_, ""))


def _quantity(figure: Figure) -> Quantity:
    ends = [abs(float(end)) for end in (figure.low, figure.high) if end is not None]
    numbers = tuple(ends[:1] if len(set(ends)) == 1 else ends)
    return Quantity(tuple(map(_rounded, numbers)), _BOUND[figure.modifier], _unit(figure.unit))


def _rounded(number: float) -> float:
    """A third is 0.3333 in one and 0.333333 in the other."""
    return round(number, 4) if number < 1 else float(f"{number:.10g}")


def _unit(name: str | None) -> str:
    folded = unit(name)
    return _UNITS.get(folded, folded)


def _misses(found: Found) -> list[Miss]:
    def shown(quantities: Sequence[Quantity]) -> str:
        return "; ".join(f"{one.bound}{'-'.join(f'{n:g}' for n in one.numbers)} {one.unit}" for one in quantities)

    entries = []
    for text, gold, ours in found:
        values = {name: tally(map(part, ours), map(part, gold)) for name, part in _PARTS.items()}
        right, lost, spare = values["value"].right, len(gold), len(ours)
        if right < lost or right < spare:
            kind = "beyond the gold" if right == lost else "missed" if right == spare else "another"
            entries.append(Miss(f"value: {kind}", "", shown(gold), shown(ours), text))
        wrong = [name for name in ("value and bound", "value and unit") if values[name].right < right]
        entries += [Miss(name, "", shown(gold), shown(ours), text) for name in wrong]
    return entries
