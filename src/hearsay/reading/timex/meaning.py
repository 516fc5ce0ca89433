"""What a temporal expression means, and what it is read against."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hearsay.reading.timex import days, tense

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hearsay.model.reading import Bound, TimeType
    from hearsay.reading.timex.tokens import Token


@dataclass(frozen=True, slots=True)
class Meaning:
    """TIMEX3 type, value and mod; the days covered where known; whether the story moves to that day."""

    type: TimeType
    value: str
    mod: str | None = None
    covered: tuple[date | None, date | None] = (None, None)
    moves: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression as TimeML marks it (``start``, ``end``), its meaning, and the bound that a preposition sets.

    ``lead`` and ``tail`` are where the wider extent, with the preposition, begins and ends.
    """

    start: int
    end: int
    meaning: Meaning
    bound: Bound | None = None
    lead: int = 0
    tail: int = 0


_SAME_STORY = 7


@dataclass(slots=True)
class Focus:
    """Where the story stands in time while a report is read from its start to its end.

    ``anchor`` is the report's own date. ``day`` is the last day named, from which "a day earlier" and "that evening"
    count; ``period`` the first quarter named, which the report is about and from which "a year earlier" counts, and
    ``longer`` whether six or nine months were named since: then it is the year before. ``settled`` holds the years of
    days (month, day) that the report names with their year, or with words that leave no doubt of it; ``guessed`` those
    that were taken before the report had settled them; ``ahead`` the weekdays of the days to come.
    """

    anchor: date | None
    day: date | None = None
    period: str | None = None
    period_begin: date | None = None
    longer: bool = False
    settled: dict[tuple[int, int], int] = field(default_factory=dict)
    ahead: set[int] = field(default_factory=set)
    guessed: dict[tuple[int, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.day = self.anchor

    def near_day(self) -> date | None:
        """The day that an hour belongs to: the last one named, unless that is far from the report's own."""
        if self.day is None or self.anchor is None or abs((self.day - self.anchor).days) > _SAME_STORY:
            return self.anchor
        return self.day

    def _is_recent(self, day: date) -> bool:
        return self.anchor is None or abs(day.year - self.anchor.year) <= 1

    def mistaken(self) -> bool:
        """Whether a day was given a year that the report settled otherwise further down."""
        return any(self.settled.get(day, year) != year for day, year in self.guessed.items())

    def move(self, meaning: Meaning) -> None:
        """Follow an expression: later relative ones are read from its day."""
        first = meaning.covered[0]
        if first is not None and meaning.type != "DURATION":
            self.period_begin = first
        if meaning.value in ("P9M", "P6M"):
            self.longer = True
        if meaning.moves and "-Q" in meaning.value:
            self.longer = False
            if self.period is None and first is not None and self._is_recent(first):
                self.period = meaning.value
        elif meaning.moves and first is not None:
            self.day = first


_CLOCK = frozenset({"AM", "ZONE", "CLOCK", "DAYNUM", "NOON", "MIDNIGHT", "TIME", "ON"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern's match: its words by group name, with the words around them."""

    words: Sequence[Token]
    first: int
    last: int
    groups: dict[str, tuple[int, int]] = field(default_factory=dict)

    def token(self, name: str) -> Token | None:
        """The first word of a group, or ``None`` where the group is not there."""
        at = self.groups.get(name)
        return self.words[at[0]] if at else None

    def low(self, name: str) -> str:
        """The first word of a group in small letters; empty where it is not there."""
        token = self.token(name)
        return token.low if token else ""

    def kind(self, name: str) -> str:
        """The class of the first word of a group; empty where it is not there."""
        token = self.token(name)
        return token.kind if token else ""

    def number(self, name: str) -> int | None:
        """What the first word of a group is worth, where that is a whole number."""
        token = self.token(name)
        return token.worth if token and isinstance(token.worth, int) else None

    def code(self, name: str) -> str:
        """What the first word of a group is worth, where that is a code ("W", "MO", "SU")."""
        token = self.token(name)
        return token.worth if token and isinstance(token.worth, str) else ""

    def before(self, back: int = 1) -> Token | None:
        """The word before the match, or one further back."""
        return self.words[self.first - back] if self.first >= back else None

    def after(self) -> Token | None:
        """The word after the match."""
        return self.words[self.last] if self.last < len(self.words) else None

    def direction(self) -> int:
        """Which way the expression points: by its preposition, else by the tense of its clause."""
        lead, after = self._lead(), self.after()
        kind, low = (lead.kind, lead.low) if lead is not None else ("", "")
        possessive = after is not None and after.kind == "POSS"
        if low == "through" or (kind == "FOR" and not possessive):
            return tense.period(self.words, self.first, self.last)
        if kind == "SINCE":
            return tense.PAST
        onward = kind == "FROM" and after is not None and after.low in ("on", "onward", "onwards")
        if kind in ("BY", "UNTIL") or onward:
            return tense.limit(self.words, self.first, self.last)
        return tense.PAST if possessive else tense.direction(self.words, self.first, self.last)

    def _lead(self) -> Token | None:
        """The preposition before the expression, over a clock time: "until 9 a.m. on Monday"."""
        back = 1
        while (word := self.before(back)) is not None and word.kind in _CLOCK:
            back += 1
        return word


def dated(value: str, mod: str | None = None, *, moves: bool = False, type: TimeType = "DATE") -> Meaning:  # noqa: A002
    """A meaning whose days follow from its value."""
    return Meaning(type, value, mod, days.covered(value) or (None, None), moves)


def on(day: date | None, unknown: str, suffix: str = "", mod: str | None = None) -> Meaning:
    """A day, or a part of it (``suffix`` "TMO"); ``unknown`` is its value where the report states no date."""
    if day is None:
        return Meaning("TIME" if suffix else "DATE", unknown + suffix, mod)
    return Meaning("TIME" if suffix else "DATE", day.isoformat() + suffix, mod, (day, day), moves=True)
