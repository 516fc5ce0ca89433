import pytest

from hearsay.reading.quantity import scale
from hearsay.reading.timex import tokens


@pytest.mark.parametrize(
    ("text", "money", "worth"),
    [
        ("3.2bn", False, (3_200_000_000, 2)),
        ("12 lakh", False, (1_200_000, 1)),
        ("2 lakh crore", False, (2 * 10**12, 1)),
        ("5m", True, (5_000_000, 2)),
        ("5m", False, (5, 1)),
        ("5m users", False, (5_000_000, 2)),
        ("5t", False, (5, 1)),
        ("half a million", False, (500_000, 3)),
        ("a dozen", False, (12, 2)),
        ("ships", False, None),
        ("", False, None),
    ],
)
def test_a_number_with_its_magnitude(text: str, money: bool, worth: tuple[float, int] | None) -> None:
    assert scale.scaled(tokens.read(text, 0, len(text)).words, 0, money=money) == worth


@pytest.mark.parametrize(
    ("text", "change"), [("rose from 5 to 7", True), ("ranging from 5 to 7", False), ("a 5 to 7", False)]
)
def test_from_is_a_change(text: str, change: bool) -> None:
    words = tokens.read(text, 0, len(text)).words
    assert scale.changes(words, 2) is change
