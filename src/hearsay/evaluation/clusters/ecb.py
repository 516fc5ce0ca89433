"""ECB+ as a pile of reports: each document a text, its sub-topic the story that it belongs to.

Cybulska and Vossen, "Using a sledgehammer to crack a nut? Lexical diversity and event coreference resolution" (LREC
2014). Each topic is a kind of event ("a bomb at a bank") with two instances of it: ``ecb`` and ``ecbplus``. The texts
are tokens; the first sentence of many is the address of the page, which is no part of what was published and is left
out, like the marks that the tokeniser put between a number's digits.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from hearsay.evaluation.corpora import need
from hearsay.evaluation.tokens import Token, lay

if TYPE_CHECKING:
    from pathlib import Path

_STORY = re.compile(r"(\d+)_\d+(ecb(?:plus)?)\.xml")
_ADDRESS = re.compile(r"https?$")
_THOUSANDS = re.compile(r"\d{3}(?!\d)")


@dataclass(frozen=True, slots=True)
class Document:
    """A text, and the topic and sub-topic that it is filed under."""

    name: str
    text: str
    topic: int
    story: str


def files(folder: Path) -> list[Path]:
    """Every document, topic by topic."""
    return sorted(need(folder).glob("*/*.xml"), key=lambda path: (int(path.parent.name), path.name))


def parse(path: Path) -> Document:
    """One document.

    Raises:
        ValueError: for a file whose name does not tell its sub-topic.
    """
    named = _STORY.fullmatch(path.name)
    if named is None:
        raise ValueError(f"{path.name} names no sub-topic")
    tokens = [(int(token.get("sentence", 0)), token.text or "") for token in ET.parse(path).iter("token")]  # noqa: S314
    sentences = [[word for _, word in group if word] for _, group in groupby(tokens, key=lambda token: token[0])]
    if sentences and sentences[0] and _ADDRESS.match(sentences[0][0]):
        del sentences[0]
    text = lay([_joined(sentence) for sentence in sentences]).text
    return Document(path.stem, text, int(named[1]), f"{named[1]} {named[2]}")


def _joined(words: list[str]) -> list[Token]:
    """The words of a sentence; a mark between two digits, and a hyphen between two words, are one with them."""
    out: list[Token] = []
    for at, word in enumerate(words):
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        inside = _inside(before, word, after) or (at > 1 and _inside(words[at - 2], before, word))
        out.append(Token(word, inside))
    return out


def _inside(before: str, mark: str, after: str) -> bool:
    if mark == "-":
        return before[-1:].isalnum() and after[:1].isalnum()
    if mark == ",":
        return before[-1:].isdigit() and _THOUSANDS.match(after) is not None
    return mark in (".", ":") and before[-1:].isdigit() and after[:1].isdigit()
