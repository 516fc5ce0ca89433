import pytest

from hearsay.model.span import Span
from hearsay.reading.actor import apposition, names
from hearsay.reading.actor.words import Words


def beside(text: str, name: str) -> tuple[str, str, str]:
    words = Words(text, [Span(0, len(text))])
    mention = next(one for one in names.find(words) if one.text == name)
    around = (apposition.before, apposition.leading, apposition.after)
    before, leading, after = (" ".join(words.all[i].text for i in find(words, mention)) for find in around)
    return before, leading, after


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the harbour spokesman Ole Dahl.", ("harbour spokesman", "", "")),
        ("Then Ann Rao also named Tate's daughter, Ole Dahl, a clerk.", ("", "Tate daughter", "a clerk")),
        ("It was Ole Dahl, at the time in jail.", ("", "", "")),
        ("It was Ole Dahl, an analyst at Norstar.", ("", "", "an analyst at Norstar")),
    ],
)
def test_what_stands_beside_a_name(text: str, expected: tuple[str, str, str]) -> None:
    assert beside(text, "Ole Dahl") == expected


def test_a_comma_parts_a_name_from_in() -> None:
    text = "They were locked in, Ole Dahl said."
    words = Words(text, [Span(0, len(text))])
    assert not apposition.placed(words, names.find(words)[0])
