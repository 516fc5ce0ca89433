"""Archives of any size, out of a few readings: the same reports about other people, places, numbers and days.

Every name and number of a reading is replaced by one of the same length, the same one all through the text, so that
every span stays where it is. Some variants are copied by other outlets, as wire copy is.
"""

from __future__ import annotations

import hashlib
import random
import re
import string
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hearsay.model.reading import Reading

_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b|\d")
_FIRST = datetime(2015, 1, 1, tzinfo=UTC)
_DAYS = 3650
COPIED = 0.3
"""How many of the reports are a copy of the one before."""


def archive(readings: Sequence[Reading], size: int, seed: int = 7) -> Iterator[tuple[Reading, bytes]]:
    """So many readings with their sources, the same ones for the same seed."""
    chance = random.Random(seed)
    last: Reading | None = None
    for number in range(size):
        if last is not None and chance.random() < COPIED:
            last = _renamed(last, number, chance)
        else:
            last = _varied(chance.choice(readings), number, chance)
        yield last, last.report.text.encode()


def _varied(reading: Reading, number: int, chance: random.Random) -> Reading:
    """The reading of a report about other people and places, of another day."""
    known: dict[str, str] = {}

    def other(word: str) -> str:
        return known.setdefault(word, _like(word, chance)) if len(word) > 1 else _like(word, chance)

    day = _FIRST + timedelta(days=chance.randrange(_DAYS), minutes=chance.randrange(1440))
    shift = day.date().isoformat()
    text = _each(reading.report.text, other)
    report = _identified(
        replace(
            reading.report,
            text=text,
            headline=_each(reading.report.headline or "", other),
            published=day.isoformat(),
            dateline=None,
            parts=tuple(replace(part, source=None) for part in reading.report.parts),
        ),
        number,
    )
    actors = tuple(replace(one, name=_each(one.name, other)) for one in reading.actors)
    times = tuple(replace(one, value=shift, begin=shift, end=shift) for one in reading.times)
    figures = tuple(
        replace(one, low=chance.randrange(9999), high=None, about=_each(one.about or "", other))
        for one in reading.figures
    )
    return replace(reading, report=report, actors=actors, times=times, figures=figures)


def _renamed(reading: Reading, number: int, chance: random.Random) -> Reading:
    """The same text on another outlet's page, some hours later."""
    published = datetime.fromisoformat(reading.report.published or "") + timedelta(minutes=chance.randrange(10, 600))
    outlet = f"Outlet {chance.randrange(500)}"
    return replace(
        reading, report=_identified(replace(reading.report, outlet=outlet, published=published.isoformat()), number)
    )


def _identified(report: Reading.report, number: int):  # type: ignore[name-defined, no-untyped-def]
    sha256 = hashlib.sha256(report.text.encode()).hexdigest()
    return replace(report, id=f"v{number:07}", uri=f"https://outlet.example/{number}", source_sha256=sha256)


def _each(text: str, other: Callable[[str], str]) -> str:
    return _NAME.sub(lambda found: other(found[0]), text)


def _like(word: str, chance: random.Random) -> str:
    if word.isdigit():
        return chance.choice(string.digits)
    return word[0].upper() + "".join(
        chance.choice("aeiou" if letter in "aeiou" else "bdfgklmnprst") for letter in word[1:]
    )
