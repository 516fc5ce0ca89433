import pytest

from hearsay.model.span import Span
from hearsay.reading.actor import names
from hearsay.reading.actor.words import Words


def found(text: str) -> list[str]:
    return [name.text for name in names.find(Words(text, [Span(0, len(text))]))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Ursula von der Berg met Jo.", ["Ursula von der Berg", "Jo"]),
        ("It met Bashar al-Amin and Ford.", ["Bashar al-Amin", "Ford"]),
        ("A note from the Bank of Norland came.", ["Bank of Norland"]),
        ("Staff of the Department of Ports and Roads left.", ["Department of Ports and Roads"]),
        ("The Food and Water Administration met Oslo and Rome.", ["Food and Water Administration", "Oslo", "Rome"]),
        ("Yesterday it rained on Monday in May.", []),
        ("Civil rights activists met Ford.", ["Ford"]),
        ("The Geneva-based agent met him.", []),
        ("The CEO met General Motors.", ["General Motors"]),
        ("They saw Paul D. Ash there.", ["Paul D. Ash"]),
        ("Western officials came.", []),
        ("It met Tidal Robotics, Inc. in Oslo.", ["Tidal Robotics", "Oslo"]),
        ("It met the Joint Chiefs of Staff.", ["Joint Chiefs of Staff"]),
        ("The minister left, No 10 said.", ["No 10"]),
        ("The minister left, as Number 10 said.", ["Number 10"]),
        ("It was shirt No 10 again.", []),
        ("So Norfolk and Suffolk Police came.", ["Norfolk and Suffolk Police"]),
        ("So Dorset and Wiltshire Fire and Rescue Service came.", ["Dorset and Wiltshire Fire and Rescue Service"]),
        ("It met Ann Rao. So Rao and Kent Council agreed.", ["Ann Rao", "Rao", "Kent Council"]),
        ("It met Ann Rao and Norfolk Police.", ["Ann Rao", "Norfolk Police"]),
        ("It met Sergeant Serhii Radio.", ["Serhii Radio"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_title_is_told_from_its_name() -> None:
    text = "Then Chief Justice Ana Solano spoke."
    words = Words(text, [Span(0, len(text))])
    (name,) = names.find(words)
    assert (name.text, name.title, name.span.of(text)) == ("Ana Solano", 2, "Ana Solano")


def test_a_loud_headline_holds_only_names_known_from_the_body() -> None:
    text = "Ferry Boss Olsen Blames Rough Sea\n\nNils Olsen spoke."
    words = Words(text, [Span(0, 33), Span(35, len(text))])
    assert [name.text for name in names.find(words)] == ["Olsen", "Nils Olsen"]


def test_possessors_end_a_name() -> None:
    assert found("It is Ford’s Ann Weil.") == ["Ford", "Ann Weil"]
