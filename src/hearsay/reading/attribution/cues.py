"""The lexicon of reporting cues: verbs by the frame they stand in, nouns with a clause, words of outlets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Outlets:
    """Words that name an outlet in general, that end the name of one, and names that are known as such."""

    general: frozenset[str]
    named: frozenset[str]
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """Inflected forms of verbs by frame (see ``resources/cues.yml``), nouns, and words of outlets."""

    clause: frozenset[str]
    bare: frozenset[str]
    told: frozenset[str]
    private: frozenset[str]
    thing: frozenset[str]
    order: frozenset[str]
    beside: frozenset[str]
    nouns: frozenset[str]
    private_nouns: frozenset[str]
    outlets: Outlets


@cache
def lexicon() -> Cues:
    """The lexicon, read once."""
    raw = resources.files("hearsay.data").joinpath("cues.json").read_bytes()
    return msgspec.json.decode(raw, type=Cues)


def any_of(words: Iterable[str]) -> str:
    """A regular expression that matches one of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"


@cache
def outlet() -> re.Pattern[str]:
    """Matches a word by which a noun phrase shows itself to name an outlet or outlets."""
    words = lexicon().outlets
    titled = r"(?:Sunday|Morning|Evening) [A-Z]\w+"
    return re.compile(rf"\b(?:(?i:{any_of(words.general)})|{any_of(words.named)}|{any_of(words.known)}|{titled})\b")
