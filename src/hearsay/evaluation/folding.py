"""Words compared as people compare them: quotation marks, white space and edge punctuation folded."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from hearsay.model.span import Span

_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u00a0": " ", "‑": "-"})
_EDGE = " \t\n\"'.,;:–—-…"
_SPACE = re.compile(r"\s+")


def fold(words: str) -> str:
    """White space as one blank, quotation marks straight, edges bare of quotation marks and punctuation."""
    return _SPACE.sub(" ", words.translate(_MARKS)).strip(_EDGE)


def plain(words: str | None) -> str:
    """Folded, in lower case, without accents: for names and other short values."""
    folded = unicodedata.normalize("NFKD", fold(words or "").casefold())
    return "".join(c for c in folded if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with its white space and quotation marks folded, and each character's place in the original."""

    words: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Folded:
        """Folds a text."""
        words: list[str] = []
        places: list[int] = []
        for at, char in enumerate(text.translate(_MARKS)):  # one character for one, so places hold
            if not char.isspace():
                words.append(char)
            elif words and words[-1] != " ":
                words.append(" ")
            else:
                continue
            places.append(at)
        return cls("".join(words), tuple(places))

    def find(self, words: str) -> tuple[Span, ...]:
        """Every place of the words, by their folded form; whole words where there are any, parts of words else."""
        sought = fold(words) or words.strip()
        spots = [m.start() for m in re.finditer(f"(?={re.escape(sought)})", self.words)] if sought else []
        whole = [at for at in spots if self._whole(at, at + len(sought))]
        return tuple(Span(self.places[at], self.places[at + len(sought) - 1] + 1) for at in whole or spots)

    def _whole(self, start: int, end: int) -> bool:
        before = self.words[start - 1 : start].isalnum() and self.words[start].isalnum()
        after = self.words[end : end + 1].isalnum() and self.words[end - 1].isalnum()
        return not (before or after)


def quote(text: str, pieces: tuple[Span, ...]) -> str:
    """The words of the pieces, with an ellipsis between."""
    return " … ".join(piece.of(text) for piece in pieces)
