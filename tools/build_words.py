"""Builds the list of English words by how common they are: ``src/hearsay/data/words.json``.

The source is the vocabulary of the shipped encoder (BERT's uncased WordPiece list, Apache License 2.0), which stands in
the order of frequency, names and years included, in an encyclopedia and books: a word's rank is all that is taken.
"""

from __future__ import annotations

import json
from pathlib import Path

VOCABULARY = Path(__file__).resolve().parents[1] / "src" / "hearsay" / "data" / "model" / "tokenizer.json"
FIRST = 1996  # the entries before are signs, single characters and places kept free


def words() -> str:
    """Whole words from the most common on, separated by spaces."""
    entries: dict[str, int] = json.loads(VOCABULARY.read_text("utf-8"))["model"]["vocab"]
    ranked = sorted((place, entry) for entry, place in entries.items())
    return " ".join(entry for place, entry in ranked if place >= FIRST and entry.isascii() and entry.isalpha())


BUILT = {"words.json": words}
