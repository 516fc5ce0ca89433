import re

import pytest

from hearsay.reading.timex import pattern
from hearsay.reading.timex.lexicon import LETTER


def test_names_stand_for_letters_and_white_space_for_nothing() -> None:
    written = pattern.letters("THE? (?P<month>MONTH)  NUMBER{1,2}")
    text = LETTER["MONTH"] + LETTER["NUM"] + LETTER["DAYNUM"]
    match = re.fullmatch(written, text)
    assert match is not None
    assert match.group("month") == LETTER["MONTH"]


def test_an_unknown_class_is_an_error() -> None:
    with pytest.raises(KeyError):
        pattern.letters("NOSUCH")


def test_every_class_has_its_own_letter() -> None:
    assert len(set(LETTER.values())) == len(LETTER)
