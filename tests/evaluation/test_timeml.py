import pytest

from hearsay.evaluation import timeml
from hearsay.evaluation.scores import Tally
from hearsay.model.reading import Time
from hearsay.model.span import Span

TML = """<?xml version="1.0" ?><TimeML><DOCID>d</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="1998-01-08" functionInDocument="CREATION_TIME">19980108</TIMEX3></DCT>
<TEXT>On <TIMEX3 tid="t1" type="DATE" value="1998-01-05">Monday</TIMEX3> they <EVENT eid="e1">met</EVENT> for
<TIMEX3 tid="t2" type="DURATION" value="PT3H">three <EVENT eid="e2">hours</EVENT></TIMEX3>.</TEXT></TimeML>"""


def document(tmp_path):
    path = tmp_path / "d.tml"
    path.write_text(TML, encoding="utf-8")
    return timeml.parse(path)


def test_parsed_with_places(tmp_path):
    got = document(tmp_path)
    assert (got.name, got.dated, got.text) == ("d", "1998-01-08", "On Monday they met for\nthree hours.")
    assert got.gold == (
        timeml.Timex(Span(3, 9), "DATE", "1998-01-05"), timeml.Timex(Span(23, 34), "DURATION", "PT3H"),
    )  # fmt: skip


def test_tempeval_by_hand(tmp_path):
    found = (
        Time(Span(0, 9), "DATE", "1998-01-05"),
        Time(Span(23, 34), "SET", "PT3H"),
        Time(Span(10, 14), "DATE", "PRESENT_REF"),
    )
    right = {name: score.right for name, score in timeml.scores([(document(tmp_path), found)]).items()}
    assert right == {"strict": 1, "relaxed": 2, "type": 1, "value": 2, "value, one writing": 2}
    assert timeml.scores([(document(tmp_path), found)])["strict"] == Tally(1, 3, 2)


def test_the_suite_passes_on_the_date_of_the_document(tmp_path):
    asked = []

    class Nothing:
        def read(self, path, *, body=False, dated=None):
            asked.append((path.name, body, dated))

    for corpus in ("TimeBank", "AQUAINT"):
        folder = tmp_path / "data" / "tempeval3" / corpus
        folder.mkdir(parents=True)
        (folder / "d.tml").write_text(TML, encoding="utf-8")
    result = timeml.run(tmp_path, Nothing())
    assert asked == [("d.txt", True, "1998-01-08")] * 2
    assert result.sections[0].rows["relaxed"] == Tally(0, 0, 2)
    assert [miss.kind for miss in result.misses] == ["missed DATE", "missed DURATION"] * 2


@pytest.mark.parametrize(
    ("words", "narrow"),
    [("by December", "December"), ("since about 1990", "1990"), ("a day after", "a day"),
     ("in the morning", "the morning"), ("some two weeks", "two weeks"), ("Monday", "Monday"), ("", "")],
)  # fmt: skip
def test_extents_as_timeml_marks_them(words, narrow):
    assert timeml.narrow(words, Span(0, len(words))).of(words) == narrow


@pytest.mark.parametrize(
    ("one", "two"),
    [("198X", "198"), ("1998-W7", "1998-W07"), ("1994-XX-XX", "1994"), ("P2Y6M", "P2.5Y"), ("PT24H", "P1D"),
     ("1998-01-08T17", "1998-01-08T17:00"), ("P1Q", "P3M"), ("PT1M30S", "PT1.5M")],
)  # fmt: skip
def test_one_writing_of_a_value(one, two):
    assert timeml.written(one) == timeml.written(two)


@pytest.mark.parametrize(("one", "two"), [("1998", "1998-01"), ("P1M", "PT1M"), ("P30D", "P1M"), ("PXD", "P1D")])
def test_other_values_stay_apart(one, two):
    assert timeml.written(one) != timeml.written(two)
