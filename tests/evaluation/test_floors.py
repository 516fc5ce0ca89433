from hearsay.evaluation import floors
from hearsay.evaluation.scores import Mean, Result, Section


def result(value, data="d1", gated=True):
    return Result("s", data, (Section("part", {"x": Mean(value)}, gated),))


def test_a_score_below_its_floor_is_named():
    kept = {"s": floors.Floor("d1", {"part / x": 0.8})}
    assert floors.fallen(result(0.79), kept) == ["s: part / x fell from 0.8000 to 0.7900"]
    assert floors.fallen(result(0.8), kept) == []
    assert floors.fallen(result(0.81), kept) == []


def test_a_score_that_is_gone_has_fallen():
    kept = {"s": floors.Floor("d1", {"part / y": 0.5})}
    assert floors.fallen(result(0.9), kept) == ["s: part / y fell from 0.5000 to 0.0000"]


def test_other_data_are_told_whatever_the_score():
    kept = {"s": floors.Floor("d1", {"part / x": 0.1})}
    assert floors.fallen(result(0.9, data="d2"), kept) == ["s: the data changed (d1 to d2): set new floors"]


def test_floors_only_rise_on_the_same_data():
    kept = {"s": floors.Floor("d1", {"part / x": 0.8}), "other": floors.Floor("d", {"a": 1.0})}
    assert floors.raised([result(0.7)], kept)["s"].scores == {"part / x": 0.8}
    assert floors.raised([result(0.9)], kept)["s"].scores == {"part / x": 0.9}
    assert floors.raised([result(0.7, data="d2")], kept)["s"] == floors.Floor("d2", {"part / x": 0.7})
    assert floors.raised([result(0.7)], kept)["other"] == kept["other"]


def test_tables_that_break_others_down_have_no_floor():
    assert floors.raised([result(0.9, gated=False)], {})["s"].scores == {}


def test_kept_in_a_file(tmp_path):
    path = tmp_path / "floors.json"
    assert floors.load(path) == {}
    floors.save(path, floors.raised([result(0.5)], {}))
    assert floors.load(path) == {"s": floors.Floor("d1", {"part / x": 0.5})}
