import pytest

from hearsay.reading.quantity import names, values
from hearsay.reading.timex import tokens


def is_none(text: str, number: str) -> bool:
    words = tokens.read(text, 0, len(text)).words
    at = next(place for place, word in enumerate(words) if word.low == number)
    amount = values.read(words, at)
    assert amount is not None
    return names.is_none(text, words, amount)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The B-52 flew.", "52"),
        ("Seat 26A was free.", "26"),
        ("Call 0800 123 now.", "0800"),
        ("Under clause 9 it may.", "9"),
        ("He ran Web 2.0 for years.", "2.0"),
        ("Then Lee (42) spoke.", "42"),
        ("Lee said she was 42.", "42"),
        ("Crews took 911 calls.", "911"),
        ("It built two 787 Dreamliners.", "787"),
        ("He met the two later.", "two"),
        ("It owns 14 West 3rd Street, Leeds.", "14"),
        ("It owns 22 Rue Verte.", "22"),
        ("It keeps the 45p rate.", "45"),
        ("It was day two of the talks.", "two"),
        ("NBC 5 said so.", "5"),
        ("He called 911.", "911"),
        ("It was like one used by the army.", "one"),
        ("Seat 45C was free.", "45"),
        ("A storm or two may come.", "two"),
    ],
)
def test_no_quantity(text: str, number: str) -> None:
    assert is_none(text, number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("He sold 52 boats.", "52"),
        ("It sold 14 High Street shops.", "14"),
        ("It paid 45p for each.", "45"),
        ("A poll put Labour 35 points ahead.", "35"),
        ("Then Lee sold 42 boats.", "42"),
        ("In the clause 9 percent was kept.", "9"),
        ("Crews freed 911 people.", "911"),
        ("Ships or two boats came.", "two"),
    ],
)
def test_a_quantity(text: str, number: str) -> None:
    assert not is_none(text, number)
