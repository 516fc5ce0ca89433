import shutil
from dataclasses import replace

import pytest

import hearsay
from hearsay.pipeline import SIDE_BY_SIDE, Taken, read_sources
from hearsay.settings import Settings


def test_read_gives_one_reading(demo):
    reading = hearsay.read(demo / "03-vestkysten.html")
    assert reading.report.headline == "Operator admits engine alarm before grounding"
    assert reading.made_by.models["reader"].startswith("sha256:")


def test_a_folder_of_several_is_not_one_report(demo):
    with pytest.raises(hearsay.SourceError, match="4 reports, not one"):
        hearsay.read(demo)


def test_what_cannot_be_read_is_raised_with_its_name(tmp_path):
    with pytest.raises(hearsay.SourceError, match=r"none\.html: no such file"):
        hearsay.read(tmp_path / "none.html")


def test_side_by_side_gives_the_same_in_the_same_order(tmp_path, demo):
    for number in range(SIDE_BY_SIDE + 3):
        shutil.copy(demo / "01-northlight.txt", tmp_path / f"{number:02}.txt")
    (tmp_path / "05.txt").write_bytes(b"")
    settings = Settings()
    alone = list(read_sources([tmp_path], settings=replace(settings, jobs=1)))
    beside = list(read_sources([tmp_path], settings=replace(settings, jobs=2)))
    assert alone == beside
    assert [isinstance(one, Taken) for one in beside].count(False) == 1


def test_a_record_takes_searches_and_iterates(tmp_path, demo):
    with hearsay.open_record(tmp_path / "r.db") as record:
        kept = list(record.take(demo))
        assert [one.outcome.status for one in kept] == ["new"] * 4
        assert [reading.report.id for reading in record] == [one.reading.report.id for one in kept]
        assert len(record.search("ferry")) > 0
        assert list(record.check()) == []
