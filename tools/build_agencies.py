"""Builds the lexicons of news copy from the lists in ``resources/``.

``python tools/build_agencies.py`` writes them; with ``--check`` it only says whether they are fresh (exit status 1
where not).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "src" / "hearsay" / "data"


def load(name: str) -> dict[str, object]:
    return dict(yaml.safe_load((ROOT / "resources" / f"{name}.yml").read_text("utf-8")))


def agencies() -> object:
    listed = load("agencies")["agencies"]
    assert isinstance(listed, list)
    return [
        {
            "name": entry["name"],
            "tags": [str(tag) for tag in entry["tags"]],
            "also": entry.get("also", []),
            "kind": entry.get("kind", "agency"),
        }
        for entry in listed
    ]


def stamps() -> object:
    found = load("stamps")
    months, zones = found["months"], found["zones"]
    assert isinstance(months, dict)
    return {"months": {name: number for number, names in months.items() for name in names}, "zones": zones}


def furniture() -> object:
    found = load("furniture")
    return {key: [str(word) for word in words] for key, words in found.items() if isinstance(words, list)}


BUILT = {"agencies.json": agencies, "stamps.json": stamps, "furniture.json": furniture}


def main(check: bool) -> int:
    stale = 0
    for name, build in BUILT.items():
        text = json.dumps(build(), ensure_ascii=False, indent=0, sort_keys=True) + "\n"
        path = OUT / name
        if check:
            fresh = path.exists() and path.read_text("utf-8") == text
            stale += not fresh
            print(f"{'fresh' if fresh else 'STALE'} {path.relative_to(ROOT)}")
        else:
            path.write_text(text, "utf-8")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
