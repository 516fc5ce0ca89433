"""Sentences of a region of text, as spans.

A sentence ends at a full stop, question or exclamation mark with its closing quotation marks and brackets, where what
follows can begin another one; at a blank line; and at the ideographic stops. A stop after an abbreviation is judged
by the abbreviation's class: titles and the like never end a sentence; company forms, initialisms and hours ("Inc.",
"U.S.", "p.m.") end one only before a word that seldom stands inside a name. Sentences inside a quotation are split as
any others: the closing mark belongs to the sentence that it closes.
"""

from __future__ import annotations

import re

from hearsay.model.span import Span

_BOUNDARY = re.compile(
    r"(?P<blank>\n[^\S\n]*\n)"
    r"|(?P<wide>[。！？][」』”’）]*)"
    r"|(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[\"”’'»)\]}]*+)(?=\s)"
)
_NEXT = re.compile(r"\s+([\"“‘'«(\[–—-]*)(\w*)")
_WORD = re.compile(r"[^\W\d_][\w.’'&-]*$")
# How far back a word that a stop closes can begin, and how far on the next word can run.
_REACH = 24


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Forms that always lean on the word after them. Source: AP Stylebook's abbreviated titles, and common usage.
_LEANING = _words(
    "mr mrs ms mx dr prof messrs mme mlle gen lt col sgt cpl capt cmdr maj adm brig pvt pfc spc sen sens rep reps gov "
    "govs rev fr hon pres supt insp det dept st ste mt ft vs v viz cf approx ca al e.g i.e no nos art arts sec secs "
    "para paras vol vols fig figs pp ph eds ed op bros"
)
# Month and weekday forms lean on a number or a name, and otherwise may end a sentence.
_DATED = _words("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun")
# Company forms, degrees and the shortened names of American states (AP style) can stand inside a name or end it.
_FORMS = _words(
    "inc corp co ltd plc llc jr sr bros etc est min max ave blvd rd hwy ala ariz ark calif colo conn del fla ga ill "
    "ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo d.c n.y n.j u.s u.k "
    "u.n e.u ph.d m.d"
)
# Words that open a sentence far more often than they continue a name after "U.S.", "Inc.", "p.m." or an initial.
_STARTERS = _words(
    "a an the this that these those he she it they we i you his her its their our my there here in on at by for from "
    "to with after before since during under over among between but and or so yet if when while as although though "
    "because however meanwhile earlier later also both some many most more all no not what who why how where which "
    "according asked officials police authorities"
)
_ZONES = _words("est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst cet cest ist kst jst hkt local")
_DAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)


def split(text: str, region: Span) -> tuple[Span, ...]:
    """The sentences of ``region``, in order, each without the white space around it.

    Every character of the region that is not white space lies in exactly one of them.
    """
    found: list[Span] = []
    start = region.start
    for match in _BOUNDARY.finditer(text, region.start, region.end):
        if match.lastgroup == "close" and not _ends(text, match, region.end):
            continue
        _keep(found, text, start, match.end())
        start = match.end()
    _keep(found, text, start, region.end)
    return tuple(found)


def _keep(found: list[Span], text: str, start: int, end: int) -> None:
    """Add the trimmed span, unless nothing is left of it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def _ends(text: str, match: re.Match[str], limit: int) -> bool:
    """Whether a stop followed by white space ends its sentence."""
    after = _NEXT.match(text, match.end(), min(limit, match.end() + 2 * _REACH))
    if after is None or not after.group(2):
        return True
    opening, word = after.group(1), after.group(2)
    if word[0].islower():
        return bool(opening) and opening[-1] in '"“‘«' and not match.group("close")
    if match.group("stop") != "." or match.group("close"):
        return True
    return _ends_after_word(_word_before(text, match.start()), word, bool(opening.strip("-–—")))


def _word_before(text: str, at: int) -> str:
    """The word that ends at ``at``, lower case; inner stops ("U.S") stay."""
    found = _WORD.search(text[max(0, at - _REACH) : at])
    return found.group().lower() if found else ""


def _ends_after_word(word: str, following: str, opened: bool) -> bool:
    """Whether the stop after ``word`` ends a sentence, given the next word (a capital or a digit starts it)."""
    if not word:
        return True
    if word in _LEANING:
        return word == "no" and not following[0].isdigit()
    starts = opened or following.lower() in _STARTERS
    if word in _DATED:
        return starts or not (following[0].isdigit() or following.lower() in _DAYS)
    if word in ("a.m", "p.m", "am", "pm"):
        return following.lower() not in _ZONES | _DAYS
    if len(word) == 1 or "." in word or word in _FORMS:
        return starts
    return True
