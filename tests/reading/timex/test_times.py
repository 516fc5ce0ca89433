from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model.report import Dateline, Part, Report
from hearsay.model.span import Span
from hearsay.reading.timex import times
from hearsay.reading.timex.meaning import Focus

THURSDAY = "2024-10-24"


def report(text: str, dated: str | None = THURSDAY) -> Report:
    parts = (Part("paragraph", 0, len(text)),)
    return Report("r", "r", "", "text/plain", text, published=dated, parts=parts)


def found(text: str, dated: str | None = THURSDAY) -> list[tuple[str, str, str | None, str | None]]:
    return [(each.span.of(text), each.value, each.begin, each.end) for each in times.find(report(text, dated))]


@pytest.mark.parametrize(
    ("text", "words", "value", "begin", "end"),
    [
        ("He left on Thursday.", "Thursday", "2024-10-24", "2024-10-24", "2024-10-24"),
        ("He left on Wednesday.", "Wednesday", "2024-10-23", "2024-10-23", "2024-10-23"),
        ("She will speak on Monday.", "Monday", "2024-10-28", "2024-10-28", "2024-10-28"),
        ("On Monday, the court will rule.", "Monday", "2024-10-28", "2024-10-28", "2024-10-28"),
        ("The meeting planned for Monday is off.", "Monday", "2024-10-28", "2024-10-28", "2024-10-28"),
        ("They met last Friday.", "last Friday", "2024-10-18", "2024-10-18", "2024-10-18"),
        ("Talks resume next Tuesday.", "next Tuesday", "2024-10-29", "2024-10-29", "2024-10-29"),
        ("It signed the pact in June.", "June", "2024-06", "2024-06-01", "2024-06-30"),
        ("It was cut in November.", "November", "2023-11", "2023-11-01", "2023-11-30"),
        ("It should end by December.", "by December", "2024-12", None, "2024-12-31"),
        ("It was moved in early- to mid-October.", "early- to mid-October", "2024-10", "2024-10-01", "2024-10-20"),
        ("Rain fell in late March 2023.", "late March 2023", "2023-03", "2023-03-21", "2023-03-31"),
        ("It began earlier this month.", "earlier this month", "2024-10", "2024-10-01", "2024-10-24"),
        ("Prices rose last week.", "last week", "2024-W42", "2024-10-14", "2024-10-20"),
        ("It opens next year.", "next year", "2025", "2025-01-01", "2025-12-31"),
        ("He has led it since 2022.", "since 2022", "2022", "2022-01-01", "2024-10-24"),
        ("Open until Nov. 3, it said.", "until Nov. 3", "2024-11-03", None, "2024-11-03"),
        ("Shelling went on overnight.", "overnight", "2024-10-23TNI", "2024-10-23", "2024-10-24"),
        ("Ten died in the past three days.", "the past three days", "P3D", "2024-10-21", "2024-10-24"),
        ("He quit two days earlier.", "two days earlier", "2024-10-22", "2024-10-22", "2024-10-22"),
        ("He quit three years ago.", "three years ago", "2021", "2021-01-01", "2021-12-31"),
        ("It fell in the third quarter of 2023.", "the third quarter of 2023", "2023-Q3", "2023-07-01", "2023-09-30"),
        ("It was built in the 1990s.", "the 1990s", "199X", "1990-01-01", "1999-12-31"),
        ("Last summer was dry.", "Last summer", "2024-SU", "2024-06-01", "2024-08-31"),
        ("It blew at 5:07 p.m. on Tuesday.", "5:07 p.m. on Tuesday", "2024-10-22T17:07", "2024-10-22", "2024-10-22"),
        ("It blew on Tuesday at noon.", "Tuesday at noon", "2024-10-22T12:00", "2024-10-22", "2024-10-22"),
        ("A blast at 0430 GMT woke them.", "0430 GMT", "2024-10-24T04:30", "2024-10-24", "2024-10-24"),
        ("They spoke late on Monday.", "late on Monday", "2024-10-21TNI", "2024-10-21", "2024-10-21"),
        ("They met at the weekend.", "at the weekend", "2024-W42-WE", "2024-10-19", "2024-10-20"),
        ("Born on Christmas Eve 1980.", "Christmas Eve 1980", "1980-12-24", "1980-12-24", "1980-12-24"),
        ("Easter 2023 was cold.", "Easter 2023", "2023-04-09", "2023-04-09", "2023-04-09"),
        ("He came in 2017, up from the previous year.", "from the previous year", "2016", "2016-01-01", None),
        ("It fell on Monday, and on the previous Friday.", "the previous Friday", *["2024-10-18"] * 3),
        ("It will open within the next week.", "within the next week", "P1W", "2024-10-24", "2024-10-31"),
        ("It rained all week.", "all week", "2024-W43", "2024-10-21", "2024-10-24"),
        ("It may sell it in the near future.", "the near future", "FUTURE_REF", None, None),
        ("It grew in the first nine months of the year.", "the year", "2024", "2024-01-01", "2024-10-24"),
        ("It grew over the summer.", "the summer", "2024-SU", "2024-06-01", "2024-08-31"),
        (
            "It burned in the early morning of April 12.",
            "early morning of April 12",
            "2024-04-12TMO",
            *["2024-04-12"] * 2,
        ),
        ("It was built in the late 1990s.", "the late 1990s", "199X", "1997-01-01", "1999-12-31"),
        ("Sales fell over the past year.", "the past year", "P1Y", "2023-10-24", "2024-10-24"),
        ("It ran from May 2016 through June 2017.", "through June 2017", "2017-06", "2016-05-01", "2017-06-30"),
        ("The 2012 through 2015 models failed.", "2012", "2012", "2012-01-01", "2015-12-31"),
        ("It is open on Sundays.", "Sundays", "XXXX-WXX-7", None, None),
        ("It flies on Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI", None, None),
        ("It was sold this past spring.", "this past spring", "2024-SP", "2024-03-01", "2024-05-31"),
        ("They met last Thanksgiving.", "last Thanksgiving", "2023-11-23", "2023-11-23", "2023-11-23"),
        ("It closed mid-afternoon yesterday.", "mid-afternoon yesterday", "2024-10-23TAF", *["2024-10-23"] * 2),
        ("He rang a week or so ago.", "a week or so ago", "2024-10-17", "2024-10-17", "2024-10-17"),
        ("It began over a decade ago.", "over a decade ago", "2014", "2014-01-01", "2014-12-31"),
        ("It comes out from January onward.", "from January", "2025-01", "2025-01-01", None),
        ("They did it in the past, he said.", "the past", "PAST_REF", None, None),
        ("A 19th-century house burned.", "19th-century", "18", "1800-01-01", "1899-12-31"),
        ("Trial is set for the week of Nov. 6.", "the week of Nov. 6", "2024-W45", "2024-11-04", "2024-11-10"),
        ("It votes this coming Sunday, Oct. 27.", "this coming Sunday, Oct. 27", *["2024-10-27"] * 3),
        ("Sales rose for the full year.", "the full year", "2024", "2024-01-01", "2024-10-24"),
        ("Sales rose in the year ended June 30.", "the year", "P1Y", None, None),
        ("Sales rose in the quarter ended July 31.", "the quarter", "2024-Q2", "2024-04-01", "2024-06-30"),
        ("A few days later it closed.", "A few days later", "PAST_REF", None, None),
        ("It will close by year's end.", "by year's end", "2024", None, "2024-12-31"),
        ("He will meet U.S. Sen. Ann Lee in May.", "May", "2025-05", "2025-05-01", "2025-05-31"),
        ("It rained for two more weeks.", "two more weeks", "P2W", None, None),
        ("It opens in the next couple of years.", "in the next couple of years", "P2Y", "2024-10-24", "2026-10-24"),
        ("It took between four and eight hours.", "four and eight hours", "PTXH", None, None),
        ("It meets every two years.", "every two years", "P2Y", None, None),
        ("It was cut six weeks earlier.", "six weeks earlier", "2024-W37", "2024-09-09", "2024-09-15"),
        ("It rose in the last quarter of 2023.", "the last quarter of 2023", "2023-Q4", "2023-10-01", "2023-12-31"),
        ("The 2021 July floods were worse.", "2021 July", "2021-07", "2021-07-01", "2021-07-31"),
        ("He tabled the 2024/2025 budget.", "2024/2025", "2024", "2024-01-01", "2025-12-31"),
        ("It rained on July 9 and 10, he said.", "July 9 and 10", "2024-07-09", "2024-07-09", "2024-07-10"),
        ("It cut emissions below 2005 levels.", "2005", "2005", "2005-01-01", "2005-12-31"),
        ("Its 2030 emissions target stands.", "2030", "2030", "2030-01-01", "2030-12-31"),
        ("The 2026 midterms loom.", "2026", "2026", "2026-01-01", "2026-12-31"),
        ("Storms will hit Saturday.", "Saturday", "2024-10-26", "2024-10-26", "2024-10-26"),
        ("Trading is to resume in Paris Tuesday.", "Tuesday", "2024-10-29", "2024-10-29", "2024-10-29"),
        ("No one could be reached Wednesday.", "Wednesday", "2024-10-23", "2024-10-23", "2024-10-23"),
        ("The job figures for January rose.", "January", "2024-01", "2024-01-01", "2024-01-31"),
        ("The pact is effective Feb. 1.", "Feb. 1", "2025-02-01", "2025-02-01", "2025-02-01"),
        ("He rang at 4 in the morning.", "4 in the morning", "2024-10-24T04:00", "2024-10-24", "2024-10-24"),
        ("Nobody lives there these days.", "these days", "PRESENT_REF", None, None),
        ("On 24 October 2024 it rained.", "24 October 2024", "2024-10-24", "2024-10-24", "2024-10-24"),
        ("By Monday, Oct. 21, 2024, it was over.", "By Monday, Oct. 21, 2024", "2024-10-21", None, "2024-10-21"),
        ("A Weimar Republic-era pact.", "Weimar Republic-era", "PAST_REF", None, None),
        ("So far nobody knows.", "So far", "PRESENT_REF", None, "2024-10-24"),
        ("It lasted three and a half days.", "three and a half days", "P3.5D", None, None),
        ("A 10-day pause.", "10-day", "P10D", None, None),
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1", None, None),
        ("They meet twice a week.", "twice a week", "P1W", None, None),
    ],
)
def test_one_expression(text: str, words: str, value: str, begin: str | None, end: str | None) -> None:
    assert (words, value, begin, end) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "He may march on, second to none.",
        "An 18-year-old man, aged 44 years, sat in the sun.",
        "It cost $5 a day and 2,000 people paid.",
        "Flight 1234 carried 1999 passengers.",
        "He chose to present it, in his 30s.",
        "She watched “60 Minutes” and “This Week”.",
        "They hired 2015 people.",
        "It stood in the Communist Party daily Granma.",
        "The Sunday Herald wrote.",
        "🎉 \0 ‮ 한글",
    ],
)
def test_no_expression(text: str) -> None:
    assert [each for each in found(text) if each[0] != "Sunday"] == []


