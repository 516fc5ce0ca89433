import pytest

from hearsay.reading.quantity import money
from hearsay.reading.timex import tokens


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("R7.5bn", 7_500_000_000, "ZAR"),
        ("R1,500", 1500, "ZAR"),
        ("RM6.162 million", 6_162_000, "MYR"),
        ("RM900,000", 900_000, "MYR"),
        ("Rs 500 crore", 5_000_000_000, "rupees"),
        ("Rs. 40 lakh", 4_000_000, "rupees"),
        ("₹2,500 crore", 25_000_000_000, "INR"),
        ("A$5m", 5_000_000, "AUD"),
        ("$A5m", 5_000_000, "AUD"),
        ("HK$20", 20, "HKD"),
        ("HK $216,925", 216_925, "HKD"),
        ("S$3.2bn", 3_200_000_000, "SGD"),
        ("NZ$7", 7, "NZD"),
        ("C$9 million", 9_000_000, "CAD"),
        ("NT$30 billion", 30_000_000_000, "TWD"),
        ("₩1.2 trillion", 1_200_000_000_000, "KRW"),
        ("₦500m", 500_000_000, "NGN"),
        ("₱20", 20, "PHP"),
        ("₽900", 900, "RUB"),
        ("KSh 5,000", 5000, "KES"),
        ("GH₵300", 300, "GHS"),
        ("Rp15,000", 15_000, "IDR"),
        ("Tk 500", 500, "BDT"),
        ("AED 30 million", 30_000_000, "AED"),
        ("SEK 200m", 200_000_000, "SEK"),
        ("EUR30m", 30_000_000, "EUR"),
        ("€1.000", 1000, "EUR"),
    ],
)
def test_one_sum(text: str, value: float, unit: str) -> None:
    words = tokens.read(text, 0, len(text)).words
    amount = money.read(words, 0)
    assert amount is not None
    assert (amount.low, amount.high, amount.unit, amount.last) == (value, value, unit, len(words))


def test_both_ends_of_a_range_may_have_the_sign() -> None:
    words = tokens.read("R20bn to R50bn", 0, 14).words
    amount = money.read(words, 0)
    assert amount is not None
    assert (amount.low, amount.high, amount.unit, amount.modifier) == (20e9, 50e9, "ZAR", "range")


@pytest.mark.parametrize("text", ["R2 road", "R 5", "Top 5", "ALL 5", "Try 3", "a 5", "A 5", "", "$", "LE 5", "usd 5"])
def test_no_sum(text: str) -> None:
    words = tokens.read(text, 0, len(text)).words
    assert money.read(words, 0) is None
