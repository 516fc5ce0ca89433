"""Why reports are in one story, and what sets two stories apart: for a person, in the words that decided it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hearsay.model.story import Bond, Drawn
from hearsay.story.clusters.likeness import similarity
from hearsay.story.clusters.marks import worth

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearsay.story.clusters.features import Features
    from hearsay.story.clusters.terms import Term

_WORD = re.compile(r"[^\W_]+")
_TOLD = 4  # names, and words, that are told
_LEAST = 0.3  # of its reports, more than of the others: so many have a word that marks a story


def bonds(story: Sequence[Features], derived: Iterable[tuple[str, str]]) -> tuple[Bond, ...]:
    """For each report of a story the report of it that is nearest; the source of a copy is nearest of all.

    ``derived`` are ids of reports: a copy and what it comes from. A story of one report has no bonds.
    """
    sources: dict[str, set[str]] = {}
    for copy, of in derived:
        sources.setdefault(copy, set()).add(of)
    found = []
    for one in story:
        others = [other for other in story if other is not one]
        if others:
            own = sources.get(one.report, set())
            found.append(_bond(one, max(others, key=lambda other: _near(one, other, own)), own))
    return tuple(found)


def marking(here: Sequence[Features], there: Sequence[Features]) -> tuple[str, ...]:
    """The words that reports are about and that the others do not have, the most telling first."""
    about = Counter(term.word for one in here for term in one.terms if term.prominent and _tells(term.word))
    has = Counter(term.word for one in there for term in one.terms)
    worths = {term.word: worth(term) for one in here for term in one.terms}
    more = {word: count / len(here) - has[word] / len(there) for word, count in about.items()}
    telling = sorted(
        (word for word in more if more[word] >= _LEAST), key=lambda word: (-more[word] * worths[word], word)
    )
    return tuple(telling[:_TOLD])


def spelled(told: Drawn, texts: Iterable[str]) -> Drawn:
    """The same with each word as the texts spell it most often; a word that none of them has stays as it is."""
    spellings: dict[str, Counter[str]] = {}
    for text in texts:
        for word in _WORD.findall(text):
            spellings.setdefault(word.casefold(), Counter())[word] += 1

    def each(words: Iterable[str]) -> tuple[str, ...]:
        return tuple(spellings[word].most_common(1)[0][0] if word in spellings else word for word in words)

    return Drawn(
        tuple(replace(one, names=each(one.names), words=each(one.words)) for one in told.bonds),
        tuple(replace(one, here=each(one.here), there=each(one.there)) for one in told.partings),
    )


def _near(one: Features, other: Features, sources: set[str]) -> tuple[bool, float, str]:
    return other.report in sources, similarity(one, other), other.report


def _bond(one: Features, other: Features, sources: set[str]) -> Bond:
    theirs = {term.word: term for term in other.terms}
    shared = [(term, theirs[term.word]) for term in one.terms if term.word in theirs and _tells(term.word)]
    names, words = ([pair for pair in shared if (pair[0].kind == "n") is named] for named in (True, False))
    copied = other.report in sources
    return Bond(one.report, other.report, copied, _heaviest(names), _heaviest(words), _apart(one.day, other.day))


def _tells(word: str) -> bool:
    """Whether a reader is told anything by it: a letter alone tells nothing."""
    return len(word) > 1 or word.isdigit()


def _heaviest(shared: list[tuple[Term, Term]]) -> tuple[str, ...]:
    ranked = sorted(shared, key=lambda pair: (-pair[0].weight * pair[1].weight, pair[0].word))
    return tuple(term.word for term, _ in ranked[:_TOLD])


def _apart(a: str | None, b: str | None) -> int | None:
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) if a and b else None
