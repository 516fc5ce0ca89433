import pytest

from hearsay.reading.timex import tense, tokens


@pytest.mark.parametrize(
    ("text", "word", "way"),
    [
        ("They met Monday.", "Monday", tense.PAST),
        ("They will meet Monday.", "Monday", tense.FUTURE),
        ("They said Monday it will rain.", "Monday", tense.PAST),
        ("They said it will rain Monday.", "Monday", tense.FUTURE),
        ("On Monday the court will rule.", "Monday", tense.FUTURE),
        ("He would go, but by Monday the trip was off.", "Monday", tense.PAST),
        ("It is set to open Monday.", "Monday", tense.FUTURE),
        ("It set a record Monday.", "Monday", tense.NONE),
        ("Talks resume as early as Monday.", "Monday", tense.FUTURE),
        ("Minister to visit Oslo Monday", "Monday", tense.FUTURE),
        ("It may reopen Monday.", "Monday", tense.FUTURE),
        ("It will be called off Monday.", "Monday", tense.FUTURE),
        ("The show opens Monday.", "Monday", tense.FUTURE),
        ("Monday", "Monday", tense.NONE),
    ],
)
def test_direction(text: str, word: str, way: int) -> None:
    words = tokens.read(text, 0, len(text)).words
    at = next(place for place, each in enumerate(words) if each.low == word.lower())
    assert tense.direction(words, at, at + 1) == way
