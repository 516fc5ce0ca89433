"""What stands beside a name: its title, the nouns before it, its apposition and the letters in brackets after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading import metonyms

if TYPE_CHECKING:
    from hearsay.reading.names import Name
    from hearsay.reading.words import Words

_LETTERS = re.compile(r"[’']?s?\s*\(([A-Z][A-Za-z.&]{1,9})\)")
_DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "one", "another", "our"})
_HEADING = frozenset(
    {"heads", "headed", "leads", "led", "chairs", "chaired", "runs", "ran", "founded", "co-founded", "owns"}
)
_BEFORE = lexicon.words("before")
_AGED = re.compile(r", (?:1[0-9]|[2-9][0-9])(?:,| and)")
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
_PLACED = frozenset({"in", "near", "across", "outside", "from"})
_ALONE = frozenset({"another", "them", "one", "other"})  # "Another, Vi Dane, …": one of several people
_REACH, _AFTER = 8, 16


@dataclass(frozen=True, slots=True)
class Beside:
    """What the words beside one mention tell: whether it is a person or a body, its role, and words to know it by."""

    person: bool
    body: bool
    about: frozenset[str]
    role: str | None
    gender: str | None
    country: str | None
    letters: str | None


@lru_cache(maxsize=1)
def people() -> frozenset[str]:
    """Nouns of one person, lower case, by their last words ("director general" → "general")."""
    lists = lexicon.actors().people
    nouns = [*lists.leaders, *lists.posts, *lists.mouthpieces]
    return frozenset(noun.lower().split()[-1] for noun in nouns)


@lru_cache(maxsize=1)
def things() -> frozenset[str]:
    """Nouns of a body, lower case."""
    lists = lexicon.actors()
    listed = [noun.split()[-1] for nouns in lists.things.bodies.values() for noun in nouns]
    return frozenset([*listed, *(noun.split()[-1] for noun in lists.outlets.nouns), "data", "giant"])


@lru_cache(maxsize=1)
def _addresses() -> dict[str, str]:
    forms = lexicon.actors().people.honorifics
    return {word.lower().rstrip("."): key for key in ("he", "she") for word in forms[key]}


def read(words: Words, name: Name) -> Beside:
    """What stands beside a mention."""
    titled = [_LONG.get(word, word) for i in range(name.begin, name.first) if (word := words.all[i].lower.rstrip("."))]
    placed = name.begin > 0 and words.all[name.begin - 1].lower in _PLACED and not titled
    before, leading = _nouns_before(words, name), _leading(words, name)
    after = [] if placed else _apposition(words, name)
    pieces = [piece for piece in (titled, before, leading, after) if piece]
    heads = [_head(piece) for piece in pieces]
    aged = _AGED.match(words.text, name.span.end) is not None
    person = (
        bool(titled)
        or aged
        or (after[:1] in (["of"], ["for"], ["at"]) and _plain_pair(name))
        or leading[-1:] in ([word] for word in _ALONE)
        or any(head in people() and head not in _SHARED for head in heads if head)
    )
    body = not person and any(head in things() for head in heads if head)
    gender = next((g for word in titled if (g := _addresses().get(word))), None) or _told(pieces)
    letters = _LETTERS.match(words.text, name.span.end)
    country = next((c for p in pieces for word in p if (c := metonyms.country(word))), None)
    about = frozenset(word for piece in pieces for word in piece)
    role = " ".join(pieces[0]) if pieces else None
    return Beside(person, body, about, role, gender, country, letters.group(1).replace(".", "") if letters else None)


_SHARED = frozenset(
    {"monitor", "agent", "owner", "broker", "manager", "operator", "group", "maker", "observer", "regulator"}
)


def _plain_pair(name: Name) -> bool:
    """Whether a name is two or three plain words, none of a body ("Orla Tate of the harbour office")."""
    words = lexicon.actors().things.body_words
    return 2 <= len(name.words) <= 3 and all(
        word.isalpha() and word not in words and not word.isupper() for word in name.words
    )


def _told(pieces: list[list[str]]) -> str | None:
    """The pronoun that a noun itself tells (spokeswoman, chairman)."""
    flat = {word for piece in pieces for word in piece[:6]}
    if any(word.endswith("woman") or word in ("mother", "wife", "widow", "queen", "actress") for word in flat):
        return "she"
    if any(
        word.endswith(("spokesman", "chairman", "congressman")) or word in ("father", "husband", "king")
        for word in flat
    ):
        return "he"
    return None


def _head(piece: list[str]) -> str | None:
    """The noun that a phrase is about: the last one before its first preposition, or what "who heads" makes one."""
    if piece and piece[0] in ("who", "which"):
        return "head" if len(piece) > 1 and any(word in _HEADING for word in piece[1:4]) else None
    core = []
    for word in piece:
        if word in _BEFORE or word in ("who", "which", "that"):
            break
        core.append(word)
    return core[-1] if core else None


def _nouns_before(words: Words, name: Name) -> list[str]:
    """The nouns that run into a name: "foreign ministry spokesman", "the data firm"."""
    found: list[str] = []
    at = name.begin - 1
    while at >= 0 and len(found) < _REACH and words.all[at].sentence == words.all[name.first].sentence:
        word = words.all[at]
        if (
            words.between(at, at + 1) not in (" ", " “", ' "', "’ ", "' ", "'s ", "’s ")
            or word.lower in _DETERMINERS | _BEFORE
        ):
            break
        if not found and word.lower not in people() | things():
            break
        found.insert(0, word.lower)
        at -= 1
    return found


def _parted(gap: str) -> bool:
    """Whether a mark between two words parts them."""
    return gap != " " and any(mark in gap for mark in ',;:—"“”()')


def _apposition(words: Words, name: Name) -> list[str]:
    """The phrase set off by a comma after a name ("…, an analyst at the security firm …"), or "of …" right after it."""
    at, sentence = name.last + 1, words.all[name.first].sentence
    gap_from = name.span.end
    if letters := _LETTERS.match(words.text, gap_from):
        gap_from = letters.end()
        while at < len(words) and words.all[at].start < gap_from:
            at += 1
    if at >= len(words) or words.all[at].sentence != sentence:
        return []
    gap = words.text[gap_from : words.all[at].start]
    if gap not in (", ", " – ", " — ") and not (gap == " " and words.all[at].lower in ("of", "for", "at")):
        return []
    phrase = _phrase(words, at, sentence)
    opens = phrase[:1] in ([d] for d in (*_DETERMINERS, "who", "which", "of", "for", "at"))
    return phrase if opens or _head(phrase) in people() | things() or set(phrase[:4]) & people() else []


def _phrase(words: Words, at: int, sentence: int) -> list[str]:
    """The words up to the next comma, bracket or mark, at most `_AFTER` of them."""
    found = [words.all[at].lower]
    while at + 1 < len(words) and len(found) < _AFTER and words.all[at + 1].sentence == sentence:
        gap = words.text[words.all[at].end : words.all[at + 1].start]
        if any(mark in gap for mark in ',;:—"“”'):
            break
        at += 1
        found.append(words.all[at].lower)
    return found


def _leading(words: Words, name: Name) -> list[str]:
    """The phrase before a name and a comma: "Its chief executive, Dave …", "The plant's operator, …"."""
    at, sentence = name.begin - 1, words.all[name.first].sentence
    if at >= 0 and words.all[at].owner and words.all[at].sentence == sentence:
        at -= 1  # "The owner, Japan's Shoei …"
        if at < 0 or words.between(at, at + 1) != ", ":
            return []
    elif at < 0 or words.all[at].sentence != sentence or words.between(at, at + 1) not in (", ", ", the "):
        return []
    found: list[str] = []
    while at >= 0 and words.all[at].sentence == sentence and len(found) < _REACH + 2:
        found.insert(0, words.all[at].lower)
        if at == 0 or any(mark in words.between(at - 1, at) for mark in ',;:—"“”()'):
            break
        at -= 1
    if found and found[0] not in _BEFORE and _head(found) in people() | things():
        return found
    if found[-1:] in ([word] for word in _ALONE) and len(found) <= 3:
        return found
    last = next((place for place in range(len(found) - 1, -1, -1) if found[place] in _BEFORE), -1)
    found = found[last + 1 :]
    return found if found[:1] and found[0] in _DETERMINERS and _head(found) in people() | things() else []
