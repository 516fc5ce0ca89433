"""Documents as tensors: windows, gold cue tags, and the link tags around each cue."""

import random
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from hearsay.model.span import Span
from hearsay.reading import windows
from hearsay.reading.windows import Ints, Windows
from training.corpus import Document

_CURLY = str.maketrans("“”‘’", "\"\"''")
_SINGLE = str.maketrans("“”", "‘’")


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A document's windows and, as piece ranges (first, stop), its gold."""

    windows: Windows
    cues: list[tuple[int, int]]
    sources: list[list[tuple[int, int]]]
    contents: list[list[tuple[int, int]]]


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """Several documents as one encoder batch. `rows`/`columns` place the flat pieces of all documents in it."""

    ids: Tensor
    mask: Tensor
    features: Tensor
    tags: Tensor  # [w, l] gold cue tags
    rows: Tensor  # [n]
    columns: Tensor  # [n]
    limits: Ints  # [d + 1] where each document's pieces begin in the flat order


def example(document: Document) -> Example | None:
    """None where the text has no word pieces."""
    made = windows.split(document.text, document.regions)
    if not len(made):
        return None
    cues: list[tuple[int, int]] = []
    sources, contents = [], []
    for attribution in document.attributions:
        cue = piece_range(made, attribution.cue)
        if cue and (not cues or cue[0] >= cues[-1][1]):
            cues.append(cue)
            sources.append([r for s in attribution.source if (r := piece_range(made, s))])
            contents.append([r for s in attribution.content if (r := piece_range(made, s))])
    return Example(made, cues, sources, contents)


def varied(document: Document, chance: random.Random, excerpts: float) -> Document:
    """The document, at times an excerpt of it, at times with other quotation marks; offsets stay as they are."""
    if chance.random() < excerpts:
        document = excerpt(document, chance)
    style = chance.random()
    if style < 0.2:
        return Document(document.name, document.text.translate(_CURLY), document.regions, document.attributions)
    if style < 0.3 and "“" in document.text:
        return Document(document.name, document.text.translate(_SINGLE), document.regions, document.attributions)
    return document


def excerpt(document: Document, chance: random.Random) -> Document:
    """One to four neighbouring regions of a document, so that short texts are known too."""
    size = chance.randint(1, 4)
    start = chance.randrange(max(1, len(document.regions) - size + 1))
    regions = document.regions[start : start + size]
    if not regions:
        return document
    low, high = regions[0].start, regions[-1].end
    whole = [
        a
        for a in document.attributions
        if all(low <= s.start and s.end <= high for s in (a.cue, *a.source, *a.content))
    ]
    return Document(document.name, document.text, regions, tuple(whole))


def piece_range(made: Windows, span: Span) -> tuple[int, int] | None:
    """The pieces that overlap a span, as (first, stop); None if there are none."""
    first = int(np.searchsorted(made.ends, span.start, "right"))
    stop = int(np.searchsorted(made.starts, span.end, "left"))
    return (first, stop) if first < stop else None


def pack(examples: list[Example]) -> Packed:
    """One encoder batch from whole documents."""
    batches = [windows.batch(e.windows, range(len(e.windows.bounds))) for e in examples]
    width = max(b.ids.shape[1] for b in batches)
    height = sum(len(b.ids) for b in batches)
    total = sum(len(e.windows) for e in examples)
    ids, mask, tags = (np.zeros((height, width), dtype=np.int64) for _ in range(3))
    features = np.zeros((height, width, 3), dtype=np.int64)
    rows, columns = np.zeros(total, dtype=np.int64), np.zeros(total, dtype=np.int64)
    limits, row = [0], 0
    for e, b in zip(examples, batches, strict=True):
        high, wide = b.ids.shape
        ids[row : row + high, :wide], mask[row : row + high, :wide] = b.ids, b.mask
        features[row : row + high, :wide] = b.features
        flat = _cue_tags(e)
        tags[row : row + high, :wide] = np.where(b.pieces >= 0, flat[b.pieces], 0)
        r, c = np.nonzero(b.pieces >= 0)
        at = limits[-1] + b.pieces[r, c]
        rows[at], columns[at] = r + row, c
        limits.append(limits[-1] + len(e.windows))
        row += high
    tensors = [torch.from_numpy(a) for a in (ids, mask, features, tags, rows, columns)]
    return Packed(tensors[0], tensors[1], tensors[2], tensors[3], tensors[4], tensors[5], np.array(limits))


def _cue_tags(e: Example) -> Ints:
    flat = np.zeros(len(e.windows), dtype=np.int64)
    for first, stop in e.cues:
        flat[first:stop] = 2
        flat[first] = 1
    return flat


def link_tags(index: Ints, sources: list[tuple[int, int]], contents: list[tuple[int, int]], size: int) -> Ints:
    """Tags [BEFORE + AFTER] of the pieces around a cue; a span cut off at the left edge begins there."""
    flat = np.zeros(size + 1, dtype=np.int64)
    low = max(int(index[0]), 0)
    for tag, ranges in ((3, contents), (1, sources)):
        for first, stop in ranges:
            flat[first:stop] = tag + 1
            if stop > low:
                flat[max(first, low)] = tag
    flat[size] = 0
    out: Ints = flat[index]
    return out
