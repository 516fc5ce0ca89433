"""Builds the lexicon of currencies from ``resources/currencies.yml``.

``python tools/build_currencies.py`` writes it; with ``--check`` it only says whether it is fresh (exit status 1 where
not).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "currencies.yml"
OUT = ROOT / "src" / "hearsay" / "data" / "currencies.json"


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


def main(check: bool) -> int:
    text = json.dumps(built(), ensure_ascii=False, indent=0, sort_keys=True) + "\n"
    if check:
        fresh = OUT.exists() and OUT.read_text("utf-8") == text
        print(f"{'fresh' if fresh else 'STALE'} {OUT.relative_to(ROOT)}")
        return 0 if fresh else 1
    OUT.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
