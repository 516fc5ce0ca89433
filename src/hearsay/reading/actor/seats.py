"""Which country a body of a common name belongs to: "the Senate", "the Joint Chiefs of Staff".

The owner tells it first, then the place it lies in. Else it is the country of which the report speaks most, before
which come those whose own body has the very words in its name.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hearsay.reading.actor import bodies, metonyms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hearsay.reading.actor.names import Name
    from hearsay.reading.actor.words import Words


_REACH = 10  # words that are looked back over for a country that owns something


class Seats:
    """The countries of a report by the place of each word that tells one."""

    def __init__(self, words: Words, lands: Mapping[int, str]) -> None:
        self._words, self._lands = words, lands
        self._often = [code for code, _ in Counter(lands.values()).most_common()]

    def country(self, name: Name, role: str) -> str | None:
        """The country whose body of a role a name means; ``None`` where the report names no country."""
        return self.owning(name) or self._seated(name) or self._before(name) or self._likely(name, role)

    def owning(self, name: Name) -> str | None:
        """The country that owns a name ("Nigeria's Senate")."""
        before = self._words.all[name.begin - 1] if name.begin else None
        return metonyms.country(before.text) if before is not None and before.owner else None

    def _seated(self, name: Name) -> str | None:
        """The country of the place that a body lies in or is of: "The Joint Chiefs of Staff (JCS) in Seoul"."""
        words, at = self._words, name.last + 1
        if at < len(words) and words.between(name.last, at) == " (":
            at += 1
        if at + 1 >= len(words) or words.all[at].lower not in ("in", "of") or words.between(at, at + 1) != " ":
            return None
        return self._lands.get(words.all[at + 1].start)

    def _before(self, name: Name) -> str | None:
        """The country that owns something right before: "Japan’s Kyodo, citing a Defence Ministry official"."""
        words = self._words.all
        near = reversed(words[max(name.begin - _REACH, 0) : name.begin])
        here = (word for word in near if word.sentence == words[name.begin].sentence and word.owner)
        return next((code for word in here if (code := self._lands.get(word.start))), None)

    def _likely(self, name: Name, role: str) -> str | None:
        """The country named most, first of all among those whose own body has these words in its name."""
        own = (code for code in self._often if name.text in bodies.compose(role, code))
        often = self._often[:1] if Counter(self._lands.values())[self._often[0] if self._often else ""] > 1 else []
        return next(own, None) or next(iter(often), None)
