"""Identity: reports written for the test, about people and bodies of the lexicon."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model.reading import Actor, ActorType
from hearsay.model.report import Dateline, Report
from hearsay.model.span import Span
from hearsay.reading.actor.identity.identify import identify


def one(
    text: str, name: str, role: str | None = None, country: str | None = None, *, day: str | None = "2023-05-04"
) -> Actor:
    """What becomes of a person of that name, mentioned where the text has it."""
    at = text.find(name)
    mentions = (Span(at, at + len(name)),) if at >= 0 else ()
    actor = Actor("e1", name, "person", role, country, mentions=mentions)
    return identify(Report("r", "t", "0", "text/plain", text, published=day), [actor])[0]


def told(actor: Actor) -> tuple[str, str | None, str | None, str | None]:
    return actor.name, actor.role, actor.country, actor.wikidata


@pytest.mark.parametrize(
    ("name", "role", "day", "expected"),
    [
        ("Joe Biden", "President", "2023-05-04", ("Joe Biden", "President", "US", "Q6279")),
        ("Joseph R. Biden Jr.", None, "2023-05-04T10:00:00+02:00", (
            "Joseph R. Biden Jr.", "President of the United States", "US", "Q6279")),
        ("Joe Biden", None, "2010-05-04", ("Joe Biden", "Vice President of the United States", "US", "Q6279")),
        ("Joe Biden", None, "2019-05-04", ("Joe Biden", None, "US", "Q6279")),  # between two offices
        ("Joe Biden", None, "2001-05-04", ("Joe Biden", None, None, None)),  # before the first that is known
        ("Joe Biden", None, None, ("Joe Biden", None, None, None)),
    ],
)  # fmt: skip
def test_a_president_by_the_full_name_and_the_date(
    name: str, role: str | None, day: str | None, expected: tuple[str, ...]
) -> None:
    assert told(one(f"{name} spoke.", name, role, day=day)) == expected


def test_a_country_that_the_report_states_decides_against_one() -> None:
    assert told(one("Joe Biden, a Canadian, spoke.", "Joe Biden", None, "CA")) == ("Joe Biden", None, "CA", None)


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Sen. Elizabeth Warren spoke.", "Sen.", "Q434706"),
        ("Elizabeth Warren told the Senate so.", None, "Q434706"),
        ("Elizabeth Warren opened a bakery.", None, None),
        ("Elizabeth Warren, a baker, told a senator so.", "baker", None),
        ("Massachusetts state Sen. Elizabeth Warren spoke.", "Sen.", None),
    ],
)
def test_a_member_of_congress_needs_a_role_or_politics(text: str, role: str | None, expected: str | None) -> None:
    assert one(text, "Elizabeth Warren", role).wikidata == expected


@pytest.mark.parametrize(
    ("role", "expected"), [("Rep.", "Q981167"), ("Republican congressman", "Q981167"), (None, None), ("coach", None)]
)
def test_a_name_that_others_bear_needs_the_role(role: str | None, expected: str | None) -> None:
    assert one("Chris Smith and the Republicans left.", "Chris Smith", role).wikidata == expected


def test_an_empty_role_is_filled_with_the_office_of_that_day() -> None:
    text = "Adam Schiff said the Senate would vote."
    house, senate = "member of the United States House of Representatives", "United States senator"
    assert one(text, "Adam Schiff", day="2024-12-01").role == house
    assert one(text, "Adam Schiff", day="2024-12-20").role == senate


@pytest.mark.parametrize(
    ("surname", "role", "day", "expected"),
    [
        ("Obama", "President", "2014-03-01", ("Barack Obama", "President", "US", "Q76")),
        ("Pence", "US Vice President", "2019-03-01", ("Mike Pence", "US Vice President", "US", "Q24313")),
        ("Obama", "President", "2018-03-01", ("Obama", "President", None, None)),
        ("Obama", "former president", "2018-03-01", ("Obama", "former president", None, None)),
        ("Pence", "President", "2019-03-01", ("Pence", "President", None, None)),
        ("Obama", None, "2014-03-01", ("Obama", None, None, None)),
    ],
)
def test_president_and_a_surname_mean_the_one_in_office(
    surname: str, role: str | None, day: str, expected: tuple[str, ...]
) -> None:
    assert told(one(f"President {surname} spoke.", surname, role, day=day)) == expected


@pytest.mark.parametrize(
    ("name", "role", "day", "expected"),
    [
        ("George Bush", "President", "2005-03-01", ("George W. Bush", "President", "US", "Q207")),
        ("George Bush", None, "2012-03-01", ("George Bush", None, None, None)),  # father or son
        ("George Bush", "former president", "2012-03-01", ("George Bush", "former president", None, None)),
        ("George W. Bush", None, "2012-03-01", ("George W. Bush", None, "US", "Q207")),
        ("George H. W. Bush", None, "2012-03-01", ("George H. W. Bush", None, None, None)),
    ],
)
def test_two_presidents_of_one_name_need_the_initial_or_the_term(
    name: str, role: str | None, day: str, expected: tuple[str, ...]
) -> None:
    assert told(one(f"{name} spoke.", name, role, day=day)) == expected


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("pastor of a church that a former governor of Ohio supports", None),
        ("Senate committee's general counsel", None),
        ("senior senator from Massachusetts", "Q434706"),
        ("Democratic candidate who lost in 2020", "Q434706"),
    ],
)
def test_the_noun_of_the_role_decides_and_not_what_follows_it(role: str, expected: str | None) -> None:
    assert one("Elizabeth Warren spoke.", "Elizabeth Warren", role).wikidata == expected


def test_a_surname_is_not_lengthened_into_another_actor_s_name() -> None:
    actors = [Actor("e1", "Obama", "person", "President"), Actor("e2", "Barack Obama", "person")]
    found = identify(Report("r", "t", "0", "text/plain", "Obama", published="2014-03-01"), actors)
    assert [actor.name for actor in found] == ["Obama", "Barack Obama"]


@pytest.mark.parametrize(
    ("text", "name", "role", "country", "expected"),
    [
        ("Egypt waits. Abdel Fattah el-Sisi spoke.", "Abdel Fattah el-Sisi", "President", None, ("EG", None)),
        ("Abdel Fattah el-Sisi spoke.", "Abdel Fattah el-Sisi", "President", None, (None, None)),
        ("Moscow: Vladimir Putin spoke.", "Vladimir Putin", None, None, ("RU", "Q7747")),
        ("Russia: Vladimir V. Putin spoke.", "Vladimir V. Putin", "President", None, ("RU", "Q7747")),
        ("Russian grandmaster Vladimir Putin won.", "Vladimir Putin", "grandmaster", None, (None, None)),
        ("Russia: Vladimir Putin spoke.", "Vladimir Putin", "Serbian minister", "RS", ("RS", None)),
        ("Portugal: António Guterres spoke.", "António Guterres", "U.N. Secretary-General", None, (None, None)),
        ("Britain: Michael Gove spoke.", "Michael Gove", "minister", None, ("GB", None)),
        ("Britain: Michael Gove spoke.", "Michael Gove", None, None, (None, None)),
    ],
)
def test_those_of_other_governments_need_their_country_in_the_report(
    text: str, name: str, role: str | None, country: str | None, expected: tuple[str | None, str | None]
) -> None:
    found = one(text, name, role, country)
    assert (found.country, found.wikidata) == expected
    assert found.name == name


def test_nobody_before_coming_into_office() -> None:
    assert one("India: Narendra Modi spoke.", "Narendra Modi", "minister", day="2010-01-01").country is None
    assert one("India: Narendra Modi spoke.", "Narendra Modi", "minister", day="2020-01-01").country == "IN"


@pytest.mark.parametrize(
    ("name", "kind", "country", "expected"),
    [
        ("South Korea", "government", "KR", "Q884"),
        ("White House", "government", "US", "Q35525"),
        ("France", "government", None, None),
        ("Federal Reserve", "organisation", "US", "Q53536"),
        ("Norstar", "organisation", None, None),
        ("BBC", "outlet", "GB", "Q9531"),
        ("CBS", "organisation", "NL", None),
        ("Georgia", "place", None, None),
    ],
)
def test_countries_bodies_and_outlets(name: str, kind: ActorType, country: str | None, expected: str | None) -> None:
    report = Report("r", "t", "0", "text/plain", name, dateline=Dateline("PARIS", "2020-01-01"))
    assert identify(report, [Actor("e1", name, kind, country=country)])[0].wikidata == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Georgia and Armenia agreed.", "Q230"), ("Georgia and Alabama voted.", None)]
)
def test_a_country_whose_name_a_state_bears_needs_a_neighbour(text: str, expected: str | None) -> None:
    actor = Actor("e1", "Georgia", "government", country="GE")
    assert identify(Report("r", "t", "0", "text/plain", text), [actor])[0].wikidata == expected


@given(st.text(max_size=30), st.sampled_from(["person", "organisation", "government", "outlet"]), st.text(max_size=12))
def test_a_stranger_stays_as_it_is(name: str, kind: ActorType, role: str) -> None:
    actor = Actor("e1", name + " ☃", kind, role, "XX")
    assert identify(Report("r", "t", "0", "text/plain", name, published="2020-01-01"), [actor]) == (actor,)


def test_many_people_in_a_long_text_take_little_time() -> None:
    actors = [Actor(f"e{i}", f"Xi{i} Jinping{i}", "person", "President") for i in range(2000)]
    actors += [Actor("e", "Xi Jinping", "person", "President", mentions=(Span(0, 10),))]
    report = Report("r", "t", "0", "text/plain", "Xi Jinping " * 90_000, published="2020-01-01")
    began = time.perf_counter()
    assert identify(report, actors)[-1].country is None
    assert time.perf_counter() - began < 2
