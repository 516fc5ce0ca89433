"""Tokens back to running text: corpora that keep tokens alone, laid out as a reader would meet them.

Where the spaces stood is not told; they are put back by the customs of English print. A corpus that marks tokens
written as one (``al - Amr`` for "al-Amr") says so with ``joined``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLOSING = frozenset(",.;:!?)]}%”’…'")
_OPENING = frozenset("([{$£€“‘")
_WRITTEN = {"``": "“", "''": "”", "`": "‘"}  # the Penn Treebank's quotation marks


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark; ``joined`` where it is written as one with that before it."""

    word: str
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """A text, and the place in it of each token of all paragraphs, in order."""

    text: str
    places: tuple[Span, ...]

    def span(self, tokens: Sequence[int]) -> Span:
        """From the first of some tokens to the last."""
        return Span(self.places[min(tokens)].start, self.places[max(tokens)].end)


def lay(paragraphs: Sequence[Sequence[Token]]) -> Laid:
    """The paragraphs as text, a blank line between them."""
    text, places = "", []
    for paragraph in filter(None, paragraphs):
        text += "\n\n" * bool(text)
        before, within = "", frozenset[str]()
        for token in paragraph:
            word = _WRITTEN.get(token.word, token.word)
            quotes = word in ("'", '"') and not (word == "'" and word not in within and before.endswith("s"))
            closing = word in within if quotes else word[0] in _CLOSING or word == "n't"
            text += "" if token.joined or closing or not before or before[-1] in _OPENING else " "
            places.append(Span(len(text), len(text) + len(word)))
            text += word
            before = "(" if quotes and not closing else word  # what follows a mark that opens stands close to it
            within ^= {word} if quotes else set()
    return Laid(text, tuple(places))
