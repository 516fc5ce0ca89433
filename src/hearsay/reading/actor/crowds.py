"""Several people whom a sentence brings in together: "Mexican officials", "Ann Rao and Ole Dahl".

They matter because "they" may mean them, whether or not they have spoken.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import metonyms
from hearsay.reading.actor.phrases import PREPOSITIONS
from hearsay.reading.actor.pronouns import Heard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.reading.actor.cast import Cast
    from hearsay.reading.actor.entity import Entity, Mention
    from hearsay.reading.actor.scene import Scene
    from hearsay.reading.actor.words import Words

_PLURALS = frozenset({"people", "men", "women", "children", "police", "staff", "crew", "troops"})
_BEFORE = 3  # words before the noun that may belong to it
_STOPS = lexicon.words("stops") | lexicon.words("indefinite") | PREPOSITIONS
_JOINTS = lexicon.words("joints")
_COUNTING = frozenset(
    {"the", "these", "those", "many", "most", "some", "several", "few", "all", "others", "both", "two", "three", "four"}
    | {"five", "dozens", "scores", "hundreds", "thousands", "millions"}
)


def find(scene: Scene) -> tuple[Heard, ...]:
    """Every such place, in text order."""
    found = [_heard(scene, at, scene.made(name, "group", plural=True)) for at, name in _named(scene.words, scene.cast)]
    found += [_heard(scene, first, scene.joint(members)) for first, members in _pairs(scene.words, scene.cast)]
    return tuple(sorted(found, key=lambda one: one.at))


def _heard(scene: Scene, first: int, entity: Entity) -> Heard:
    at = scene.words.all[first].start
    return Heard(at, entity, subject=_begins(scene.words, first), quoted=scene.quoted(at))


def _begins(words: Words, first: int) -> bool:
    """Whether a clause begins at a word, or right before it with an article or a number."""
    before = words.all[first - 1] if first else None
    if before is None or words.all[first].opens or "," in words.between(first - 1, first):
        return True
    return before.lower in _JOINTS or (before.lower in _COUNTING and (before.opens or _begins(words, first - 1)))


def _named(words: Words, cast: Cast) -> Iterator[tuple[int, str]]:
    """The place and the words of each noun for people with what describes it."""
    groups = lexicon.actors().people.groups
    for at, word in enumerate(words.all):
        following = words.all[at + 1].lower if at + 1 < len(words) and words.between(at, at + 1) == " " else ""
        if word.lower not in groups or following in groups:
            continue  # "police officers" are officers
        if _plural(word.lower) and not word.owner and at not in cast.at:
            first = _first(words, at)
            told = " ".join(words.text[words.all[first].start : word.end].split())
            yield first, told if _kept(words, first) else told[:1].lower() + told[1:]


def _plural(noun: str) -> bool:
    return noun not in _COUNTING and (noun.endswith("s") or noun in _PLURALS)


def _kept(words: Words, first: int) -> bool:
    """Whether the capital of a first word is its own."""
    word = words.all[first]
    if not word.opens or word.lower in lexicon.words("followers"):
        return True
    return (
        metonyms.country(word.text) is not None
        or word.text.isupper()
        or (word.text in words.proper and word.lower not in words.common)
    )


def _first(words: Words, at: int) -> int:
    """The first of the words that run into a noun: all of a subject's, elsewhere those with a capital."""
    first = named = at
    while first and at - first < _BEFORE and words.between(first - 1, first) == " ":
        before = words.all[first - 1]
        if (
            before.sentence != words.all[at].sentence
            or before.owner
            or before.lower in _STOPS
            or before.lower.endswith(("ed", "ing", "ly"))
        ):
            break
        first -= 1
        named = first if before.capital and named == first + 1 else named
    counted = first > 0 and words.all[first - 1].lower in _COUNTING and words.between(first - 1, first) == " "
    return first if counted or _begins(words, first) else named


def _pairs(words: Words, cast: Cast) -> Iterator[tuple[int, tuple[Entity, ...]]]:
    """The place and the people of each "Ann Rao and Ole Dahl"."""
    for one, other in pairwise(cast.mentions):
        if _person(one) and _person(other) and one.entity is not other.entity and _joined(words, one, other):
            yield one.name.begin, (one.entity, other.entity)


def _person(mention: Mention) -> bool:
    return mention.entity.type == "person"


def _joined(words: Words, one: Mention, other: Mention) -> bool:
    """Whether only "and" and a title stand between two names."""
    return words.text[one.name.span.end : words.all[other.name.begin].start].split() in (["and"], ["&"])
