from hearsay.model.report import Part, Report
from hearsay.reading.actor import cast, employers
from hearsay.reading.actor.scene import Scene
from hearsay.reading.actor.words import Words


def body(text: str, person: str) -> str | None:
    report = Report("r", "t", "0", "text/plain", text, parts=(Part("paragraph", 0, len(text)),))
    scene = Scene(report, cast.gather(report, Words(text, report.spans("paragraph"))), ())
    found = employers.of(scene, next(one for one in scene.cast.entities if one.name == person))
    return found.name if found else None


def test_the_body_beside_a_person_is_where_he_works() -> None:
    assert body("Ole Dahl, the head of Norstar Quay, met Westway Lines.", "Ole Dahl") == "Norstar Quay"


def test_a_post_heads_the_ministry_of_its_country() -> None:
    assert body("The Peruvian health minister, Ana Ruiz, came.", "Ana Ruiz") == "Ministry of Health of Peru"


def test_nobody_is_guessed() -> None:
    assert body("Ole Dahl, a baker, met Westway Lines.", "Ole Dahl") is None


def test_lawyers_are_the_persons_own_and_investigators_the_bodys() -> None:
    assert employers.works("investigators")
    assert not employers.works("lawyers")
