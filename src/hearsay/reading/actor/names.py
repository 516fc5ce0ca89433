"""Proper names in a text: runs of capitalised words, the title before them told apart.

A run goes on over "of", "for", "and" and "the" inside the name of a body (Bank of England, Department of Financial
Protection and Innovation) and over the particles of a person's (Ursula von der Leyen). A word that only opens a
sentence is no name where the text also writes it without a capital, or where the language does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.model.span import Span
from hearsay.reading.actor import bodies, metonyms

if TYPE_CHECKING:
    from hearsay.reading.actor.words import Word, Words

# "Geneva-based", "U.S.-led": an adjective, and no name.
_COMPOUND = re.compile(
    r"-(?:based|led|backed|born|owned|run|era|style|made|linked|controlled|held|wide|trained|registered|listed|bound|area|flagged)$"
)
_LOUD, _LONGEST = 4, 240  # a headline's words, at least, and code points, at most, to be judged by its capitals
_PARTICLES = lexicon.words("particles")
_LINKS = frozenset({"of", "for", "and", "the", "&", "on", "in"})
_OPENERS = lexicon.words("openers")
_SLUGS = frozenset(
    ["breaking", "update", "exclusive", "correction", "corrected", "updated", "shares", "stocks", "oil", "gold"]
)
_CALENDAR = lexicon.words("calendar")
_REGIONS = lexicon.words("sides")
_AFTER_OF = frozenset(
    {"state", "defense", "defence", "staff", "commons", "lords", "energy", "labor", "commerce", "health", "homeland"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a proper name: words ``first`` to ``last``; ``title`` is how many words of title stand before."""

    first: int
    last: int
    title: int
    words: tuple[str, ...]
    span: Span

    @property
    def text(self) -> str:
        """The name as it is written, without its title."""
        return " ".join(self.words)

    @property
    def begin(self) -> int:
        """The index of its first word, title included."""
        return self.first - self.title


@lru_cache(maxsize=1)
def titles() -> frozenset[str]:
    """Words, lower case, that stand before a person's name."""
    people = lexicon.actors().people
    listed = [word for words in people.honorifics.values() for word in words]
    listed += [*people.leaders, *people.posts, *people.mouthpieces]
    return frozenset(word.lower().rstrip(".").split()[-1] for word in listed)


def find(words: Words) -> tuple[Name, ...]:
    """The names of a text, in order; they do not overlap."""
    loud = [region for region in words.regions if _loud(words, region)]
    quiet = [region for region in words.regions if region not in loud]
    found = [name for region in quiet for name in _plain(words, region)]
    if loud:
        known = {tuple(word.lower() for word in name.words) for name in found}
        known |= {name[-1:] for name in known}
        found += [name for region in loud for name in _echoes(words, region, known)]
        found.sort(key=lambda name: name.first)
    return tuple(found)


def _loud(words: Words, region: Span) -> bool:
    """Whether nearly every word has a capital, as in a title-case headline: capitals then tell nothing."""
    if len(region) > _LONGEST or "\n" in words.text[region.start : region.end]:
        return False
    inside = [words.all[i] for i in words.within(region)]
    capitals = sum(word.capital for word in inside)
    ended = words.text[region.start : region.end].rstrip()[-1:] in '.?!"”'
    return len(inside) >= _LOUD and not ended and capitals >= 0.75 * len(inside)


def _echoes(words: Words, region: Span, known: set[tuple[str, ...]]) -> list[Name]:
    """The names in a loud region: those that the rest of the text has, and countries, bodies and outlets."""
    found: list[Name] = []
    at, stop = words.within(region).start, words.within(region).stop
    while at < stop:
        lengths = (n for n in range(min(5, stop - at), 0, -1) if _heard(words, at, n, known))
        length = next(lengths, 0)
        if length:
            found.append(_name(words, at, at + length - 1, 0))
        at += length or 1
    return found


