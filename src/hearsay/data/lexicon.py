"""The shipped lexicons as typed records, each read once.

The files are built from ``resources/`` by ``tools/build_data.py``; sources and licences stand at the head of each
list there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TypeVar

import msgspec

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166 code, common name, capitals, adjectives ("South Korean") and other writings."""

    code: str
    name: str
    capital: tuple[str, ...]
    adjective: tuple[str, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of public body: what copy calls it, how it is named by default, and the post that heads it."""

    words: tuple[str, ...]
    name: str
    head: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A body with its other names. ``type`` is ``government`` where the name stands for one."""

    name: str
    also: tuple[str, ...] = ()
    country: str | None = None
    type: str = "organisation"


@dataclass(frozen=True, slots=True)
class Outlets:
    """Names of outlets, words that end one, and common nouns for one."""

    names: frozenset[str]
    words: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Given:
    """Given names by pronoun, and the family names that stand first in East Asian names."""

    male: frozenset[str]
    female: frozenset[str]
    either: frozenset[str]
    family_first: frozenset[str]


@dataclass(frozen=True, slots=True)
class People:
    """Nouns for people; see ``resources/people.yml``."""

    honorifics: dict[str, tuple[str, ...]]
    mouthpieces: frozenset[str]
    leaders: frozenset[str]
    posts: frozenset[str]
    groups: frozenset[str]
    unnamed_marks: frozenset[str]
    unnamed_heads: frozenset[str]
    official_voices: frozenset[str]


@dataclass(frozen=True, slots=True)
class Things:
    """Nouns for bodies and documents; see ``resources/things.yml``."""

    bodies: dict[str, frozenset[str]]
    signs: dict[str, frozenset[str]]
    body_words: frozenset[str]
    body_heads: frozenset[str]
    documents: frozenset[str]
    own_voice: frozenset[str]
    itself: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actors:
    """Everything that is known beforehand about who can speak in a report."""

    countries: dict[str, Country]
    roles: dict[str, Role]
    bodies: dict[str, dict[str, str]]
    known: tuple[Known, ...]
    outlets: Outlets
    given: Given
    grammar: dict[str, frozenset[str]]
    people: People
    things: Things


def load(name: str, shape: type[T]) -> T:
    """The lexicon ``name`` as a record of type ``shape``.

    Raises:
        FileNotFoundError: if no such lexicon is shipped.
        msgspec.ValidationError: if the file does not fit the shape.
    """
    return msgspec.json.decode(resources.files(__package__).joinpath(f"{name}.json").read_bytes(), type=shape)


@lru_cache(maxsize=1)
def actors() -> Actors:
    """The lexicon of actors."""
    return load("actors", Actors)


def words(name: str) -> frozenset[str]:
    """One of the lists of function words, lower case; see ``resources/grammar.yml``.

    Raises:
        KeyError: if there is no such list.
    """
    return actors().grammar[name]
