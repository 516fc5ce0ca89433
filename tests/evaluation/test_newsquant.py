import json

from evaluation.scores import Tally

from evaluation import newsquant
from hearsay.model.reading import Figure, Reading
from hearsay.model.report import Report
from hearsay.model.span import Span

ROWS = [
    {
        "text": "Shares fell about 3.5 per cent to $4 million, from 10 to 12 ships.",
        "quantities": [
            {"change": "~", "value": "3.5", "unit": "percent", "normalized_unit": "percentage"},
            {"change": "=", "value": "4000000.0", "unit": "$", "normalized_unit": "dollar"},
            {"change": "down", "value": "10.0-12.0", "unit": "ships", "normalized_unit": "ship"},
        ],
    },
    {"text": "Nothing here.", "quantities": []},
]
SPAN = Span(0, 1)
FIGURES = (
    Figure(SPAN, 3.5, 3.5, "approx", "percent"),
    Figure(SPAN, 4_000_000, None, "at_least", "USD"),
    Figure(SPAN, 10, 12, "range", "ships"),
    Figure(SPAN, 7, 7, "exact", "people"),
)


class Fixed:
    def read(self, path, *, body=False, dated=None):
        text = path.read_text("utf-8")
        return Reading(Report("r", "", "", "", text), figures=FIGURES if text.startswith("Shares") else ())


def test_by_hand(tmp_path):
    folder = tmp_path / "data" / "newsquant"
    folder.mkdir(parents=True)
    (folder / "NewsQuant-dev.json").write_text(json.dumps(ROWS), encoding="utf-8")
    result = newsquant.run(tmp_path, Fixed())
    (section,) = result.sections
    assert section.rows == {
        "value": Tally(3, 4, 3), "value and bound": Tally(2, 4, 3), "value and unit": Tally(3, 4, 3),
    }  # fmt: skip
    assert [miss.kind for miss in result.misses] == ["value: beyond the gold", "value and bound"]


def test_a_share_is_a_percentage():
    figure = Figure(SPAN, 0.2, 0.2, "exact", "share")
    assert newsquant._quantity(figure) == newsquant.Quantity((20.0,), "=", "percentage")
