from datetime import date

import pytest

from hearsay.model.reading import Attribution, SourceType, When
from hearsay.model.report import Part, Report
from hearsay.model.span import Span
from hearsay.reading.timex import occasion, said_on, times

DAY = date(2024, 10, 24)
LEAD = "The dam broke on Thursday, Lee said."


def report(*paragraphs: str, headline: str = "Dam breaks: mayor") -> Report:
    text, parts = headline, [Part("headline", 0, len(headline))]
    for each in paragraphs:
        start = len(text) + 2
        text = f"{text}\n\n{each}"
        parts.append(Part("paragraph", start, len(text)))
    return Report("r", "r", "", "text/plain", text, published=DAY.isoformat(), parts=tuple(parts))


def said(page: Report, cue: str, by: SourceType = "person") -> Attribution:
    at = page.text.rindex(cue)
    return Attribution(cue, "indirect", cue=(Span(at, at + len(cue)),), source_type=by)


def holds(page: Report, one: Attribution, earlier: When | None = None) -> bool:
    found = occasion.of(page, DAY, times.find(page))
    return found is not None and found.holds(one, earlier)


@pytest.mark.parametrize(
    ("cue", "by", "right"),
    [
        ("warned of", "person", True),
        ("warned of", "unnamed", False),
        ("declined to comment", "unnamed", True),
        ("warned of", "outlet", False),  # what is printed is of no one day
        ("has warned of", "person", False),
        ("expects", "group", False),
    ],
)
def test_the_undated_of_a_report_of_one_day(cue: str, by: SourceType, right: bool) -> None:
    page = report(LEAD, "It rained.", f"Kim {cue} more.")
    assert holds(page, said(page, cue, by)) is right


def test_not_what_led_up_to_the_news() -> None:
    page = report(LEAD, "It rained.", "The wall gave way after Kim warned of more.")
    assert not holds(page, said(page, "warned of"))
    page = report(LEAD, "It rained.", "The wall gave way after dark, and Kim warned of more.")
    assert holds(page, said(page, "warned of"))


def test_not_what_a_crowd_holds() -> None:
    page = report(LEAD, "Many said it was old.", "It rained.")
    one = said(page, "said it", "group")
    crowd = Attribution("a1", "indirect", (Span(page.text.index("Many"), page.text.index(" said it")),), one.cue)
    assert holds(page, said(page, "said it", "person"))
    assert not holds(page, crowd)


def test_not_where_the_lead_does_not_name_the_day() -> None:
    page = report("The dam broke, Lee said.", "Kim warned of more.")
    assert occasion.of(page, DAY, times.find(page)) is None


def test_not_where_the_report_looks_back_over_many_days() -> None:
    page = report(LEAD, "It rained.", "It leaked on Monday, Tuesday and Wednesday. Kim warned of more.")
    assert not holds(page, said(page, "warned of"))


def test_not_after_a_statement_of_another_day() -> None:
    page = report(LEAD, "It rained.", "Then on Monday it leaked. Kim warned of more.")
    assert not holds(page, said(page, "warned of"), When("2024-10-21", "2024-10-21", "2024-10-21"))


def test_a_headline_is_of_the_day() -> None:
    page = report(LEAD)
    one = Attribution("a1", "indirect", cue=(Span(10, 11),), source_type="role")
    assert page.text[10] == ":"
    assert said_on.dates(page, (one,), times.find(page)) == (When("2024-10-24", "2024-10-24", "2024-10-24"),)


def test_a_report_without_a_date_has_no_day() -> None:
    page = report(LEAD)
    assert occasion.of(page, None, times.find(page)) is None
