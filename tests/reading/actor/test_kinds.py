from hearsay.model.report import Part, Report
from hearsay.reading.actor import cast, kinds
from hearsay.reading.actor.kinds import Sought
from hearsay.reading.actor.scene import Scene
from hearsay.reading.actor.words import Words


def scene(text: str) -> Scene:
    report = Report("r", "t", "0", "text/plain", text, parts=(Part("paragraph", 0, len(text)),))
    return Scene(report, cast.gather(report, Words(text, report.spans("paragraph"))), ())


def meant(text: str, noun: str, *telling: str) -> str | None:
    found = kinds.recent(scene(text), Sought(noun, frozenset({noun, *telling}), frozenset(telling)), len(text))
    return found.name if found else None


def test_a_body_whose_name_has_the_noun_comes_first() -> None:
    assert meant("It met Norland Bank. Then Deposit Insurance Agency met Ford.", "bank") == "Norland Bank"


def test_a_commission_must_be_called_one() -> None:
    assert meant("It met the Norland Institute.", "commission") is None


def test_a_telling_word_that_nothing_of_the_body_has_speaks_against_it() -> None:
    assert meant("It met the Norland Police Agency.", "office", "ward") is None


def test_nothing_is_meant_in_an_empty_text() -> None:
    assert meant("", "company") is None
