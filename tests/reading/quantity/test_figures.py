import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model.reading import Attribution, Figure
from hearsay.model.report import Part, Report
from hearsay.model.span import Span
from hearsay.reading.quantity import figures
from hearsay.reading.timex import times


def report(text: str) -> Report:
    return Report("r", "r", "", "text/plain", text, published="2024-10-24", parts=(Part("paragraph", 0, len(text)),))


def read(text: str, *attributions: Attribution) -> tuple[Figure, ...]:
    page = report(text)
    return figures.find(page, times.find(page), attributions)


def found(text: str) -> list[tuple[str, float | None, float | None, str, str | None]]:
    return [(each.span.of(text), each.low, each.high, each.modifier, each.unit) for each in read(text)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("They sent around 2,500 soldiers home.", ("around 2,500 soldiers", 2500, 2500, "approx", "troops")),
        ("At least 40 people died.", ("At least 40 people", 40, None, "at_least", "people")),
        ("No fewer than six villages burned.", ("No fewer than six villages", 6, None, "at_least", "villages")),
        ("More than 90% voted.", ("More than 90%", 90, None, "more_than", "percent")),
        ("It fell by just under 4 per cent.", ("just under 4 per cent", None, 4, "less_than", "percent")),
        ("Up to 300 homes lost power.", ("Up to 300 homes", None, 300, "at_most", "homes")),
        ("As many as 12 boats sank.", ("As many as 12 boats", None, 12, "at_most", "boats")),
        ("Nearly 70 victims were found.", ("Nearly 70 victims", 70, 70, "approx", "people")),
        ("It cost $22 million.", ("$22 million", 22_000_000, 22_000_000, "exact", "USD")),
        ("A fine of £3.2bn was paid.", ("£3.2bn", 3_200_000_000, 3_200_000_000, "exact", "GBP")),
        ("It raised A$1.1 million.", ("A$1.1 million", 1_100_000, 1_100_000, "exact", "AUD")),
        ("They want 5 billion euros.", ("5 billion euros", 5 * 10**9, 5 * 10**9, "exact", "EUR")),
        ("Between 850 and 1,100 men came.", ("Between 850 and 1,100 men", 850, 1100, "range", "people")),
        ("It takes five to seven trucks.", ("five to seven trucks", 5, 7, "range", "trucks")),
        (
            "Some 1.5-2 million barrels leaked.",
            ("Some 1.5-2 million barrels", 1_500_000, 2_000_000, "range", "barrels"),
        ),
        ("It holds $3 billion to $5 billion.", ("$3 billion to $5 billion", 3 * 10**9, 5 * 10**9, "range", "USD")),
        ("Dozens of cars burned.", ("Dozens of cars", 24, None, "at_least", "cars")),
        ("Tens of thousands of fans came.", ("Tens of thousands of fans", 20_000, None, "at_least", "people")),
        ("Several hundred people marched.", ("Several hundred people", 200, None, "at_least", "people")),
        ("Two-thirds of them agreed.", ("Two-thirds", 0.6667, 0.6667, "exact", "share")),
        ("One in five voters agreed.", ("One in five", 0.2, 0.2, "exact", "share")),
        ("It will double its output.", ("double", 2, 2, "exact", "times")),
        ("It grew eightfold.", ("eightfold", 8, 8, "exact", "times")),
        ("A 3,000-strong crowd came.", ("3,000-strong", 3000, 3000, "exact", "people")),
        ("There were no deaths.", ("no deaths", 0, 0, "exact", "deaths")),
        ("He lost by five-and-a-half points.", ("five-and-a-half points", 5.5, 5.5, "exact", "points")),
        ("Two and a half million votes.", ("Two and a half million votes", 2_500_000, 2_500_000, "exact", "votes")),
        ("A hundred thousand people came.", ("A hundred thousand people", 100_000, 100_000, "exact", "people")),
        ("It fell by as little as 3 percent.", ("as little as 3 percent", 3, None, "at_least", "percent")),
        ("A fine of £500 plus costs.", ("£500", 500, 500, "exact", "GBP")),
        ("A 10-to-15-percent cut.", ("10-to-15-percent", 10, 15, "range", "percent")),
        ("A little more than a third agreed.", ("A little more than a third", 0.3333, None, "more_than", "share")),
        ("Two to three times as many came.", ("Two to three times", 2, 3, "range", "times")),
        ("A four-fold rise.", ("four-fold", 4, 4, "exact", "times")),
        ("A 25-basis-point cut.", ("25-basis-point", 25, 25, "exact", "basis points")),
        ("A 14-story block.", ("14-story", 14, 14, "exact", "stories")),
        ("It has 406 lb-ft of torque.", ("406 lb-ft", 406, 406, "exact", "pound-feet")),
        ("The heat hit 45C in Rome.", ("45C", 45, 45, "exact", "degrees Celsius")),
        ("One fund manager spoke.", ("One fund manager", 1, 1, "exact", "manager")),
        ("The toll from a fire that swept the huts by the harbour rose to 10.", ("10", 10, 10, "exact", "people")),
        ("It was about minus 5 degrees.", ("about minus 5 degrees", -5, -5, "approx", "degrees")),
        ("The 1520 sq m hall burned.", ("1520 sq m", 1520, 1520, "exact", "sq m")),
        ("A 5-10W lamp was lit.", ("5-10W", 5, 10, "range", "w")),
        ("The shares fell to 118.5p on Monday.", ("118.5p", 118.5, 118.5, "exact", "pence")),
        ("It paid PS2.7m in tax.", ("PS2.7m", 2_700_000, 2_700_000, "exact", "GBP")),
        ("It paid Y=590 billion.", ("Y=590 billion", 590 * 10**9, 590 * 10**9, "exact", "JPY")),
        ("It found 912 dead.", ("912 dead", 912, 912, "exact", "people")),
        ("One barge was hurt.", ("One barge", 1, 1, "exact", "barge")),
        ("Twenty-five boats sank.", ("Twenty-five boats", 25, 25, "exact", "boats")),
        ("Two hundred and six boats sank.", ("Two hundred and six boats", 206, 206, "exact", "boats")),
        ("About half a million books burned.", ("About half a million books", 500_000, 500_000, "approx", "books")),
        ("It rained on 100 or more farms.", ("100 or more farms", 100, None, "at_least", "farms")),
        ("The fleet has 14 airliners.", ("14 airliners", 14, 14, "exact", "aircraft")),
        ("It cost R4.5bn.", ("R4.5bn", 4_500_000_000, 4_500_000_000, "exact", "ZAR")),
        ("It fell by minus-130 degrees.", ("minus-130 degrees", -130, -130, "exact", "degrees")),
        ("It lost $-2bn.", ("$-2bn", -2_000_000_000, -2_000_000_000, "exact", "USD")),
        ("Shares rose .5 per cent.", (".5 per cent", 0.5, 0.5, "exact", "percent")),
        ("The sector 0.7 percent lower.", ("0.7 percent", 0.7, 0.7, "exact", "percent")),
        ("They held two shows.", ("two shows", 2, 2, "exact", "shows")),
        ("She got 6,942,930, or most.", ("6,942,930", 6_942_930, 6_942_930, "exact", None)),
        ("One legal expert spoke.", ("One legal expert", 1, 1, "exact", "expert")),
        ("The crash left 31 MPs stranded.", ("31 MPs", 31, 31, "exact", "people")),
    ],
)
def test_one_figure(text: str, figure: tuple[str, float | None, float | None, str, str | None]) -> None:
    assert found(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On Oct. 24, 2024, at 5 p.m., it rained for 3 days.",
        "Lee, 35, an 18-year-old student, agreed.",
        "Article 4, flight 1282, Route 66 and No. 10 are names.",
        "They won 3-2 and lost 0-1, 6-7 (5).",
        "Call 1-800-555-0199 or +44 20 7946.",
        "An F-16, a Boeing 737 and Covid-19.",
        "One of them said no one knew which one.",
        "The two met in the second half of the third quarter.",
        "Both came first.",
        "1. A list",
        "Web 3.0 and BUDGET 3.0 came with version 2.1.3.",
        "Local 90 met in the 90049 ZIP Code.",
        "See articles 5 and 4.",
        "Ray Poe Jr., 55, of Addison, flew a 737 Max jet from the 787 plant.",
        "He was 18. She wed at the age of 30.",
        "A net zero plan, and zero tolerance.",
        "He doubled down on a level 3 out of 5 risk.",
        "As one heads south, it cools.",
        "Its 2030 emissions target is below 2005 levels.",
        "🎉 \0 한글",
    ],
)
def test_no_figure(text: str) -> None:
    assert found(text) == []


