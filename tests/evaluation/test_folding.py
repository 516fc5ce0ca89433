from hypothesis import given
from hypothesis import strategies as st

from hearsay.evaluation.folding import Folded, fold, plain, quote
from hearsay.model.span import Span


def test_edges_and_marks_are_folded():
    assert fold(" “It’s  over,”\n") == "It's over"
    assert plain("The  ÉLYSÉE.") == "the elysee"
    assert plain(None) == ""


def test_found_across_a_line_break_and_other_quotation_marks():
    text = "He said “we\n  will go” and left."
    assert [span.of(text) for span in Folded.of(text).find('"we will go"')] == ["we\n  will go"]


def test_whole_words_come_before_parts_of_words():
    text = "They said he said."
    assert Folded.of(text).find("he") == (Span(10, 12),)
    assert Folded.of("They").find("he") == (Span(1, 3),)


def test_punctuation_alone_is_found():
    assert Folded.of("Toll rises: reports").find(":") == (Span(10, 11),)
    assert Folded.of("abc").find("") == ()


def test_pieces_are_quoted_with_an_ellipsis():
    assert quote("one two three", (Span(0, 3), Span(8, 13))) == "one … three"


@given(st.text(), st.text())
def test_every_place_lies_in_the_text(text, words):
    assert all(span.of(text) or not len(span) for span in Folded.of(text).find(words))
