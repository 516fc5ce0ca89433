"""What a figure is about, in the report's own words: the thing counted, measured or paid for.

Counted things follow their number ("65 Boeing jets after a window blew out"). Of money, percentages and bare numbers
the thing stands behind "of" ("26 percent of its cash"), or straight behind the number ("a $270 million renovation"),
or before it, as the subject of the clause ("the shares closed at $106.04", "a loss of $1.8 billion").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.reading.quantity import bounds, lexicon, numerals
from hearsay.reading.timex.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.reading.timex.tokens import Token

_LONGEST = 8
_BREAKS = listed("STOP COMMA MARK AND OR")
_CLAUSE = listed(
    "but while as that which who whose because although if when where said says say told added according and or so "
    "than including"
)
# Words at which a noun phrase ends, or that say nothing at its edge.
_EDGES = lexicon.STOPPERS | listed(
    "a an the more less further additional another about around roughly nearly almost some at least up to over "
    "under above below just still already now including however meanwhile then again totalled totaled reached stood "
    "puts put percent per cent cents pct % us them me him bn tn worth well rather currently i'm it's that's there's "
    "very really quite nearer close highest lowest record perhaps maybe mere little odd plus"
)
# The end of a clause that says what befell the counted: "the attacks killed", "police have arrested".
_ACT = re.compile(r"(?:ed|shot|hurt|left|lost|cut|sent|freed|found|built|sold|bought|took|held)\Z")
_DATED = listed("MONTH WEEKDAY YEAR TODAY YESTERDAY")
_NUMBERS = listed("NUM DAYNUM YEAR")


def phrase(text: str, words: Sequence[Token], first: int, last: int, after: int, *, counted: bool) -> str | None:
    """What the figure ``words[first:last]`` is about; its unit's words end at ``after``.

    ``counted``: the unit is the thing itself, and what follows the number names it with what befell it.
    """
    if counted:
        last += last < len(words) and words[last].kind == "OF"
        named = _ahead(words, last, after)
        bare = named <= after and words[last].low in ("people", "more", "others")
        befallen = _before(text, words, first) if bare else None
        return befallen if befallen and _ACT.search(befallen) else _cut(text, words, last, named)
    return _whole(text, words, after) or _straight(text, words, after) or _before(text, words, first)


def _ahead(words: Sequence[Token], at: int, least: int) -> int:
    """The end of the run of words from ``at`` to the next break, and not before ``least``."""
    end = at
    while end < len(words) and end - at <= _LONGEST and (end < least or not _breaks(words, end)):
        end += 1
    while end > least and words[end - 1].low in _EDGES:
        end -= 1
    return end


def _breaks(words: Sequence[Token], at: int) -> bool:
    word = words[at]
    if word.kind in _BREAKS or word.low in _CLAUSE or word.kind in _NUMBERS:
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    if word.kind == "CAP" and after is not None and after.kind in _NUMBERS and after.start == word.end:
        return True  # "R50bn", "A350"
    return (
        bounds.opens(word.low)
        and word.kind not in ("OF", "TO")
        and at + 1 < len(words)
        and words[at + 1].kind in _NUMBERS
    )


def _whole(text: str, words: Sequence[Token], at: int) -> str | None:
    """The whole behind "of": "its cash", "all deposits"."""
    if at >= len(words) or words[at].kind != "OF":
        return None
    return _cut(text, words, at + 1, _noun_end(words, at + 1))


def _straight(text: str, words: Sequence[Token], at: int) -> str | None:
    """The noun straight behind the number: "renovation", "share sale", "stake in the bank"."""
    if at < len(words) and words[at].kind == "HYPHEN":
        at += 1
    if at >= len(words) or words[at].kind not in ("OTHER", "CAP") or words[at].low in _EDGES:
        return None
    if words[at].low in lexicon.AFTERTHOUGHTS or (at + 1 < len(words) and words[at + 1].kind == "BY"):
        return None
    return _cut(text, words, at, _noun_end(words, at))


def _noun_end(words: Sequence[Token], at: int) -> int:
    end = at
    while end < len(words) and end - at < _LONGEST and not _breaks(words, end):
        inside = words[end].kind in ("THE", "ITS", "AN", "POSS", "HYPHEN", "THAT", "THIS") and words[end].low != "that"
        if end > at and words[end].low in lexicon.STOPPERS and not inside:
            break
        end += 1
    return end


def _before(text: str, words: Sequence[Token], first: int) -> str | None:
    """The clause before the figure, from its subject on: "its deposits", "the lender's stock"."""
    first -= first > 0 and words[first - 1].low == ":"  # "Attendance: 12,836"
    begin = first
    while begin > 0 and first - begin < _LONGEST and not _breaks(words, begin - 1):
        begin -= 1
    end = first
    while end > begin and words[end - 1].low in _EDGES:
        end -= 1
    while begin < end and words[begin].low in _EDGES:
        begin += 1
    return _cut(text, words, begin, end)


def _cut(text: str, words: Sequence[Token], begin: int, end: int) -> str | None:
    if all(word.low in _EDGES or word.low in numerals.SUFFIXES or word.kind in _DATED for word in words[begin:end]):
        return None
    if begin >= end or end > len(words):
        return None
    return " ".join(text[words[begin].start : words[end - 1].end].split()).strip(" -–'’\"“”") or None
