"""Captions: the words under a picture, and who is credited for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(
    r"^\s*(?:[▲△▼▶◀◆■]\s*|(?:file(?:\s+(?:photo|image|picture))?|photo|foto|image|picture|pictured|caption|bild|"
    r"사진)\s?(?:[:：]|[-–—]\s)\s*|(?:image|media) caption\s+(?=[A-Z]))",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:photo|image|picture|video|photograph|handout|footage|frame grab|still|photos|images)s?\b[^.]{0,40}?\b"
    r"(?:released|provided|distributed|taken|supplied|made available|issued|shared|captured)?\s?\b(?:by|from|"
    r"courtesy of)\s+"
    r"(?:the\s)?(?P<who>(?:[A-Z][\w’'&-]*)(?:\s(?:of\s|the\s)*[A-Z][\w’'&-]*){0,5})"
)
_TAIL = re.compile(
    r"\s*(?P<all>\((?P<a>[^()]{2,70})\)|\[(?P<b>[^][]{2,70})\]|"
    r"(?:^|(?<=[.!?”\"’)])\s|\s[/–—]\s|\s(?=[|]))(?:(?:photo|photograph|picture|image|foto|credit|source|"
    r"사진)s?(?:graph)?(?:\s(?:by|credit))?\s?[:：/]?\s|[©/|]\s?)"
    r"(?P<c>(?:[^.()|]|(?<=\b\w)\.){2,70}))\.?\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:[-–—]\s?)?(?:photo(?:graph)?s?|picture|image|foto|bild|credit|source|사진|file|handout)"
    r"(?:\s(?:by|credit|courtesy of|courtesy))?\s?[:：/=]?\s*|^[©/]\s*",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"\b(?:photo|images?|pictures?|file|handout|via|reuters|afp|ap|epa|getty|©)\b|/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption's parts.

    Attributes:
        start: where the words begin, after a mark such as ▲.
        end: where they end, before a trailing credit.
        credit: who made or gave the picture ("TASS"), if the caption says so.
        tail: the range of the trailing credit's words ("(Yonhap)"), if there is one.
    """

    start: int
    end: int
    credit: str | None
    tail: tuple[int, int] | None


def is_marked(line: str) -> bool:
    """Whether a line begins with the mark of a caption (▲, ``Photo:``, ``FILE -``)."""
    return _MARK.match(line) is not None


def read(line: str) -> Caption:
    """The parts of a caption. Who gave the picture outranks the agency in brackets, which may have passed it on."""
    mark = _MARK.match(line)
    start = mark.end() if mark else 0
    tail = _TAIL.search(line, max(start, len(line) - 120))
    made = _BY.search(line, start)
    # An aside in brackets is a credit where nothing but a name stands in it.
    if tail and tail["c"] is None and not _is_credit(tail["a"] or tail["b"]):
        tail = None
    words = (tail["a"] or tail["b"] or tail["c"]) if tail else None
    credit = made["who"] if made else _LABEL.sub("", words).strip() if words else None
    end = tail.start() if tail else len(line)
    while end > start and line[end - 1].isspace():
        end -= 1
    return Caption(start, end, credit, (tail.start("all"), tail.end("all")) if tail else None)


def maker(words: str) -> str:
    """The name in the words of a credit ("(Yonhap)", "Photo: Ann Lee/Reuters")."""
    return _LABEL.sub("", words.strip("()[] .")).strip()


def _is_credit(words: str) -> bool:
    if _HOUSE.search(words):
        return True
    return len(words.split()) <= 6 and all(
        w[:1].isupper() or not w.isascii() or w in ("of", "the", "by") for w in words.split()
    )
