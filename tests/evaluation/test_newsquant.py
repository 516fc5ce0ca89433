import json

from hearsay.evaluation import newsquant
from hearsay.evaluation.scores import Tally
from hearsay.model.reading import Figure, Reading, Time
from hearsay.model.report import Report
from hearsay.model.span import Span

ROWS = [
    {
        "text": "Shares fell about 3.5 per cent to $4 million, for 10 to 12 ships.",
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
    section, kept = result.sections
    assert kept.rows == section.rows
    assert section.rows == {
        "value": Tally(3, 4, 3), "value and bound": Tally(2, 4, 3), "value and unit": Tally(3, 4, 3),
    }  # fmt: skip
    assert [miss.kind for miss in result.misses] == ["value: beyond the gold", "value and bound"]


def gold(value, text, change="=", unit="dollar"):
    return list(newsquant._kept([{"value": value, "change": change, "normalized_unit": unit}], text))


def test_a_change_counts_as_its_two_ends():
    ends = [newsquant.Quantity((5.0,), "=", "percentage"), newsquant.Quantity((7.0,), "=", "percentage")]
    assert gold("5.0-7.0", "It rose from 5 to 7 percent.", unit="percentage") == ends
    assert gold("5.0-7.0", "It ranged from 5 to 7 percent.", unit="percentage") == [
        newsquant.Quantity((5.0, 7.0), "=", "percentage")
    ]
    assert len(gold("7.0-5.0", "It went 7 to 5.")) == 2


def test_counters_ages_and_one_of_count_as_the_record_has_them():
    assert gold("12.0-120.0", "Dozens of people died.", unit="people") == [newsquant.Quantity((24.0,), ">", "people")]
    assert gold("50.0", "A 50 year-old man.", unit="year of age") == []
    assert gold("1.0", "One of the best screens.", unit="screen") == []
    assert gold("1.0", "One ship sank.", unit="ship") == [newsquant.Quantity((1.0,), "=", "ship")]


def test_counted_durations_are_quantities():
    text = "They waited for three years, then for a five-year plan and a week."
    times = (
        Time(Span(16, 27), "DURATION", "P3Y", "MORE_THAN"),
        Time(Span(40, 49), "DURATION", "P5Y"),
        Time(Span(59, 65), "DURATION", "P1W"),
    )
    reading = Reading(Report("r", "", "", "", text), times=times)
    assert newsquant._found(reading) == (newsquant.Quantity((3.0,), ">", "year"),)
