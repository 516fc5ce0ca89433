"""Tune what decodes the shipped weights, on the dev set: `python -m training.tune --data DATA`.

Chooses the least presence of a cue, fits the confidence (logistic regression on whether an attribution is linked right)
and chooses the least confidence, all through the package's interface; writes them to `reader.json`.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import hearsay.data.model
from hearsay.reading.decode import Settings, Triple
from hearsay.reading.encoder import Reader
from training import corpus, score
from training.corpus import Document

_PRESENCE = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
_LEAST = tuple(float(x) for x in np.arange(0.0, 0.55, 0.025).round(3))
_NEVER = 1e-6  # confidences stay below 1, so that every attribution passes


def main() -> None:
    """Read the arguments, tune, write `reader.json` and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=0)
    args = parser.parse_args()
    dev = [one[0] for one in corpus.polnear(args.data / "polnear/data/dev").values()]
    path = Path(next(iter(hearsay.data.model.__path__))) / "reader.json"
    raw = json.loads(path.read_text("utf-8"))
    tuned = tune(Settings.parse(raw), dev, args.threads)
    raw |= {"presence": tuned.presence, "least": tuned.least, "calibration": list(tuned.calibration)}
    path.write_text(json.dumps(raw, indent=1) + "\n", "utf-8")


def tune(settings: Settings, dev: Sequence[Document], threads: int) -> Settings:
    """The settings with the best dev score, one after the other."""
    tries = []
    for presence in _PRESENCE:
        now = replace(settings, presence=presence, least=0.0, calibration=(0.0, 1.0, 0.0))
        found = read(now, dev, threads)
        print(json.dumps({"presence": presence, **measure(dev, found)}), flush=True)
        tries.append((choice(measure(dev, found)), now, found))
    _, best, cue_only = max(tries, key=lambda row: row[0])
    link_only = read(replace(best, calibration=(0.0, 0.0, 1.0)), dev, threads)
    best = replace(best, calibration=calibrate(dev, cue_only, link_only))
    found = read(best, dev, threads)
    kept = {least: [[t for t in one if t.confidence >= least] for one in found] for least in _LEAST}
    least = max(_LEAST, key=lambda value: choice(measure(dev, kept[value])))
    print(json.dumps({"least": least, "calibration": best.calibration, **measure(dev, kept[least])}), flush=True)
    return replace(best, least=least)


def read(settings: Settings, dev: Sequence[Document], threads: int) -> list[tuple[Triple, ...]]:
    """What the shipped weights find with these settings."""
    reader = Reader(threads, settings)
    return [reader.find(d.text, d.regions) for d in dev]


def measure(dev: Sequence[Document], found: Sequence[Sequence[Triple]]) -> dict[str, float]:
    """Dev scores."""
    counts = score.Counts()
    for document, triples in zip(dev, found, strict=True):
        counts.add(document.attributions, triples)
    return counts.scores()


def choice(scores: dict[str, float]) -> float:
    """The number that is maximised: the three exact scores and, twice, the linked one."""
    return scores["cue"] + scores["source"] + scores["content"] + 2 * scores["linked"]


def calibrate(
    dev: Sequence[Document], cue_only: Sequence[Sequence[Triple]], link_only: Sequence[Sequence[Triple]]
) -> tuple[float, float, float]:
    """Logistic regression, by Newton's method, of "linked right" on the log odds of cue and links."""
    rows, right = [], []
    for document, cues, links in zip(dev, cue_only, link_only, strict=True):
        hits = score.linked(document.attributions, cues)
        for one, other, hit in zip(cues, links, hits, strict=True):
            rows.append([1.0, _odds(one.confidence), _odds(other.confidence)])
            right.append(float(hit))
    weights = _newton(np.array(rows), np.array(right))
    return round(float(weights[0]), 4), round(float(weights[1]), 4), round(float(weights[2]), 4)


def _newton(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    weights = np.zeros(x.shape[1])
    for _ in range(20):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - 1e-3 * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def _odds(p: float) -> float:
    p = min(max(p, _NEVER), 1 - _NEVER)
    return float(np.log(p / (1 - p)))


if __name__ == "__main__":
    main()
