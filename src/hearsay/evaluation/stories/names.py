"""Whether two names mean the same speaker, as far as words can tell."""

from __future__ import annotations

import re

from hearsay.evaluation.folding import plain

_EMPTY = frozenset(
    ["the", "a", "an", "of", "in", "on", "at", "for", "and", "to", "by", "from", "his", "her", "its", "their", "s"]
)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_INITIAL = re.compile(r"\b(\w)\.")  # "U.S." is "US"
_WORD = re.compile(r"\w+")


def same(gold: str, found: str) -> bool:
    """Equal once case, accents, articles, brackets and punctuation are folded; parties (``A; B``) in any order."""
    return bool(gold and found) and sorted(map(_words, _parties(gold))) == sorted(map(_words, _parties(found)))


def alike(gold: str, found: str) -> bool:
    """Each party of one name is like some party of the other.

    As sets of words, one is part of the other ("Kirby", "John Kirby"), or half or more of all words are in both.
    """
    ours, theirs = _parties(found), _parties(gold)
    if not ours or not theirs:
        return False
    close = [[_close(set(_words(a)), set(_words(b))) for b in theirs] for a in ours]
    return all(any(row) for row in close) and all(any(column) for column in zip(*close, strict=True))


def ends(longer: str, name: str) -> bool:
    """Whether the words of the name are the last ones of the longer name ("Professor Ann Lee", "Ann Lee")."""
    words = _words(name)
    return bool(words) and _words(longer)[-len(words) :] == words


def _parties(name: str) -> list[str]:
    return [party for party in name.split(";") if _words(party)]


def _words(name: str) -> tuple[str, ...]:
    words = _WORD.findall(_INITIAL.sub(r"\1", plain(_BRACKETS.sub("", name))))
    return tuple(word for word in words if word not in _EMPTY) or tuple(words)


def _close(first: set[str], second: set[str]) -> bool:
    return first <= second or second <= first or 2 * len(first & second) >= len(first | second)
