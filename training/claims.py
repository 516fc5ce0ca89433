"""The weights that tell which statements are about one proposition: `python -m training.claims --stories STORIES`.

A logistic regression over the features of `hearsay.story.claims.likeness`, one row for each pair of statements of a
story. A pair is right where an editor has both under one claim; pairs of which he kept one statement only are wrong,
at a lower weight, for he does not keep everything. The stories are the open ones, never those held out, with the
demo's story left for measuring. First each story is told by weights that were learned from the others: that is where
the bound `least` is chosen, and what is printed. Then the weights are learned from all and written to
`src/hearsay/data/claims.json`.
"""

import argparse
import json
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import hearsay
from hearsay.evaluation.claims import gold, placing, scoring
from hearsay.evaluation.stories.gold import HELD_OUT
from hearsay.story.claims import groups, likeness
from hearsay.story.claims.gather import Gathered, gather
from hearsay.story.lineage.derive import derive
from hearsay.story.lineage.lineages import lineages

OUT = Path(__file__).resolve().parents[1] / "src" / "hearsay" / "data" / "claims.json"
ASIDE = 0.5  # the weight of a pair of which the editor kept one statement
PENALTY = 10.0  # on the squared weights of standardised features
BOUNDS = np.arange(-4.5, -0.9, 0.1)
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Story:
    """A story as it is learned from. features: [n, n, f]; pairs: [m, 2]; right, weight: [m]."""

    gold: gold.GoldStory
    gathered: Gathered
    names: tuple[str, ...]
    features: NDArray[np.float32]
    pairs: NDArray[np.int64]
    right: NDArray[np.bool_]
    weight: Floats
    placed: dict[str, frozenset[placing.Key]]
    members: tuple[tuple[placing.Key, ...], ...]


@dataclass(frozen=True)
class Weights:
    """A bias and one weight for each feature."""

    bias: float
    weights: Floats


def load(folder: Path) -> list[Story]:
    """The open stories, read."""
    return [_story(one) for one in gold.load(folder) if one.pack not in HELD_OUT]


def _story(told: gold.GoldStory) -> Story:
    readings = {path.name: hearsay.read(str(path)) for path in told.files}
    listed = list(readings.values())
    derived = [one for a, b in combinations(listed, 2) for one in derive(a, b)]
    gathered = gather(listed, lineages(listed, derived)[0])
    own = gathered.own()
    found = likeness.features([one.said for one in own], [one.voice.name if one.voice else "" for one in own])
    placed = {claim.id: placing.place(claim, readings) for claim in told.claims}
    files = {reading.report.id: file for file, reading in readings.items()}
    members = _members(gathered, files)
    labels = [{claim for claim, keys in placed.items() if keys & set(some)} for some in members]
    rows = [(i, j) for i in range(len(own)) for j in range(i) if labels[i] or labels[j]]
    return Story(
        told,
        gathered,
        tuple(found),
        np.stack(list(found.values()), -1),
        np.array(rows),
        np.array([bool(labels[i] & labels[j]) for i, j in rows]),
        np.array([1.0 if labels[i] and labels[j] else ASIDE for i, j in rows]),
        placed,
        members,
    )


def _members(gathered: Gathered, files: dict[str, str]) -> tuple[tuple[placing.Key, ...], ...]:
    """For each statement that stands for itself, itself and its repetitions, by the names of the files."""
    found: dict[placing.Key, list[placing.Key]] = {one.said.key: [] for one in gathered.own()}
    for key in gathered.heard:
        found[gathered.first(key)].append((files[key[0]], key[1]))
    return tuple(tuple(keys) for keys in found.values())


def learn(stories: list[Story]) -> Weights:
    """Newton's method on the penalised likelihood."""
    raw = np.concatenate([one.features[one.pairs[:, 0], one.pairs[:, 1]] for one in stories]).astype(np.float64)
    right = np.concatenate([one.right for one in stories]).astype(np.float64)
    weight = np.concatenate([one.weight for one in stories])
    mean, spread = raw.mean(0), raw.std(0) + 1e-9
    known = raw.std(0) > 1e-6
    rows = np.concatenate([np.ones((len(raw), 1)), np.where(known, (raw - mean) / spread, 0)], 1)
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[0] = 0
    beta = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ beta))
        slope = rows.T @ (weight * (chance - right)) + penalty * beta
        curve = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty + 1e-9)
        step = np.linalg.solve(curve, slope)
        beta -= step
        if np.abs(step).max() < 1e-6:
            break
    weights = np.where(known, beta[1:] / spread, 0)
    return Weights(float(beta[0] - weights @ mean), weights)


def odds(story: Story, learned: Weights) -> Floats:
    """The log odds of each pair of statements."""
    found: Floats = story.features.astype(np.float64) @ learned.weights + learned.bias
    return found


@dataclass(frozen=True)
class Told:
    """How well some stories are told with one bound: claims found, all claims, and B-cubed F1."""

    found: int
    claims: int
    together: float

    @property
    def worth(self) -> float:
        """What the bound is chosen by."""
        return self.found / self.claims + self.together


def tell(stories: list[Story], likelihoods: list[Floats], least: float) -> Told:
    """Groups the statements of each story and scores them."""
    judged = [_judge(one, groups.groups(odd, least)) for one, odd in zip(stories, likelihoods, strict=True)]
    matches = [match for one in judged for match in one.matches]
    return Told(sum(match.found for match in matches), len(matches), scoring.b_cubed(judged).value)


def _judge(story: Story, grouped: tuple[tuple[int, ...], ...]) -> scoring.Judged:
    ours = tuple(frozenset(key for place in group for key in story.members[place]) for group in grouped)
    return scoring.matched(story.gold, story.placed, ours)


def main() -> None:
    """Learns, measures and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=Path, required=True, help="the folder of story packs")
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    stories = load(arguments.stories)
    apart = [odds(one, learn([other for other in stories if other is not one])) for one in stories]
    told = {float(least): tell(stories, apart, least) for least in BOUNDS}
    smooth = {
        least: sum(other.worth for near, other in told.items() if abs(near - least) < 0.25) / 5
        for least in list(told)[2:-2]
    }
    for least, one in told.items():
        print(f"least {least:5.1f}: {one.found} of {one.claims} found, B-cubed F1 {one.together:.3f}")
    best = max(smooth, key=lambda least: smooth[least])
    learned = learn(stories)
    names = stories[0].names
    weights = {name: round(float(value), 4) for name, value in zip(names, learned.weights, strict=True)}
    weights["bias"] = round(weights["bias"] + learned.bias, 4)
    arguments.out.write_text(json.dumps({"least": round(best, 1), "weights": weights}, indent=1) + "\n", "utf-8")
    print(f"least {best:.1f} chosen; written to {arguments.out}")


if __name__ == "__main__":
    main()
