"""Nouns for people, bodies and vessels, and the head of a phrase beside a name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hearsay.data import lexicon

if TYPE_CHECKING:
    from hearsay.reading.actor.words import Word, Words

_HEADING = frozenset(
    {"heads", "headed", "leads", "led", "chairs", "chaired", "runs", "ran", "founded", "co-founded", "owns"}
)
_BEFORE = lexicon.words("before")
_VESSELS = lexicon.words("vessels")
_LONG = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "col": "colonel",
    "maj": "major",
    "lt": "lieutenant",
    "capt": "captain",
    "prof": "professor",
    "rev": "reverend",
    "adm": "admiral",
    "sgt": "sergeant",
    "det": "detective",
    "cmdr": "commander",
}
_LETTERS = frozenset({"WHO"})
_SERVICES = ("office", "service")


@lru_cache(maxsize=1)
def people() -> frozenset[str]:
    """Nouns of one person, lower case, by their last words ("director general" → "general")."""
    lists = lexicon.actors().people
    nouns = [*lists.leaders, *lists.posts, *(noun for noun in lists.mouthpieces if not noun.endswith(_SERVICES))]
    return frozenset(noun.lower().split()[-1] for noun in nouns)


@lru_cache(maxsize=1)
def things() -> frozenset[str]:
    """Nouns of a body, lower case."""
    lists = lexicon.actors()
    listed = [noun.split()[-1] for nouns in lists.things.bodies.values() for noun in nouns]
    return frozenset([*listed, *(noun.split()[-1] for noun in lists.outlets.nouns), "data", "giant"])


def lower(words: Words, places: range) -> list[str]:
    """The words at some places in lower case, short titles written out."""
    plain = (_plain(words.all[i]) for i in places)
    return [_LONG.get(word, word) for word in plain]


def _plain(word: Word) -> str:
    """A word in lower case without its full stop; "WHO" stays, which is no "who"."""
    return word.text if word.text in _LETTERS else word.lower.rstrip(".")


def head(piece: list[str]) -> str | None:
    """The noun that a phrase is about: the last one before its first preposition, or what "who heads" makes one."""
    if piece[0] in ("who", "which"):
        leads = any(word in _HEADING for word in piece[1:4])
        return ("head" if piece[0] == "who" else "company") if leads else None
    stop = next((i for i, word in enumerate(piece) if _ends(piece, i, word)), len(piece))
    return piece[stop - 1] if stop else None


def _ends(piece: list[str], at: int, word: str) -> bool:
    """Whether a noun phrase ends before a word; "and" between "agriculture" and "forestry minister" ends none."""
    if word == "and" and 0 < at < len(piece) - 1 and piece[at - 1] not in _nouns():
        return _nouns().isdisjoint(piece[at + 1 : at + 4])
    return word in _BEFORE or word in ("who", "which", "that")


def initials(name: str) -> str:
    """The first letters of the words of a name that have a capital."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def named_by(phrase: list[str]) -> bool:
    """Whether a phrase describes a person, a body or a vessel."""
    return telling(head(phrase) or "")


def telling(noun: str) -> bool:
    """Whether a noun says what somebody or something is."""
    return noun in _nouns()


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    return people() | things() | _VESSELS
