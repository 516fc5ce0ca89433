"""Reading a corpus in brat standoff, with texts written for these tests."""

from pathlib import Path

import pytest

from hearsay.model.span import Span
from training import corpus

TEXT = "Rain will fall, said Ann.\n“More rain,”\nshe added.\nHe is expected to go."
MARKS = "\n".join([
    "T1\tSource 21 24\tAnn", "T2\tCue 16 20\tsaid", "T3\tContent 0 14\tRain will fall", "T4\tAttribution 16 20\tsaid",
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
    "T5\tContent 26 38;39 42\t“More rain,” she", "T6\tCue 43 48\tadded", "T7\tAttribution 43 48\tadded",
    "E2\tAttribution:T7 Cue:T6 Content:T5 Content2:T8", "T8\tContent 48 49\t.",
    "T9\tDiscuss 0 4\tRain",
    "T10\tCue 53 64\tis expected", "T11\tContent 65 70\tto go", "T12\tAttribution-no-source 53 64\tis expected",
    "E3\tAttribution-no-source:T12 Cue:T10 Content:T11",
    "E4\tDiscard:T9",
])  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "a_b.txt").write_bytes(TEXT.encode())
    for annotator in ("aaaa", "bbbb"):
        (tmp_path / "attributions" / f"a_b_{annotator}.ann").write_bytes(MARKS.encode())
    return tmp_path


def test_polnear_reads_one_document_for_each_annotator(folder: Path) -> None:
    articles = corpus.polnear(folder)
    assert list(articles) == ["a_b"]
    assert len(articles["a_b"]) == 2


def test_polnear_reads_attributions(folder: Path) -> None:
    document = corpus.polnear(folder)["a_b"][0]
    first, second, third = document.attributions
    assert first.source == (Span(21, 24),)
    assert first.cue.of(document.text) == "said"
    assert first.content == (Span(0, 14),)
    assert [s.of(document.text) for s in second.content] == ["“More rain,”", "she", "."]
    assert third.source == ()


def test_polnear_regions_are_lines(folder: Path) -> None:
    document = corpus.polnear(folder)["a_b"][0]
    assert [r.of(TEXT) for r in document.regions] == TEXT.split("\n")


def test_pieces_are_cut_at_regions_and_joined_over_white_space() -> None:
    text = "one two\n\n three"
    regions = corpus.paragraphs(text)
    assert corpus.pieces([(0, 15)], text, regions) == (Span(0, 7), Span(10, 15))
    assert corpus.pieces([(0, 3), (4, 7)], text, regions) == (Span(0, 7),)
    assert corpus.pieces([(7, 10)], text, regions) == ()


def test_digest_is_of_the_contents_in_the_order_of_names(folder: Path) -> None:
    paths = list(folder.rglob("*.ann"))
    assert corpus.digest(paths) == corpus.digest(reversed(paths))
    before = corpus.digest(paths)
    paths[0].write_text("T1\tSource 0 1\tR")
    assert corpus.digest(paths) != before