def test_both_ends_of_a_range_cover_it() -> None:
    text = "It ran from May 3 to May 5."
    whole = ("2024-05-03", "2024-05-05")
    assert [(each[0], *each[2:]) for each in found(text)] == [("from May 3", *whole), ("May 5", *whole)]


def test_a_weekday_ahead_stays_ahead() -> None:
    text = "Storms will hit Sunday. Much hangs on how Sunday's storms grow."
    assert [each[1] for each in found(text, "2024-10-25")] == ["2024-10-27", "2024-10-27"]


def test_an_hour_is_of_the_last_day_named_unless_that_is_far() -> None:
    assert found("It broke on Tuesday. He left at 9 a.m.")[1][1] == "2024-10-22T09:00"
    assert found("It broke on May 3, 2019. He left at 9 a.m.")[1][1] == "2024-10-24T09:00"


def test_a_day_earlier_counts_from_the_last_day_named() -> None:
    assert found("She gave 40 on Monday and 30 a day earlier.")[1][1] == "2024-10-20"


def test_the_days_between_two_events() -> None:
    assert found("On Wednesday, two days after the vote, he quit.")[1] == (
        "two days after", "P2D", "2024-10-21", "2024-10-23",
    )  # fmt: skip
    assert found("He quit hours after the vote.")[0][2:] == ("2024-10-24", "2024-10-24")
    assert found("He quit six years after the vote.")[0][2:] == (None, None)


