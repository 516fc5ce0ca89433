import msgspec
import pytest

from hearsay.data import lexicon


def test_the_lexicon_of_actors_is_read_once_and_typed() -> None:
    lists = lexicon.actors()
    assert lists is lexicon.actors()
    assert lists.countries["KR"].capital == ("Seoul",)
    assert "spokesman" in lists.people.mouthpieces


def test_lists_that_say_the_opposite_do_not_overlap() -> None:
    lists = lexicon.actors()
    assert not lists.given.male & lists.given.female
    assert not {name.lower() for name in lists.outlets.names} & {body.name.lower() for body in lists.known}


def test_function_words_are_lower_case() -> None:
    assert all(word == word.lower() for words in lexicon.actors().grammar.values() for word in words)
    with pytest.raises(KeyError):
        lexicon.words("no such list")


def test_a_missing_or_misshapen_lexicon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        lexicon.load("no such lexicon", lexicon.Actors)
    with pytest.raises(msgspec.ValidationError):
        lexicon.load("actors", lexicon.Country)
