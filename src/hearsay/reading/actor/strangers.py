"""People whom a sentence brings in without a name.

"A ferry pilot who asked not to be named was more cautious." They matter because the next sentence may call them "he".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.reading.actor.entity import Entity
from hearsay.reading.actor.nouns import people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.reading.actor.cast import Cast
    from hearsay.reading.actor.words import Words

_REACH = 7
_AFTER = frozenset(
    {"who", "was", "is", "at", "in", "of", "with", "from", "familiar", "close", "told", "said", "had", "has", "sounded"}
)


def find(words: Words, cast: Cast) -> Iterator[tuple[int, Entity]]:
    """Each unnamed person who opens a sentence, with the place of the words."""
    for span in words.sentences:
        first = words.first(span.start)
        if first < len(words) and words.all[first].lower in ("a", "an", "another", "one"):
            head = _head(words, cast, first)
            if head is not None:
                described = " ".join(words.all[i].text for i in range(first + 1, head + 1))
                yield span.start, Entity(f"unnamed {described}", "unnamed", set(described.lower().split()))


def _head(words: Words, cast: Cast, first: int) -> int | None:
    """The person noun that ends the phrase begun by an article, before "who", a comma or a verb."""
    for i in range(first + 1, min(first + _REACH, len(words) - 1)):
        if words.all[i].sentence != words.all[first].sentence or words.between(i - 1, i) != " ":
            return None
        following = words.all[i + 1]
        ends = following.lower in _AFTER or words.between(i, i + 1).startswith(",")
        if words.all[i].lower in people() and ends and not words.all[i].owner and i + 1 not in cast.at:
            return i
    return None
