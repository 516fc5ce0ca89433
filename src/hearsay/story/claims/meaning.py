"""What words mean, as short vectors: those of a text's words add up to what the text means.

The table is fitted by ``training/words.py`` to the sentence vectors of the base encoder; no model reads anything here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FIRST = 1996  # the first whole word; before it are marks and single characters
_INSIDE = "##"  # how a piece that continues a word is written


@dataclass(frozen=True, slots=True)
class Table:
    """Word pieces by frequency, and a row for each."""

    places: dict[str, int]
    rows: NDArray[np.float32]


@lru_cache(maxsize=1)
def table() -> Table:
    """The shipped table, read once."""
    with resources.files("hearsay.data").joinpath("words.npz").open("rb") as file, np.load(file) as shipped:
        pieces = bytes(shipped["pieces"]).decode("utf-8").split("\n")
        rows = shipped["vectors"].astype(np.float32)
    return Table({piece: place for place, piece in enumerate(pieces[: len(rows)])}, rows)


def width() -> int:
    """How many numbers a vector has."""
    return int(table().rows.shape[1])


def rank(word: str) -> int | None:
    """The word's place by frequency, from 0; ``None`` for a word that is not in the table whole."""
    place = table().places.get(word)
    return None if place is None else max(place - _FIRST, 0)


@lru_cache(maxsize=1 << 16)
def vector(word: str) -> NDArray[np.float32]:
    """The sum of the rows of a word's pieces: long for a telling word; zero where a piece is unknown."""
    found = _pieces(word)
    return table().rows[list(found)].sum(0) if found else np.zeros(width(), np.float32)


def _pieces(word: str) -> tuple[int, ...]:
    """The longest pieces from the left (WordPiece); none where some part of the word is unknown."""
    places, found, at = table().places, [], 0
    while at < len(word):
        head = _INSIDE if at else ""
        end = next((end for end in range(len(word), at, -1) if head + word[at:end] in places), None)
        if end is None:
            return ()
        found.append(places[head + word[at:end]])
        at = end
    return tuple(found)
