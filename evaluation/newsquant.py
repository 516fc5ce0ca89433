"""The suite ``figures``: quantities in sentences of news, in NewsQuant's form.

Almasian et al., "CQE: A Comprehensive Quantity Extractor" (EMNLP 2023). The gold gives no places: a sentence's
quantities are compared as a multiset of values, of values with bounds, and of values with units. Bounds are ``=`` ``~``
``<`` ``>``; the gold's ``up`` and ``down`` (the direction of a change) are no bounds, and count as ``=``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.corpora import digest, need
from evaluation.errors import Miss
from evaluation.readings import Reader, read_text
from evaluation.scores import Result, Score, Section, Tally, tally
from evaluation.stories.extents import unit

if TYPE_CHECKING:
    from pathlib import Path

    from hearsay.model.reading import Figure, Modifier, Reading

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
    found = []
    for at, row in enumerate(json.loads(path.read_text("utf-8"))):
        gold = tuple(_gold(one) for one in row["quantities"])
        found.append((row["text"], gold, _found(read_text(reader, f"sentence-{at}", row["text"]))))
    return Result("figures", digest([path]), (Section("NewsQuant", scores(found)),), tuple(_misses(found)))


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


def _gold(entry: dict[str, str]) -> Quantity:
    numbers = tuple(float(number) for number in _NUMBER.findall(entry["value"]))
    return Quantity(numbers, entry["change"] if entry["change"] in "~<>" else "=", _unit(entry["normalized_unit"]))


def _found(reading: Reading | None) -> tuple[Quantity, ...]:
    return tuple(_quantity(figure) for figure in reading.figures) if reading else ()


def _quantity(figure: Figure) -> Quantity:
    ends = [abs(float(end)) for end in (figure.low, figure.high) if end is not None]
    if figure.unit == "share":
        ends = [round(end * 100, 6) for end in ends]
    numbers = tuple(ends[:1] if len(set(ends)) == 1 else ends)
    return Quantity(numbers, _BOUND[figure.modifier], _unit(figure.unit))


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
