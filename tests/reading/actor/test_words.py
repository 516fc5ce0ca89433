from hypothesis import given
from hypothesis import strategies as st

from hearsay.model.span import Span
from hearsay.reading.actor.words import Words


def words_of(text: str) -> Words:
    return Words(text, [Span(0, len(text))])


def test_words_know_their_place_sentence_and_owner() -> None:
    words = words_of("The U.N.'s envoy, Ann Ode, left. Ford’s boss stayed.")
    assert [word.text for word in words.all] == ["The", "U.N.", "envoy", "Ann", "Ode", "left", "Ford", "boss", "stayed"]
    assert [word.sentence for word in words.all] == [0] * 6 + [1] * 3
    assert [word.text for word in words.all if word.opens] == ["The", "Ford"]
    assert [word.text for word in words.all if word.owner] == ["U.N.", "Ford"]


def test_a_quotation_opens_a_sentence_of_its_own() -> None:
    words = words_of("He said: “Stocks fell.”")
    assert [word.text for word in words.all if word.opens] == ["He", "Stocks"]


def test_a_label_before_a_name_is_left_off() -> None:
    assert [word.text for word in words_of("CORRECTED-Fjord sinks").all] == ["Fjord", "sinks"]


def test_places_are_found_in_the_text() -> None:
    text = "One two.\n\nThree four."
    words = Words(text, [Span(0, 8), Span(10, 21)])
    assert [words.paragraph(at) for at in (0, 7, 10, 20)] == [0, 0, 1, 1]
    assert words.within(Span(4, 15)) == range(1, 3)
    assert words.first(99) == len(words) == 4


@given(st.text(max_size=80))
def test_every_word_lies_in_the_text(text: str) -> None:
    for word in words_of(text).all:
        assert 0 <= word.start < word.end <= len(text)
        assert text[word.start :].startswith(word.text)
