"""Page furniture in saved pages, told by form: share bars, menus, pleas, links; never by the page they come from."""

from __future__ import annotations

import re
from functools import cache

from hearsay.intake.wire.lexicon import furniture

_BULLET = re.compile(r"^\s*(?:[•·‣▪▸►◦*+–—-]|\[\w{0,3}\]|\d{1,2}[.)])\s+")
_RULE = re.compile(r"^[\s=_*~#.·•+<>|/\\:–—-]{3,}$")
_CRUMB = re.compile(r"\s(?:>|»|›|→|::|>>|//|\||/|~~|•|·|\*{2,})\s|\s{3,}")
DENSE = 12
"""Syllables or signs of a sentence in Hangul, kana or Han, whose words are few or unparted."""
UNSPACED = 60
"""Letters of a paragraph in a script that has neither spaces between words nor full stops."""
_SYLLABLES = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_END = re.compile(r"[.!?…。！？؟۔।॥։።။។][\"'”’»)\]]*$")


def is_rule(line: str) -> bool:
    """Whether a line is nothing but a drawn rule."""
    return _RULE.match(line) is not None


def is_bullet(line: str) -> bool:
    """Whether a line is an item of a list."""
    return _BULLET.match(line) is not None


def is_share(line: str) -> bool:
    """Whether a line has no words but those of a share bar."""
    words = re.findall(r"[^\W_]+(?:-\w+)?", _BULLET.sub("", line).lower())
    return bool(words) and len(line) <= 160 and all(word in furniture().share or word.isdigit() for word in words)


def is_menu(line: str) -> bool:
    """Whether a line is a run of section names."""
    words = re.findall(r"[^\W\d_]+", line.lower())
    known = sum(word in furniture().menu for word in words)
    return len(line) <= 300 and len(words) >= 2 and known >= 0.6 * len(words)


def is_crumb(line: str) -> bool:
    """Whether a line is a trail or bar of short pieces set off by signs ("Home > World > Africa")."""
    pieces = [piece for piece in _CRUMB.split(line.strip()) if piece.strip()]
    return len(pieces) >= 2 and len(line) <= 200 and all(len(piece.split()) <= 8 for piece in pieces)


def pieces(line: str) -> list[str]:
    """The pieces of such a line."""
    return [piece.strip() for piece in _CRUMB.split(line.strip()) if piece.strip()]


def is_plea(line: str) -> bool:
    """Whether a line speaks to the reader of the page: share, subscribe, read another story, accept cookies."""
    folded = _BULLET.sub("", line).strip("[](){}» ›>-=*_~").lower()
    if len(folded) > 300:
        return False
    return _starts().match(folded) is not None or (len(folded) <= 200 and _anywhere().search(folded) is not None)


def is_prose(text: str) -> bool:
    """Whether a block reads like a paragraph of a report: a sentence of some length that ends as sentences do."""
    words = text.split()
    if not text.isascii() and len(text) >= DENSE:
        if len(_SYLLABLES.findall(text)) >= DENSE and _END.search(text):
            return True
        if len(_UNSPACED.findall(text)) >= UNSPACED:
            return True
    return (len(words) >= 6 and _END.search(text) is not None) or len(words) >= 40


@cache
def _starts() -> re.Pattern[str]:
    ordered = sorted(furniture().starts, key=len, reverse=True)
    return re.compile(
        "(?:"
        + "|".join(map(re.escape, ordered))
        + r")(?!\w)|(?:"
        + "|".join(re.escape(s) for s in ordered if not s[-1].isalnum())
        + ")"
    )


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(furniture().anywhere, key=len, reverse=True))))