def test_a_part_takes_the_unit_of_the_whole() -> None:
    text = "They sent some 8,000 guards to the port, including around 900 by ship."
    assert [(each[1], each[4]) for each in found(text)] == [(8000, "people"), (900, "people")]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The storm left 40 barges adrift, and 12 sank.", ["barges", "barges"]),
        ("The toll passed 15,000, with 284 in the north.", ["people", "people"]),
        ("He owns 40 barges and a 5 star hotel.", ["barges", None]),
        ("He spoke to a crowd of 70,000.", ["people"]),
        ("It sold 40 barges and owes billions.", ["barges", None]),
        ("It is about 17% or 3 billion barrels.", ["percent", "barrels"]),
        ("It raised A$5m for 9 hotels and 3 more.", ["AUD", "hotels", "hotels"]),
    ],
)
def test_the_unit_of_a_bare_number(text: str, units: list[str | None]) -> None:
    assert [each[4] for each in found(text)] == units


def test_a_figure_belongs_to_the_innermost_attribution() -> None:
    text = "Lee said that Park had counted 12 boats. Then 3 boats left."
    outer = Attribution("a1", "indirect", content=(Span(9, 39),))
    inner = Attribution("a2", "indirect", content=(Span(31, 39),), within="a1")
    assert [each.attribution for each in read(text, outer, inner)] == ["a2", None]


