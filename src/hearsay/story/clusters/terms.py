"""What a report speaks of: the words that are names, the other words, and the numbers, each with its weight."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from hearsay.story.clusters import rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hearsay.model.reading import Reading

KEPT = 120
"""A report keeps so many terms at most, those of the greatest weight."""

_WORD = re.compile(r"[^\W_]+")
_OF = re.compile(r"(?<=\w)['’]s\b")
_BREAK = re.compile(r"[.!?:\"“”]")
_STRANGE = 7.0  # a word this rare that begins a sentence, and stands nowhere else, is a name
_UNTITLED = 2  # paragraphs of the lead where no headline is stated: the first may be one
_LEAST = 0.5  # a word that weighs less tells nothing


class Term(NamedTuple):
    """A word in lower case, or a number's digits.

    ``kind`` is ``n`` for a word of a name, ``w`` for another word, ``d`` for a number; ``times`` how often the report
    has it, ``lead`` how often its headline and first paragraph have it.
    """

    word: str
    kind: str
    times: int
    lead: int

    @property
    def rarity(self) -> float:
        """How much the word tells wherever it stands."""
        if self.kind == "d":
            return rarity.of_number(self.word)
        return rarity.of_name(self.word) if self.kind == "n" else rarity.of_word(self.word)

    @property
    def weight(self) -> float:
        """How much the word tells of this report."""
        return (1 + math.log(self.times)) * self.rarity

    @property
    def prominent(self) -> bool:
        """Whether the report is about it: it stands in the lead, or three times."""
        return self.lead > 0 or self.times >= 3


@dataclass(frozen=True, slots=True)
class _Use:
    """One use of a word: as written, whether its capital could be owed to its place, and whether in the lead."""

    word: str
    first: bool
    lead: bool


def find(reading: Reading) -> tuple[Term, ...]:
    """The terms of a report's headline and body, in the order of the alphabet."""
    uses = tuple(_uses(reading))
    named = _named(uses)
    count, lead = Counter[str](), Counter[str]()
    for use in uses:
        count[use.word.casefold()] += 1
        lead[use.word.casefold()] += use.lead
    terms = (Term(word, _kind(word, named), times, lead[word]) for word, times in count.items())
    telling = sorted((term for term in terms if term.rarity >= _LEAST), key=lambda term: (-term.weight, term.word))
    return tuple(sorted(telling[:KEPT]))


def _uses(reading: Reading) -> Iterator[_Use]:
    report, paragraphs = reading.report, 0
    lead = 1 if report.headline else _UNTITLED
    for part in report.parts:
        if part.kind in ("headline", "paragraph"):
            paragraphs += part.kind == "paragraph"
            words = _OF.sub("", report.text[part.start : part.end])
            yield from _in(words, title=part.kind == "headline", lead=paragraphs <= lead)


def _in(text: str, *, title: bool, lead: bool) -> Iterator[_Use]:
    end = 0
    for found in _WORD.finditer(text):
        first = title or end == 0 or _BREAK.search(text, end, found.start()) is not None
        yield _Use(found.group(), first, lead)
        end = found.end()


def _named(uses: Iterable[_Use]) -> frozenset[str]:
    """Words that are written with a capital where nothing but being a name asks for one."""
    capital, small, first = Counter[str](), Counter[str](), Counter[str]()
    for use in uses:
        written = first if use.first and use.word[0].isupper() else capital if use.word[0].isupper() else small
        written[use.word.casefold()] += 1
    sure = {word for word, times in capital.items() if times >= small[word]}
    return frozenset(sure | {word for word in first if word not in small and rarity.of_word(word) >= _STRANGE})


def _kind(word: str, named: frozenset[str]) -> str:
    if word[0].isdigit():
        return "d"
    return "n" if word in named else "w"
