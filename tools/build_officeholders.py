"""Builds the lexicon of office-holders from ``resources/officeholders.yml``.

``python tools/build_officeholders.py`` writes it; with ``--check`` it only says whether it is fresh (exit status 1
where not).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "src" / "hearsay" / "data" / "officeholders.json"


def lexicon() -> dict[str, Any]:
    source = (ROOT / "resources" / "officeholders.yml").read_text("utf-8")
    found = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return {
        "countries": {code: row.split()[1] for code, row in found["countries"].items()},
        "told_by": {code: row.split() for code, row in found["told_by"].items()},
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


def main(arguments: list[str]) -> int:
    made = json.dumps(lexicon(), ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
    if "--check" in arguments:
        fresh = OUT.exists() and OUT.read_text("utf-8") == made
        if not fresh:
            print(f"stale: {OUT.relative_to(ROOT)}; run python tools/build_data.py", file=sys.stderr)
        return 0 if fresh else 1
    OUT.write_text(made, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
