import pytest
from tests.reading.actor.test_speakers import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Port\n\nThe Norland Harbour Authority met. [[A notice to pilots]] forbade it.",
            ["Norland Harbour Authority"],
        ),
        ("Port\n\nThe Norland Harbour Authority met. Rain fell. Wind rose. [[A notice]] forbade it.", ["notice"]),
        ("Port\n\nThe Norland Harbour Authority met. [[A memo]] forbade it.", ["memo"]),
        ("Port\n\n[[A notice]] forbade it.", ["notice"]),
    ],
)
def test_an_official_paper_is_of_the_body_that_acts_right_before(text: str, expected: list[str]) -> None:
    assert names(text) == expected
