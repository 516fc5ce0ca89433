"""Word pieces as short vectors, for comparing what statements are about: `python -m training.words`.

Each piece of the base encoder's vocabulary is read alone through the whole encoder, the mean of its states is taken,
the common direction is removed, and the first principal directions are kept as bytes (the way of model2vec: Minish
Lab, 2024). What is written, `src/hearsay/data/words.npz`: `pieces`, the vocabulary in its order (by frequency, which
also gives each word its weight), one to a line, as UTF-8 bytes; `vectors`, one row of int8 for each.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.network import Encoder, Shape
from training.train import base_folder

WIDTH = 64
FIRST = 1996  # "the": before it are special tokens and single characters
CLS, SEP = 101, 102
OUT = Path(__file__).resolve().parents[1] / "src" / "hearsay" / "data" / "words.npz"


def states(folder: Path, batch: int = 512) -> np.ndarray:
    """Every piece's vector: [pieces, width]."""
    encoder = Encoder(Shape.read(folder), (2, 2, 2), 0.0)
    encoder.load(folder)
    encoder.eval()
    size = encoder.words.weight.shape[0]
    with torch.no_grad():
        return np.concatenate(
            [_alone(encoder, torch.arange(at, min(at + batch, size))) for at in range(0, size, batch)]
        )


def _alone(encoder: Encoder, pieces: Tensor) -> np.ndarray:
    ids = torch.stack([torch.full_like(pieces, CLS), pieces, torch.full_like(pieces, SEP)], 1)
    read = encoder(ids, torch.ones_like(ids), torch.zeros(*ids.shape, 3, dtype=torch.long))
    return functional.normalize(read.mean(1), dim=1).numpy()


def shortened(vectors: np.ndarray, width: int = WIDTH) -> np.ndarray:
    """The first principal directions, as int8: [pieces, width]."""
    centred = vectors - vectors[FIRST:].mean(0)
    _, _, directions = np.linalg.svd(centred[FIRST::4], full_matrices=False)
    short = centred @ directions[:width].T
    return np.round(127 * short / np.abs(short).max()).astype(np.int8)


def main() -> None:
    """Writes the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, default=None)
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    folder = arguments.base or base_folder()
    torch.set_num_threads(1)
    vectors = shortened(states(folder))
    pieces = (folder / "vocab.txt").read_bytes()
    np.savez_compressed(arguments.out, pieces=np.frombuffer(pieces, np.uint8), vectors=vectors)


if __name__ == "__main__":
    main()
