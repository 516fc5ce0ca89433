"""The suite ``figures``: quantities in sentences of news, in NewsQuant's form.

Almasian et al., "CQE: A Comprehensive Quantity Extractor" (EMNLP 2023). The gold gives no places: a sentence's
quantities are compared as a multiset of values, of values with bounds, and of values with units. Bounds are ``=`` ``~``
``<`` ``>``; the gold's ``up`` and ``down`` (the direction of a change) are no bounds, and count as ``=``.

A record keeps counted durations ("three years") among its times; they are quantities in the corpus, so they count. The
first table compares with the gold as it stands, and can be set beside published figures. The second brings the gold to
the record's conventions, where the two differ: a change ("from 5 to 7 percent") is one range there and two figures
here; "dozens" is 12 to 120 there and at least 24 here; an age and the "one" of "one of the best" are quantities there
and no figures here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
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
    read = [_found(read_text(reader, f"sentence-{at}", row["text"])) for at, row in enumerate(rows)]
    plain = [(row["text"], tuple(map(_stated, row["quantities"])), ours) for row, ours in zip(rows, read, strict=True)]
    kept = [(row["text"], _kept(row["quantities"], row["text"]), ours) for row, ours in zip(rows, read, strict=True)]
    tables = (
        Section("NewsQuant", scores(plain)),
        Section("NewsQuant, in the record's conventions", scores(kept)),
    )
    return Result("figures", digest([path]), tables, tuple(_misses(kept)))


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


def _kept(entries: Sequence[dict[str, str]], text: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence as a record would keep them."""
    stated = (_stated(entry) for entry in entries if "of age" not in entry["normalized_unit"])
    return tuple(each for one in stated for each in _as_kept(one, text))


def _as_kept(one: Quantity, text: str) -> Iterator[Quantity]:
    numbers = one.numbers
    if numbers == (1,) and _ONE_OF.search(text):
        return
    if len(numbers) == 2 and numbers[1] == 10 * numbers[0] and _COUNTER.search(text):
        yield replace(one, numbers=(2 * numbers[0],), bound=">")
    elif len(numbers) == 2 and (numbers[1] < numbers[0] or _is_change(numbers[0], text)):
        yield from (replace(one, numbers=(number,)) for number in numbers)
    else:
        yield one


_COUNTER = re.compile(r"\b(?:dozens|scores|tens|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
_ONE_OF = re.compile(r"\b(?:one of|at one point)\b", re.IGNORECASE)
_CHANGE = re.compile(
    r"(?<!range )(?<!ranges )(?<!ranged )(?<!ranging )\bfrom\s+(?:about |around |just )?[^\d\s]{0,3}"
    r"(\d[\d,]*(?:\.\d+)?)\b(?:(?!from|\d).){0,60}?\bto\b",
    re.IGNORECASE,
)


def _is_change(first: float, text: str) -> bool:
    """Whether a range's lower end stands after "from", with "to" behind it."""
    ends = (float(found.group(1).replace(",", "")) for found in _CHANGE.finditer(text))
    return any(first == end * scale for end in ends for scale in (1, 1e3, 1e6, 1e9))


def _found(reading: Reading | None) -> tuple[Quantity, ...]:
    if reading is None:
        return ()
    text = reading.report.text
    lengths = (each for time in reading.times if _COUNTED.search(time.span.of(text)) for each in _duration(time))
    return (*(_quantity(figure) for figure in reading.figures), *lengths)


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
