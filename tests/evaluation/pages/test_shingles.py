import pytest

from hearsay.evaluation.pages import shingles
from hearsay.evaluation.scores import Ratio


def test_shares_by_hand():
    # gold: abcd bcde; found: abcd bcdx; in all three different shingles
    assert shingles.shares("a b c d e", "a b c d x") == (1 / 3, 1 / 3, 1 / 3)
    assert shingles.shares("a b", "a b") == (1.0, 0.0, 0.0)
    assert shingles.shares("", "") == (0.0, 0.0, 0.0)
    assert shingles.shares("a b", "") == (0.0, 0.0, 1.0)


def test_scores_are_means_over_pages():
    rows = shingles.scores([("a b c d e", "a b c d x"), ("one two", "One, two"), ("a b", "a, b!")])
    assert rows["body precision"].value == pytest.approx((1 / 2 + 0 + 1) / 3)
    assert rows["body exact"] == Ratio(1, 3)
    assert rows["body F1"].value == pytest.approx(0.5)


def test_nothing_found_anywhere():
    assert shingles.scores([("a b", "")])["body F1"].value == 0.0
    assert shingles.scores([])["body exact"] == Ratio(0, 0)
