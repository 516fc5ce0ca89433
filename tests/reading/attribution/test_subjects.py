"""Sources that the reader left out."""

from __future__ import annotations

import pytest

from hearsay.model.reading import Attribution
from hearsay.model.report import Part, Report
from hearsay.model.span import Span
from hearsay.reading.attribution import subjects


def source(text: str, cue: str) -> list[str]:
    report = Report("r1", "a.txt", "0" * 64, "text/plain", text=text, parts=(Part("paragraph", 0, len(text)),))
    at = text.index(cue)
    one = Attribution("a1", "indirect", (), (Span(at, at + len(cue)),), (Span(at + len(cue) + 1, len(text)),))
    return [piece.of(text) for piece in subjects.complete(report, [one])[0].source]


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("The line's owner dismissed the report.", "dismissed", ["The line's owner"]),
        ("Boralis, which runs the ship, dismissed the report.", "dismissed", ["Boralis"]),
        ("A clerk, Ida Orr, neither confirmed nor denied it.", "neither confirmed nor denied", ["A clerk, Ida Orr"]),
        ("It was raining when the report was dismissed out of hand.", "was dismissed", []),
        ("There were calls to dismiss the report.", "to dismiss", []),
        ("dismissed the report.", "dismissed", []),
    ],
)
def test_the_subject_of_an_active_cue_is_its_source(text: str, cue: str, expected: list[str]) -> None:
    assert source(text, cue) == expected


def test_who_is_told_of_in_the_passive_is_no_source() -> None:
    text = "Orr was charged with selling the pier. Finn was quoted as saying no."
    report = Report("r1", "a.txt", "0" * 64, "text/plain", text=text, parts=(Part("paragraph", 0, len(text)),))
    charged = Attribution("a1", "indirect", (Span(0, 3),), (Span(4, 15),), (Span(21, 37),))
    quoted = Attribution("a2", "indirect", (Span(39, 43),), (Span(44, 64),), (Span(65, 67),))
    assert [one.source for one in subjects.complete(report, [charged, quoted])] == [(), (Span(39, 43),)]
