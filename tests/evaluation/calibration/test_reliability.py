import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.evaluation.calibration.reliability import Judged, abstaining, bins, brier, error, table
from hearsay.evaluation.scores import Ratio, Tally

FOUR = [Judged(0.95, True), Judged(0.91, True), Judged(0.55, False), Judged(0.59, True)]


def test_bins_by_hand():
    low, high = bins(FOUR)
    assert (low.low, low.high, low.right) == (0.5, 0.6, Ratio(1, 2))
    assert low.confidence == pytest.approx(0.57)
    assert (high.low, high.high, high.right) == (0.9, 1.0, Ratio(2, 2))
    assert high.confidence == pytest.approx(0.93)


def test_errors_by_hand():
    assert error(FOUR) == pytest.approx((2 * (0.57 - 0.5) + 2 * (1 - 0.93)) / 4)
    assert brier(FOUR) == pytest.approx((0.05**2 + 0.09**2 + 0.55**2 + 0.41**2) / 4)
    assert error([]) == brier([]) == 0.0
    assert error([Judged(1.0, True), Judged(0.0, False)]) == 0.0
    assert error([Judged(1.0, False)]) == 1.0


def test_tables_by_hand():
    rows = table(FOUR)
    assert rows["right"] == Ratio(3, 4)
    assert rows["right, of those at 0.5 to 0.6 (0.57)"] == Ratio(1, 2)
    assert table([])["right"] == Ratio(0, 0)
    left = abstaining(FOUR, 5)
    assert left["all"] == Tally(3, 4, 5)
    assert left["at least 0.9"] == Tally(2, 2, 5)


judged = st.lists(st.builds(Judged, st.floats(0, 1), st.booleans()))


@given(judged)
def test_every_attribution_is_in_one_bin_and_the_error_is_a_share(every):
    held = bins(every)
    assert sum(one.right.of for one in held) == len(every)
    assert all(one.low <= one.confidence + 1e-9 and one.confidence <= one.high + 1e-9 for one in held)
    assert -1e-9 <= error(every) <= 1 + 1e-9
