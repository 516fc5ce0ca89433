"""JSON whose strings know their place in the source."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hearsay.intake.formats.passage import Passage, written
from hearsay.text.surrogates import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 100
"""Values nested more deeply are no news."""

_STRING = re.compile(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)

Value = "Object | list[Value] | Words | int | float | bool | None"


class Words(str):
    """A string of a JSON text, and where its literal stands, without the quotation marks."""

    __slots__ = ("end", "start")
    start: int
    end: int

    def passage(self, source: str) -> Passage:
        """The words with their map to the characters of the source."""
        return written(source, self.start, self.end, _ESCAPE, lambda found: whole(json.loads(f'"{found[0]}"')))


class Object:
    """An object: its values by name, the first where a name stands twice; names are compared in small letters.

    ninjs 1 and 2 write ``versioncreated`` what ninjs 3 writes ``versionCreated``.
    """

    def __init__(self, pairs: list[tuple[Words, object]]) -> None:
        self.pairs = pairs
        self._values: dict[str, object] = {}
        for name, value in pairs:
            self._values.setdefault(name.lower(), value)

    def get(self, *names: str) -> object:
        """The first value that is there under one of the names."""
        return next((self._values[name] for name in names if self._values.get(name) is not None), None)

    def words(self, *names: str) -> Words | None:
        """The first string, not blank, under one of the names; a number as its digits stand."""
        for name in names:
            value = self._values.get(name)
            if isinstance(value, Words) and value.strip():
                return value
        return None

    def text(self, *names: str) -> str | None:
        """The same without its place: a plain string, for what a record keeps."""
        words = self.words(*names)
        return None if words is None else str(words)

    def objects(self, *names: str) -> list[Object]:
        """The objects under one of the names: of an array, or the values of an object of objects."""
        value = self.get(*names)
        if isinstance(value, Object):
            inner = [each for _, each in value.pairs if isinstance(each, Object)]
            return inner or [value]
        return [each for each in value if isinstance(each, Object)] if isinstance(value, list) else []


class _Pairs(list[tuple[str, object]]):
    """What an object holds, before its strings have places."""


def parse(text: str) -> object:
    """The value that a JSON text writes: :class:`Object`, list, :class:`Words`, number, truth or ``None``.

    Raises:
        ValueError: if it is no JSON, or nested too deeply.
    """
    try:
        raw = json.loads(text, object_pairs_hook=_Pairs)
        return _placed(raw, _STRING.finditer(text), 0)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _placed(raw: object, literals: Iterator[re.Match[str]], depth: int) -> object:
    """The value with its strings placed: they come in the order of the text, names and values alike."""
    if depth > DEEPEST:
        raise ValueError("nested too deeply")
    if isinstance(raw, str):
        return _words(raw, literals)
    if isinstance(raw, _Pairs):
        return Object([(_words(name, literals), _placed(value, literals, depth + 1)) for name, value in raw])
    if isinstance(raw, list):
        return [_placed(value, literals, depth + 1) for value in raw]
    return raw


def _words(value: str, literals: Iterator[re.Match[str]]) -> Words:
    words, found = Words(whole(value)), next(literals)
    words.start, words.end = found.span(1)
    return words
