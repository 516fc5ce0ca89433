"""What a first name tells: that a name is a person's, and of which gender."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from hearsay.data import lexicon
from hearsay.reading.actor import metonyms

if TYPE_CHECKING:
    from collections.abc import Sequence


def person(parts: Sequence[str]) -> bool:
    """Whether the words begin with a given name, or with an East Asian family name."""
    given = lexicon.actors().given
    if len(parts) in (2, 3) and len(parts[0].rstrip(".")) == 1 and parts[-1].isalpha() and not parts[-1].isupper():
        return True  # "J. Scott Tate"
    first = parts[0].split("-")[0]
    plain = _unaccented(first)
    if any(word in listed for word in (first, plain) for listed in (given.male, given.female, given.either)):
        return True
    return family_first(parts) or any("-" in p and p.split("-")[1][:1].islower() for p in parts[1:])


def _unaccented(word: str) -> str:
    return word if word.isascii() else "".join(c for c in normalize("NFD", word) if not combining(c))


def family_first(parts: Sequence[str]) -> bool:
    """Whether two or three words begin with an East Asian family name."""
    given = lexicon.actors().given
    western = parts[0] in given.male or parts[0] in given.female
    return len(parts) in (2, 3) and parts[0] in given.family_first and not western


def sure(parts: Sequence[str]) -> bool:
    """Whether two words are a first name, and no place's, and a surname, be it a body's word: "Serhii Radio"."""
    place = metonyms.country(parts[0]) is not None or parts[0].lower() in lexicon.words("regions")
    return len(parts) == 2 and not place and gender(parts) is not None


def gender(parts: Sequence[str]) -> str | None:
    """The pronoun that goes with the first name of a name of several words."""
    given = lexicon.actors().given
    first = parts[0] if len(parts) > 1 else ""
    for one in (first, first.split("-")[0], _unaccented(first)):
        if one in given.male or one in given.female:
            return "he" if one in given.male else "she"
    return None
