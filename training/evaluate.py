"""Dev scores of a network in training, through the package's own decoding."""

from collections.abc import Sequence

import numpy as np
import torch

from hearsay.reading import decode, windows
from hearsay.reading.windows import around
from training import score
from training.corpus import Attribution, Document
from training.network import Network


def dev(network: Network, documents: Sequence[Document], device: torch.device) -> dict[str, float]:
    """Scores on the documents, and `choose`, the number by which an epoch is chosen."""
    network.eval()
    total = score.Counts()
    for document in documents:
        total.add(document.attributions, predict(network, document, device))
    scores = total.scores()
    scores["choose"] = round(scores["cue"] + scores["source_piece"] + scores["content_piece"] + scores["linked"], 4)
    return scores


def predict(network: Network, document: Document, device: torch.device) -> list[Attribution]:
    """Attributions by plain Viterbi, edges untouched."""
    made = windows.split(document.text, document.regions)
    if not len(made):
        return []
    b = windows.batch(made, range(len(made.bounds)))
    with torch.no_grad():
        tensors = (torch.from_numpy(a).to(device) for a in (b.ids, b.mask, b.features))
        states, scores = (t.float().cpu() for t in network.once(*tensors))
    tags = decode.viterbi(decode.outside(scores.numpy(), b.mask), chain(network.cue_chain))
    flat = np.zeros(len(made), dtype=np.int64)
    flat[b.pieces[b.pieces >= 0]] = tags[b.pieces >= 0]
    cues = decode.runs(flat.tolist(), 1)
    if not cues:
        return []
    token_states = torch.zeros(len(made), states.shape[2])
    token_states[b.pieces[b.pieces >= 0]] = states[torch.from_numpy(b.pieces >= 0)]
    index, marks = (np.stack(a) for a in zip(*(around(cue, cues, (0, len(made))) for cue in cues), strict=True))
    mask = (index >= 0).astype(np.int64)
    with torch.no_grad():
        inputs = (token_states[np.maximum(index, 0)], torch.from_numpy(mask), torch.from_numpy(marks))
        links = network.links(*(t.to(device) for t in inputs)).float().cpu().numpy()
    tags = decode.viterbi(decode.outside(links, mask), chain(network.link_chain))
    found = []
    for cue, row, at in zip(cues, tags.tolist(), index.tolist(), strict=True):
        source, content = (tuple(made.span(at[a], at[b - 1]) for a, b in decode.runs(row, begin)) for begin in (1, 3))
        found.append(Attribution(made.span(cue[0], cue[1] - 1), source, content))
    return found


def chain(module: torch.nn.Module) -> decode.Chain:
    """The trained chain as numpy arrays."""
    transitions, start = (t.detach().float().cpu().numpy() for t in module.matrices())  # type: ignore[operator]
    return decode.Chain(transitions, start)
