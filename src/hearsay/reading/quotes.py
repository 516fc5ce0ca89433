"""Quotation marks: which characters of a text stand inside quoted speech.

A single left-to-right pass over the marks of each region. It copes with curly, straight, low and angle marks, single
marks used as quotation marks, quotations that run over several paragraphs (each paragraph opens again and only the
last one closes), and marks that nobody closed.
"""

import re
from collections.abc import Sequence

from hearsay.model.span import Span

OUTSIDE, OPEN, INSIDE, CLOSE = 0, 1, 2, 3

_MARK = re.compile(r"""``|''|["“”„‟«»‘’‚']""")
_DOUBLE_OPEN = frozenset("“„‟«") | {"``"}
_DOUBLE_CLOSE = frozenset("”»") | {"''"}
_BEFORE_OPEN = frozenset("([{—–-/“\"‘'")


def states(text: str, regions: Sequence[Span]) -> bytearray:
    """One state for each code point of `text`: OUTSIDE, OPEN (the mark itself), INSIDE or CLOSE (the mark itself).

    Only the regions are looked at; the rest of the text is OUTSIDE.
    """
    out = bytearray(len(text))
    for region in regions:
        for start, stop, closed in _quotations(text, region):
            _fill(out, text, start, stop, closed)
    return out


def _fill(out: bytearray, text: str, start: int, stop: int, closed: bool) -> None:
    """Write one quotation, marks included, into the states."""
    out[start:stop] = bytes([INSIDE]) * (stop - start)
    first = 2 if text.startswith("``", start) else 1
    out[start : start + first] = bytes([OPEN]) * first
    if closed:
        last = 2 if text.startswith("''", stop - 2) else 1
        out[stop - last : stop] = bytes([CLOSE]) * last


def _quotations(text: str, region: Span) -> list[tuple[int, int, bool]]:
    """The outermost quotations of one region: start, stop (marks included) and whether a closing mark was found."""
    found: list[tuple[int, int, bool]] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text, region.start, region.end):
        mark, at = match.group(), match.start()
        if opened is None:
            if _opens(text, region, mark, at, match.end()):
                opened = (at, mark)
        elif _closes(text, region, opened[1], mark, at, match.end()):
            found.append((opened[0], match.end(), True))
            opened = None
        elif _opens_again(text, region, opened[1], mark, at, match.end()):
            found.append((opened[0], _sentence_end(text, opened[0], at), False))
            opened = (at, mark)
    if opened is not None and opened[1] not in "‘'‚":
        found.append((opened[0], region.end, False))
    return found


def _opens(text: str, region: Span, mark: str, at: int, after: int) -> bool:
    if after >= region.end or text[after].isspace():
        return False
    free = at == region.start or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPEN
    if mark in _DOUBLE_OPEN:
        return True
    if mark == '"':
        return free or not (text[at - 1].isalnum() or text[at - 1] in ".,;:!?)")
    if mark in "‘'‚":
        return free and text[after].isalpha() and _single_closes_later(text, region, mark, after)
    return False


def _closes(text: str, region: Span, opener: str, mark: str, at: int, after: int) -> bool:
    spaced_before = text[at - 1].isspace()
    inner_next = after < region.end and text[after].isalnum()
    if opener in "‘‚'":
        right = mark in "'’" if opener == "'" else mark in "’‘"
        return right and not spaced_before and not inner_next
    if mark == '"':
        return opener in '"“„``' and not (spaced_before and inner_next)
    if mark == "“":
        return opener in "„‟"
    return mark in _DOUBLE_CLOSE


def _opens_again(text: str, region: Span, opener: str, mark: str, at: int, after: int) -> bool:
    """A second opening mark where a closing one is due: the first was never closed."""
    if opener in "‘'‚":
        return mark in _DOUBLE_OPEN or mark == '"'
    return (mark in _DOUBLE_OPEN or mark == '"') and _opens(text, region, mark, at, after)


def _single_closes_later(text: str, region: Span, mark: str, after: int) -> bool:
    """Whether a single mark that could be an apostrophe has a closing partner in the same region, not too far on."""
    limit = min(region.end, after + 400)
    close = re.compile(r"(?<=[^\s])['’](?![^\W_])" if mark == "'" else r"(?<=[^\s])[’‘](?![^\W_])")
    return close.search(text, after, limit) is not None


def _sentence_end(text: str, start: int, stop: int) -> int:
    """Where an unclosed quotation most likely stopped: its last visible character before `stop`."""
    while stop > start + 1 and text[stop - 1].isspace():
        stop -= 1
    return stop
