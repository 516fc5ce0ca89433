"""What a story is called: the headline that says most of what the others say."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from hearsay.story.clusters import rarity

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")


def title(headlines: Sequence[str]) -> str:
    """The most telling of some headlines: its rare words stand in the most others, for its length.

    Of equals the first; an empty string where there is none.
    """
    told = [one for one in headlines if one.strip()]
    words = [set(_WORD.findall(one.casefold())) for one in told]
    spread = Counter(word for each in words for word in each)
    weights = {word: rarity.of_word(word) * (count - 1) for word, count in spread.items()}

    def telling(at: int) -> float:
        return sum(weights[word] for word in words[at]) / (len(words[at]) + 3) if words[at] else 0.0

    return told[max(range(len(told)), key=lambda at: (telling(at), -at))] if told else ""
