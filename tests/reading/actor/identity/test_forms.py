import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.actor.identity.forms import fold, initials, short


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nicolás Maduro", "nicolas maduro"),
        (unicodedata.normalize("NFD", "Nicolás Maduro"), "nicolas maduro"),
        ("Robert P. Casey Jr.", "robert p casey"),
        ("Han Duck-soo", "han duck soo"),
        ("Raphaël O’Neil", "raphael oneil"),
        ("XI_JINPING_", "xi jinping"),
        ("", ""),
        ("🗳", "🗳"),
    ],
)
def test_fold(name: str, expected: str) -> None:
    assert fold(name) == expected


@pytest.mark.parametrize(
    ("folded", "expected", "letters"),
    [
        ("george h w bush", "george bush", "hw"),
        ("j french hill", "j french hill", ""),
        ("malcolm x", "malcolm x", ""),
        ("ann", "ann", ""),
        ("", "", ""),
    ],
)
def test_initials_between_the_names_are_told_apart(folded: str, expected: str, letters: str) -> None:
    assert short(folded) == expected
    assert initials(folded) == letters


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)
