"""The words beside a name that may say what it is: the nouns before it, the phrases set off by commas around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import nouns

if TYPE_CHECKING:
    from hearsay.reading.actor.names import Name
    from hearsay.reading.actor.words import Words

LETTERS = re.compile(r"[’']?s?\s*\(([A-Z][A-Za-z.&]{1,9})\)")
DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "one", "another", "our"})
_BEFORE = lexicon.words("before")
_SAID = frozenset({"said", "says", "told", "added", "wrote", "was", "is", "were", "had", "has", "have", "will"})
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
_PLACED = frozenset({"in", "near", "across", "outside", "around", "inside"})
_WHERE = _PLACED | {"from", "at"}
ALONE = frozenset({"another", "them", "one", "other"})  # "Another, Vi Dane, …": one of several people
_JOINED = frozenset({" ", " “", ' "', "’ ", "' ", "'s ", "’s "})
_ADVERBS = frozenset({"also", "he", "she", "it", "they", "who", "then", "later", "which"})
_REACH, _AFTER = 8, 16


def placed(words: Words, name: Name) -> bool:
    """Whether a name stands right after "in", "near" and the like."""
    before = name.begin - 1
    return before >= 0 and words.all[before].lower in _PLACED and words.between(before, name.begin) == " "


def before(words: Words, name: Name) -> range:
    """The nouns that run into a name: "foreign ministry spokesman", "the data firm"."""
    at, stop, sentence = name.begin, name.begin, words.all[name.first].sentence
    while at > max(stop - _REACH, 0) and words.all[at - 1].sentence == sentence:
        word = words.all[at - 1]
        if words.between(at - 1, at) not in _JOINED or word.lower in DETERMINERS or word.lower in _BEFORE:
            break
        if at == stop and not nouns.telling(word.lower):
            break
        if at < stop and _verb(words, at - 1):
            break
        at -= 1
    return range(at, stop)


def _verb(words: Words, at: int) -> bool:
    """Whether a word only leads on to a description: "also", "said", or one in "-ed" with its subject before it."""
    word = words.all[at]
    if word.lower in _ADVERBS or word.lower in _SAID:
        return True
    before = words.all[at - 1] if at and words.between(at - 1, at) == " " else None
    acts = word.lower.endswith("ed") and before is not None and not word.opens
    return acts and before is not None and (before.capital or before.lower in _ADVERBS)


def after(words: Words, name: Name) -> range:
    """The phrase set off by a comma after a name ("…, an analyst at …"), or "of …" right after it."""
    nothing = range(name.last, name.last)
    at, last = name.last + 1, name.last
    if letters := LETTERS.match(words.text, name.span.end):
        while at < len(words) and words.all[at].start < letters.end():
            at, last = at + 1, at
    if (
        (name.begin == name.first and placed(words, name))
        or at >= len(words)
        or words.all[at].sentence != words.all[name.first].sentence
    ):
        return nothing
    gap = words.between(last, at).removeprefix(")").removeprefix("’s").removeprefix("'s")
    if gap not in (", ", " – ", " — ") and not (gap == " " and words.all[at].lower in ("of", "for", "at")):
        return nothing
    found = _phrase(words, at)
    phrase = nouns.lower(words, found)
    opens = (
        phrase[0] in DETERMINERS or phrase[0] in ("who", "which", "of") or (gap == " " and phrase[0] in ("for", "at"))
    )
    if any(word in _SAID for word in phrase[1:]) and _RELATIVE.isdisjoint(phrase):
        return nothing  # "After a call with Ann Rao, the president said …"
    told = opens or nouns.named_by(phrase) or not nouns.people().isdisjoint(phrase[:4])
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


def leading(words: Words, name: Name) -> range:
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
    at = next((i + 1 for i in range(stop - 2, at, -1) if _verb(words, i)), at)
    found = nouns.lower(words, range(at, stop))
    if words.all[stop - 1].capital and stop > 1 and words.all[stop - 2].lower in _WHERE:
        return nothing  # "a team at the centre in Greenbelt, Maryland"
    if at and "," in words.between(at - 1, at) and words.all[at - 1].capital and words.all[stop - 1].capital:
        return nothing  # "Ann Rao, a teacher from Hemet, California"
    if found[0] not in _BEFORE and nouns.named_by(found):
        return range(at, stop)
    if found[-1] in ALONE and len(found) <= 3:
        return range(at, stop)
    last = next((place for place in range(len(found) - 1, -1, -1) if found[place] in _BEFORE), -1)
    rest = found[last + 1 :]
    return range(at + last + 1, stop) if rest and rest[0] in DETERMINERS and nouns.named_by(rest) else nothing
