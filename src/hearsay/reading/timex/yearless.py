"""Which year a day is of that is named without one: "since Oct. 7", "the Oct. 7 attacks", "July 30-Aug. 14, 1932"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hearsay.reading.timex import tense
from hearsay.reading.timex.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.reading.timex.meaning import Focus, Hit
    from hearsay.reading.timex.tokens import Token

_HALF_YEAR = 183


def ahead(hit: Hit) -> int | None:
    """The year of a range that only its end states: "July 30-Aug. 14, 1932"."""
    further = [word for word in hit.words[hit.last : hit.last + 5] if word.kind != "COMMA"][:4]
    kinds = [word.kind for word in further]
    if len(further) < 4 or kinds[0] not in ("HYPHEN", "TO", "UNTIL") or (kinds[1], kinds[3]) != ("MONTH", "YEAR"):
        return None
    return further[3].worth if isinstance(further[3].worth, int) else None


# How far from the report's day the nearer of two years is plain without any sign.
_NEAR = 31
# What is known by its date once it has happened: "the Oct. 7 attacks".
_HAPPENED = listed(
    "attack attacks assault massacre raid raids shooting shootings bombing bombings killing killings murder death "
    "deaths crash collapse earthquake quake explosion blast fire disaster flood floods atrocities invasion coup riot "
    "riots unrest clashes insurrection arrest incident"
)


def has_happened(words: Sequence[Token]) -> bool:
    """Whether one of the words is of something that is known by its date once it has happened."""
    return any(word.low in _HAPPENED for word in words)


def year_of(hit: Hit, month: int, day: int, focus: Focus) -> int | None:
    """The year of a day that is named without one.

    What the words say for certain ("since", a verb of the past) holds for the same day elsewhere in the report too.
    """
    if focus.anchor is None:
        return None
    way, sure = _evidence(hit)
    ranked = _ranked(focus.anchor, month, day, way)
    if not ranked:
        return focus.anchor.year
    if sure:
        ranked = [(cost, year, away) for cost, year, away in ranked if away * way >= 0] or ranked
        focus.settled.setdefault((month, day), ranked[0][1])
    _, year, away = ranked[0]
    if abs(away) <= _NEAR:
        return year
    if (month, day) not in focus.settled:
        focus.guessed[month, day] = year
    return focus.settled.get((month, day), year)


def _evidence(hit: Hit) -> tuple[int, bool]:
    """Which way a day points, and whether the words leave no doubt."""
    before, after = hit.before(), hit.after()
    if before is not None and (before.kind in ("SINCE", "AFTER") or before.low == "ended"):
        return tense.PAST, True
    if after is not None and has_happened([after]):
        return tense.PAST, True
    if before is not None and before.low == "effective":
        return tense.FUTURE, False
    return hit.direction(), False


def _ranked(anchor: date, month: int, day: int, way: int) -> list[tuple[int, int, int]]:
    """The years around the report's, the likeliest first: (cost, year, days from the report's day)."""
    ranked = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            away = (date(year, month, day) - anchor).days
        except ValueError:
            continue
        against = away * way < 0
        doubtful = away > 0 and way != tense.FUTURE
        cost = abs(away) + (
            _HALF_YEAR if against and way == tense.PAST else _HALF_YEAR // 2 if against or doubtful else 0
        )
        ranked.append((cost, year, away))
    return sorted(ranked)
