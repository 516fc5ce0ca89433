"""Set phrases in which nothing is said, on texts written for these tests."""

import pytest

from hearsay.model.report import Part, Report
from hearsay.model.span import Span
from hearsay.reading.attribution import refusals
from hearsay.text import quotations


def find(text: str) -> list[tuple[str, str, list[str]]]:
    report = Report("r", "r", "", "text/plain", text, parts=(Part("paragraph", 0, len(text)),))
    quoted = quotations.find(text, [Span(0, len(text))])
    drawn = refusals.complete(report, [], quoted)
    return [(one.source[0].of(text), one.cue[0].of(text), [p.of(text) for p in one.content]) for one in drawn]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The owner declined to comment on the sale.", ("The owner", "declined", ["to comment on the sale"])),
        (
            "The board did not immediately respond to a request for comment.",
            ("The board", "did not immediately respond to", ["a request for comment"]),
        ),
        ("He did not return calls.", ("He", "did not return", ["calls"])),
        ("Ida Orr, the owner, could not be reached.", ("Ida Orr, the owner", "could not be reached", [])),
        ("The mayor had no immediate comment.", ("The mayor", "had no immediate comment", [])),
    ],
)
def test_a_refusal_is_found(text: str, expected: tuple[str, str, list[str]]) -> None:
    assert find(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "“He declined to comment,” the clerk recalled.",
        "The boat did not return to the pier.",
        "The island could not be reached by road before 1960.",
    ],
)
def test_what_is_no_refusal_of_someone(text: str) -> None:
    assert find(text) == []
