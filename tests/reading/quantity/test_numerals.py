import pytest

from hearsay.reading.quantity import numerals


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("3", 3),
        ("3,000", 3000),
        ("1.5", 1.5),
        ("1,234.5", 1234.5),
        ("", None),
        ("three", None),
        ("1,00", None),
        ("1,00,000", 100_000),
        ("12,34,567", 1_234_567),
        ("1.000", 1000),
        ("1.234.567", 1_234_567),
        ("20\u00a0000", 20_000),
        ("20 000", 20_000),
        (".5", 0.5),
        ("0.000", 0),
        ("9" * 99, None),
    ],
)
def test_digits(word: str, value: float | None) -> None:
    assert numerals.digits(word) == value


@pytest.mark.parametrize(
    ("word", "value"), [("1/2", 0.5), ("1 1/2", 1.5), ("2-3/4", 2.75), ("½", 0.5), ("2¼", 2.25), ("1/0", None)]
)
def test_fraction(word: str, value: float | None) -> None:
    assert numerals.fraction(word) == value


@pytest.mark.parametrize(("word", "value"), [("seven", 7), ("forty", 40), ("many", None)])
def test_simple(word: str, value: int | None) -> None:
    assert numerals.simple(word) == value


def test_products_have_no_binary_tail() -> None:
    assert numerals.times(1.1, 10**6) == 1_100_000
    assert isinstance(numerals.times(1.1, 10**6), int)
