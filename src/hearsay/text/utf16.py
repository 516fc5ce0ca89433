"""Places in a text as browsers count them.

Python counts code points; JavaScript, the DOM and Java count UTF-16 code units, in which a character beyond the Basic
Multilingual Plane (an emoji, some Han) is two (The Unicode Standard, 3.9). Decomposed Hangul is several of either.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Units:
    """The two ways of counting in one text: ``beyond`` are the places, in code points, of characters of two units."""

    beyond: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Units:
        """The counting of a text."""
        if text.isascii():
            return cls(())
        return cls(tuple(at for at, letter in enumerate(text) if letter > "\uffff"))

    def units(self, at: int) -> int:
        """A place in code points as a place in units."""
        return at + bisect_left(self.beyond, at)

    def points(self, at: int) -> int:
        """A place in units as a place in code points; the middle of a character is its beginning."""
        low, high = 0, len(self.beyond)
        while low < high:  # the first character of two units that begins at or behind the place
            middle = (low + high) // 2
            if self.beyond[middle] + middle < at:
                low = middle + 1
            else:
                high = middle
        inside = low > 0 and self.beyond[low - 1] + low == at
        return at - low if not inside else self.beyond[low - 1]
