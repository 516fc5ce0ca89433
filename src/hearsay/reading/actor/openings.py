"""Where a proper name begins: which capitalised words open one, and which only open a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import metonyms

if TYPE_CHECKING:
    from hearsay.reading.actor.words import Word, Words

# "Geneva-based", "U.S.-led": an adjective, and no name.
COMPOUND = re.compile(
    r"-(?:based|led|backed|born|owned|run|era|style|made|linked|controlled|held|wide|trained|registered|listed|bound|area|flagged|called|related|long|old)$"
)
_CONTRACTED = re.compile(r"[’'](?:m|re|ve|ll|d|t)$")
_TICKER = re.compile(r"\([A-Z][A-Za-z]{1,9}: ?[A-Z0-9.]{1,6}\)")
_PARTY = re.compile(r"(?:[DRI]|Con|Lab|Dem|Rep)(?:-|$)")
_DETERMINERS = frozenset({"the", "these", "those", "this", "that", "a", "an", "his", "her", "its", "their", "our"})
_ALONE = lexicon.words("opening_nouns")
_FOLLOWED = _DETERMINERS | {"him", "me", "us", "them", "it", "you"}
# Endings of people in the plural: a lone word of that kind at the head of a sentence names nobody ("Mediators").
_AGENTS = (
    "ators",
    "itors",
    "ctors",
    "ologists",
    "onists",
    "ivists",
    "icians",
    "grapher",
    "graphers",
    "keepers",
    "makers",
)
OPENERS = lexicon.words("openers")
_SLUGS = frozenset(
    [
        "breaking",
        "update",
        "adds",
        "updates",
        "corrects",
        "recasts",
        "refiles",
        "clarifies",
        "repeats",
        "eds",
        "watch",
        "exclusive",
        "correction",
        "corrected",
        "updated",
        "shares",
        "stocks",
        "oil",
        "gold",
    ]
)
CALENDAR = lexicon.words("calendar")
# Forms of companies in law: after a comma they end the name before it, and the clear ones name nobody anywhere.
_FORMS = frozenset({"inc", "corp", "ltd", "llc", "plc", "gmbh", "llp", "lp", "pty", "bhd", "kgaa", "s.p.a", "s.a"})
_SHORT_FORMS = frozenset({"ag", "sa", "se", "nv", "bv", "co", "kg", "ab", "asa", "oyj", "spa", "l.p", "n.v", "b.v"})
AFTER_OF = frozenset(
    {"state", "defense", "defence", "staff", "commons", "lords", "energy", "labor", "commerce", "health", "homeland"}
)


def begins(words: Words, at: int) -> bool:
    """Whether the capitalised word at an index begins a name."""
    word = words.all[at]
    if words.text[word.start - 1 : word.start] == "#":
        return False  # a hashtag
    if (
        word.lower in CALENDAR
        or COMPOUND.search(word.text)
        or _CONTRACTED.search(word.lower)
        or _party(words, at)
        or _legal(words, at)
    ):
        return False
    if word.text in ("Q", "A") and words.text[word.end : word.end + 1] == ":":
        return False  # who asks and who answers
    if word.lower in OPENERS and not acronym(word.text):
        return given(words, at)
    if word.lower in _SLUGS and (word.opens or word.text.isupper()):
        return False
    if not word.opens or acronym(word.text):
        return True
    following = words.all[at + 1] if at + 1 < len(words) else None
    beyond = words.all[at + 2] if at + 2 < len(words) else None
    if following is not None and following.lower == "of" and beyond is not None and beyond.lower in AFTER_OF:
        return beyond.capital
    if following is not None and following.capital and words.between(at, at + 1) == " " and not word.owner:
        return True
    if word.lower in words.common or _adverb(words, word):
        return False
    if word.lower in _nouns() and word.text not in words.surnames:
        return False
    if word.lower in _ALONE and word.text not in words.proper and not word.owner:
        return False
    if following is not None and following.lower in _FOLLOWED and words.between(at, at + 1) == " ":
        return False  # "Opening these crossings will …", "Let her speak"
    if word.owner or word.text in words.proper or metonyms.named(word.text) or metonyms.capital(word.text):
        return True
    return not (word.lower.endswith(_AGENTS) or _describes(words, at))


def given(words: Words, at: int) -> bool:
    """Whether a word that is also a function word is a first name here: "Per Dahl", "Will Stone"."""
    word = words.all[at].text
    if not listed(word) or (words.all[at].opens and word not in words.proper) or at + 1 >= len(words):
        return False
    return words.all[at + 1].capital and words.between(at, at + 1) == " "


def listed(word: str) -> bool:
    """Whether a word is a known first name."""
    lists = lexicon.actors().given
    return word in lists.male or word in lists.female or word in lists.either


def _party(words: Words, at: int) -> bool:
    """Whether a word is a politician's party and state in brackets: "(D)", "(R-Ohio)"."""
    word, before = words.all[at], words.text[words.all[at].start - 1 : words.all[at].start]
    return before == "(" and (_PARTY.match(word.text) is not None)


def _legal(words: Words, at: int) -> bool:
    """Whether a word only belongs to a company named before it: "Norstar, Inc.", "Norstar (NYSE: NRS)"."""
    word = words.all[at].lower.rstrip(".")
    follows = at > 0 and words.all[at - 1].capital and words.between(at - 1, at) == ", "
    return word in _FORMS or (follows and word in _SHORT_FORMS) or listing(words, words.all[at].start)


def listing(words: Words, at: int) -> bool:
    """Whether a code point is in the brackets that say where a company is listed: "(NYSE: TDL)"."""
    opened = words.text.rfind("(", max(at - 14, 0), at)
    return opened >= 0 and (found := _TICKER.match(words.text, opened)) is not None and at < found.end()


def _adverb(words: Words, word: Word) -> bool:
    """Whether a word that opens a sentence looks like an adverb and is no name of the lists."""
    names = lexicon.actors().given
    listed = word.text in names.female or word.text in names.either or metonyms.named(word.text) is not None
    return word.lower.endswith("ly") and not listed and word.text not in words.proper


def _describes(words: Words, at: int) -> bool:
    """Whether the word that opens a sentence only describes a noun after it ("Civil rights activists")."""
    near = [
        words.all[i] for i in range(at + 1, min(at + 3, len(words))) if words.all[i].sentence == words.all[at].sentence
    ]
    return any(word.lower in _nouns() for word in near if words.between(at, at + 1) == " ")


def acronym(text: str) -> bool:
    """Whether a word is written in capitals throughout ("UN", "U.S.")."""
    return len(text) > 1 and text.replace(".", "").replace("&", "").isupper()


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    """Common nouns of people and things, which open many a sentence."""
    lists = lexicon.actors()
    people, things = lists.people, lists.things
    bodies = [word for listed in things.bodies.values() for word in listed]
    return frozenset([*people.leaders, *people.posts, *people.groups, *people.mouthpieces, *things.documents, *bodies])