def test_the_bound_is_named() -> None:
    bounds = [each.bound for each in times.find(report("By Monday, since May, from June, until July, in March."))]
    assert bounds == ["by", "since", "from", "until", None]


def test_timeml_extents_leave_the_preposition_out() -> None:
    text = "It should end by December."
    (mention,) = times.mentions(text, Span(0, len(text)), Focus(date(2024, 10, 24)))
    assert (text[mention.start : mention.end], text[mention.lead : mention.tail]) == ("December", "by December")


def test_the_dateline_is_the_anchor_before_the_publication() -> None:
    text = "He left on Thursday."
    page = Report(
        "r", "r", "", "text/plain", text, published="2024-10-25T03:47:50+09:00",
        dateline=Dateline("PLACE", THURSDAY), parts=(Part("paragraph", 0, len(text)),),
    )  # fmt: skip
    assert times.anchor(page) == date(2024, 10, 24)
    assert times.find(page)[0].value == THURSDAY


def test_without_a_date_nothing_is_guessed() -> None:
    text = "He left on Monday, in May 2020 and last year, on Oct. 3."
    assert found(text, dated=None) == [
        ("Monday", "XXXX-WXX-1", None, None),
        ("May 2020", "2020-05", "2020-05-01", "2020-05-31"),
        ("last year", "PAST_REF", None, None),
        ("Oct. 3", "XXXX-10-03", None, None),
    ]


