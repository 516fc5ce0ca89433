"""Scripts, and one person's name in two writings."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.text.scripts import romanise, same_person, script


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee", "Latin"),
        ("송상호 기자", "Hangul"),
        ("漢字", "Han"),
        ("漢字かな", "Kana"),
        ("漢字漢字漢字か", "Kana"),
        ("Harbour reopens かな", "Latin"),
        ("Анна", "Cyrillic"),
        ("Άννα", "Greek"),
        ("سمير", "Arabic"),
        ("נועם", "Hebrew"),
        ("123 …", None),
        ("", None),
        ("🙂", None),
    ],
)
def test_script(text: str, expected: str | None) -> None:
    assert script(text) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("송상호", "Song Sang-ho"),
        ("송상호", "Sangho Song"),
        (unicodedata.normalize("NFD", "송상호"), "Song Sang Ho"),
        ("이영희", "Lee Young-hee"),
        ("임수정", "Lim Su-jung"),
        ("박철수", "Park Chul-soo"),
        ("최은경", "Choi Eun-kyung"),
        ("정하윤", "Jeong Ha-yoon"),
        ("정하윤", "Chung Ha-yun"),
        ("남궁민", "Namgung Min"),
        ("우원식", "Woo Won-shik"),
        ("Сергей Щербаков", "Sergei Shcherbakov"),
        ("Юлия Яковлева", "Yulia Yakovleva"),
        ("Κυριάκος Παπάς", "Kyriakos Papas"),
        ("王毅", "Wang Yi"),
        ("いとう たろう", "Taro Ito"),
        ("محمد بن سلمان", "Mohammed bin Salman"),
        ("LEE Ann-Marie", "Ann Marie Lee".replace("Ann Marie", "Ann-Marie")),
        ("José Núñez", "Jose Nunez"),
    ],
)
def test_one_person(a: str, b: str) -> None:
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("송상호", "Song Min-ho"),
        ("송상호", "Kim Sang-ho"),
        ("김민수", "Kim Min-seok"),
        ("박지원", "Park Ji-sung"),
        ("송상호", "Song"),
        ("송", "Song Sang-ho"),
        ("Сергей Лавров", "Sergei Petrov"),
        ("王毅", "Li Yi"),
        ("Ann Lee", "Lee"),
        ("Ann Lee", "A. Lee"),
        ("", "Ann Lee"),
        ("", ""),
        ("송상호", "📰"),
    ],
)
def test_two_people(a: str, b: str) -> None:
    assert not same_person(a, b)
    assert not same_person(b, a)


def test_romanise() -> None:
    assert romanise("Ж") == "Zh"
    assert romanise("é") == "e"


@given(st.text(max_size=30), st.text(max_size=30))
def test_is_symmetric(a: str, b: str) -> None:
    assert same_person(a, b) == same_person(b, a)
