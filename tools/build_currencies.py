"""Builds the lexicon of currencies from ``resources/currencies.yml``."""

from __future__ import annotations

from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "currencies.yml"


def built() -> dict[str, object]:
    listed = yaml.safe_load(SOURCE.read_text("utf-8"))
    entries = listed["currencies"]

    def table(key: str) -> dict[str, str]:
        return {str(word).lower(): entry["code"] for entry in entries for word in entry.get(key, [])}

    return {
        "codes": sorted({entry["code"].lower() for entry in entries} - {code.lower() for code in listed["words"]}),
        "signs": table("sign"),
        "before": {**table("before"), **{word.lower(): unit for word, unit in listed["unsaid"].items()}},
        "dollars": table("dollar"),
        "names": table("names"),
        "nations": table("of"),
        "shared": listed["shared"],
        "letters": [word.lower() for word in listed["letters"]],
    }


BUILT = {"currencies.json": built}
