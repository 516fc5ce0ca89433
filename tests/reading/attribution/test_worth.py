"""What of the reader's finds is kept, on texts written for these tests."""

import pytest

from hearsay.model.reading import Attribution
from hearsay.model.span import Span
from hearsay.reading.attribution import worth


def keeps(source: str, cue: str, content: str, confidence: float = 0.55) -> bool:
    text = f"{source} {cue} {content}"
    at = len(source) + 1
    one = Attribution(
        "",
        "indirect",
        (Span(0, len(source)),) if source else (),
        (Span(at, at + len(cue)),),
        (Span(at + len(cue) + 1, len(text)),),
        confidence=confidence,
    )
    return worth.keeps(text, one)


@pytest.mark.parametrize(
    ("source", "cue", "content", "expected"),
    [
        ("The plan", "will also see", "the town receive a new pier", False),
        ("", "has been known", "to flood", False),
        ("Plaque", "displayed", "1932", False),
        ("The ministry", "counted", "5,775", True),
        ("The mayor", "said", "the pier is safe", True),
        ("", "was expected", "to open in June", True),
        ("", "tacit acknowledgment", "that the pier is old", False),
        ("", "posted", "one-sided news", False),
        ("Owner", "***", "a great show", False),
        ("Owner", ":", "a great show", True),
    ],
)
def test_somebody_says_something(source: str, cue: str, content: str, expected: bool) -> None:
    assert keeps(source, cue, content) == expected


def test_an_active_verb_without_a_source_needs_confidence() -> None:
    assert keeps("", "calls", "the pier a ruin", 0.9)
    assert not keeps("", "calls", "the pier a ruin", 0.4)


def test_a_quotation_without_a_cue_is_kept() -> None:
    assert worth.keeps("“No.”", Attribution("", "direct", content=(Span(0, 5),)))
