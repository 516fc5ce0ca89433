"""What stands beside a name: its title, the nouns before it, its apposition and the letters in brackets after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import metonyms

if TYPE_CHECKING:
    from hearsay.reading.actor.names import Name
    from hearsay.reading.actor.words import Words

_LETTERS = re.compile(r"[’']?s?\s*\(([A-Z][A-Za-z.&]{1,9})\)")
_DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "one", "another", "our"})
_HEADING = frozenset(
    {"heads", "headed", "leads", "led", "chairs", "chaired", "runs", "ran", "founded", "co-founded", "owns"}
)
_BEFORE = lexicon.words("before")
_VESSELS = lexicon.words("vessels")
_SAID = frozenset({"said", "says", "told", "added", "wrote", "was", "is", "were", "had", "has", "have", "will"})
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
_NO_ROLE = frozenset({"who", "which", "of", "for", "at", "like", "unlike", "such", "among", "with"})
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
PLACED = frozenset({"in", "near", "across", "outside", "around", "inside"})
_ALONE = frozenset({"another", "them", "one", "other"})  # "Another, Vi Dane, …": one of several people
_FORMS = frozenset({"mr", "mrs", "ms", "miss", "dr", "doctor", "sir", "dame", "professor"})
_JOINED = frozenset({" ", " “", ' "', "’ ", "' ", "'s ", "’s "})
_WOMEN = frozenset({"mother", "wife", "widow", "queen", "actress", "sister", "daughter", "grandmother", "princess"})
_MEN = frozenset({"father", "husband", "widower", "king", "brother", "son", "grandfather", "prince"})
_SHARED = frozenset(
    {"monitor", "agent", "owner", "broker", "manager", "operator", "group", "maker", "observer", "regulator"}
)
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
    outlet: bool = False
    vessel: bool = False


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
    ranges = (range(name.begin, name.first), _nouns_before(words, name), _leading(words, name), _after(words, name))
    titled, before, leading, after = (_lower(words, one) for one in ranges)
    pieces = [piece for piece in (titled, before, leading, after) if piece]
    heads = [head for piece in pieces if (head := _head(piece))]
    person = (
        bool(titled)
        or _AGED.match(words.text, name.span.end) is not None
        or (after[:1] in (["of"], ["for"], ["at"]) and _plain_pair(name))
        or leading[-1:] in ([word] for word in _ALONE)
        or any(head in people() and head not in _SHARED for head in heads)
    )
    letters = _LETTERS.match(words.text, name.span.end)
    return Beside(
        person=person,
        body=not person and (any(head in things() for head in heads) or _fronted(words, name)),
        about=frozenset(word for piece in pieces for word in piece),
        role=next((_role(words, one) for one in ranges if one and _is_role(words, one)), None),
        gender=next((told for word in titled if (told := _addresses().get(word))), None) or _told(pieces),
        country=next((code for piece in pieces if (code := _country(piece))), None),
        letters=letters.group(1).replace(".", "") if letters else None,
        outlet=not person and any(head in lexicon.actors().outlets.nouns for head in heads),
        vessel=not person and any(head in _VESSELS for head in heads),
    )


def _fronted(words: Words, name: Name) -> bool:
    """Whether a spokesman's name follows: "Norstar Ferries spokesman Ole Dahl"."""
    after = name.last + 1
    voiced = after + 1 < len(words) and words.all[after].lower in lexicon.actors().people.mouthpieces
    return voiced and len(name.words) > 1 and words.all[after + 1].capital and words.between(name.last, after) == " "


def _lower(words: Words, places: range) -> list[str]:
    """The words at some places in lower case, short titles written out."""
    plain = (words.all[i].lower.rstrip(".") for i in places)
    return [_LONG.get(word, word) for word in plain]


def _country(piece: list[str]) -> str | None:
    """The country that a phrase names; two words before one ("north korean leader")."""
    pairs = (f"{first} {second}" for first, second in pairwise(piece))
    return next((code for words in (*pairs, *piece) if (code := metonyms.country(words))), None)


def _is_role(words: Words, places: range) -> bool:
    """Whether words beside a name say what it is, and not what it does or where it belongs."""
    phrase = _lower(words, places)
    if phrase[0] in _NO_ROLE or phrase[0].endswith("ing") or _FORMS.issuperset(phrase):
        return False
    return (_head(phrase) or "") in people() or _common_noun(words, places)


def _common_noun(words: Words, places: range) -> bool:
    """Whether a phrase has a body's noun in small letters as its head, and is no other body's name."""
    phrase = _lower(words, places)
    head, opens = _head(phrase), phrase[0] in _DETERMINERS or words.between(places.start - 1, places.start) == " "
    return opens and head in things() and any(words.all[i].text == head for i in places)


def _role(words: Words, places: range) -> str | None:
    """The words at some places as the text has them, without a first determiner or "who"."""
    first = places.start + (words.all[places.start].lower in _DETERMINERS)
    if first >= places.stop:
        return None
    last = words.all[places.stop - 1]
    end = last.start + len(last.text) if last.owner else last.end
    return " ".join(words.text[words.all[first].start : end].split())


