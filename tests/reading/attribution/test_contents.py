"""Contents from the place of the cue, on texts written for these tests."""

import pytest

from hearsay.model.reading import Attribution
from hearsay.model.report import Part, Report
from hearsay.model.span import Span
from hearsay.reading.attribution import contents


def place(text: str, words: str) -> tuple[Span, ...]:
    at = text.index(words)
    return (Span(at, at + len(words)),)


def complete(text: str, *roles: tuple[str, str, str | None]) -> list[list[str]]:
    report = Report("r", "r", "", "text/plain", text, parts=(Part("paragraph", 0, len(text)),))
    drawn = [
        Attribution("", "indirect", place(text, source), place(text, cue), place(text, said) if said else ())
        for source, cue, said in roles
    ]
    return [[piece.of(text) for piece in one.content] for one in contents.complete(report, drawn, ())]


@pytest.mark.parametrize(
    ("text", "source", "cue", "expected"),
    [
        ("The pier was not sold, the owner said.", "the owner", "said", ["The pier was not sold"]),
        ("The pier was sold, according to the owner.", "the owner", "according to", ["The pier was sold"]),
        ("The pier was sold, as the owner disclosed.", "the owner", "disclosed", ["The pier was sold"]),
        (
            "The pier was sold, the owner said on Monday, and the lake will follow.",
            "the owner",
            "said",
            ["The pier was sold", "the lake will follow"],
        ),
        ("On Monday, the owner said the pier was sold.", "the owner", "said", ["the pier was sold"]),
        ("The owner told reporters on Monday that the pier was sold.", "The owner", "told", ["the pier was sold"]),
    ],
)
def test_an_open_content_is_filled(text: str, source: str, cue: str, expected: list[str]) -> None:
    assert complete(text, (source, cue, None)) == [expected]


def test_a_refusal_keeps_its_empty_content_and_an_empty_statement_goes() -> None:
    assert complete("The owner declined to comment.", ("The owner", "declined to comment", None)) == [[]]
    assert complete("The owner was sounding gloomy.", ("The owner", "sounding", None)) == []


def test_who_asked_not_to_be_named_said_nothing_by_that() -> None:
    text = "The pier was sold, a person said, asking not to be named."
    assert complete(text, ("a person", "said", None), ("a person", "asking", None)) == [["The pier was sold"]]


def test_the_clause_before_a_cue_belongs_to_it() -> None:
    text = "The fair is off, Finn said. The pier was sold, according to Orr."
    got = complete(text, ("Finn", "said", "The pier was sold"), ("Orr", "according to", None))
    assert got == [["The fair is off"], ["The pier was sold"]]


def test_a_cue_that_names_its_carrier_is_whole() -> None:
    text = "The pier was sold, Finn was quoted by the Gazette as saying."
    assert complete(text, ("the Gazette", "was quoted by", None)) == [["The pier was sold"]]
