"""The words around a number that say whether it is exact, about right, a floor or a ceiling.

"nearly" and "almost" count as approximations of the number itself; "just under" as less than it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.reading.timex.lexicon import listed

if TYPE_CHECKING:
    from hearsay.model.reading import Modifier

_BEFORE: dict[Modifier, tuple[str, ...]] = {
    "at_least": (
        r"at (?:the very )?least",
        r"(?:no|not) (?:fewer|less) than",
        r"(?:a )?minimum of",
        r"as (?:few|low|little) as",
    ),
    "at_most": (
        r"up to",
        r"as (?:many|much|high|far|long|large) as",
        r"(?:no|not) more than",
        r"at (?:the )?most",
        r"(?:a )?maximum of",
        r"no higher than",
        r"within",
    ),
    "less_than": (
        r"(?:(?:just|slightly|well|far|a little|a bit|significantly|considerably) )?(?:under|below)",
        r"(?:fewer|less|lower|smaller) than",
        r"short of",
        r"not quite",
    ),
    "more_than": (
        r"(?:(?:just|slightly|well|far|a little|a bit|significantly|considerably) )?(?:over|above|exceeding|beyond)",
        r"(?:(?:far|many|much|slightly|well|a little|a bit) )?(?:more|greater|higher|larger|bigger|longer) than",
        r"upwards? of",
        r"in excess of",
        r"(?:surpass|exceed|pass)(?:ed|es|ing)?",
        r"topp(?:ed|ing)|tops",
    ),
    "approx": (
        r"(?:just )?(?:about|around|roughly|approximately|nearly|almost|circa|approx\.?|estimated|close to)",
        r"an estimated|some|nearer|nearing|approaching|barely|perhaps|maybe|or so|~",
        r"(?:in the (?:region|order|vicinity)|on the order) of",
    ),
}
_FILLER = r"(?:\s+(?:a total of|an estimated|estimated|another|just|some|about|around))?"
_LEFT = re.compile(
    "|".join(rf"(?P<{kind}>(?<!\w)(?:{'|'.join(words)}){_FILLER}\s*$)" for kind, words in _BEFORE.items()),
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?<!\w)a total of\s*$", re.IGNORECASE)
_RIGHT = re.compile(
    r"(?P<at_least>\s*\+(?!\w)|-plus\b|\s+plus\b(?=\s*(?:[.,;:)]|$))"
    r"|\s+(?:people\s+)?or (?:(?:slightly|even|a little|many|much) )?(?:more|above|over|higher)\b"
    r"|\s+and (?:above|over|up)\b)"
    r"|(?P<at_most>\s+or (?:less|fewer|below|under|lower)\b)"
    r"|(?P<approx>-odd\b|\s+or so\b|\s+or thereabouts\b)",
    re.IGNORECASE,
)
_REACH = 40
# The last words of the modifiers: a look at one word spares the search in nearly all places.
_LAST_WORD = re.compile(r"([^\W\d_]+|~)\.?\s*\Z")
_LAST_WORDS = listed(
    "least than minimum to as most maximum within under below of quite over above exceeding beyond surpassed "
    "surpasses surpassing surpass exceeded exceeds exceed passed passes passing pass topped topping tops about "
    "around roughly approximately nearly almost circa approx estimated some nearer nearing approaching barely "
    "perhaps maybe so ~ another just"
)


def opens(word: str) -> bool:
    """Whether a word (in small letters) is the last of some modifier: "about", "than", "approx"."""
    return word in _LAST_WORDS


def before(text: str, start: int) -> tuple[Modifier, int] | None:
    """The modifier that ends just before ``start``, and where its words begin."""
    window = max(0, start - _REACH)
    last = _LAST_WORD.search(text[max(window, start - 16) : start])
    if last is None or last.group(1).lower() not in _LAST_WORDS:
        return None
    found = _LEFT.search(text[window:start])
    if found is None or found.lastgroup is None:
        return None
    return _modifier(found.lastgroup), window + found.start()


def total(text: str, start: int) -> int:
    """Where "a total of" before ``start`` begins, or ``start``."""
    window = max(0, start - _REACH)
    found = _TOTAL.search(text[window:start])
    return window + found.start() if found else start


def after(text: str, end: int) -> tuple[Modifier, int] | None:
    """The modifier that begins just after ``end``, and where its words end."""
    found = _RIGHT.match(text, end)
    if found is None or found.lastgroup is None:
        return None
    return _modifier(found.lastgroup), found.end()


def _modifier(name: str) -> Modifier:
    return next(kind for kind in _BEFORE if kind == name)


def limits(low: float, high: float | None, modifier: Modifier) -> tuple[float | None, float | None]:
    """What a modifier leaves of the two ends: a floor has no upper end, a ceiling no lower one."""
    if modifier in ("at_least", "more_than"):
        return low, None
    if modifier in ("at_most", "less_than"):
        return None, high if high is not None else low
    return low, high
