"""Interviews: who answers where paragraphs begin with "Q:" and "A:", or with a name and a colon.

An unquoted "I" there is the one whose turn it is, and not the writer of the report. Whose "A:" is, the paragraphs
above the first question tell where they name one person and no more; otherwise nobody is guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hearsay.model.report import Report
    from hearsay.reading.actor.cast import Cast
    from hearsay.reading.actor.entity import Entity
    from hearsay.reading.actor.words import Words

_LETTER = re.compile(r"\s*([QA])\s?[:.]\s")
_LABEL = re.compile(r"\s*[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}\s?:\s")
_FEWEST = 2  # labels of one kind make an interview


@dataclass(frozen=True, slots=True)
class Interview:
    """Who speaks in each paragraph from ``first`` to ``last``, by the paragraphs' numbers; nobody outside."""

    first: int
    last: int
    speakers: tuple[Entity | None, ...]

    def holds(self, paragraph: int) -> bool:
        """Whether a paragraph is part of it."""
        return self.first <= paragraph <= self.last

    def speaker(self, paragraph: int) -> Entity | None:
        """Whose turn a paragraph of it is, where that is known."""
        return self.speakers[paragraph - self.first]


NONE = Interview(0, -1, ())


def find(report: Report, cast: Cast) -> Interview:
    """The interview in a report; :data:`NONE` where its paragraphs bear no such labels."""
    words = cast.words
    letters = {i: found for i, region in enumerate(words.regions) if (found := _letter(words, region.start))}
    if list(letters.values()).count("A") >= _FEWEST and "Q" in letters.values():
        answers = _introduced(report, cast, words.regions[min(letters)].start)
        return _filled({i: answers if letter == "A" else None for i, letter in letters.items()})
    named = {i: one for i, region in enumerate(words.regions) if (one := _label(cast, region.start))}
    people = Counter(id(one) for one in named.values() if one.type == "person")
    if any(count >= _FEWEST for count in people.values()):
        return _filled({i: one if one.type == "person" else None for i, one in named.items()})
    return NONE


def _letter(words: Words, at: int) -> str | None:
    found = _LETTER.match(words.text, at)
    return found.group(1) if found else None


def _label(cast: Cast, at: int) -> Entity | None:
    """The one whose name and a colon begin a paragraph."""
    found = _LABEL.match(cast.words.text, at)
    if found is None:
        return None
    mention = cast.at.get(cast.words.first(at))
    last = cast.words.first(found.end()) - 1
    return mention.entity if mention is not None and mention.name.last == last else None


def _introduced(report: Report, cast: Cast, stop: int) -> Entity | None:
    """The one person, none of the writers, whom the paragraphs before a place name."""
    writers = {author.name.lower() for author in report.byline}
    named = [one.entity for one in cast.mentions if one.name.span.start < stop and one.entity.type == "person"]
    found = list(dict.fromkeys(one for one in named if one.name.lower() not in writers))
    return found[0] if len(found) == 1 else None


def _filled(turns: dict[int, Entity | None]) -> Interview:
    """An interview from its labels; a paragraph without one goes on with the turn before it."""
    first, last = min(turns), max(turns)
    speakers: list[Entity | None] = []
    for paragraph in range(first, last + 1):
        speakers.append(turns[paragraph] if paragraph in turns else speakers[-1])
    return Interview(first, last, tuple(speakers))
