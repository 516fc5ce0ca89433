"""Public bodies: by their names and letters, and composed of a country and a role ("Seoul's spy agency")."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hearsay.data import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.data.lexicon import Known

_FOR_THE_COUNTRY = frozenset({"NL", "PH", "AE", "US", "GB", "BS", "GM", "MV", "CF", "DO", "MH", "SB", "CD"})


@lru_cache(maxsize=1)
def _known() -> dict[str, Known]:
    return {_fold(name): body for body in lexicon.actors().known for name in (body.name, *body.also)}


@lru_cache(maxsize=1)
def _roles() -> dict[str, str]:
    return {words: role for role, entry in lexicon.actors().roles.items() for words in entry.words}


@lru_cache(maxsize=1)
def _heads() -> dict[str, str]:
    return {words: role for role, entry in lexicon.actors().roles.items() for words in entry.head}


@lru_cache(maxsize=1)
def _outlets() -> dict[str, str]:
    return {_fold(name): name for name in lexicon.actors().outlets.names}


def _fold(name: str) -> str:
    return name.lower().removeprefix("the ").replace("’", "'")


def known(text: str) -> Known | None:
    """The body of that name, letters or nickname."""
    return _known().get(_fold(text))


def outlet(text: str) -> str | None:
    """The name of the agency, paper or broadcaster that the text names."""
    return _outlets().get(_fold(text))


def role(words: Sequence[str]) -> str | None:
    """The role that the last words of a phrase name, lower case ("the foreign ministry", "top spy agency")."""
    for length in (4, 3, 2, 1):
        if len(words) >= length and (found := _roles().get(" ".join(words[-length:]))):
            return found
    return None


def role_of(name: str) -> str | None:
    """The role that a name is, word for word ("Supreme Court", "the Treasury")."""
    return _roles().get(name.lower())


def compose(kind: str, country: str) -> str:
    """The name of the body that fills a role in a country; a composed one where its own is not in the table."""
    lists = lexicon.actors()
    own = lists.bodies.get(country, {}).get(kind)
    if own is not None:
        return own
    land = lists.countries[country]
    spoken = f"the {land.name}" if country in _FOR_THE_COUNTRY else land.name
    return lists.roles[kind].name.format(country=spoken, adjective=land.adjective[0])


def headed(words: Sequence[str]) -> str | None:
    """The role of the body that a post heads ("foreign minister" → ``foreign``)."""
    for length in (3, 2):
        if len(words) >= length and (found := _heads().get(" ".join(words[-length:]))):
            return found
    return None
