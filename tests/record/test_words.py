import time
import unicodedata

import pytest
from hypothesis import given
from strategies import TEXTS

from hearsay.record.words import LONGEST, fold, forms, words


def listed(text):
    """Form, start, end, and for a script without spaces the reach of each word."""
    found = words(text)
    return [
        (form, *place, *([found.reaches[n]] if n in found.reaches else []))
        for n, (form, place) in enumerate(zip(found.forms, found.places, strict=True))
    ]


def test_words_between_spaces_have_their_exact_places():
    assert listed("Seoul’s U.N. 10,000") == [
        ("seoul", 0, 5),
        ("s", 6, 7),
        ("u", 8, 9),
        ("n", 10, 11),
        ("10", 13, 15),
        ("000", 16, 19),
    ]


def test_hangul_is_cut_into_pairs_and_the_last_alone():
    assert listed("북한 병사들") == [
        ("북한", 0, 1, 2),
        ("한", 1, 2, 2),
        ("병사", 3, 4, 5),
        ("사들", 4, 5, 6),
        ("들", 5, 6, 6),
    ]


def test_decomposed_hangul_has_the_same_forms_and_longer_places():
    apart = unicodedata.normalize("NFD", "한국")
    assert len(apart) == 6
    assert listed(apart) == [("한국", 0, 3, 6), ("국", 3, 6, 6)]


def test_digits_and_hangul_part():
    assert forms("2024년 10월") == "2024 년 10 월"


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Erdoğan", "erdogan"),
        ("Łódź", "lodz"),
        ("Strauß", "strauss"),
        ("Søren", "soren"),
        ("İstanbul", "istanbul"),
        ("e\u0301lite", "elite"),
        ("co\u00adoperate", "cooperate"),
        ("Ёлка", "елка"),
        ("مُحَمَّد", "محمد"),
        ("ﬁre", "fire"),
        ("１２", "12"),
    ],
)
def test_folding(written, form):
    assert forms(written) == form


def test_voiced_kana_stays_apart_from_unvoiced():
    assert forms("が") == "が"
    assert forms("か\u3099") == forms("が")
    assert forms("か") != forms("が")


@pytest.mark.parametrize("nothing", ["", " \n\t", "“—…”", "😀👩‍🚀", "\u0301\u200f", "\x00", "\ud800", "\u1161"])
def test_no_words(nothing):
    assert listed(nothing) == []
    assert forms(nothing) == ""


def test_a_family_emoji_does_not_join_words():
    assert forms("a👩‍👩‍👧b") == "a b"


def test_a_long_run_counts_up_to_its_limit():
    assert forms("x" * (LONGEST + 50)) == "x" * LONGEST
    assert words("x" * (LONGEST + 50)).places == [(0, LONGEST + 50)]


@given(TEXTS)
def test_places_are_in_order_and_forms_hold_only_what_the_index_takes(text):
    found = words(text)
    assert found.forms == forms(text).split()
    assert found.places == sorted(found.places)
    for number, (form, (start, end)) in enumerate(zip(found.forms, found.places, strict=True)):
        assert 0 <= start < end <= found.reach(number) <= len(text)
        assert all(not char.isascii() or char.isalnum() for char in form)
        assert fold(form) == form or number in found.reaches


@pytest.mark.parametrize("unit", ["a", "a\u00ad", "한", "ᄀ", "\u0301", "\u00ad", "か\u3099", "a "])
def test_a_long_text_of_anything_takes_little_time(unit):
    began = time.perf_counter()
    words(unit * (200_000 // len(unit)))
    assert time.perf_counter() - began < 60
