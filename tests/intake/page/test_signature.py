"""Which lines sign a report."""

import pytest

from hearsay.intake.page.signature import is_about, persons, repeats, signs
from hearsay.model.report import Evidence

ANN = ("Ann Lee",)


@pytest.mark.parametrize(
    ("text", "labelled", "known", "signed"),
    [
        ("By Ann Lee", False, (), True),
        ("By Jo Hart", False, ANN, True),
        ("Ann Lee", False, ANN, True),
        ("Ann Lee The Harbour Courier", True, ANN, True),
        ("Ann Lee 7 hours ago", True, ANN, True),
        ("By Ann Lee Updated", False, ANN, True),
        ("이서연 기자", False, ANN, True),
        ("Opinion columnist", True, ANN, True),
        ("Tom Vale, Meridian Press", False, (), True),
        ("Key Points", False, ANN, False),
        ("Jo Hart", True, ANN, False),
        ("By", True, ANN, False),
        ("Get author RSS feed", True, (), False),
        ("View author archive", True, (), False),
        ("The Harbour's Standards and Practices|About Harbour News", True, ANN, False),
        ("Ann Lee is a reporter in Lyon.", True, ANN, False),
        ("The jury and Tom Vale took just fifteen minutes to agree.", False, (), False),
        ("x" * 500, True, ANN, False),
        ("", True, ANN, False),
    ],
)
def test_a_byline_opens_like_one_or_names_an_author(text, labelled, known, signed):
    assert signs(text, labelled=labelled, known=known) is signed


def test_stated_persons_are_read_out_of_their_bylines_and_the_outlet_is_none():
    stated = [
        Evidence("author", "Ann Lee and Jo Hart, The Courier", "meta author"),
        Evidence("author", "Courier", "json-ld author"),
        Evidence("outlet", "The Courier", "og"),
    ]
    assert persons(stated) == ("Ann Lee", "Jo Hart")


def test_a_byline_that_only_repeats_those_above_it():
    assert repeats("Ann Lee", ["By ANN LEE and Jo Hart"])
    assert not repeats("Tom Vale", ["By Ann Lee"])
    assert not repeats("Ann Lee", [])


def test_a_paragraph_about_an_author():
    assert is_about("Ann Lee is a reporter in Lyon.", ANN)
    assert is_about("Ann Lee covers the coast.", ANN)
    assert is_about("Ann Lee is Harbour's night editor.", ANN)
    assert not is_about("Ann Lee said the quay was safe.", ANN)
    assert not is_about("Jo Hart is a reporter in Lyon.", ANN)
