"""What the corpora of coreference know of a text: mentions in chains, names of chains, and who does the speaking."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hearsay.model.span import Span

_SELF = frozenset(["i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours"])
_PRONOUNS = frozenset(
    ["he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their",
     "theirs", "themselves", "who", "whom", "whose", "which", "that", "this", "these", "those"]
)  # fmt: skip
_SMALL = frozenset(["the", "a", "an"])
_AFTER = re.compile(r"\s*(?:[,()\-–—]|(?:of|from|in|at|on|with|for|who|which|that|whose)\b|$)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean somebody or something: all mentions of one thing are its chain."""

    span: Span
    chain: str


@dataclass(frozen=True, slots=True)
class Speech:
    """An event of speech or thought, by its word, and the mention of who spoke or thought."""

    cue: Span
    speaker: Mention


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its chains. ``titles`` are the names that a knowledge base gives a chain, where it has one."""

    name: str
    text: str
    mentions: tuple[Mention, ...]
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    speech: tuple[Speech, ...] = ()
    dated: str | None = None

    def at(self, span: Span) -> Mention | None:
        """The smallest mention around the span, or the longest that opens it; ``None`` where there is neither.

        What opens a span is its head where a comma, a preposition or a relative clause follows: "Ann Lee, of Acme",
        but not "Acme spokeswoman Ann Lee".
        """
        around = [one for one in self.mentions if one.span.covers(span)]
        if around:
            return min(around, key=lambda one: len(one.span))
        opening = [one for one in self.mentions if span.covers(one.span) and self._heads(one.span, span)]
        return max(opening, key=lambda one: len(one.span), default=None)

    def chain(self, span: Span) -> str | None:
        """The chain of that mention."""
        mention = self.at(span)
        return mention.chain if mention else None

    def names(self, chain: str) -> tuple[str, ...]:
        """The words of its mentions that are names, each once, without what follows a comma; none of a lone mention."""
        words = [one.span.of(self.text).split(",")[0] for one in self.mentions if one.chain == chain]
        return tuple(dict.fromkeys(word for word in words if form(word) == "a name")) if len(words) > 1 else ()

    def _heads(self, opening: Span, span: Span) -> bool:
        before = self.text[span.start : opening.start].strip().lower()
        return before in ("", *_SMALL) and bool(_AFTER.match(self.text[opening.end : span.end]))


def form(words: str) -> str:
    """What the words are by their look: I, we or you; a pronoun; a name (with capitals) or a description."""
    bare = [word for word in words.split() if word.lower() not in _SMALL]
    if len(bare) == 1 and (word := bare[0].lower()) in _SELF | _PRONOUNS:
        return "a pronoun" if word in _PRONOUNS else "I, we or you"
    return "a name" if any(word[:1].isupper() for word in bare) else "a description"
