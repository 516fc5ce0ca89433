"""Which statements of a claim say the opposite of the others: asserted in other words, a denial is one all the same.

"The winds were not the main reason" speaks against "blamed strong winds", whatever verb introduces it. A statement is
turned round where its clause is negated or calls something untrue, and it is set against those that it shares words
with and that are not turned round.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.story.claims import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.story.claims.said import Said

# Clausal negation of English (Huddleston & Pullum 2002, ch. 9), and what says of a claim that it does not hold.
_NEGATED = re.compile(
    r"\b(?:not|never|nothing|nobody|cannot)\b|n[’']t\b|\bno (?:one|longer)\b"
    r"|\b(?:false|untrue|baseless|groundless|unfounded|invented|fabricated|incorrect|wrong|hoax|fake|null and void)\b"
    r"|\b(?:failed to|falls? short|fell short|rul(?:e|es|ed) out|den(?:y|ies|ied))\b",
    re.IGNORECASE,
)
# Negations that deny nothing: degree, contrast and set phrases.
_EMPTY = re.compile(
    r"\bnot (?:only|just|merely|even|least|yet|immediately|always|necessarily|far)\b|\bwhether or not\b|\bif not\b",
    re.IGNORECASE,
)
_SHARED = 0.12  # of the weight of their words that two statements have, so that one is the other turned round


def turned(said: Said) -> bool:
    """Whether a statement's content is negated, or calls something untrue."""
    return bool(_NEGATED.search(_EMPTY.sub("", said.text)))


def against(said: Said, others: Sequence[Said]) -> bool:
    """Whether a statement says the opposite of most of those that it shares words with."""
    mine = turned(said)
    near = [turned(other) for other in others if terms.shared(said.own, other.own) >= _SHARED]
    return mine and 2 * sum(near) < len(near)
