import pytest

from hearsay.model.span import Span
from hearsay.reading.actor.entity import Entity
from hearsay.reading.actor.pronouns import Heard, antecedent, doubtful, fits
from hearsay.reading.actor.words import Words

TEXT = "Ann met Bob at Ford. He left. It fell. She saw them."
WORDS = Words(TEXT, [Span(0, len(TEXT))])
ANN, BOB = Entity("Ann", "person", gender="she"), Entity("Bob", "person", gender="he")
FORD = Entity("Ford", "organisation")
HEARD = [Heard(0, ANN, subject=True), Heard(8, BOB), Heard(15, FORD)]


@pytest.mark.parametrize(("pronoun", "at", "who"), [("he", 21, BOB), ("she", 39, ANN), ("it", 30, FORD)])
def test_gender_and_kind_choose(pronoun: str, at: int, who: Entity) -> None:
    assert antecedent(WORDS, at, pronoun, HEARD) is who


def test_nothing_before_it_means_nobody() -> None:
    assert antecedent(WORDS, 0, "he", HEARD) is None


def test_an_owner_is_less_salient_than_a_speaker() -> None:
    bea = Entity("Bea", "person")
    assert antecedent(WORDS, 21, "she", [Heard(0, bea, speaks=True), Heard(8, ANN, owner=True)]) is bea


def test_a_spokesman_lends_his_body_a_pronoun() -> None:
    assert not fits(FORD, "he")
    assert antecedent(WORDS, 21, "he", [Heard(0, FORD, voice=True)]) is FORD


def test_a_doubtful_name_becomes_a_person() -> None:
    unsure = Entity("Quin Tova", "organisation", unsure=True)
    assert doubtful(21, "it", [Heard(0, unsure)]) is None
    assert doubtful(21, "she", [Heard(0, unsure)]) is unsure
    assert unsure.type == "person"
