"""Which way a bare weekday or month points: the tense of the nearest verb.

A bare weekday in news is the report's own day or a past one in nine cases of ten, so past is the default; a verb of
future sense in the same clause ("will meet Tuesday", "is due to open in June") turns it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.reading.timex.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.reading.timex.tokens import Token

PAST, NONE, FUTURE = -1, 0, 1

_FUTURE = listed(
    "planned planning will shall would 'll scheduled due slated intends intend expects "
    "expect upcoming likely may might should "
    "must aims aim opens begins starts resumes arrives leaves departs faces expires reopens"
)
PAST_FORMS = listed(
    "ate became been began bent bit blew bore born bought bound broke brought built burnt burst came caught "
    "chose clung crept cut dealt did done drank dreamt drew driven drove dug fallen fed fell felt fled flew "
    "forbade foresaw forgave forgot fought found froze gave given got grew ground had heard held hid hit hung "
    "kept killed knelt knew laid leapt learnt led left lent let lit lost made meant met mistook outdid overthrew "
    "overtook paid put quit ran rang read rebuilt retook rode rose said sang sank sat saw seen sent shone shook "
    "shot shown shrank shut slept slid sold sought sped spent spilt split spoke sprang spread spun stole stolen "
    "stood strode struck stuck stung swam swept swore swung taken taught thought threw told took tore understood "
    "undertook upheld was went wept were withdrew withheld woke won wore wound wrote"
)
_MODALS = listed("planned planning will shall would may might should must")
# Participles and nouns that look to the future only before "to".
_FUTURE_TO = listed(
    "set going about ready vowed pledged promised agreed want wants expected expect plan plans planned supposed "
    "hopes hope"
)
_NOMINAL = frozenset({"THE", "AN", "ITS", "POSS", "OF", "IN", "FROM", "BY", "NUM", "DAYNUM", "THIS", "ORD"})
_REACH = 24
_NEAR = 8


def direction(words: Sequence[Token], first: int, last: int) -> int:
    """PAST, FUTURE or NONE for the expression that is ``words[first:last]``."""
    before = range(first - 1, max(-1, first - _REACH), -1)
    after = range(last, min(len(words), last + _REACH))
    following = words[last] if last < len(words) else None
    inside = first > 0 and words[first - 1].kind == "IN"  # "the tariff imposed in September would remain"
    if following is not None and following.low in ("will", "would") and not inside:
        return FUTURE
    if first > 1 and words[first - 1].low == "as" and words[first - 2].low in ("soon", "early"):
        return FUTURE
    if first > 1 and words[first - 1].kind == "ON" and words[first - 2].low in ("is", "are"):
        return FUTURE
    if _opens_clause(words, first):
        return _nearest(words, after) or _nearest(words, before)
    return _nearest(words, before) or _nearest(words, after)


def limit(words: Sequence[Token], first: int, last: int) -> int:
    """PAST or FUTURE for an expression after "by" or "until": ahead, unless a state of the past ends there."""
    if _opens_clause(words, first):
        return direction(words, first, last) or FUTURE
    for place in range(first - 1, max(-1, first - _NEAR), -1):
        if words[place].kind in ("STOP", "TO") or words[place].low in _FUTURE:
            return FUTURE
        if words[place].low in ("was", "were", "had", "been"):
            return PAST
    return FUTURE


# Nouns of what is reported for a period that is over: "the job figures for January".
_REPORTED = listed(
    "figures figure data results result report reports sales earnings profit profits numbers statistics index"
)


def period(words: Sequence[Token], first: int, last: int) -> int:
    """PAST or FUTURE for an expression after "for" or "through": ahead, unless a report of the past stands before."""
    reported = any(word.low in _REPORTED for word in words[max(0, first - 3) : first])
    return direction(words, first, last) or PAST if reported else FUTURE


def _opens_clause(words: Sequence[Token], first: int) -> bool:
    """Whether the expression, with its preposition, heads its clause: "but by Tuesday the trip was off"."""
    head = first - 1 if first and words[first - 1].kind in ("ON", "BY", "IN", "UNTIL", "AT") else first
    return head == 0 or words[head - 1].kind in ("STOP", "AND") or words[head - 1].low in ("but", "“", '"')


def _nearest(words: Sequence[Token], places: range) -> int:
    for place in places:
        word = words[place]
        if word.kind == "STOP":
            return NONE
        before = words[place - 1] if place else None
        announced = word.low == "expected" and before is not None and before.low in ("is", "are")
        if (
            announced
            or (word.low in _FUTURE and word.kind != "MONTH")
            or (word.kind == "TO" and _leads_on(words, place))
        ):
            return PAST if before is not None and before.low in ("had", "been") else FUTURE
        if word.low in PAST_FORMS and before is not None and before.low in _MODALS:
            return FUTURE  # "will hit": a form that is past as well
        if word.low in PAST_FORMS and not (before is not None and before.kind == "TO"):
            return PAST
        verbal = before is None or not (before.kind in _NOMINAL or before.low == "be" or before.low.endswith("ing"))
        if verbal and word.kind == "OTHER" and word.low.endswith("ed") and len(word.low) > 4:
            return PAST
    return NONE


def _leads_on(words: Sequence[Token], place: int) -> bool:
    """Whether a "to" looks to the future: "set to open", and a headline's "Minister to visit"."""
    if not 0 < place < len(words) - 1:
        return False
    before, after = words[place - 1], words[place + 1]
    if after.low == "be" or before.low in ("is", "are"):
        return True
    headline = place < 8 and words[-1].kind not in ("STOP", "MARK") and before.kind == "CAP"
    return before.low in _FUTURE_TO or (
        headline and after.kind in ("OTHER", "START", "END") and not after.low.endswith("s")
    )
