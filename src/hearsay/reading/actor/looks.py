"""What a name is by its own words and those beside it: a person, a body, an outlet, a region, a party's people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import firstnames, metonyms

if TYPE_CHECKING:
    from hearsay.reading.actor.beside import Beside
    from hearsay.reading.actor.entity import Entity
    from hearsay.reading.actor.names import Name
    from hearsay.reading.actor.words import Words

_PARTS = lexicon.words("compass")
_AREAS = lexicon.words("regions") | lexicon.words("areas") | {"georgia"}


def bodily(name: Name) -> bool:
    """Whether a word of the name says that it is a body's, or that it is no plain name."""
    words = lexicon.actors().things.body_words
    return any(word in words or word.isupper() or not word.replace("-", "").isalpha() for word in name.words)


def body_named(entity: Entity) -> bool:
    """Whether a word of an entity's name says that it is a body's."""
    return any(word in lexicon.actors().things.body_words for word in entity.name.split())


def person(name: Name, near: Beside, words: Words) -> bool:
    """Whether a name is a person's: the words beside it say so, or it begins with a first name."""
    lists = lexicon.actors()
    if followers(name) or "-".join(name.words).lower() in lexicon.words("areas"):
        return False
    if any(word in lists.things.body_words for word in name.words):
        return near.person and firstnames.sure(name.words)
    if near.person:
        return True
    if near.body or near.letters or len(name.words) > 4 or len(name.words) == 1 or area(name):
        return False
    if words.all[name.first - 1].lower == "the" and name.first and not name.title:
        return False
    return firstnames.person(name.words)


def outlet(name: Name) -> bool:
    """Whether the last words of a name are those of newspapers and stations."""
    return name.words[-1] in lexicon.actors().outlets.words or name.words[-2:] == ("News", "Agency")


def area(name: Name) -> bool:
    """Whether a name is a region's or a place's by its words: "Ohio", "North Carolina", "Main Street"."""
    first, *rest = (word.lower() for word in name.words)
    wholes = {"-".join((first, *rest)), "-".join(rest) if first in _PARTS else ""}
    headed = bool(rest) and rest[-1] in lexicon.words("place_heads")
    return headed or not wholes.isdisjoint(_AREAS)


def followers(name: Name) -> bool:
    """Whether a name means the people of a party or a faith: "Senate Republicans", but not the Liberal Democrats."""
    party = len(name.words) > 1 and name.words[0].lower() in lexicon.words("sides")
    last = name.words[-1].lower().rsplit("-", 1)[-1]
    nation = (
        len(name.text.split("-")) + len(name.words) > 2 and last.endswith("s") and metonyms.people(last) is not None
    )
    return (last in lexicon.words("followers") and not party) or (nation and metonyms.named(last) is None)


def regional(name: Name) -> bool:
    """Whether a name begins with a country's or a region's: "Indiana Statehouse", "American Music Awards"."""
    first = name.words[0]
    return metonyms.country(first) is not None or first.lower() in lexicon.words("regions")
