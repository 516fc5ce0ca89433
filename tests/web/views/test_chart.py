import re

import pytest

from hearsay.model.story import Claim, Count
from hearsay.web.views import chart


def counts(*rows):
    return Claim("c", "dead", "repeated", "", figures=tuple(Count(*row) for row in rows))


def test_each_speaker_is_a_line_and_each_figure_is_told():
    claim = counts(
        ("r1", "Red <Cross>", 62, 62, "exact", "people", None, "2024-10-01"),
        ("r2", "Red <Cross>", 85, 85, "exact", "people", None, "2024-10-03"),
        ("r2", "Army", 40, None, "at_least", "people", None, None),
        ("r3", "Army", 7, 7, "exact", "ships", None, "2024-10-03"),
    )
    points = chart.points(claim, {"r2": "2024-10-02"})
    assert [(one.speaker, one.label, one.day.day) for one in points] == [
        ("Red <Cross>", "62 people", 1), ("Army", "≥40 people", 2), ("Red <Cross>", "85 people", 3),
    ]  # fmt: skip
    drawn = chart.draw(points, "Figures & more")
    assert drawn.count('class="step') == 2
    assert "<Cross>" not in drawn
    heights = [float(y) for y in re.findall(r'<circle class="dot line0"[^>]*cy="([\d.]+)"', drawn)]
    assert heights[0] > heights[1]  # 62 stands lower than 85


def test_one_figure_is_no_chart():
    assert chart.draw(chart.points(counts(("r", "A", 1, 1, "exact", "x", None, "2024-01-01")), {}), "") == ""


@pytest.mark.parametrize(
    ("low", "high", "modifier", "unit", "words"),
    [
        (3000, None, "more_than", "troops", ">3,000 troops"),
        (1.5, 2, "range", "barrels", "1.5–2 barrels"),
        (None, 20, "at_most", None, "≤20"),
        (None, None, "approx", "people", "≈? people"),
    ],
)
def test_a_figure_in_words(low, high, modifier, unit, words):
    assert chart.label(Count("r", None, low, high, modifier, unit)) == words
