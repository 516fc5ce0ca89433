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
    section, counted = result.sections
    assert counted.rows == section.rows
    assert section.rows == {
        "value": Tally(3, 4, 3), "value and bound": Tally(2, 4, 3), "value and unit": Tally(3, 4, 3),
    }  # fmt: skip
    assert [miss.kind for miss in result.misses] == ["value: beyond the gold", "value and bound"]


def counted(text, *figures):
    places = ((text.index(words), words, rest) for words, *rest in figures)
    read = tuple(Figure(Span(at, at + len(words)), *rest) for at, words, rest in places)
    return [
        (one.numbers, one.bound) for one in newsquant._counted(Reading(Report("r", "", "", "", text), figures=read))
    ]


def test_a_change_counts_as_one_range():
    ends = ("5", 5, 5), ("7 percent", 7, 7, "exact", "percent")
    assert counted("It rose from 5 to 7 percent.", *ends) == [((5, 7), "=")]
    assert counted("It rose from 5 before noon to 7 percent.", *ends) == [((5, 7), "=")]
    assert counted("Of 5 it sent 7 percent.", *ends) == [((5,), "="), ((7,), "=")]
    assert counted("From 5, up from 4, to 7 percent.", *ends) == [((5,), "="), ((7,), "=")]


def test_a_counter_counts_as_the_corpus_bounds_it():
    assert counted("Dozens of people died.", ("Dozens of people", 24, None, "at_least", "people")) == [((12, 120), "=")]
    assert counted("At least 24 people died.", ("At least 24 people", 24, None, "at_least")) == [((24,), ">")]


def test_counted_durations_are_quantities():
    text = "They waited for three years, then for a five-year plan and a week."
    times = (
        Time(Span(16, 27), "DURATION", "P3Y", "MORE_THAN"),
        Time(Span(40, 49), "DURATION", "P5Y"),
        Time(Span(59, 65), "DURATION", "P1W"),
    )
    reading = Reading(Report("r", "", "", "", text), times=times)
    assert newsquant._found(reading) == (newsquant.Quantity((3.0,), ">", "year"),)
