import pytest

from hearsay.evaluation.speakers.gold import Document, Mention, form
from hearsay.model.span import Span

TEXT = "Ann Lee, of Acme, spoke. Acme spokeswoman Bo left. She of the company smiled."


def at(words, start=0):
    place = TEXT.index(words, start)
    return Span(place, place + len(words))


DOCUMENT = Document(
    "d",
    TEXT,
    (
        Mention(at("Ann Lee, of Acme"), "lee"),
        Mention(at("Ann Lee"), "lee"),
        Mention(at("Acme"), "acme"),
        Mention(at("Acme", 20), "acme"),
        Mention(at("the company"), "acme"),
        Mention(at("She"), "lee"),
        Mention(at("Bo"), "bo"),
    ),
    titles={"acme": ("Acme Corporation",)},
)


def test_the_smallest_mention_around_a_span():
    assert DOCUMENT.chain(at("Acme")) == "acme"
    assert DOCUMENT.chain(at("Lee, of")) == "lee"
    assert DOCUMENT.chain(at("smiled")) is None


def test_or_the_head_that_opens_it():
    assert DOCUMENT.chain(at("She of the company")) == "lee"
    assert DOCUMENT.chain(at("Acme spokeswoman Bo", 20)) is None


def test_names_of_a_chain():
    assert DOCUMENT.names("lee") == ("Ann Lee",)
    assert DOCUMENT.names("acme") == ("Acme",)
    assert DOCUMENT.names("bo") == ()  # a lone mention may be any words


@pytest.mark.parametrize(
    ("words", "look"),
    [
        ("She", "a pronoun"),
        ("the which", "a pronoun"),
        ("I", "I, we or you"),
        ("the company", "a description"),
        ("the US company", "a name"),
        ("", "a description"),
        ("대변인", "a description"),
    ],
)
def test_form(words, look):
    assert form(words) == look
