import pytest

from hearsay.reading.timex import tokens
from hearsay.reading.timex.lexicon import LETTER


def kinds(text: str) -> list[tuple[str, str, object]]:
    return [(text[each.start : each.end], each.kind, each.worth) for each in tokens.read(text, 0, len(text)).words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oct. 24", [("Oct.", "MONTH", 10), ("24", "DAYNUM", 24)]),
        ("may", [("may", "OTHER", None)]),
        ("Sat down", [("Sat", "CAP", None), ("down", "OTHER", None)]),
        ("Sat. 5", [("Sat.", "WEEKDAY", 5), ("5", "DAYNUM", 5)]),
        ("3,000.5", [("3,000.5", "NUM", 3000.5)]),
        ("twenty-five", [("twenty-five", "DAYNUM", 25)]),
        ("two hundred and six", [("two hundred and six", "NUM", 206)]),
        ("4.5 million", [("4.5 million", "NUM", 4_500_000)]),
        ("5 p.m.", [("5", "DAYNUM", 5), ("p.m.", "AM", "p.m")]),
        ("2024", [("2024", "YEAR", 2024)]),
        ("the ’90s", [("the", "THE", "the"), ("’90s", "DECADE", 9)]),
        ("year’s", [("year", "UNIT", "Y"), ("’s", "POSS", "'s")]),
        ("New Year’s Eve", [("New Year’s Eve", "HOLIDAY", None)]),
        ("2 1/2", [("2 1/2", "NUM", 2.5)]),
        ("0430 GMT", [("0430", "CLOCK", "04:30"), ("GMT", "ZONE", "gmt")]),
        ("\0 🎉", [("\0", "MARK", None), ("🎉", "MARK", None)]),
    ],
)
def test_words_and_their_classes(text: str, expected: list[tuple[str, str, object]]) -> None:
    assert kinds(text) == expected


def test_letters_match_the_words() -> None:
    read = tokens.read("On Monday, May 5.", 0, 17)
    assert read.letters == "".join(LETTER[each.kind] for each in read.words)


def test_only_the_region_is_read() -> None:
    assert [each.low for each in tokens.read("one two three", 4, 7).words] == ["two"]
