"""The office-holders that are known, found by name; see ``resources/officeholders.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from hearsay.data import lexicon
from hearsay.reading.actor.identity.forms import fold, initials, short


class Term(NamedTuple):
    """One term of office: ``begin`` and ``end`` are days, ISO 8601; ``place`` is a state or the whole country."""

    office: str
    place: str
    begin: str
    end: str


@dataclass(frozen=True, slots=True)
class Holder:
    """One who holds or held an office in the United States, under the name that news copy uses.

    ``shared`` tells that others are known by the same name; ``middle`` are the middle names.
    """

    name: str
    id: str
    terms: tuple[Term, ...]
    also: tuple[str, ...] = ()
    middle: str = ""
    shared: bool = False

    @property
    def first_day(self) -> str:
        """The first day of the first term."""
        return min(term.begin for term in self.terms)

    def holds(self, day: str) -> Term | None:
        """The term that a day lies in."""
        return next((term for term in self.terms if term.begin <= day < term.end), None)


@dataclass(frozen=True, slots=True)
class Office:
    """An office: how it is named in full, and the nouns of a role that agree with it.

    ``words`` name the office or its holders; ``also`` are other posts that they are called by.
    """

    name: str
    words: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lists:
    """Everything in the lexicon.

    ``listed``: country → folded name → first month in office, and perhaps an id.
    """

    countries: dict[str, str]
    bodies: dict[str, str]
    outlets: dict[str, str]
    offices: dict[str, Office]
    people: tuple[Holder, ...]
    listed: dict[str, dict[str, str]]
    public: frozenset[str]
    world: frozenset[str]
    anglophone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Listed:
    """One who came into the government of a country in the month ``since`` (YYYY-MM)."""

    country: str
    since: str
    id: str | None


@lru_cache(maxsize=1)
def lists() -> Lists:
    """The lexicon, read when it is first asked for."""
    return lexicon.load("officeholders", Lists)


def named(folded: str) -> tuple[Holder, ...]:
    """The American office-holders of a folded full name; its initials must be those of the middle names."""
    letters = initials(folded)
    found = _by_form().get(short(folded), ())
    return tuple(one for one in found if not letters or not one.middle or _letters(one.middle).startswith(letters))


def surnamed(word: str) -> tuple[Holder, ...]:
    """The presidents and vice presidents of a folded surname."""
    return tuple(one for one in lists().people if _presided(one) and fold(one.name).split()[-1] == word)


def listed(folded: str) -> tuple[Listed, ...]:
    """Those of a folded full name who came into a government, one for each country."""
    known = _countries()
    name = folded if folded in known else short(folded)
    return tuple(_listed(code, lists().listed[code][name]) for code in known.get(name, ()))


def _listed(country: str, row: str) -> Listed:
    since, _, known = row.partition(" ")
    return Listed(country, since, known or None)


@lru_cache(maxsize=1)
def _countries() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, names in lists().listed.items():
        for name in names:
            found[name] = (*found.get(name, ()), code)
    return found


def _presided(one: Holder) -> bool:
    return any(term.place == "US" for term in one.terms)


def _letters(middle: str) -> str:
    return "".join(word[0] for word in fold(middle).split())


@lru_cache(maxsize=1)
def _by_form() -> dict[str, tuple[Holder, ...]]:
    found: dict[str, tuple[Holder, ...]] = {}
    for one in lists().people:
        for form in {short(fold(name)) for name in (one.name, *one.also)}:
            found[form] = (*found.get(form, ()), one)
    return found
