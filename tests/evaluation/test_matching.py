from hearsay.evaluation.matching import pairs, shared
from hearsay.model.span import Span


def test_best_pairs_first_each_once():
    scores = {("a", "x"): 1, ("a", "y"): 3, ("b", "y"): 2}
    assert pairs("ab", "xy", lambda g, f: scores.get((g, f), 0)) == [(0, 1)]
    assert pairs("ba", "xy", lambda g, f: scores.get((g, f), 0)) == [(1, 1)]


def test_ties_are_taken_in_order():
    assert pairs("ab", "xy", lambda _g, _f: 1.0) == [(0, 0), (1, 1)]


def test_shared_positions_over_pieces():
    assert shared([Span(0, 4), Span(6, 9)], [Span(2, 7)]) == 3
    assert shared([Span(0, 4)], [Span(4, 9)]) == 0
