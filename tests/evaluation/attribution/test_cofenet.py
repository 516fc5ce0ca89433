import json

from hearsay.evaluation.attribution.cofenet import Sample, align, laid, load, pieces, section
from hearsay.evaluation.attribution.polnear import Triple
from hearsay.evaluation.scores import Tally
from hearsay.model.span import Span

TEXT = "“It’s wet,” Ann said.\nBob left."
TOKENS = ("``", "It", "'s", "wet", ",", "''", "Ann", "said", ".")
LABELS = ("B-content", *["I-content"] * 5, "B-source", "B-cue", "O")


def test_pieces_of_labels():
    assert pieces(LABELS) == {("content", 0, 5), ("source", 6, 6), ("cue", 7, 7)}
    assert pieces(["B-cue", "B-cue", "I-source", "O", "I-cue"]) == {
        ("cue", 0, 0), ("cue", 1, 1),
    }  # fmt: skip  # an I- that no B- of its role opened is no piece


def test_tokens_are_laid_on_the_text_whatever_their_quotation_marks():
    spans = align(TOKENS, TEXT, 0)
    assert [span.of(TEXT) for span in spans] == ["“", "It", "’s", "wet", ",", "”", "Ann", "said", "."]
    assert align(("Bob", "stayed"), TEXT, 0) is None
    assert align((), TEXT, 0) is None


def test_a_doubled_full_stop_takes_no_place():
    assert align(("U.S.", "."), "the U.S.", 0) == (Span(4, 8), Span(8, 8))


def test_counted_by_hand():
    sample = Sample("a_ann", TOKENS, LABELS)
    lost = Sample("a_ann", ("Eve", "said"), ("B-source", "B-cue"))
    found = Triple((Span(12, 15),), (Span(16, 20),), (Span(1, 11), Span(22, 25)))
    got = section("t", [sample, lost], {"a": TEXT}, {"a": (found,)})
    assert got.title == "t (1 of 2 samples not placed)"
    assert got.rows == {"source": Tally(1, 1, 2), "cue": Tally(1, 1, 2), "content": Tally(0, 1, 1)}


def test_a_piece_outside_the_sample_is_not_laid():
    assert laid([Triple((), (), (Span(22, 25),))], align(TOKENS, TEXT, 0)) == set()


def test_loaded_from_lines(tmp_path):
    path = tmp_path / "valid.txt"
    path.write_text(json.dumps({"id": "paper_x_4b22", "tokens": ["a"], "labels": ["O"], "pos": ["DT"]}) + "\n")
    (sample,) = load(path)
    assert (sample.annotated, sample.article, sample.tokens) == ("paper_x_4b22", "paper_x", ("a",))
