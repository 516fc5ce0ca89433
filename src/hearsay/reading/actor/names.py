"""Proper names in a text: runs of capitalised words, the title before them told apart.

A run goes on over "of", "for", "and" and "the" inside the name of a body (Bank of England, Department of Financial
Protection and Innovation) and over the particles of a person's (Ursula von der Leyen). A word that only opens a
sentence is no name where the text also writes it without a capital, or where the language does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.model.span import Span
from hearsay.reading.actor import bodies, firstnames, metonyms, openings, titles

if TYPE_CHECKING:
    from hearsay.reading.actor.words import Word, Words

_POSSESSORS = frozenset(
    {"attorney", "prosecutor", "children", "women", "people", "men", "sheriff", "mayor", "governor"}
)
_ADJECTIVES = ("ic", "al", "ive", "ary", "ial")
_SHOUTED = 4  # as many words in capitals are a cry or a slogan, and no name
_LOUD, _LONGEST = 4, 240  # a headline's words, at least, and code points, at most, to be judged by its capitals
_PARTICLES = lexicon.words("particles")
_LINKS = frozenset({"of", "for", "and", "the", "&", "on", "in"})
_REGIONS = lexicon.words("sides")
# Last words of the bodies that two places share: "Norfolk and Suffolk Police".
_SHARED = frozenset({"Police", "Constabulary", "Council", "Councils", "Trust", "Service", "Fire", "Ambulance"})
_POLITICS = frozenset({"minister", "ministers", "cabinet", "chancellor", "premier"})
_POLITICAL = frozenset({"Minister", "Cabinet", "Chancellor", "Downing", "PM", "MP", "MPs", "Labour", "Tory", "Tories"})
_NOBODY = lexicon.words("nobody")
_FIELDS = lexicon.words("fields")
_POSTS = frozenset({"minister", "secretary", "commissioner", "ministry", "department", "committee"})
_INNER = _PARTICLES | _LINKS


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
    return piece[0].lower not in openings.OPENERS and (
        metonyms.country(text) is not None or bodies.known(text) is not None or bodies.outlet(text) is not None
    )


def _plain(words: Words, region: Span) -> list[Name]:
    found: list[Name] = []
    at, stop = words.within(region).start, words.within(region).stop
    while at < stop:
        if words.all[at].capital and at + 1 < stop and _numbered(words, at):
            found.append(_name(words, at, at + 1, 0))
            at += 2
            continue
        end = _run(words, at) if words.all[at].capital else None
        if end is None:
            at += 1
            continue
        found.extend(_cut(words, at, end))
        at = end + 1
    return found


def _run(words: Words, at: int) -> int | None:
    """The last word of the run that begins here, or ``None`` where no name does."""
    if not openings.begins(words, at):
        return None
    end, has_head = at, _is_head(words.all[at])
    while (nearer := _next(words, at, end, has_head)) is not None:
        has_head = has_head or any(_is_head(words.all[i]) for i in range(end + 1, nearer + 1))
        end = nearer
    return end


def _next(words: Words, begin: int, end: int, has_head: bool) -> int | None:
    """The word that the run goes on to, or ``None`` where it stops."""
    word, after = words.all[end], end + 1
    if (
        (word.owner and not _belonging(words, after))
        or after >= len(words)
        or words.all[after].sentence != word.sentence
    ):
        return None
    gap, following = words.between(end, after), words.all[after]
    if gap not in (" ", "-", "–", " & ", "/"):
        return None
    if gap in ("-", "–", "/"):
        return None
    if following.capital and following.lower not in openings.CALENDAR and not openings.COMPOUND.search(following.text):
        plain = following.lower not in openings.OPENERS or _initial(words, after)
        return after if plain or openings.acronym(following.text) or openings.given(words, after) else None
    return _over_link(words, begin, after, has_head)


def _belonging(words: Words, at: int) -> bool:
    """Whether a possessor stands inside a body's name: "Attorney's Office", "Children's Hospital"."""
    if at >= len(words) or not words.all[at].capital:
        return False
    owner, lists = words.all[at - 1].lower, lexicon.actors()
    peopled = owner in _POSSESSORS or owner in lists.people.groups or f"{owner}s" in lists.people.groups
    return peopled and (words.all[at].text in lists.things.body_words or words.all[at].text in lists.outlets.words)


def _initial(words: Words, at: int) -> bool:
    """Whether a word is a letter with a full stop: "Sonya A. Dane"."""
    word = words.all[at]
    return len(word.text) == 1 and words.text[word.start + 1 : word.start + 2] == "."


