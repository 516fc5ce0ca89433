import pytest

from hearsay.model.span import Span
from hearsay.reading.attribution import pieces
from hearsay.text import quotations


def content(text: str, start: int, end: int) -> str:
    quoted = quotations.find(text, [Span(0, len(text))])
    return pieces.content(text, Span(start, end), quoted).of(text)


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("said that the pier was sold.", 5, 28, "the pier was sold"),
        ("“It is sold,” he said", 1, 11, "“It is sold,”"),
        ("He said “it is sold.”", 8, 21, "“it is sold.”"),
        ("it ended at 5 p.m.", 0, 18, "it ended at 5 p.m."),
        (", and so on,", 0, 12, "and so on"),
        ("...", 0, 0, ""),
    ],
)
def test_edges(text: str, start: int, end: int, expected: str) -> None:
    assert content(text, start, end) == expected


def test_a_lone_colon_stays_a_cue() -> None:
    assert pieces.cue("Mayor: no", Span(5, 6)) == Span(5, 6)
    assert pieces.cue("x , said,", Span(1, 9)) == Span(4, 8)
