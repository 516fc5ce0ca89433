"""Whom a body names as its own source: the sentences in which other media report, and which of them name one maker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.story.lineage import lists

if TYPE_CHECKING:
    from hearsay.story.lineage.body import Body
    from hearsay.story.lineage.names import Maker

PASSES_ON = 0.42
"""The part of its sentences from which a report only passes on what media say."""
_CERTAIN = 12  # letters: so long a name is known without its capitals
_TAG = 3  # letters of a tag (AP, KCN)


def naming(text: str, body: Body, maker: Maker) -> tuple[int, ...]:
    """The sentences of a body that name the maker of another report and tell what it reported."""
    return tuple(
        position
        for position, (first, stop) in enumerate(body.sentences)
        if not lists.CUES.isdisjoint(body.words[first:stop])
        and any(_stands(text, body, at, stop, maker) for at in range(first, stop))
    )


def relayed(text: str, body: Body) -> float:
    """The part of a body's sentences that pass on what media reported, by their words alone."""
    told = sum(_relays(text, body, first, stop) for first, stop in body.sentences)
    return told / len(body.sentences) if body.sentences else 0.0


def _relays(text: str, body: Body, first: int, stop: int) -> bool:
    """Whether a sentence has a word for reporting or for a medium, or a word that ends an outlet's name."""
    words = body.words[first:stop]
    if not (lists.RELAYED.isdisjoint(words) and lists.MEDIA.isdisjoint(words)):
        return True
    return any(text[body.starts[at] : body.ends[at]] in lexicon.actors().outlets.words for at in range(first + 1, stop))


def _stands(text: str, body: Body, at: int, stop: int, maker: Maker) -> bool:
    """Whether one of the maker's names begins at a word, as a name is written: with a capital, a short one in capitals.

    A name from another script is known by how its first word sounds, where another name follows.
    """
    word = _bare(body.words[at])
    for name in maker.cited:
        if name.startswith(word) and _runs(body, at, stop, name):
            written = text[body.starts[at] : body.ends[at]]
            return len(name) >= _CERTAIN or (written.isupper() if len(name) <= _TAG else written[:1].isupper())
    if len(word) > _TAG and at + 1 < stop and _sounds(word, maker.sound):
        return text[body.starts[at]].isupper() and text[body.starts[at + 1]].isupper()
    return False


def _sounds(word: str, sound: str) -> bool:
    """Whether a name begins with the word, give or take how its last sound is written ("Hanbit", "Hanbich…")."""
    return sound.startswith(word if len(word) <= _TAG + 1 else word[:-1])


def _runs(body: Body, at: int, stop: int, name: str) -> bool:
    here = ""
    while at < stop and len(here) < len(name):
        here += _bare(body.words[at])
        at += 1
        if here == name:
            return True
    return False


def _bare(word: str) -> str:
    return word.removesuffix("'s").replace("'", "")
