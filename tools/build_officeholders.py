"""Builds the lexicon of office-holders from ``resources/officeholders.yml``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]


def lexicon() -> dict[str, Any]:
    source = (ROOT / "resources" / "officeholders.yml").read_text("utf-8")
    found = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return {
        "countries": {code: row.split()[1] for code, row in found["countries"].items()},
        "bodies": found["bodies"],
        "outlets": found["outlets"],
        "offices": {name: office | words(office, "words", "also") for name, office in found["offices"].items()},
        "people": [one | {"terms": [term.split() for term in one["terms"]]} for one in found["people"]],
        "listed": {code: dict(since(row) for row in rows) for code, rows in found["listed"].items()},
        **words(found, "public", "world", "anglophone"),
    }


def words(entry: dict[str, Any], *names: str) -> dict[str, list[str]]:
    """The lists of words of an entry."""
    return {name: entry[name].split() for name in names if name in entry}


def since(row: str) -> tuple[str, str]:
    """A folded name, and the month that its bearer came into office, with the Wikidata id where one is known."""
    found = re.fullmatch(r"([a-z ]+) (\d{4}-\d{2}(?: Q\d+)?)", row)
    assert found is not None, row
    return found[1], found[2]


BUILT = {"officeholders.json": lexicon}
