"""Builds the lexicons of news copy from the lists in ``resources/``."""

from __future__ import annotations

from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]


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