def test_only_headline_paragraphs_and_captions_are_read() -> None:
    text = "Monday\n\nTuesday\n\nWednesday"
    parts = (Part("headline", 0, 6), Part("byline", 8, 15), Part("caption", 17, 26))
    page = Report("r", "r", "", "text/plain", text, published=THURSDAY, parts=parts)
    assert [each.span.of(text) for each in times.find(page)] == ["Monday", "Wednesday"]


_WORDS = [
    *(
        "Monday",
        "May",
        "3",
        "5",
        "2024",
        "by",
        "until",
        "two",
        "days",
        "ago",
        "last",
        "week",
        "the",
        "of",
        "a.m.",
        "from",
    ),
    *("to", "-", ",", ".", "Oct.", "quarter", "early", "🎉", "한", "\0", "12:30", "1/2"),
]


@given(st.lists(st.sampled_from(_WORDS), max_size=14), st.sampled_from([THURSDAY, None, "0001-01-01", "9999-12-31"]))
def test_spans_are_ordered_and_intervals_do_not_run_backwards(words: list[str], dated: str | None) -> None:
    text = " ".join(words)
    got = times.find(report(text, dated))
    assert all(one.span.end <= two.span.start for one, two in pairwise(got))
    for each in got:
        assert each.span.of(text).strip() == each.span.of(text) != ""
        assert each.begin is None or each.end is None or each.begin <= each.end


@pytest.mark.parametrize("text", ["1" * 200_000, "May " * 20_000, "early- " * 60_000, "two " * 60_000, "-" * 100_000])
def test_degenerate_text_ends_soon(text: str) -> None:
    times.find(report(text))


def test_a_year_and_the_following_one() -> None:
    assert [each[1] for each in found("He came in 1995 and left the following year.")] == ["1995", "1996"]


def test_months_later_count_from_the_month_named_last() -> None:
    assert [each[1] for each in found("He came in June 2021 and left five months later.")] == ["2021-06", "2021-11"]


def test_a_year_before_a_quarter_and_before_months() -> None:
    text = (
        "Profit fell in the third quarter from the same quarter last year. In the first nine months it rose from "
        "the corresponding period a year earlier, and sales rose from a year earlier."
    )
    assert [each[1] for each in found(text)] == ["2024-Q3", "2023-Q3", "P9M", "2023", "2023"]


def test_the_quarter_of_another_year() -> None:
    text = "Profit fell in the third quarter. In the 2023 period it had risen, and in the first quarter of 2022."
    assert [each[1] for each in found(text)] == ["2024-Q3", "2023-Q3", "2022-Q1"]


@pytest.mark.parametrize(
    "text",
    [
        "The March for Peace began.",
        "In the past campaign he lost.",
        "He went so far as to sing.",
        "That only goes so far.",
        "It was the last day of it.",
    ],
)
def test_no_time(text: str) -> None:
    assert found(text) == []
