"""A text as windows of word pieces that remember where they stand.

Whole paragraphs are packed into windows of at most `SIZE` positions; a longer paragraph is cut at a sentence end. Each
word piece keeps its span in the text (Unicode code points) and three features that the uncased vocabulary loses:
quotation state, letter shape and whether it opens a region.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from hearsay.model.span import Span
from hearsay.reading import quotes

SIZE = 256
BEFORE, AFTER = 64, 88  # word pieces around a cue's first piece that the link head sees
QUOTE_STATES, SHAPES, BREAKS = 4, 6, 2
LOWER, TITLE, UPPER, DIGIT, PUNCTUATION, CONTINUATION = range(SHAPES)
_SURROGATE = re.compile("[\ud800-\udfff]")
_STOPS = frozenset(".?!”\"’'…")

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """The word pieces of a text in reading order (n of them) and the windows (ranges of pieces) over them."""

    text: str
    ids: Ints  # [n] vocabulary entries
    starts: Ints  # [n] code points
    ends: Ints  # [n] code points
    features: Ints  # [n, 3] quotation state, shape, opens a region
    bounds: tuple[tuple[int, int], ...]  # half-open ranges of pieces
    quoted: bytes  # [len(text)] quotation state of each code point

    def __len__(self) -> int:
        return len(self.ids)

    def span(self, first: int, last: int) -> Span:
        """The text span from piece `first` to piece `last`, both included."""
        return Span(int(self.starts[first]), int(self.ends[last]))


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Some windows as rectangles for the encoder: w rows, l columns, special pieces added."""

    ids: Ints  # [w, l]
    mask: Ints  # [w, l] 1 for a piece, 0 for padding
    features: Ints  # [w, l, 3]
    pieces: Ints  # [w, l] index into Windows, -1 for special pieces and padding


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The word-piece tokenizer and its special entries."""

    tokenizer: Tokenizer
    cls: int
    sep: int
    pad: int


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary that the shipped encoder was trained with."""
    raw = resources.files("hearsay.data.model").joinpath("tokenizer.json").read_text("utf-8")
    tokenizer = Tokenizer.from_str(raw)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    words = tokenizer.get_vocab()
    return Vocabulary(tokenizer, words["[CLS]"], words["[SEP]"], words["[PAD]"])


def split(text: str, regions: Sequence[Span]) -> Windows:
    """Windows over the regions (headline and paragraphs, in order) of `text`."""
    parts = [_SURROGATE.sub("\ufffd", text[r.start : r.end]) for r in regions]
    encodings = vocabulary().tokenizer.encode_batch(parts, add_special_tokens=False)
    ids = np.array([i for e in encodings for i in e.ids], dtype=np.int64)
    offsets = [(r.start + a, r.start + b) for r, e in zip(regions, encodings, strict=True) for a, b in e.offsets]
    spans = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    lengths = [len(e.ids) for e in encodings]
    continues = [t.startswith("##") for e in encodings for t in e.tokens]
    quoted = quotes.states(text, regions)
    features = _features(text, quoted, spans, lengths, continues)
    return Windows(text, ids, spans[:, 0], spans[:, 1], features, tuple(_pack(text, lengths, spans)), quoted)


def batch(windows: Windows, rows: Sequence[int]) -> Batch:
    """The named windows as one padded batch, a separator before each region that a window goes on to."""
    words = vocabulary()
    layouts = [_layout(windows, *windows.bounds[row]) for row in rows]
    width = max(len(layout) for layout in layouts)
    pieces = np.full((len(rows), width), -1, dtype=np.int64)
    mask = np.zeros((len(rows), width), dtype=np.int64)
    for number, layout in enumerate(layouts):
        pieces[number, : len(layout)] = layout
        mask[number, : len(layout)] = 1
    ids = np.where(pieces >= 0, windows.ids[pieces], np.where(mask == 1, words.sep, words.pad))
    ids[:, 0] = words.cls
    features = np.where((pieces >= 0)[:, :, None], windows.features[pieces], 0)
    return Batch(ids, mask, features, pieces)


def _layout(windows: Windows, start: int, stop: int) -> list[int]:
    """Columns of one window: piece indices, -1 for [CLS] and [SEP]."""
    columns = [-1]
    opens = windows.features[start:stop, 2]
    for piece in range(start, stop):
        if opens[piece - start] and piece > start:
            columns.append(-1)
        columns.append(piece)
    columns.append(-1)
    return columns


def around(cue: tuple[int, int], cues: Sequence[tuple[int, int]], limits: tuple[int, int]) -> tuple[Ints, Ints]:
    """The pieces around a cue and their marks, both [BEFORE + AFTER].

    Pieces outside `limits` (first, stop) are -1. Marks are 1 on the cue's pieces, 2 on other cues' and 0 elsewhere.
    """
    origin = cue[0] - BEFORE
    index = np.arange(origin, origin + BEFORE + AFTER)
    marks = np.zeros(len(index), dtype=np.int64)
    for first, stop in cues:
        marks[max(0, first - origin) : max(0, stop - origin)] = 2
    marks[BEFORE : BEFORE + cue[1] - cue[0]] = 1
    out = (index < limits[0]) | (index >= limits[1])
    index[out], marks[out] = -1, 0
    return index, marks


def _features(text: str, quoted: bytes, spans: Ints, lengths: Sequence[int], continues: Sequence[bool]) -> Ints:
    """[n, 3] quotation state, letter shape, opens a region."""
    out = np.zeros((len(spans), 3), dtype=np.int64)
    if not len(spans):
        return out
    out[:, 0] = np.frombuffer(quoted, dtype=np.uint8)[spans[:, 0]]
    out[:, 1] = [
        CONTINUATION if more else _shape(text[a:b]) for (a, b), more in zip(spans.tolist(), continues, strict=True)
    ]
    first = np.cumsum([0, *lengths[:-1]])
    out[first[np.array(lengths) > 0], 2] = 1
    return out


def _shape(piece: str) -> int:
    if not piece or not piece[0].isalnum():
        return PUNCTUATION
    if piece[0].isdigit():
        return DIGIT
    if not piece[0].isupper():
        return LOWER
    return UPPER if len(piece) > 1 and piece.isupper() else TITLE


def _pack(text: str, lengths: Sequence[int], spans: Ints) -> Iterator[tuple[int, int]]:
    """Ranges of pieces, each at most SIZE positions with its special pieces."""
    start, used, at = 0, 1, 0
    for length in lengths:
        if not length:
            continue
        if at > start and used + length + 1 > SIZE:
            yield start, at
            start, used = at, 1
        while length > SIZE - 2:
            cut = _cut(text, spans, at)
            yield at, cut
            length -= cut - at
            start = at = cut
        at += length
        used += length + 1
    if at > start:
        yield start, at


def _cut(text: str, spans: Ints, start: int) -> int:
    """Where to cut a paragraph that is longer than a window: after the last sentence end in its second half."""
    stop = start + SIZE - 2
    for piece in range(stop - 1, start + SIZE // 4, -1):
        after = int(spans[piece, 1])
        if text[after - 1] in _STOPS and text[after : after + 1].isspace():
            return piece + 1
    return stop
