from hearsay.evaluation.scores import Mean, Ratio, Result, Section, Tally, show, tally


def test_tally_by_hand():
    score = Tally(right=2, found=4, gold=3)
    assert (score.precision, round(score.recall, 4), round(score.value, 4)) == (0.5, 0.6667, 0.5714)


def test_nothing_found_and_nothing_there_is_zero():
    assert (Tally().precision, Tally().recall, Tally().value, Ratio().value) == (0.0, 0.0, 0.0, 0.0)


def test_equal_items_count_once_for_each():
    assert tally(["a", "a", "b"], ["a", "b", "b", "c"]) == Tally(2, 3, 4)


def test_sums():
    assert Tally(1, 2, 3) + Tally(1, 1, 1) == Tally(2, 3, 4)
    assert Ratio(1, 2) + Ratio(0, 1) == Ratio(1, 3)


def test_values_and_the_gated_ones():
    sections = (Section("s", {"x": Ratio(1, 3), "y": Mean(0.5)}), Section("t", {"z": Ratio(1, 1)}, gated=False))
    result = Result("suite", "0" * 64, sections)
    assert result.values() == {"s / x": 0.3333, "s / y": 0.5, "t / z": 1.0}
    assert result.values(gated=True) == {"s / x": 0.3333, "s / y": 0.5}


def test_shown_as_a_table():
    shown = show(Result("suite", "ab" * 32, (Section("part", {"long name": Ratio(1, 2), "n": Tally(1, 1, 1)}),)))
    assert shown.splitlines() == [
        "suite   data abababababab",
        "",
        "part",
        "  long name  0.500   1 of 2",
        "  n          P 1.000  R 1.000  F1 1.000   1 right, 1 found, 1 gold",
    ]
