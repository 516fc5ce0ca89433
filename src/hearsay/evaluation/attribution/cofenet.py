"""CofeNet's way of counting: tagged tokens, each role alone, a piece right where its first and last token are.

Wang et al., "CofeNet: Context and Former-Label Enhanced Net for Complicated Quotation Extraction" (COLING 2022). Their
file of PolNeAR's dev part gives the tokens of one paragraph and a label for each token on a line. What is right is a
span of a role with the gold's first and last token, whichever attribution it belongs to; right, found and gold spans
are summed over the samples. A document is read whole, as the product reads; its pieces are then cut at the samples and
laid on their tokens.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.evaluation.attribution.polnear import ROLES, Triple
from hearsay.evaluation.corpora import need
from hearsay.evaluation.scores import Score, Section, Tally, tally
from hearsay.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

Piece = tuple[str, int, int]
_STRAIGHT = str.maketrans("“”‘’–—―\u200b", "\"\"''--- ")  # one character for one, so that places hold
_WRITTEN = {
    "``": ('"', "''", "``"), "''": ('"', "''"), "`": ("'", "`"), "'''": ("'\"", "\"'", "'''"),
    "...": ("…", ". . .", "..."), "--": ("--", "-"),
    "-LRB-": ("(",), "-RRB-": (")",), "-LSB-": ("[",), "-RSB-": ("]",), "-LCB-": ("{",), "-RCB-": ("}",),
    ".": (".", ""),
}  # fmt: skip  # CoreNLP's escapes, and the full stop that it doubles after an abbreviation


@dataclass(frozen=True, slots=True)
class Sample:
    """The tokens of one sample, their labels, and the annotated article (``NAME_ANNOTATOR``) that they come from."""

    annotated: str
    tokens: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def article(self) -> str:
        """The article's name, without its annotator."""
        return self.annotated.rsplit("_", 1)[0]


def load(path: Path) -> tuple[Sample, ...]:
    """Every sample of the file, in its order."""
    lines = need(path).read_text("utf-8").splitlines()
    rows = (json.loads(line) for line in lines if line.strip())
    return tuple(Sample(row["id"], tuple(row["tokens"]), tuple(row["labels"])) for row in rows)


def pieces(labels: Sequence[str]) -> set[Piece]:
    """The pieces that the labels mark, as role, first token, last token; an ``I-`` that no ``B-`` opened is none."""
    found: set[Piece] = set()
    role, start = "", 0
    for at, label in enumerate([*labels, "O"]):
        head, _, name = label.partition("-")
        if role and (head != "I" or name != role):
            found.add((role, start, at - 1))
            role = ""
        if head == "B":
            role, start = name, at
    return found


def align(tokens: Sequence[str], text: str, start: int) -> tuple[Span, ...] | None:
    """The place of each token in the text, from ``start`` on, or ``None`` where one is not there.

    Between tokens only white space is passed over, save that the first token is looked for.
    """
    text = text.translate(_STRAIGHT)
    for first in _written(tokens[0]) if tokens else ():
        at = text.find(first, start)
        while at >= 0:
            if spans := _lay(tokens, text, at):
                return spans
            at = text.find(first, at + 1)
    return None


def section(
    title: str, samples: Sequence[Sample], texts: Mapping[str, str], found: Mapping[str, Sequence[Triple]]
) -> Section:
    """F1 of each role over the samples; the tokens that could not be placed in their article are told."""
    totals = dict.fromkeys(ROLES, Tally())
    unplaced = 0
    for sample, spans in place(samples, texts):
        unplaced += spans is None
        ours = laid(found.get(sample.article, ()), spans) if spans else set()
        theirs = pieces(sample.labels)
        for role in ROLES:
            totals[role] += tally((p for p in ours if p[0] == role), (p for p in theirs if p[0] == role))
    rows: dict[str, Score] = dict(totals)
    return Section(f"{title} ({unplaced} of {len(samples)} samples not placed)", rows)


def place(samples: Sequence[Sample], texts: Mapping[str, str]) -> Iterator[tuple[Sample, tuple[Span, ...] | None]]:
    """Each sample with its tokens' places in its article, which holds its samples in order."""
    ends: dict[str, int] = {}
    for sample in samples:
        text = texts.get(sample.article, "")
        spans = align(sample.tokens, text, ends.get(sample.annotated, 0)) or align(sample.tokens, text, 0)
        if spans:
            ends[sample.annotated] = spans[-1].end
        yield sample, spans


def laid(triples: Sequence[Triple], tokens: Sequence[Span]) -> set[Piece]:
    """The pieces of the triples on the tokens: from the first token that a piece touches to the last."""
    found: set[Piece] = set()
    low, high = tokens[0].start, tokens[-1].end
    for triple in triples:
        for role in ROLES:
            for piece in triple.role(role):
                if piece.start < high and low < piece.end:
                    touched = [at for at, token in enumerate(tokens) if token.overlaps(piece)]
                    found |= {(role, touched[0], touched[-1])} if touched else set()
    return found


def _lay(tokens: Sequence[str], text: str, at: int) -> tuple[Span, ...] | None:
    spans = []
    for token in tokens:
        while at < len(text) and text[at].isspace():
            at += 1
        form = next((form for form in _written(token) if text.startswith(form, at)), None)
        if form is None:
            return None
        spans.append(Span(at, at + len(form)))
        at += len(form)
    return tuple(spans)


def _written(token: str) -> tuple[str, ...]:
    return _WRITTEN.get(token) or (token.translate(_STRAIGHT),)
