"""Whether what the reader found is worth a place in the record: somebody, named or not, who said or thought something.

The reader learned from annotators who marked every attitude; below, what they marked seldom is left out. The figures
are counts in PolNeAR's training and dev parts, and precision on its dev part (see docs/decisions/0012).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hearsay.reading.attribution import cues, stance

if TYPE_CHECKING:
    from hearsay.model.reading import Attribution

_BAR = 0.6  # confidence below which an active verb without a source is kept out: 2 of 21 such were marked
_PASSIVE = re.compile(r"(?:\b(?:is|are|was|were|be|been|being)\b|['’](?:s|re)\b)", re.IGNORECASE)
# "The town will see new schools": 0 of 23 were marked.
_UNDERGOES = re.compile(r"\b(?:will|would|could)\s+(?:also\s+|soon\s+)?see\b", re.IGNORECASE)
# "has been known to flood", "known as": nobody says it.
_KNOWN = re.compile(r"(?:\b(?:been|is|are|was|were)\s+(?:\w+\s+){0,2}|^(?:\w+\s+)?)known\b", re.IGNORECASE)
_SAYS = re.compile(r"[^\W_]|[:–—―-]")  # words, a colon or a dash, not "***"
_WORD = re.compile(r"[^\W_]+")


def keeps(text: str, one: Attribution) -> bool:
    """Whether an attribution of the reader's is kept."""
    if not one.cue:
        return True
    words = " ".join(piece.of(text) for piece in one.cue)
    if _UNDERGOES.search(words) or _KNOWN.search(words) or not _SAYS.search(words):
        return False
    reports = bool(_reporting() & set(_WORD.findall(words.lower()))) or not words[:1].isalpha()
    if one.source:
        return reports or not _wordless(text, one)
    return reports and (one.confidence >= _BAR or _PASSIVE.search(words) is not None)


def _wordless(text: str, one: Attribution) -> bool:
    """Whether a content is a bare figure: "Plaque displayed 1932"."""
    return bool(one.content) and not any(map(str.isalpha, "".join(piece.of(text) for piece in one.content)))


@cache
def _reporting() -> frozenset[str]:
    """Every form of a verb or noun that reports, and "according"."""
    lexicon = cues.lexicon()
    verbs = lexicon.clause | lexicon.told | lexicon.beside | lexicon.thing | stance.verbs()
    return verbs | frozenset(lexicon.nouns) | {"according"}
