"""Words that stand in a source in a written form of their own: JSON escapes, XML references.

A passage is the words as they are meant, and the map from each of their characters to the characters of the decoded
source that write it. What reads plain text or HTML can read a passage, and its places still lead to the bytes.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from hearsay.intake.draft import Legible
    from hearsay.model.span import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a passage from character ``at`` on: written at ``[start, end)``, as it stands or in another form."""

    at: int
    start: int
    end: int
    plain: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Words, and where each of their characters stands in the decoded source."""

    text: str
    stretches: tuple[Stretch, ...] = ()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the source that write the characters ``[start, end)``."""
        if not self.stretches:
            return 0, 0
        first, last = self._of(start), self._of(max(start, end - 1))
        begin = first.start + start - first.at if first.plain else first.start
        stop = last.start + end - last.at if last.plain else last.end
        return begin, max(begin, stop)

    def _of(self, index: int) -> Stretch:
        return self.stretches[max(0, bisect_right(self.stretches, index, key=lambda stretch: stretch.at) - 1)]


@dataclass(frozen=True, slots=True)
class View:
    """A passage as the parsers of pages and of plain text read it."""

    passage: Passage
    decoded: Legible

    @property
    def text(self) -> str:
        """The words."""
        return self.passage.text

    def bytes_of(self, start: int, end: int) -> Span:
        """The range of bytes of the source that the characters ``[start, end)`` were read from."""
        return self.decoded.bytes_of(*self.passage.place(start, end))


def written(source: str, start: int, end: int, form: re.Pattern[str], meant: Callable[[re.Match[str]], str]) -> Passage:
    """The passage that the characters ``[start, end)`` of a source write.

    Args:
        source: the decoded source.
        start: where the passage begins in it.
        end: where it ends.
        form: what is written in another form than it is meant.
        meant: what such a form means.
    """
    words: list[str] = []
    stretches: list[Stretch] = []
    length, at = 0, start
    for found in form.finditer(source, start, end):
        if found.start() > at:
            stretches.append(Stretch(length, at, found.start(), plain=True))
            words.append(source[at : found.start()])
            length += found.start() - at
        if value := meant(found):
            stretches.append(Stretch(length, found.start(), found.end(), plain=False))
            words.append(value)
            length += len(value)
        at = found.end()
    if at < end:
        stretches.append(Stretch(length, at, end, plain=True))
        words.append(source[at:end])
    return Passage("".join(words), tuple(stretches))
