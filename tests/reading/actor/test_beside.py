import pytest

from hearsay.model.span import Span
from hearsay.reading.actor import beside, names
from hearsay.reading.actor.beside import Beside
from hearsay.reading.actor.words import Words


def read(text: str, name: str) -> Beside:
    words = Words(text, [Span(0, len(text))])
    return beside.read(words, next(one for one in names.find(words) if one.text == name))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("It met Finnish President Maija Aalto.", "FI"),
        ("It met Maija Aalto, the president of Finland.", "FI"),
        ("It met Maija Aalto, a China scholar at Norstar.", None),
        ("It met Maija Aalto, recently freed from jail in Norway.", None),
    ],
)
def test_a_country_is_told_by_a_post_alone(text: str, country: str | None) -> None:
    assert read(text, "Maija Aalto").country == country


def test_somebodys_label_is_no_apposition() -> None:
    near = read("It parted Maija Aalto, her old label and a bank.", "Maija Aalto")
    assert (near.body, near.role) == (False, None)


def test_whose_a_body_is_is_no_role() -> None:
    assert read("Then the state Department of Health came.", "Department of Health").role is None


@pytest.mark.parametrize(
    ("text", "name", "letters"),
    [
        ("It met the Harbour Rescue League (HRL) there.", "Harbour Rescue League", "HRL"),
        ("It met Anna Dahl (NDP) there.", "Anna Dahl", None),
    ],
)
def test_a_persons_party_is_no_other_name(text: str, name: str, letters: str | None) -> None:
    assert read(text, name).letters == letters


def test_letters_that_look_like_a_pronoun_stay_letters() -> None:
    near = read("It met Maija Aalto, the WHO's senior officer for Europe.", "Maija Aalto")
    assert near.role == "WHO's senior officer for Europe"
