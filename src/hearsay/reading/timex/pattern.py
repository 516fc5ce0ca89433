"""A small language for patterns over word classes.

A pattern is a regular expression in which a name in capitals stands for a word class (``THE? LAST NUM UNIT``); white
space has no meaning, and groups are named in small letters. Some names stand for several classes.
"""

from __future__ import annotations

import re

from hearsay.reading.timex.lexicon import LETTER

_UNIONS = {
    "NUMBER": ("DAYNUM", "NUM"),
    "ANYUNIT": ("UNIT", "UNITS", "NIGHT", "QUARTER", "WEEKEND"),
    "ONEUNIT": ("UNIT", "NIGHT", "QUARTER", "WEEKEND"),
    "PART": ("PARTDAY", "NIGHT"),
    "STAGE": ("EARLY", "LATE", "MID"),
    "EDGE": ("START", "END", "MID"),
    "VAGUE": ("FEW",),
    "NOW": ("TODAY", "YESTERDAY", "TOMORROW", "TONIGHT"),
    "DET": ("THE", "ITS"),
    "POINT": ("NOON", "MIDNIGHT"),
}
_NAME = re.compile(r"(?<![<\\])\b[A-Z]{2,}\b")


def letters(pattern: str) -> str:
    """The regular expression over class letters that a pattern stands for.

    Raises:
        KeyError: if the pattern names no known class.
    """
    return _NAME.sub(_class, pattern).replace(" ", "").replace("\n", "")


def _class(match: re.Match[str]) -> str:
    name = match.group()
    if name in _UNIONS:
        return f"[{''.join(LETTER[each] for each in _UNIONS[name])}]"
    return LETTER[name]