def _heard(words: Words, at: int, length: int, known: set[tuple[str, ...]]) -> bool:
    piece = words.all[at : at + length]
    if tuple(word.lower for word in piece) in known:
        return True
    text = " ".join(word.text for word in piece)
    return piece[0].lower not in _OPENERS and (
        metonyms.country(text) is not None or bodies.known(text) is not None or bodies.outlet(text) is not None
    )


def _plain(words: Words, region: Span) -> list[Name]:
    found: list[Name] = []
    at, stop = words.within(region).start, words.within(region).stop
    while at < stop:
        end = _run(words, at) if words.all[at].capital else None
        if end is None:
            at += 1
            continue
        found.extend(_cut(words, at, end))
        at = end + 1
    return found


def _run(words: Words, at: int) -> int | None:
    """The last word of the run that begins here, or ``None`` where no name does."""
    if not _begins(words, at):
        return None
    end, has_head = at, _is_head(words.all[at])
    while (nearer := _next(words, at, end, has_head)) is not None:
        has_head = has_head or any(_is_head(words.all[i]) for i in range(end + 1, nearer + 1))
        end = nearer
    return end


def _begins(words: Words, at: int) -> bool:
    word = words.all[at]
    if word.lower in _CALENDAR or _COMPOUND.search(word.text):
        return False
    if word.lower in _OPENERS and not _acronym(word.text):
        return False
    if not word.opens or _acronym(word.text):
        return True
    if word.lower in _SLUGS:
        return False
    following = words.all[at + 1] if at + 1 < len(words) else None
    beyond = words.all[at + 2] if at + 2 < len(words) else None
    if following is not None and following.lower == "of" and beyond is not None and beyond.lower in _AFTER_OF:
        return beyond.capital
    if following is not None and following.capital and words.between(at, at + 1) == " " and not word.owner:
        return True
    if word.lower in words.common or word.lower in _nouns() or _adverb(word):
        return False
    return word.owner or word.text in words.proper or not _describes(words, at)


def _adverb(word: Word) -> bool:
    """Whether a word that opens a sentence looks like an adverb and is no name of the lists."""
    given = lexicon.actors().given
    listed = word.text in given.female or word.text in given.either or metonyms.named(word.text) is not None
    return word.lower.endswith("ly") and not listed


def _describes(words: Words, at: int) -> bool:
    """Whether the word that opens a sentence only describes a noun after it ("Civil rights activists")."""
    near = [
        words.all[i] for i in range(at + 1, min(at + 3, len(words))) if words.all[i].sentence == words.all[at].sentence
    ]
    return any(word.lower in _nouns() for word in near if words.between(at, at + 1) == " ")


def _next(words: Words, begin: int, end: int, has_head: bool) -> int | None:
    """The word that the run goes on to, or ``None`` where it stops."""
    word, after = words.all[end], end + 1
    if word.owner or after >= len(words) or words.all[after].sentence != word.sentence:
        return None
    gap, following = words.between(end, after), words.all[after]
    if gap not in (" ", "-", "–", " & ", "/"):
        return None
    if gap in ("-", "–", "/"):
        return None
    if following.capital and following.lower not in _CALENDAR and not _COMPOUND.search(following.text):
        return after if following.lower not in _OPENERS or _acronym(following.text) else None
    return _over_link(words, begin, after, has_head)


def _over_link(words: Words, begin: int, link: int, has_head: bool) -> int | None:
    """The capitalised word beyond a particle, "of", "for" or "and", where the name goes on over it."""
    beyond = link
    while beyond < len(words) and beyond < link + 2 and words.all[beyond].lower in _PARTICLES | _LINKS:
        beyond += 1
    if beyond >= len(words) or beyond == link or not _same(words, link, beyond) or not words.all[beyond].capital:
        return None
    joint = words.all[link].lower
    if joint in _PARTICLES and words.all[beyond - 1].lower in _PARTICLES:
        return beyond
    if joint in ("of", "for", "on"):
        return beyond if has_head and words.all[beyond].lower not in _CALENDAR else None
    if joint == "and":
        return beyond if _joined(words, begin, link, beyond) else None
    return None


