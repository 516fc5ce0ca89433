import pytest

from hearsay.model.report import Part, Report
from hearsay.reading.actor import cast
from hearsay.reading.actor.cast import Cast
from hearsay.reading.actor.entity import Entity
from hearsay.reading.actor.words import Words


def gathered(text: str, **fields: object) -> Cast:
    report = Report("r", "t", "0", "text/plain", text, parts=(Part("paragraph", 0, len(text)),), **fields)  # type: ignore[arg-type]
    return cast.gather(report, Words(text, report.spans("paragraph")))


def one(text: str, name: str) -> Entity:
    return next(entity for entity in gathered(text).entities if entity.name == name)


@pytest.mark.parametrize(
    ("text", "name", "kind", "gender"),
    [
        ("Then Mr Abara spoke.", "Abara", "person", "he"),
        ("Then spokeswoman Tovi Rask spoke.", "Tovi Rask", "person", "she"),
        ("It was Quina Dell, 25, who spoke.", "Quina Dell", "person", None),
        ("The shipping agent Harwick spoke.", "Harwick", "organisation", None),
        ("It was Norstar, a brokerage, that spoke.", "Norstar", "organisation", None),
        ("Then Shin Won-sik spoke.", "Shin Won-sik", "person", None),
        ("It was in the Fenland Courier.", "Fenland Courier", "outlet", None),
    ],
)
def test_what_stands_beside_a_name_tells_its_type(text: str, name: str, kind: str, gender: str | None) -> None:
    entity = one(text, name)
    assert (entity.type, entity.gender) == (kind, gender)


def test_short_names_join_the_long_one() -> None:
    text = "It was Anna Weil of the Tidal Safety Board (TSB). Weil left. The TSB stayed."
    assert len(one(text, "Anna Weil").mentions) == 2
    assert len(one(text, "Tidal Safety Board").mentions) == 3


def test_two_of_one_surname_stay_apart() -> None:
    text = "It was Anna Weil, the mayor, and Tom Weil. Then Mr Weil spoke and Mrs Weil left."
    assert [len(one(text, name).mentions) for name in ("Anna Weil", "Tom Weil")] == [2, 2]


def test_the_house_is_known_by_its_short_name() -> None:
    found = gathered("The story in Tern was wrong.", agency="Tern Newswire")
    assert [mention.entity.name for mention in found.mentions] == ["Tern Newswire"]


def test_a_bare_public_body_is_of_the_reports_country() -> None:
    assert one("In Kenya, the Supreme Court sat.", "Supreme Court of Kenya").country == "KE"
    assert one("In Kenya, Nigeria’s Senate was praised.", "Senate of Nigeria").country == "NG"
