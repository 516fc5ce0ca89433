import pytest

from hearsay.reading.actor.identity import holders


@pytest.mark.parametrize(
    ("folded", "expected"),
    [
        ("joe biden", ["Joe Biden"]),
        ("joseph r biden", ["Joe Biden"]),
        ("joseph robinette biden", ["Joe Biden"]),
        ("joseph x biden", []),
        ("george w bush", ["George W. Bush"]),
        ("george h w bush", []),
        ("charles e schumer", ["Chuck Schumer"]),
        ("biden", []),
        ("", []),
    ],
)
def test_a_full_name_finds_its_holder_where_the_initials_agree(folded: str, expected: list[str]) -> None:
    assert [one.name for one in holders.named(folded)] == expected


def test_the_term_of_a_day_and_none_between_two() -> None:
    (one,) = holders.named("donald trump")
    term = one.holds("2017-01-20")
    assert term is not None
    assert (term.office, term.begin, term.end) == ("president", "2017-01-20", "2021-01-20")
    assert one.holds("2021-01-20") is None
    assert one.holds("2016-12-31") is None
    assert one.first_day == "2017-01-20"


def test_a_surname_finds_presidents_and_vice_presidents_alone() -> None:
    assert [one.name for one in holders.surnamed("pence")] == ["Mike Pence"]
    assert holders.surnamed("schumer") == ()


def test_the_listed_of_other_countries_by_their_full_name() -> None:
    assert holders.listed("vladimir putin") == (holders.Listed("RU", "1999-08", "Q7747"),)
    assert holders.listed("putin") == ()


def test_every_country_of_the_lexicon_has_an_id_and_every_id_its_form() -> None:
    lists = holders.lists()
    ids = [*lists.countries.values(), *lists.bodies.values(), *lists.outlets.values()]
    ids += [one.id for one in lists.people]
    assert all(one[0] == "Q" and one[1:].isdigit() for one in ids)
    assert len(set(lists.countries.values())) == len(lists.countries)
    assert {term.office for one in lists.people for term in one.terms} == set(lists.offices)
    assert all(term.begin <= term.end for one in lists.people for term in one.terms)
