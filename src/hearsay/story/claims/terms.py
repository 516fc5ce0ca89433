"""Words as terms: what of a text says what it is about, and how much each word weighs.

A weight falls with the logarithm of a word's frequency. Frequency is taken by rank (Zipf's law), from the order of the
vocabulary of the base encoder (BERT, uncased: pieces are listed by frequency).
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from hearsay.story.claims import meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OWNER = re.compile(r"['’]s\b|['’](?=\s|$)")
# Function words of English, and the verbs and nouns of reporting, which say nothing of what is reported.
_EMPTY = _listed(
    "the a an of in on at by for from to with and or but as that which who whom whose this these those it its he him "
    "his she her they them their we us our you your i me my be is are was were been being am has have had having do "
    "does did done will would shall should can could may might must no not nor so than then there here what when "
    "where why how if while because into over under about after before between during against all any both each few "
    "more most other some such only own same too very just also up down out off again further once t s ve re ll d m "
    "say says said told tell tells according one two per cent percent mr mrs ms dr"
)
# Inflections, longest first, and what stands in their place (a light form of Porter's first steps).
_ENDINGS = (
    ("ations", "at"), ("ation", "at"), ("sses", "ss"), ("ings", ""), ("edly", ""), ("ies", "y"), ("ing", ""),
    ("ers", "er"), ("ed", ""), ("es", ""), ("ly", ""), ("s", ""), ("e", ""),
)  # fmt: skip
_LONG = 3  # letters that a stem keeps at least
_COMMONEST, _RAREST = 20, 30_000


def words(text: str) -> tuple[str, ...]:
    """The words of a text that carry what it is about, folded, in order; numbers keep their digits."""
    plain = unicodedata.normalize("NFC", _OWNER.sub("", text)).lower()
    return tuple(word for word in _WORD.findall(plain) if word not in _EMPTY and (len(word) > 1 or word.isdigit()))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The word without its inflection: ``grounded``, ``grounds`` and ``grounding`` are one."""
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LONG and not (ending == "s" and word.endswith("ss")):
            cut = word[: len(word) - len(ending)] + put
            doubled = ending in ("ing", "ed") and len(cut) > _LONG and cut[-1] == cut[-2] and cut[-1] not in "ls"
            word = cut[:-1] if doubled else cut
            break
    return word[:-1] if word.endswith("e") and len(word) > _LONG + 1 else word


@lru_cache(maxsize=1 << 16)
def weight(word: str) -> float:
    """How telling a word is, by its rank: from 0.3 for the commonest to 1 for the rarest; unknown ones 1.05."""
    rank = meaning.rank(word)
    return 1.05 if rank is None else math.log(rank + _COMMONEST) / math.log(_RAREST)


def shared(first: Sequence[str], second: Sequence[str]) -> float:
    """The weight of the stems that both texts have, as part of all that they have (Dice)."""
    a, b = ({stem(word): weight(word) for word in words} for words in (first, second))
    both = sum(weight for stem, weight in a.items() if stem in b)
    total = sum(a.values()) + sum(b.values())
    return 2 * both / total if total else 0.0