def _same(words: Words, left: int, right: int) -> bool:
    return words.all[left].sentence == words.all[right].sentence and all(
        words.between(i, i + 1) == " " for i in range(left, right)
    )


def _joined(words: Words, begin: int, link: int, beyond: int) -> bool:
    """Whether "and" stands inside a name: "… of A and B", or "A and B Commission"."""
    before = [words.all[i] for i in range(begin, link)]
    if any(_acronym(word.text) for word in before) or _acronym(words.all[beyond].text):
        return False
    last = beyond
    while last + 1 < len(words) and words.all[last + 1].capital and _same(words, last, last + 1):
        last += 1
    if any(word.lower in ("of", "for") for word in before):
        return last - beyond < 1 and not words.all[beyond].owner
    return _is_head(words.all[last]) and last > beyond and len(before) <= 2 and not any(_is_head(w) for w in before)


def _cut(words: Words, begin: int, end: int) -> list[Name]:
    """The run as a name with its title, or as no name where only a title is left."""
    if (after := _after_land(words, begin, end)) is not None:
        return [_name(words, begin, after - 1, 0), _name(words, after, end, 0)]
    split = _title(words, begin, end)
    if begin == end and words.all[begin].text.isupper() and words.all[begin].lower in titles():
        return []  # "CEO"
    if split > end or (split == begin == end and words.all[begin].lower in _REGIONS):
        return []
    if any(words.all[i].text in lexicon.actors().things.body_words for i in range(split, end + 1)):
        split = begin  # "General Motors", "Justice Department"
    return [_name(words, split, end, split - begin)]


def _after_land(words: Words, begin: int, end: int) -> int | None:
    """Where a person's name begins after a country's ("the ambassador to Britain Tom Adeyo")."""
    given = lexicon.actors().given
    if not begin or words.all[begin - 1].lower not in ("to", "in", "of", "for", "from"):
        return None
    for after in (begin + 1, begin + 2):
        land = " ".join(words.all[i].text for i in range(begin, min(after, end)))
        first = words.all[min(after, end)].text
        person = first in given.male or first in given.female or first in given.either or first in given.family_first
        if end - after == 1 and person and metonyms.named(land) is not None:
            return after
    return None


def _name(words: Words, first: int, last: int, title: int) -> Name:
    inner = [words.text[words.all[i].start : words.all[i].end] for i in range(first, last)]
    texts = (*inner, words.all[last].text)
    return Name(first, last, title, texts, Span(words.all[first].start, _stop(words, last)))


def _stop(words: Words, last: int) -> int:
    """The end of a name without its possessive ending."""
    word = words.all[last]
    return word.start + len(word.text) if word.owner else word.end


def _title(words: Words, begin: int, end: int) -> int:
    """The index of the first word after the title; ``begin`` where there is none."""
    while begin < end and words.all[begin].lower in _REGIONS:
        begin += 1
    given = lexicon.actors().given
    listed, split = titles(), begin
    if words.all[begin].text in given.male or words.all[begin].text in given.female:
        return begin  # "Martin Luther King"
    for at in range(begin, end):
        if words.all[at].lower.rstrip(".") in listed and not words.all[at].owner:
            split = at + 1
            if words.all[split].lower == "of" and split < end:
                split = split + 2 if words.all[split + 1].lower in _AFTER_OF else begin
                if split == begin:
                    return begin
    return split


def _is_head(word: Word) -> bool:
    return word.text in lexicon.actors().things.body_heads


def _acronym(text: str) -> bool:
    return len(text) > 1 and text.replace(".", "").replace("&", "").isupper()


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    """Common nouns of people and things, which open many a sentence."""
    lists = lexicon.actors()
    people, things = lists.people, lists.things
    bodies = [word for listed in things.bodies.values() for word in listed]
    return frozenset([*people.leaders, *people.posts, *people.groups, *people.mouthpieces, *things.documents, *bodies])
