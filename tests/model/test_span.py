import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model.span import Span


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (3, 2)])
def test_a_span_that_is_not_one_is_refused(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_words_are_counted_in_code_points():
    assert Span(2, 5).of("👩🏽abc") == "abc"


def test_a_span_past_the_text_is_an_error_and_not_a_shorter_string():
    with pytest.raises(ValueError, match="runs past"):
        Span(0, 4).of("abc")


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_overlap_is_sharing_a_position(a, b, c, d):
    one, other = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == bool(shared) or len(one) == 0 or len(other) == 0
    assert one.overlaps(other) == other.overlaps(one)


def test_covering_counts_the_ends():
    assert Span(0, 4).covers(Span(0, 4))
    assert not Span(0, 4).covers(Span(3, 5))
