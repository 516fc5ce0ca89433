from dataclasses import replace
from pathlib import Path

import pytest

from hearsay.evaluation.scores import Ratio
from hearsay.evaluation.stories import intake
from hearsay.evaluation.stories.gold import GoldReport
from hearsay.model.report import Author, Dateline, Part, Report

GOLD = GoldReport(
    "p", Path("r.html"), "Port “shut”", ("Ana Lima",), "2024-05-03T10:00:00+02:00", "OSLO", "2024-05-03", "Nord Press",
    "Harbour Daily", True, "The port is", "until June.", ("Subscribe", "Related"), (), (), (),
)  # fmt: skip
TEXT = "The port\nis shut. It stays so until June."
REPORT = Report(
    "r", "r.html", "", "text/html", TEXT, headline='Port "shut"', byline=(Author("ANA LIMA"),), agency="Nord Press",
    outlet="HARBOUR DAILY",
    published="2024-05-03T10:00:59+02:00", dateline=Dateline("Oslo", "2024-05-03"),
    parts=(Part("paragraph", 0, len(TEXT)),),
)  # fmt: skip


def test_all_right_then_each_wrong():
    assert set(intake.scores([(GOLD, REPORT)]).values()) == {Ratio(1, 1)}
    empty = Report("", "", "", "", "Related")
    rows = intake.scores([(GOLD, empty)])
    assert {name for name, score in rows.items() if score == Ratio(1, 1)} == {"body without furniture"}


def test_a_report_that_was_not_taken_in_is_right_in_nothing():
    assert set(intake.scores([(GOLD, None)]).values()) == {Ratio(0, 1)}
    assert len(intake.misses([(GOLD, None)])) == 10


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [("The Hall", "한빛데일리", True), ("The Hall", "Copyright", False), ("The Hall", None, False), (None, "X", False)],
)
def test_an_outlet_in_another_script_is_not_judged(gold, found, right):
    rows = intake.scores([(replace(GOLD, outlet=gold), replace(REPORT, outlet=found))])
    assert rows["outlet"] == Ratio(right, 1)


def test_furniture_in_the_body_is_told():
    gold = replace(GOLD, not_body=("until  June",))
    assert [miss.kind for miss in intake.misses([(gold, REPORT)])] == ["intake: body without furniture"]


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (None, None, True),
        (None, "2024-05-03", False),
        ("2024-05-03", "2024-05-03T09:00:00+02:00", True),
        ("2024-05-03", None, False),
        ("2024-05-03T10:00:00+02:00", "2024-05-03T10:00:30+02:00", True),
        ("2024-05-03T10:00:00+02:00", "2024-05-03T08:00:00+00:00", False),
        ("2024-05-03T10:00:00+02:00", "2024-05-03T10:00:00", False),
        ("2024-05-03T10:00:00+02:00", "May 3", False),
    ],
)
def test_moments(gold, found, same):
    assert intake.same_moment(gold, found) is same
