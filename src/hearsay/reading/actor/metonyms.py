"""Places and adjectives that stand for a country: Pyongyang, "the North", Russian.

A capital stands for its country's government where it speaks. "The North" needs such a country in the report, and
Washington may be a man or a state; the reader of names decides those before asking here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from hearsay.data import lexicon

# Nouns for a country's people that differ from its adjective. Source: compiled by the project. Licence: CC0 1.0.
_PEOPLE = {
    "argentine": "AR",
    "briton": "GB",
    "croat": "HR",
    "dane": "DK",
    "dutchman": "NL",
    "englishman": "GB",
    "finn": "FI",
    "frenchman": "FR",
    "frenchwoman": "FR",
    "irishman": "IE",
    "pole": "PL",
    "scot": "GB",
    "serb": "RS",
    "spaniard": "ES",
    "swede": "SE",
    "turk": "TR",
    "welshman": "GB",
}


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {name.lower(): c.code for c in lexicon.actors().countries.values() for name in (c.name, *c.also)}


@lru_cache(maxsize=1)
def _capitals() -> dict[str, str]:
    return {name.lower(): c.code for c in lexicon.actors().countries.values() for name in c.capital}


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    return {name.lower(): c.code for c in lexicon.actors().countries.values() for name in c.adjective}


@lru_cache(maxsize=1)
def _all() -> dict[str, str]:
    return {**_adjectives(), **_capitals(), **_names()}


def country(text: str) -> str | None:
    """The code of the country that a name, a capital or an adjective stands for."""
    return _all().get(text.lower())


def named(text: str) -> str | None:
    """The code of the country of that name or other writing ("Britain", "U.S.")."""
    return _names().get(text.lower())


def capital(text: str) -> str | None:
    """The code of the country of that capital."""
    return _capitals().get(text.lower())


def adjective(text: str) -> str | None:
    """The code of the country of that adjective ("South Korean")."""
    return _adjectives().get(text.lower())


def people(text: str) -> str | None:
    """The code of the country whose people a noun means ("the Serb", "an American")."""
    word = text.lower()
    return (
        _PEOPLE.get(word) or _PEOPLE.get(word.removesuffix("s")) or adjective(text) or adjective(text.removesuffix("s"))
    )


def meant(code: str, text: str) -> bool:
    """Whether a report's text speaks of the country by a name that a state of another country bears too."""
    return code != "GE" or not _georgia().isdisjoint(re.findall(r"\w+", text.lower()))


@lru_cache(maxsize=1)
def _georgia() -> frozenset[str]:
    return lexicon.words("georgia")


def half(text: str) -> str | None:
    """The code of the country that "the North" or "the South" stands for, if the report names that country."""
    return _names().get(f"the {text.lower()}")


def name(code: str) -> str:
    """The canonical name of a country.

    Raises:
        KeyError: if the code is not a country's.
    """
    return lexicon.actors().countries[code].name
