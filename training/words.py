"""Word pieces as vectors that add up to what a text means: `python -m training.words --data DATA`.

The base encoder (all-MiniLM-L6-v2) gives each sentence a vector. A table with one row for each piece of its vocabulary
is fitted so that the sum of a text's rows points where the encoder's vector points (the way of model2vec and its
"tokenlearn": Minish Lab, 2024). Rows begin as the pieces read alone, weighted by rarity (SIF: Arora et al. 2017), and
stay near that where few texts speak for a change. The texts are the sentences of PolNeAR's training part, and a run of
words of each; a twentieth is kept apart to be told how near the two come (`cosine`). What is written,
`src/hearsay/data/words.npz`: `pieces`, the vocabulary in its order (by frequency, which also gives each word its
weight), one to a line, as UTF-8 bytes; `vectors`, one row of int8 for each.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from hearsay.text import sentences
from training import corpus
from training.network import Encoder, Shape
from training.train import base_folder

WIDTH = 128
FIRST = 1996  # "the": before it are special tokens and single characters
CLS, SEP, LONGEST = 101, 102, 128
STEPS, RATE, KEEP = 45, 0.003, 2.0
OUT = Path(__file__).resolve().parents[1] / "src" / "hearsay" / "data" / "words.npz"


def texts(data: Path, most: int, seed: int = 3) -> list[str]:
    """Sentences of the corpus in an order by lot, each with a run of its words after it."""
    lot = random.Random(seed)
    found = [
        one for document in corpus.polnear(data / "polnear/data/train").values() for one in _sentences(document[0])
    ]
    lot.shuffle(found)
    return [text for sentence in found[:most] for text in _with_run(sentence, lot)]


def _sentences(document: corpus.Document) -> Iterator[str]:
    for region in document.regions:
        for span in sentences.split(document.text, region):
            if len(span) >= 25:
                yield span.of(document.text)


def _with_run(sentence: str, lot: random.Random) -> Iterator[str]:
    yield sentence
    words = sentence.split()
    if len(words) > 12:
        size = lot.randint(5, min(16, len(words) - 1))
        at = lot.randint(0, len(words) - size)
        yield " ".join(words[at : at + size])


class Teacher:
    """The base encoder as it gives texts their vectors: the mean of its states, of length 1."""

    def __init__(self, folder: Path) -> None:
        self.encoder = Encoder(Shape.read(folder), (2, 2, 2), 0.0)
        self.encoder.load(folder)
        self.encoder.eval()

    def read(self, rows: list[list[int]], batch: int = 64) -> Tensor:
        """One vector for each list of pieces: [texts, width]."""
        order = sorted(range(len(rows)), key=lambda row: len(rows[row]))
        found = torch.zeros(len(rows), self.encoder.words.weight.shape[1])
        with torch.no_grad():
            for at in range(0, len(order), batch):
                some = order[at : at + batch]
                found[some] = self._batch([[CLS, *rows[row][:LONGEST], SEP] for row in some])
        return found

    def _batch(self, rows: list[list[int]]) -> Tensor:
        width = max(map(len, rows))
        ids = torch.tensor([row + [0] * (width - len(row)) for row in rows])
        mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
        states = self.encoder(ids, mask, torch.zeros(*ids.shape, 3, dtype=torch.long))
        mean = (states * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return functional.normalize(mean, dim=1)


def fit(teacher: Teacher, rows: list[list[int]]) -> np.ndarray:
    """The table: [pieces, WIDTH]."""
    size = teacher.encoder.words.weight.shape[0]
    alone = teacher.read([[piece] for piece in range(size)], 512)
    wanted = teacher.read(rows)
    centred = wanted - wanted.mean(0)
    directions = torch.linalg.svd(centred[:6000], full_matrices=False)[2][:WIDTH].T
    target = functional.normalize(centred @ directions, dim=1)
    start = ((alone - alone[FIRST:].mean(0)) @ directions) * _rarity(size)[:, None]
    kept = len(rows) * 19 // 20
    table = start.clone().requires_grad_()
    steps = torch.optim.Adam([table], lr=RATE, betas=(0.9, 0.98))
    sums, held = _sums(rows[:kept], size), _sums(rows[kept:], size)
    for step in range(1, STEPS + 1):
        steps.zero_grad()
        near = functional.cosine_similarity(torch.sparse.mm(sums, table), target[:kept])
        loss = (1 - near).sum() + KEEP / 2 * ((table - start) ** 2).sum()
        loss.backward()
        steps.step()
        if step % 15 == 0:
            with torch.no_grad():
                told = functional.cosine_similarity(torch.sparse.mm(held, table), target[kept:]).mean()
            print(f"step {step}: cosine {told:.4f} on the texts kept apart", flush=True)
    return table.detach().numpy()


def _sums(rows: list[list[int]], size: int) -> Tensor:
    """The matrix that adds up the rows of each text: [texts, pieces], sparse."""
    places = [[text for text, row in enumerate(rows) for _ in row], [piece for row in rows for piece in row]]
    return torch.sparse_coo_tensor(places, torch.ones(len(places[0])), (len(rows), size)).coalesce()


def _rarity(size: int) -> Tensor:
    """A weight for each piece by its rank: .3 for marks and single characters, near 0.3 to 1 for words."""
    rank = torch.arange(size) - FIRST
    weight = torch.log(rank.clamp(min=0) + 20.0) / np.log(30_000)
    return torch.where(rank < 0, torch.tensor(0.3), weight)


def main() -> None:
    """Fits the table and writes it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    parser.add_argument("--base", type=Path, default=None)
    parser.add_argument("--most", type=int, default=28_000, help="sentences to learn from")
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    folder = arguments.base or base_folder()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    read = [tokenizer.encode(text, add_special_tokens=False).ids for text in texts(arguments.data, arguments.most)]
    table = fit(Teacher(folder), [row for row in read if row])
    pieces = (folder / "vocab.txt").read_bytes()
    scaled = np.round(127 * np.clip(table / np.quantile(np.abs(table), 0.9999), -1, 1)).astype(np.int8)
    np.savez_compressed(arguments.out, pieces=np.frombuffer(pieces, np.uint8), vectors=scaled)


if __name__ == "__main__":
    main()