_WORDS = (
    "3 1.5 two hundred $ £ million bn % - to between and about at least up people dozens of one half 5,000 , . 🎉 \0 한"
)


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=14), st.booleans())
def test_every_span_is_in_the_text_and_bounds_are_in_order(words: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(words)
    for each in read(text):
        assert each.span.of(text).strip() == each.span.of(text) != ""
        assert each.low is None or each.high is None or each.low <= each.high
        assert (each.low, each.high) != (None, None)


@pytest.mark.parametrize(
    "text", ["9" * 200_000, "1," * 9_000, "$ " * 60_000, "one " * 9_000, "3-" * 9_000, "1,000" * 9_000]
)
def test_degenerate_text_ends_soon(text: str) -> None:
    read(text)


def test_a_conversion_has_the_bound_of_what_it_converts() -> None:
    text = "He owes more than 7 million crowns ($640,000), and just under 20 miles (32 km) remain."
    assert [(each[1], each[2], each[3]) for each in found(text)] == [
        (7_000_000, None, "more_than"),
        (640_000, None, "more_than"),
        (None, 20, "less_than"),
        (None, 32, "less_than"),
    ]


def test_a_part_in_brackets_keeps_its_own_bound() -> None:
    assert [each[3] for each in found("At least 40 people (12 of them children) died.")] == ["at_least", "exact"]


def test_a_change_from_one_range_to_another() -> None:
    text = "It cut its forecast from 5 to 7 percent to 3 to 4 percent."
    assert [(each[1], each[2]) for each in found(text)] == [(5, 7), (3, 4)]


def test_a_conversion_is_about_what_it_converts() -> None:
    text = "The listing is to raise up to $12.9bn (£10bn) on Monday. It goes 39 miles (63 kilometers) a day."
    assert [each.about for each in read(text)] == ["listing is to raise", "listing is to raise", "miles", "kilometers"]
