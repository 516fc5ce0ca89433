from pathlib import Path

from hearsay.evaluation.scores import Ratio, Tally
from hearsay.evaluation.stories import extents
from hearsay.evaluation.stories.gold import GoldFigure, GoldReport, GoldTime
from hearsay.model.reading import Figure, Reading, Time
from hearsay.model.report import Report
from hearsay.model.span import Span

TEXT = "By June about 300 ships left; on June 3 some 20 more and 5 tugs."
TIMES = (
    GoldTime("By June", "2024-06", None, "2024-06-30"),
    GoldTime("June 3", "2024-06-03", "2024-06-03", "2024-06-03"),
)
FIGURES = (
    GoldFigure("about 300 ships", 300, 300, "approx", "ships", "ships that left the port"),
    GoldFigure("some 20 more", 20, 20, "approx", "ships", "more"),
)
REPORT = GoldReport("p", Path("r.txt"), "", (), None, None, None, None, None, True, "", "", (), (), TIMES, FIGURES)


def span(words):
    place = TEXT.index(words)
    return Span(place, place + len(words))


def reading(times=(), figures=()):
    return Reading(Report("r", "r.txt", "", "text/plain", TEXT), times=times, figures=figures)


def test_times_by_hand():
    first = Time(span("June"), "DATE", "2024-06", end="2024-06-30")
    second = Time(span("June 3"), "DATE", "2024-06-04", begin="2024-06-03", end="2024-06-04")
    rows = extents.time_scores([extents.times(REPORT, reading((first, second)))])
    assert rows["times found"] == Tally(2, 2, 2)
    assert rows["times found, exact words"] == Tally(1, 2, 2)
    assert rows["time value"] == Tally(1, 2, 2)
    assert rows["time begin right"] == Ratio(2, 2)
    assert rows["time end right"] == Ratio(1, 2)


def test_figures_by_hand():
    ships = Figure(span("about 300 ships"), 300, 300, "approx", "ship", "vessels, all that left")
    tugs = Figure(span("5 tugs"), 5, 5, "exact", "tugs")
    got = extents.figures(REPORT, reading(figures=(ships, tugs)))
    rows = extents.figure_scores([got])
    assert rows["figures found"] == Tally(1, 2, 2)
    assert rows["figure value"] == Tally(1, 2, 2)
    assert rows["figure modifier right"] == Ratio(1, 1)
    assert rows["figure unit right"] == Ratio(1, 1)
    assert rows["figure about (a word shared) right"] == Ratio(1, 1)
    kinds = [miss.kind for miss in extents.figure_misses(got)]
    assert kinds == ["figure missed", "figure beyond the gold"]


def test_a_wrong_value_is_a_miss_of_its_own_class():
    late = Time(span("June 3"), "DATE", "2023-06-03", begin="2023-06-03", end="2023-06-03")
    kinds = [miss.kind for miss in extents.time_misses(extents.times(REPORT, reading((late,))))]
    assert kinds == ["time missed", "time value", "time begin", "time end"]


def test_units_fold_their_plural():
    assert extents.unit("Ships") == extents.unit("ship")
    assert extents.unit("countries") == "country"
    assert extents.unit("%") == extents.unit("per cent") == "percent"
    assert extents.unit("barrels a day") == "barrel a day"
    assert extents.unit(None) == ""
    assert extents.unit("glass") == "glass"