def _over_link(words: Words, begin: int, link: int, has_head: bool) -> int | None:
    """The capitalised word beyond a particle, "of", "for" or "and", where the name goes on over it."""
    beyond = link
    while beyond < len(words) and beyond < link + 2 and words.all[beyond].lower in _INNER:
        beyond += 1
    if beyond >= len(words) or beyond == link or not _same(words, link, beyond) or not words.all[beyond].capital:
        return None
    joint = words.all[link].lower
    if joint == "of" and _public(words, begin, beyond):
        return beyond  # "Joint Chiefs of Staff"
    if joint in _PARTICLES and words.all[beyond - 1].lower in _PARTICLES:
        return beyond
    if joint in ("of", "for", "on"):
        return beyond if has_head and words.all[beyond].lower not in openings.CALENDAR else None
    if joint == "and":
        return beyond if _joined(words, begin, link, beyond) else None
    return None


def _public(words: Words, begin: int, last: int) -> bool:
    """Whether some words are the name of a public body or of its role, word for word."""
    text = " ".join(words.all[i].text for i in range(begin, last + 1))
    return bodies.role_of(text) is not None or bodies.known(text) is not None


def _same(words: Words, left: int, right: int) -> bool:
    return words.all[left].sentence == words.all[right].sentence and all(
        words.between(i, i + 1) == " " for i in range(left, right)
    )


def _joined(words: Words, begin: int, link: int, beyond: int) -> bool:
    """Whether "and" stands inside a name: "… of A and B", or "A and B Commission"."""
    before = [words.all[i] for i in range(begin, link)]
    letters = (word.text for word in before if metonyms.country(word.text) is None)
    if any(openings.acronym(text) for text in letters) or openings.acronym(words.all[beyond].text):
        return False
    last = beyond
    while last + 1 < len(words) and words.all[last + 1].capital and _same(words, last, last + 1):
        last += 1
    if any(word.lower in ("of", "for") for word in before):
        paired = words.all[link - 1].lower.endswith(_ADJECTIVES)  # "Institute of Strategic and International Studies"
        return (last - beyond < 1 or paired) and not words.all[beyond].owner
    if words.all[last].text in _SHARED and last > beyond and len(before) <= 2 and _place(words, begin):
        return True
    if words.all[link - 1].lower in _FIELDS and _ministry(words, beyond, last):
        return True
    if words.all[link - 1].text == "Fire" and words.all[beyond].text == "Rescue":
        return True
    if words.all[begin].text in words.surnames:
        return False  # "Rao and Kent Council"
    return _is_head(words.all[last]) and last > beyond and len(before) <= 2 and not any(_is_head(w) for w in before)


def _ministry(words: Words, at: int, last: int) -> bool:
    """Whether a second field and a post follow: "Water and Sanitation Minister"."""
    later = (words.all[i].lower for i in range(at + 1, last + 1))
    return words.all[at].lower in _FIELDS and any(word in _POSTS for word in later)


def _place(words: Words, at: int) -> bool:
    """Whether a word that begins a name may be a place's: no first name, surname, outlet or body."""
    word = words.all[at].text
    known = openings.listed(word) or word in words.surnames or bodies.outlet(word) or bodies.known(word)
    return not known and not words.all[at].owner and word not in lexicon.actors().things.body_words


def _numbered(words: Words, at: int) -> bool:
    """Whether "No 10" or "Number 10" begins here and means the office, as a report on politics has it."""
    if words.all[at].text not in ("No", "Number") or at + 1 >= len(words) or not _same(words, at, at + 1):
        return False
    told = bodies.known(f"{words.all[at].text} {words.all[at + 1].text}") is not None
    return told and not (_POLITICS.isdisjoint(words.common) and _POLITICAL.isdisjoint(words.proper))


def _cut(words: Words, begin: int, end: int) -> list[Name]:
    """The run as a name with its title, or as no name where only a title is left."""
    if begin == end and words.all[begin].lower in _NOBODY:
        return []
    if (after := _after_land(words, begin, end)) is not None:
        return [_name(words, begin, after - 1, 0), _name(words, after, end, 0)]
    if end - begin + 1 >= _SHOUTED and all(words.all[i].text.isupper() for i in range(begin, end + 1)):
        return []
    end = titles.untitled(words, begin, end)
    split = titles.after(words, begin, end)
    if titles.post(words, begin, end):
        return []
    if split > end or (split == begin == end and words.all[begin].lower in _REGIONS):
        return []
    bodily = any(words.all[i].text in lexicon.actors().things.body_words for i in range(split, end + 1))
    if bodily and not (split == end - 1 and firstnames.sure([words.all[i].text for i in (split, end)])):
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


def _is_head(word: Word) -> bool:
    return word.text in lexicon.actors().things.body_heads
