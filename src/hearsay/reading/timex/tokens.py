"""A region's words with their classes, and numerals joined into one word.

The tokens of a region are also a string of one letter each, over which the patterns run. Times and figures read the
same tokens, so the last regions are kept.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hearsay.reading.quantity import numerals
from hearsay.reading.timex.lexicon import COMPANIES, HOLIDAYS, LETTER, MONTHS, TITLES, WEEKDAYS, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

Worth = int | float | str | None
Classified = tuple[str, Worth]

# Words come first: they are nearly all there is.
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]++(?:[’'](?!s\b)[^\W\d_]++|\.[^\W\d_]++)*)"
    r"|(?=[\d¼½¾’'.])(?:"
    r"(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?![\w-]))"
    r"|(?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/]))"
    r"|(?P<decade>(?:1[89]|20)\d0[’']?s\b|[’']?\d0s\b)"
    r"|(?P<short>[’']\d\d\b(?![’'\d]))"
    r"|(?P<clock>\d{1,2}[:.]\d\d(?![\d.:])(?=\s?(?i:[ap]\.?m\b|gmt\b|utc\b|hrs\b|in the))"
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<hours>(?:[01]\d|2[0-4])[0-5]\d(?=\s?(?i:gmt|utc|hours|hrs|local|ist|est|z)\b))"
    r"|(?P<fraction>(?:\d{1,9}[ -])?\d/\d(?![\d/])|\d{0,9}[¼½¾])"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?!,?\d)(?:\.\d+)?|\d{1,3}(?:,\d\d)*,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,3}(?: 000)+(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?![\d.])"
    r"|\d{1,3}\.000(?![\d.])|\d+(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"|(?P<poss>[’']s?(?!\w)))"
    r"|(?P<mark>[^\w\s])"
)
_PUNCTUATION = {"-": "HYPHEN", "‐": "HYPHEN", "‑": "HYPHEN", "–": "HYPHEN", ",": "COMMA", "/": "SLASH", ".": "STOP",
                "!": "STOP", "?": "STOP", ";": "STOP"}  # fmt: skip
# Names of months and weekdays short enough to be other words, unless a stop or a number follows.
_SHORT = frozenset(name for name in (*MONTHS, *WEEKDAYS) if len(name) < 6) - {"may", "june", "july", "march", "april"}
_BEFORE_DIGIT = re.compile(r"[ ,]{1,2}\d")
# After the last stop of an initialism or a company's form: the sentence goes on ("U.S. troops", "Acme Inc. in May").
_GOES_ON = re.compile(r"\. [a-z0-9]")
# The same before a name ("U.S. Steel"), unless the word opens sentences far more often.
_NAME_FOLLOWS = re.compile(
    r"\. (?!(?:An?|The|Th[ei]se?|That|[HS]he|It|They|We|I|You|In|On|At|By|For|But|And|As|If)\b)[A-Z]"
)
_SPELLED = frozenset({*numerals.ONES, *numerals.TENS})
_DECADES = {f"{tens}0s": tens for tens in range(2, 10)}
_HOLIDAY = re.compile("|".join(sorted(HOLIDAYS, key=len, reverse=True)).replace("'", "[’']"), re.IGNORECASE)
_HOLIDAY_HEADS = frozenset(name.split()[0] for name in HOLIDAYS)


class Token(NamedTuple):
    """One word, numeral or mark: its place, its lower-case form, its class and what it is worth."""

    start: int
    end: int
    low: str
    kind: str
    worth: Worth = None
    capital: bool = False
    upper: bool = False


class Tokens(NamedTuple):
    """The words of a region, and their classes as a string of as many letters."""

    words: tuple[Token, ...]
    letters: str


@lru_cache(maxsize=512)
def read(text: str, start: int, end: int) -> Tokens:
    """The tokens of ``text`` from ``start`` to ``end``."""
    found: list[Token] = []
    make = tuple.__new__  # as NamedTuple does it, without a call of its own for each of a page's words
    skip = start
    for match in _TOKEN.finditer(text, start, end):
        at, last = match.span()
        if at < skip:
            continue
        if match.lastindex == _WORD:
            special, plain = _known(match.group())
            token = make(Token, (at, last, *plain))
            if special:
                token = _looked_at(text, token, end)
        else:
            token = _shaped(at, match.group(), match.lastgroup or "")
        skip = token.end
        if token.kind not in _NUMERIC or not _joined(found, token):
            found.append(token)
    return Tokens(tuple(found), "".join([LETTER[token.kind] for token in found]))


_WORD = _TOKEN.groupindex["word"]
_NUMERIC = frozenset({"NUM", "DAYNUM"})


def _looked_at(text: str, token: Token, limit: int) -> Token:
    """A word whose class or end depends on what follows it."""
    at, end, low = token.start, token.end, token.low
    holiday = _HOLIDAY.match(text, at, limit) if low in _HOLIDAY_HEADS else None
    if holiday is not None:
        return Token(at, holiday.end(), holiday.group().lower().replace("’", "'"), "HOLIDAY", None, True)
    stopped = text.startswith(".", end)
    if stopped and (low in TITLES or ("." in low and _NAME_FOLLOWS.match(text, end))):
        return token._replace(end=end + 1)
    if low in _SHORT and not stopped and not _BEFORE_DIGIT.match(text, end):
        return token._replace(kind="CAP" if token.capital else "OTHER", worth=None)
    if stopped and (token.kind in ("AM", "MONTH", "WEEKDAY") or _GOES_ON.match(text, end)):
        return token._replace(end=end + 1)
    return token


@lru_cache(maxsize=1 << 16)
def _known(word: str) -> tuple[bool, tuple[str, str, Worth, bool, bool]]:
    """Whether what follows a word must be looked at; and the word in small letters, its class, worth and capitals."""
    low = word.lower().replace("’", "'")
    kind, worth = _classified(word, low)
    special = (
        (low in _HOLIDAY_HEADS and word[0].isupper())
        or low in ("a.m", "p.m")
        or (low in _SHORT and kind in ("MONTH", "WEEKDAY"))
        or "." in low
        or (word[0].isupper() and (low in TITLES or low in COMPANIES))
    )
    return special, (low, kind, worth, word[0].isupper(), word.isupper())


def _classified(word: str, low: str) -> Classified:
    known = WORDS.get(low)
    if known is not None and _may_be(word, low, known[0]):
        return known
    value = numerals.simple(low)
    if value is not None:
        return ("DAYNUM" if 1 <= value <= 31 else "NUM"), value
    if low in numerals.ORDINALS:
        return "ORD", numerals.ORDINALS[low]
    if low in numerals.MAGNITUDES:
        return "NUM", numerals.MAGNITUDES[low]
    return ("OTHER" if word.islower() else "CAP"), None


def _may_be(word: str, low: str, kind: str) -> bool:
    """Months and weekdays are written with a capital; "may", "march" and "sat" in small letters are other words."""
    if kind in ("MONTH", "WEEKDAY", "WEEKDAYS"):
        return word[0].isupper() and (len(word) > 2 or not word.isupper())
    return low not in ("est", "et", "pt", "mst", "ist") or word.isupper()


def _shaped(at: int, word: str, shape: str) -> Token:
    low = word.lower().replace("’", "'")
    kind, worth = _SHAPES[shape](low)
    return Token(at, at + len(word), low, kind, worth)


def _number(low: str) -> Classified:
    value = numerals.digits(low)
    if len(low) == 4 and isinstance(value, int) and 1000 <= value < 2200:
        return "YEAR", value
    return ("DAYNUM" if isinstance(value, int) and 1 <= value <= 31 and len(low) < 3 else "NUM"), value


def _decade(low: str) -> Classified:
    plain = low.replace("'", "")
    return "DECADE", (int(plain[:3]) if len(plain) == 5 else _DECADES.get(plain, 0))


_SHAPES: dict[str, Callable[[str], Classified]] = {
    "iso": lambda low: ("ISO", low.upper()),
    "slashed": lambda low: ("SLASHED", low),
    "decade": _decade,
    "short": lambda low: ("YEAR", (2000 if low < "'40" else 1900) + int(low[1:])),
    "clock": lambda low: ("CLOCK", low.replace(".", ":")),
    "hours": lambda low: ("CLOCK", f"{low[:2]}:{low[2:]}"),
    "fraction": lambda low: ("NUM", numerals.fraction(low)),
    "ordinal": lambda low: ("ORD", int(low[:-2])),
    "number": _number,
    "poss": lambda low: ("POSS", low),
    "mark": lambda low: (_PUNCTUATION.get(low, "MARK"), None),
}


def _joined(found: list[Token], token: Token) -> bool:
    """Join a number word to the one before it: "twenty" + "-" + "five", "two" + "hundred"."""
    if not found or not isinstance(token.worth, int | float):
        return False
    linked = len(found) > 1 and (
        (found[-1].kind == "HYPHEN" and found[-1].end == token.start)
        or (found[-1].kind == "AND" and found[-2].low.endswith(("hundred", "thousand")) and token.low in _SPELLED)
    )
    before = found[-2] if linked else found[-1]
    total = _sum(before, token)
    if total is None:
        return False
    del found[-2 if linked else -1 :]
    kind = "DAYNUM" if isinstance(total, int) and 1 <= total <= 31 else "NUM"
    found.append(Token(before.start, token.end, f"{before.low} {token.low}", kind, total, before.capital))
    return True


def _sum(before: Token, token: Token) -> int | float | None:
    """What two neighbouring numerals are worth together, or ``None`` where they are two numbers."""
    if before.kind not in ("DAYNUM", "NUM", "YEAR") or not isinstance(before.worth, int | float):
        return None
    factor = numerals.MAGNITUDES.get(token.low)
    if factor is not None:
        return numerals.times(before.worth, factor) if before.worth < factor else None
    last = before.low.rpartition(" ")[2]
    if last in numerals.TENS and numerals.ONES.get(token.low, 0) in range(1, 10) and isinstance(token.worth, int):
        return before.worth + token.worth
    if last in ("hundred", "thousand", "million") and not token.low[0].isdigit() and isinstance(token.worth, int):
        return before.worth + token.worth if token.worth < numerals.MAGNITUDES[last] else None
    return None
