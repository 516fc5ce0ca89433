"""Who carried someone's words, on texts written for these tests."""

from dataclasses import replace

import pytest

from hearsay.model.reading import Attribution
from hearsay.model.report import Part, Report
from hearsay.model.span import Span
from hearsay.reading.attribution import relay


def report(text: str, agency: str | None = None) -> Report:
    return Report("r", "r", "", "text/plain", text, agency=agency, parts=(Part("paragraph", 0, len(text)),))


def attribution(text: str, source: str, cue: str, content: str, name: str = "a1") -> Attribution:
    return Attribution(name, "indirect", place(text, source), place(text, cue), place(text, content))


def place(text: str, words: str) -> tuple[Span, ...]:
    at = text.index(words)
    return (Span(at, at + len(words)),)


def carriers(text: str, source: str, cue: str, content: str, agency: str | None = None) -> list[str]:
    one = attribution(text, source, cue, content)
    return [span.of(text) for span in relay.carriers(report(text, agency), one, [one])]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        (
            "The pier is safe, he was quoted by the Harbour Gazette as saying.",
            "he",
            "was quoted by the Harbour Gazette as saying",
            "The pier is safe",
            ["the Harbour Gazette"],
        ),
        (
            "Finn said the pier is safe, according to media reports.",
            "Finn",
            "said",
            "the pier is safe",
            ["media reports"],
        ),
        ("Finn told Radio Skye on Monday that the pier is safe.", "Finn", "told", "the pier is safe", ["Radio Skye"]),
        ("Finn told reporters that the pier is safe.", "Finn", "told", "the pier is safe", []),
        ("Finn told parliament that the pier is safe.", "Finn", "told", "the pier is safe", []),
        (
            "Finn said the pier is safe, the Harbour Gazette reported.",
            "Finn",
            "said",
            "the pier is safe",
            ["the Harbour Gazette"],
        ),
        (
            "The pier is safe, according to a letter seen by Skye Wire.",
            "a letter",
            "according to",
            "The pier is safe",
            ["Skye Wire"],
        ),
        (
            "The ministry said in a statement carried by the state news agency that the pier is safe.",
            "The ministry",
            "said",
            "the pier is safe",
            ["the state news agency"],
        ),
        (
            "The agency reported, citing two officials, that the pier is safe.",
            "two officials",
            "citing",
            "the pier is safe",
            ["The agency"],
        ),
        ("The pier is safe, Finn said in an interview with the BBC.", "Finn", "said", "The pier is safe", ["the BBC"]),
    ],
)
def test_the_chain(text: str, source: str, cue: str, content: str, expected: list[str]) -> None:
    assert carriers(text, source, cue, content) == expected


def test_the_house_of_the_report_is_told() -> None:
    text = "Finn told Larkmoor that the pier is safe."
    assert carriers(text, "Finn", "told", "the pier is safe", agency="Larkmoor Copy") == ["Larkmoor"]
    assert carriers(text, "Finn", "told", "the pier is safe") == []


def test_an_interview_goes_on() -> None:
    text = "Finn told Radio Skye the pier is safe. She said it opens in June. Orr said it does not."
    first = attribution(text, "Finn", "told", "the pier is safe")
    second = attribution(text, "She", "said", "it opens in June", "a2")
    third = attribution(text, "Orr", "said it does", "it does not", "a3")
    every = [first, second, third]
    assert [s.of(text) for s in relay.carriers(report(text), second, every)] == ["Radio Skye"]
    assert relay.carriers(report(text), third, every) == ()


def test_whoever_speaks_outside_carries_what_is_within() -> None:
    text = "Finn told Radio Skye that Orr had denied the sale."
    outer = attribution(text, "Finn", "told", "Orr had denied the sale")
    inner = replace(attribution(text, "Orr", "had denied", "the sale", "a2"), within="a1")
    assert [s.of(text) for s in relay.carriers(report(text), inner, [outer, inner])] == ["Finn", "Radio Skye"]


def test_reports_at_the_end_of_a_headline() -> None:
    text = "Finn says pier is safe: reports"
    one = attribution(text, "Finn", "says", "pier is safe")
    headline = Report("r", "r", "", "text/plain", text, parts=(Part("headline", 0, len(text)),))
    assert [s.of(text) for s in relay.carriers(headline, one, [one])] == ["reports"]


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("Radio Skye, citing two people familiar with the matter, reported that the pier is safe.", "Radio Skye",
         "two people familiar with the matter"),
        ("Radio Skye reported that the pier is safe, citing an unnamed official.", "Radio Skye", "an unnamed official"),
        ("Radio Skye, citing safety concerns, reported that the pier is safe.", "Radio Skye", "Radio Skye"),
        ("Orr, citing two officials, reported that the pier is safe.", "Orr", "Orr"),
    ],
)  # fmt: skip
def test_whom_an_outlet_cites_speaks(text: str, source: str, speaker: str) -> None:
    one = attribution(text, source, "reported", "that the pier is safe")
    told = relay.folded(report(text), [one])[0]
    assert [piece.of(text) for piece in told.source] == [speaker]
    if speaker != source:
        assert [piece.of(text) for piece in relay.carriers(report(text), told, [told])] == [source]
