"""The reader: one encoder pass over a text, and the cue and link heads on it.

The only module that knows of onnxruntime. The weights and the vocabulary are in `hearsay.data.model`; how they were
made is in docs/model-card.md.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import onnxruntime as ort

from hearsay.model.span import Span
from hearsay.reading import decode, windows
from hearsay.reading.decode import Cue, Floats, Settings, Triple
from hearsay.reading.windows import Windows

_CHUNK = 64  # windows whose states are held at once, besides their neighbours
_SLOWER = ["SkipLayerNormFusion"]  # its kernel takes five times as long as the addition and the norm that it replaces


@dataclass(frozen=True, slots=True, eq=False)
class _States:
    """What one pass leaves of the pieces first..stop of a text: link states [stop - first, d] and the cues found."""

    first: int
    states: Floats
    cues: list[Cue]

    @property
    def limits(self) -> tuple[int, int]:
        return self.first, self.first + len(self.states)


class Reader:
    """Finds attributions in a text.

    `threads` is the number of threads of one pass; 0 takes one for each processor. `settings` replaces the shipped
    decoding settings, to tune them. A reader may be used by several threads.
    """

    def __init__(self, threads: int = 0, settings: Settings | None = None) -> None:
        folder = resources.files("hearsay.data.model")
        weights = [folder.joinpath(name).read_bytes() for name in ("encoder.onnx", "links.onnx")]
        raw = folder.joinpath("reader.json").read_bytes()
        self._settings = settings or Settings.parse(json.loads(raw))
        self._threads = threads or os.cpu_count() or 1
        self._pass, self._links = (_session(w) for w in weights)
        self._fingerprint = hashlib.sha256(b"".join(hashlib.sha256(w).digest() for w in (*weights, raw))).hexdigest()

    @property
    def fingerprint(self) -> str:
        """`sha256:…` of the weights and the decoding settings: the same fingerprint reads the same."""
        return f"sha256:{self._fingerprint}"

    def find(self, text: str, regions: Sequence[Span]) -> tuple[Triple, ...]:
        """The attributions in the regions (headline and paragraphs, in order) of `text`, by the place of their cues."""
        made = windows.split(text, regions)
        found = [triple for chunk in _chunks(made) for triple in self._read(made, chunk)]
        return tuple(sorted(found, key=lambda t: (t.cue.start, t.cue.end)))

    def _read(self, made: Windows, chunk: tuple[range, range]) -> list[Triple]:
        """The attributions whose cues are in the windows chunk[0], read together with the neighbours chunk[1]."""
        own, rows = chunk
        read = self._encode(made, rows)
        begin, stop = made.bounds[own[0]][0], made.bounds[own[-1]][1]
        cues = [cue for cue in read.cues if begin <= cue.first < stop]
        return decode.settle(self._link(made, read, cues), self._settings) if cues else []

    def _encode(self, made: Windows, rows: range) -> _States:
        """One encoder pass over some windows, each by itself: a window reads the same whatever stands beside it."""
        first, stop = made.bounds[rows[0]][0], made.bounds[rows[-1]][1]
        b = windows.batch(made, rows)
        states = np.zeros((stop - first, self._settings.width), dtype=np.float32)
        scores = np.zeros((*b.ids.shape, len(self._settings.cue_chain.start)), dtype=np.float32)

        def run(row: int) -> None:
            inner = slice(row, row + 1), slice(0, int(b.mask[row].sum()))
            inputs = {"ids": b.ids[inner], "features": b.features[inner]}
            out, scores[inner] = self._pass.run(["states", "cues"], inputs)
            real = b.pieces[inner] >= 0
            states[b.pieces[inner][real] - first] = out[real]

        self._each(run, range(len(rows)))
        cues = decode.cues(decode.outside(scores, b.mask), b.pieces, self._settings)
        return _States(first, states, sorted(cues, key=lambda cue: cue.first))

    def _link(self, made: Windows, read: _States, cues: Sequence[Cue]) -> list[Triple]:
        """Source and content of some cues, each by itself."""
        places = [(cue.first, cue.stop) for cue in read.cues]
        views = [windows.around((cue.first, cue.stop), places, read.limits) for cue in cues]
        index, marks = (np.stack(arrays) for arrays in zip(*views, strict=True))
        mask = (index >= 0).astype(np.int64)
        scores = np.zeros((*index.shape, len(self._settings.link_chain.start)), dtype=np.float32)

        def run(row: int) -> None:
            one = slice(row, row + 1)
            states = read.states[np.maximum(index[one] - read.first, 0)]
            (scores[one],) = self._links.run(["links"], {"states": states, "mask": mask[one], "marks": marks[one]})

        self._each(run, range(len(cues)))
        return decode.triples(made, cues, index, decode.outside(scores, mask), self._settings)

    def _each(self, run: Callable[[int], None], rows: range) -> None:
        """Run the rows, on several threads if there are any; these live no longer than this, so forks are safe."""
        if self._threads < 2 or len(rows) < 2:
            for row in rows:
                run(row)
            return
        with ThreadPoolExecutor(min(self._threads, len(rows))) as pool:
            for _ in pool.map(run, rows):
                pass


@lru_cache(maxsize=4)
def load(threads: int = 0) -> Reader:
    """The reader of this process, made on first use."""
    return Reader(threads)


def _session(weights: bytes) -> ort.InferenceSession:
    """A session without threads of its own: windows and cues are what runs side by side."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER)


def _chunks(made: Windows) -> Iterator[tuple[range, range]]:
    """Windows to read together, each with enough neighbours for the link head to see all that it may see."""
    total = len(made.bounds)
    for start in range(0, total, _CHUNK):
        stop = min(start + _CHUNK, total)
        low, high = start, stop
        while low > 0 and made.bounds[start][0] - made.bounds[low][0] < windows.BEFORE:
            low -= 1
        while high < total and made.bounds[high - 1][1] - made.bounds[stop - 1][1] < windows.AFTER:
            high += 1
        yield range(start, stop), range(low, high)
