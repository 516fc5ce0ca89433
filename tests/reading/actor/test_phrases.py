import pytest

from hearsay.model.report import Part, Report
from hearsay.model.span import Span
from hearsay.reading.actor import cast, phrases
from hearsay.reading.actor.phrases import Phrase
from hearsay.reading.actor.words import Words


def parsed(text: str) -> Phrase:
    report = Report("r", "t", "0", "text/plain", text, parts=(Part("paragraph", 0, len(text)),))
    found = phrases.parse(cast.gather(report, Words(text, report.spans("paragraph"))), Span(0, len(text)))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "head", "definite", "indefinite"),
    [
        ("a senior official at the port", "official", False, True),
        ("the union's chief executive", "chief executive", True, False),
        ("Two people familiar with it", "people", False, True),
        ("its annual report", "annual report", True, False),
        ("A table attached to it", "table", False, True),
        ("the authority itself", "authority", True, False),
        ("a Tidal Safety Board (TSB) official", "official", False, True),
    ],
)
def test_heads_and_determiners(text: str, head: str, definite: bool, indefinite: bool) -> None:
    found = parsed(text)
    assert (found.head, found.definite, found.indefinite) == (head, definite, indefinite)


@pytest.mark.parametrize(("text", "pronoun"), [("He", "he"), ("they’re", "they"), ("who", "who"), ("his office", None)])
def test_pronouns(text: str, pronoun: str | None) -> None:
    assert parsed(text).pronoun == pronoun


def test_a_name_after_a_comma_says_who_is_meant() -> None:
    found = parsed("the ferry line’s chief executive, Nils Olsen")
    assert found.set_off is not None
    assert found.set_off.entity.name == "Nils Olsen"


def test_no_word_no_phrase() -> None:
    report = Report("r", "t", "0", "text/plain", "— …", parts=(Part("paragraph", 0, 3),))
    assert phrases.parse(cast.gather(report, Words("— …", report.spans("paragraph"))), Span(0, 3)) is None
