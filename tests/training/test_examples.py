"""Examples: excerpts and quotation styles keep every offset."""

import random

import pytest

pytest.importorskip("torch")
pytest.importorskip("safetensors")

from training.corpus import Attribution, Document, paragraphs
from training.examples import example, excerpt, varied

from hearsay.model.span import Span

TEXT = "“Rain,” said Ann.\nBo agreed.\nCy said no."
DOCUMENT = Document(
    "d",
    TEXT,
    paragraphs(TEXT),
    (
        Attribution(Span(8, 12), (Span(13, 16),), (Span(0, 7),)),
        Attribution(Span(21, 27), (Span(18, 20),), (Span(0, 7),)),
        Attribution(Span(32, 36), (Span(29, 31),), (Span(37, 39),)),
    ),
)


@pytest.mark.parametrize("seed", range(20))
def test_excerpt_keeps_what_lies_wholly_inside(seed: int) -> None:
    short = excerpt(DOCUMENT, random.Random(seed))
    low, high = short.regions[0].start, short.regions[-1].end
    assert short.text == TEXT
    for attribution in DOCUMENT.attributions:
        spans = (attribution.cue, *attribution.source, *attribution.content)
        assert (attribution in short.attributions) == all(low <= s.start and s.end <= high for s in spans)


@pytest.mark.parametrize("seed", range(20))
def test_varied_keeps_the_length(seed: int) -> None:
    assert len(varied(DOCUMENT, random.Random(seed), 0.5).text) == len(TEXT)


def test_example_places_the_gold_on_pieces() -> None:
    made = example(DOCUMENT)
    assert made is not None
    assert [made.windows.span(a, b - 1) for a, b in made.cues] == [a.cue for a in DOCUMENT.attributions]
    assert [made.windows.span(a, b - 1) for ((a, b),) in made.contents] == [Span(0, 7), Span(0, 7), Span(37, 39)]
