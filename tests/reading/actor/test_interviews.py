"""Interviews by their labels."""

import pytest

from hearsay.model.report import Author, Part, Report
from hearsay.reading.actor import cast, interviews
from hearsay.reading.actor.interviews import Interview
from hearsay.reading.actor.words import Words


def found(text: str) -> Interview:
    """The interview of a text whose paragraphs are parted by lines without words."""
    parts, at = [], 0
    for block in text.split("\n\n"):
        parts.append(Part("paragraph", at, at + len(block)))
        at += len(block) + 2
    report = Report("r", "t", "0", "text/plain", text, byline=(Author("Kim Storm"),), parts=tuple(parts))
    return interviews.find(report, cast.gather(report, Words(text, report.spans("paragraph"))))


def turns(text: str) -> list[str | None]:
    interview = found(text)
    return [one.name if one else None for one in interview.speakers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Lena Mork spoke.\n\nQ: Why?\n\nA: So.\n\nAnd so.\n\nQ: Now?\n\nA: No.",
         [None, "Lena Mork", "Lena Mork", None, "Lena Mork"]),
        ("Lena Mork and Ole Dahl spoke.\n\nQ: Why?\n\nA: So.\n\nA: No.", [None, None, None]),
        ("Lena Mork spoke to Kim Storm.\n\nQ: Why?\n\nA: So.\n\nA: No.", [None, "Lena Mork", "Lena Mork"]),
        ("It met Lena Mork and Ole Dahl.\n\nMork: Why?\n\nDahl: So.\n\nMork: No.",
         ["Lena Mork", "Ole Dahl", "Lena Mork"]),
        ("Lena Mork spoke.\n\nA: So.", []),
        ("Lena Mork spoke.\n\nMork: So.", []),
        ("", []),
        ("Q: \n\nA: \n\nA: ☃", [None, None, None]),
    ],
)  # fmt: skip
def test_whose_turn_a_paragraph_is(text: str, expected: list[str | None]) -> None:
    assert turns(text) == expected


def test_what_follows_the_last_label_is_no_part_of_it() -> None:
    interview = found("Lena Mork spoke.\n\nQ: Why?\n\nA: So.\n\nA: No.\n\nWe left.")
    assert [interview.holds(paragraph) for paragraph in range(5)] == [False, True, True, True, False]
    assert not interviews.NONE.holds(0)
