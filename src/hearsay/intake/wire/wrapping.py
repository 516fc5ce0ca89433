"""Lines back to paragraphs: hard wrapping undone, each character's place kept.

A wrapped line is broken because the next word did not fit. So where the next line's first word would have fitted, the
break was meant, and a new block begins: the first-fit rule of every line-filling editor, read backwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.intake.dates import stamp
from hearsay.intake.wire import furniture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SLACK = 3
"""Columns by which a line may fall short of the measure and still be full: editors differ by a mark or blank."""
HEAD_GROUPS = 5
"""Groups of lines at the head of a page in which a line that begins with a date stands by itself."""
WIDEST = 140
"""A measure above this is no measure: the text is not wrapped."""

_BREAKS = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ENDED = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_FORMED = re.compile(r"^\s*(?:[•·‣▪▲△▶■*]\s|\^|\[|(?:By|BY)\s+\S|\(?(?:END|ENDS)\b|--\s|[-–]\s?30\s?[-–])")
_DATED = re.compile(
    r"(?:posted|published|updated|modified|filed|last|first|on|at|date)?\W*(?:[a-z]{3,9},?\s)?(?:\d|[a-z]{3,9}\.?\s\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space at its ends: its characters' range in the source text, and its indentation."""

    text: str
    start: int
    end: int
    indent: int


@dataclass(frozen=True, slots=True)
class Run:
    """The lines of one block, and which blank-separated group of the source they stand in."""

    lines: tuple[Line, ...]
    group: int

    @property
    def text(self) -> str:
        """The words, white space folded."""
        return " ".join(" ".join(line.text.split()) for line in self.lines)

    def place(self, offset: int) -> int:
        """The character of the source at which the folded text's character ``offset`` stands."""
        for line in self.lines:
            folded = " ".join(line.text.split())
            if offset <= len(folded):
                return line.start + _unfold(line.text, offset)
            offset -= len(folded) + 1
        return self.lines[-1].end


def runs(text: str) -> list[Run]:
    """The blocks of a plain text, in order."""
    groups = list(_groups(text))
    measure = _measure(groups)
    return [
        Run(tuple(block), number)
        for number, group in enumerate(groups)
        for block in _split(group, measure, head=number < HEAD_GROUPS)
    ]  # fmt: skip


def lines(text: str) -> Iterator[Line | None]:
    """The lines of a text; ``None`` for a blank one."""
    at = 0
    for found in [*_BREAKS.finditer(text), None]:
        end = found.start() if found else len(text)
        raw = text[at:end]
        words = _unmarked(raw.strip().strip("\ufeff\u200b\x00").strip())
        if words:
            start = at + raw.index(words)
            yield Line(words, start, start + len(words), _columns(raw[: start - at]))
        else:
            yield None
        at = found.end() if found else end


def _unmarked(words: str) -> str:
    """A line without the quad marks of wire copy at its end: ``<`` ends any, ``=`` only one that ``^`` begins.

    Source: ANPA 1312, the newspaper publishers' text format: quad left and quad centre, as desks print them.
    """
    return words.rstrip("<=").rstrip() if words.startswith("^") else words.rstrip("<").rstrip()


def _columns(blank: str) -> int:
    return len(blank.expandtabs(4))


def _groups(text: str) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines(text):
        if line is None or furniture.is_rule(line.text):
            if group:
                yield group
            group = []
            if line is not None:
                yield [line]
        else:
            group.append(line)
    if group:
        yield group


def _measure(groups: Sequence[Sequence[Line]]) -> int | None:
    """The width that lines were filled to, in columns, or ``None`` where paragraphs stand on one line each."""
    inner = sorted(
        line.indent + len(line.text)
        for group in groups
        for line in group[:-1]
        if len(line.text) >= 40 and not line.text.startswith("^")
    )
    if len(inner) < 4:
        return None
    measure = inner[int(len(inner) * 0.85)]
    unwrapped = sum(len(group) == 1 and len(group[0].text) > measure * 1.6 for group in groups)
    return measure if measure <= WIDEST and inner[len(inner) // 2] >= measure * 0.75 and unwrapped < 3 else None


def _split(group: Sequence[Line], measure: int | None, *, head: bool) -> Iterator[list[Line]]:
    block = [group[0]]
    for line in group[1:]:
        if head and _DATED.match(line.text) and len(line.text) <= 90 and stamp.find(line.text):
            yield block
            block = [line]
        elif _joins(block[-1], line, measure, deep=len(group) >= 4):
            block.append(line)
        else:
            yield block
            block = [line]
    yield block


def _joins(line: Line, following: Line, measure: int | None, *, deep: bool) -> bool:
    """Whether ``following`` goes on with the sentence or paragraph of ``line``."""
    if _FORMED.match(following.text) or following.indent >= line.indent + 2:
        return False
    word = following.text.split(maxsplit=1)[0]
    goes_on = following.text[0].islower() and not _ENDED.search(line.text)
    if measure is None:
        return goes_on and len(line.text) >= 50
    if line.indent + len(line.text) + 1 + len(word) > measure - SLACK * (not _ENDED.search(line.text)):
        return True
    if goes_on:
        return len(line.text) >= measure // 2
    return deep and not _ENDED.search(line.text) and len(line.text) >= measure * 0.8


def _unfold(raw: str, offset: int) -> int:
    """The place in a raw line of a character of its folded form."""
    at = 0
    for index, char in enumerate(raw):
        if at == offset and not char.isspace():
            return index
        if char.isspace():
            at += not raw[index - 1].isspace()
        else:
            at += 1
    return len(raw)