def _plain_pair(name: Name) -> bool:
    """Whether a name is two or three plain words, none of a body ("Orla Tate of the harbour office")."""
    listed = lexicon.actors().things.body_words
    plain = all(word.isalpha() and word not in listed and not word.isupper() for word in name.words)
    return plain and 2 <= len(name.words) <= 3


def _told(pieces: list[list[str]]) -> str | None:
    """The pronoun that a noun itself tells (spokeswoman, chairman)."""
    flat = {word for piece in pieces for word in piece[:6]}
    if flat & _WOMEN or any(word.endswith("woman") for word in flat):
        return "she"
    if flat & _MEN or any(word.endswith(("spokesman", "chairman", "congressman", "businessman")) for word in flat):
        return "he"
    return None


def _head(piece: list[str]) -> str | None:
    """The noun that a phrase is about: the last one before its first preposition, or what "who heads" makes one."""
    if piece[0] in ("who", "which"):
        leads = any(word in _HEADING for word in piece[1:4])
        return ("head" if piece[0] == "who" else "company") if leads else None
    stop = next((i for i, word in enumerate(piece) if word in _BEFORE or word in ("who", "which", "that")), len(piece))
    return piece[stop - 1] if stop else None


def _nouns_before(words: Words, name: Name) -> range:
    """The nouns that run into a name: "foreign ministry spokesman", "the data firm"."""
    at, stop, sentence = name.begin, name.begin, words.all[name.first].sentence
    while at > max(stop - _REACH, 0) and words.all[at - 1].sentence == sentence:
        word = words.all[at - 1]
        if words.between(at - 1, at) not in _JOINED or word.lower in _DETERMINERS or word.lower in _BEFORE:
            break
        if at == stop and not _telling(word.lower):
            break
        at -= 1
    return range(at, stop)


def _after(words: Words, name: Name) -> range:
    """The phrase set off by a comma after a name ("…, an analyst at …"), or "of …" right after it."""
    nothing = range(name.last, name.last)
    placed = name.begin == name.first and name.begin > 0 and words.all[name.begin - 1].lower in PLACED
    at, last = name.last + 1, name.last
    if letters := _LETTERS.match(words.text, name.span.end):
        while at < len(words) and words.all[at].start < letters.end():
            at, last = at + 1, at
    if placed or at >= len(words) or words.all[at].sentence != words.all[name.first].sentence:
        return nothing
    gap = words.between(last, at).removeprefix(")").removeprefix("’s").removeprefix("'s")
    if gap not in (", ", " – ", " — ") and not (gap == " " and words.all[at].lower in ("of", "for", "at")):
        return nothing
    found = _phrase(words, at)
    phrase = _lower(words, found)
    opens = phrase[0] in _DETERMINERS or phrase[0] in ("who", "which", "of", "for", "at")
    if any(word in _SAID for word in phrase[1:]) and _RELATIVE.isdisjoint(phrase):
        return nothing  # "After a call with Ann Rao, the president said …"
    told = opens or _named_by(phrase) or not people().isdisjoint(phrase[:4])
    return found if told else nothing


def _phrase(words: Words, first: int) -> range:
    """The words from a place to the next comma, bracket or mark, at most `_AFTER` of them."""
    at, sentence = first + 1, words.all[first].sentence
    while at < min(len(words), first + _AFTER) and words.all[at].sentence == sentence:
        if _parted(words.between(at - 1, at)):
            break
        at += 1
    return range(first, at)


def _parted(gap: str) -> bool:
    """Whether a mark between two words parts them."""
    return gap != " " and any(mark in gap for mark in ',;:—"“”()')


def _leading(words: Words, name: Name) -> range:
    """The phrase before a name and a comma: "Its chief executive, Dave …", "The plant's operator, …"."""
    nothing, sentence = range(name.begin, name.begin), words.all[name.first].sentence
    stop = name.begin
    if stop and words.all[stop - 1].owner:
        stop -= 1  # "The owner, Japan's Shoei …"
    if stop > 1 and words.all[stop - 1].lower == "the":
        stop -= 1  # "The tug, the Elida"
    if not stop or words.all[stop - 1].sentence != sentence or words.between(stop - 1, stop) != ", ":
        return nothing
    at = stop - 1
    while at > max(stop - _REACH - 2, 0) and words.all[at - 1].sentence == sentence:
        if _parted(words.between(at - 1, at)):
            break
        at -= 1
    found = _lower(words, range(at, stop))
    if at and "," in words.between(at - 1, at) and words.all[at - 1].capital and words.all[stop - 1].capital:
        return nothing  # "Ann Rao, a teacher from Hemet, California"
    if found[0] not in _BEFORE and _named_by(found):
        return range(at, stop)
    if found[-1] in _ALONE and len(found) <= 3:
        return range(at, stop)
    last = next((place for place in range(len(found) - 1, -1, -1) if found[place] in _BEFORE), -1)
    rest = found[last + 1 :]
    return range(at + last + 1, stop) if rest and rest[0] in _DETERMINERS and _named_by(rest) else nothing


def _named_by(phrase: list[str]) -> bool:
    """Whether a phrase describes a person, a body or a vessel."""
    return _telling(_head(phrase) or "")


def _telling(noun: str) -> bool:
    return noun in _nouns()


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    return people() | things() | _VESSELS
