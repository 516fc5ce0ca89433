"""The title before a name and the post after it: which words of a capitalised run are nobody's name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import metonyms, openings

if TYPE_CHECKING:
    from hearsay.reading.actor.words import Words

_DEPUTIES = frozenset({"prime", "vice", "deputy", "chief", "acting", "assistant", "attorney", "lord"})
_SERVICES = ("office", "service")  # they speak for a body, and are nobody's title
# Posts that end a run and name nobody ("New York State Attorney General"); none of them is a surname.
_ENDS = frozenset(
    {
        "president", "minister", "secretary", "chairman", "chairwoman", "chairperson", "ceo", "governor", "director",
        "ambassador", "commissioner", "speaker", "spokesman", "spokeswoman", "senator", "mayor", "premier",
        "administrator",
    }
)  # fmt: skip
_ADDRESSES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady"})
_FIELD = 4  # words of "Minister of Justice", at most
_GENERALS = frozenset({"attorney", "inspector", "solicitor", "secretary", "director", "governor", "surgeon"})
_STATES = frozenset({"State", "Republic", "Kingdom", "Commonwealth"})
_REGIONS = lexicon.words("sides")


@lru_cache(maxsize=1)
def listed() -> frozenset[str]:
    """Words, lower case, that stand before a person's name."""
    people = lexicon.actors().people
    found = [word for words in people.honorifics.values() for word in words]
    found += [*people.leaders, *people.posts, *(word for word in people.mouthpieces if not word.endswith(_SERVICES))]
    return frozenset(word.lower().rstrip(".").split()[-1] for word in found)


def _styled(words: Words, at: int, end: int) -> bool:
    """Whether a word that may be a title is one: "Farmer Ann Rao", and not "Hunter Dahl" or "Baker Rask"."""
    word = words.all[at].lower.rstrip(".")
    return word in _forms() or end - at > 1 or openings.listed(words.all[at + 1].text)


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    """Titles that stand before a surname alone: forms of address, leaders and mouthpieces."""
    people = lexicon.actors().people
    words = [*people.leaders, *people.mouthpieces, *(word for forms in people.honorifics.values() for word in forms)]
    return frozenset(word.lower().rstrip(".").split()[-1] for word in words)


@lru_cache(maxsize=1)
def _with_deputies() -> frozenset[str]:
    return listed() | _DEPUTIES


@lru_cache(maxsize=1)
def _with_generals() -> frozenset[str]:
    return listed() | _GENERALS


def post(words: Words, begin: int, end: int) -> bool:
    """Whether a run is a post and nobody's name: "CEO", "the President", "Director of …", "Attorney General"."""
    if begin == end and words.all[begin].text in lexicon.actors().outlets.words:
        return False  # "the Courier"
    if words.all[begin].lower.rstrip(".") in _ADDRESSES:
        return begin == end or words.all[end].lower in _ENDS  # "Mr. Chairman", and not "Mr. Baker"
    if end > begin + 1 and words.all[begin].lower in _ENDS and words.all[begin + 1].lower == "of":
        return not any(openings.listed(words.all[i].text) for i in range(begin + 2, end + 1)) and end - begin < _FIELD
    if any(words.all[i].lower not in _with_deputies() for i in range(begin, end + 1)):
        return False
    if end > begin or words.all[begin].text.isupper():
        return words.all[end].lower in listed()
    before = words.all[begin - 1].lower if begin else ""
    return before == "the" or (end + 1 < len(words) and words.all[end + 1].lower == "of")


def untitled(words: Words, begin: int, end: int) -> int:
    """The last word of a run without the post that ends it: "the US President" names a country and nobody else."""
    last = end
    while last > begin and words.all[last].lower in _with_generals():
        last -= 1
    land = " ".join(words.all[i].text for i in range(begin, last + 1))
    if metonyms.country(land) is not None:
        return last
    tail = [words.all[i].lower for i in range(last + 1, end + 1)]
    general = tail[-1:] == ["general"] and not _GENERALS.isdisjoint(tail)
    heads = lexicon.actors().things.body_heads
    named = (words.all[i].text for i in range(begin, last + 1))
    bodily = any(text in heads and text not in _STATES for text in named)
    return last if (general or (tail[-1:] and tail[-1] in _ENDS)) and not bodily else end


def after(words: Words, begin: int, end: int) -> int:
    """The index of the first word after the title; ``begin`` where there is none."""
    given = lexicon.actors().given
    known, split = listed(), begin
    begin = _after_side(words, begin, end)
    placed = metonyms.country(words.all[begin].text) or words.all[begin].lower in lexicon.words("regions")
    if not placed and (words.all[begin].text in given.male or words.all[begin].text in given.female):
        return begin  # "Martin Luther King"
    for at in range(begin, end - 1):
        initials = 2 <= len(words.all[at].text) <= 3 and words.all[at].text.isupper()
        if initials and openings.listed(words.all[at + 1].text):
            split = at + 1  # "Browns DL Ole Dahl"
    for at in range(begin, end):
        if (
            words.all[at].lower.rstrip(".").rsplit("-", 1)[-1] in known
            and not words.all[at].owner
            and _styled(words, at, end)
        ):
            split = at + 1
            if words.all[split].lower == "of" and split < end:
                split = split + 2 if words.all[split + 1].lower in openings.AFTER_OF else begin
                if split == begin:
                    return begin
    return split


def _after_side(words: Words, begin: int, end: int) -> int:
    """Where a name begins after a party or a region that only describes: "Democratic Sen. Ann Rao"."""
    given, at = lexicon.actors().given, begin
    while at < end and words.all[at].lower in _REGIONS:
        at += 1
    first = words.all[at].text
    person = first in given.male or first in given.female or first in given.either
    return at if person or words.all[at].lower.rstrip(".") in listed() else begin
