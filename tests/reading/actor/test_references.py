"""Whom the words of a source stand for; the texts are marked as in the test of the speakers."""

import pytest
from tests.reading.actor.test_speakers import names, resolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks\n\nAnn Rao and Tom Hale met. [[They]] spoke.", ["Ann Rao; Tom Hale"]),
        ("Talks\n\nPeruvian officials met Norstar Quay. [[They]] spoke.", ["Peruvian officials"]),
        ("Talks\n\nRepublicans in Ohio shrugged. [[They]] spoke.", ["Republicans"]),
        ("It\n\nOhio voted. [[It]] spoke.", [None]),
    ],
)
def test_they_means_several_also_where_none_has_spoken(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quay\n\nNorstar Steel, Inc. sold a mill. [[A spokesman]] spoke.", ["Norstar Steel"]),
        ("Talks\n\nPresident Tom Hale left. [[A spokeswoman]] spoke.", ["spokesman for Tom Hale"]),
        ("Talks\n\nOle Dahl, a baker, left. [[A spokesman]] spoke.", ["unnamed spokesman"]),
        ("Talks\n\n[[A spokesman]] spoke.", ["unnamed spokesman"]),
    ],
)
def test_a_bare_spokesman_speaks_for_whom_the_report_speaks_of(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Peruvian Water and Sanitation Minister Ana Ruiz", "Ana Ruiz"),
        ("The son of the mayor (Ole Dahl)", "Ole Dahl"),
        ("Major-Gen Ole Dahl", "Ole Dahl"),
        ("Mr. Ole Baker", "Ole Baker"),
        ("Virginia Sen. Tom Hale", "Tom Hale"),
        ("Lloyd’s List", "Lloyd’s List"),
        ("Devon and Cornwall Police", "Devon and Cornwall Police"),
        ("The U.S. Immigration and Naturalization Service", "U.S. Immigration and Naturalization Service"),
    ],
)
def test_a_name_is_told_from_what_stands_around_it(source: str, expected: str) -> None:
    assert names(f"Talks\n\nThey met. [[{source}]] spoke.") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit\n\nNorstar Robotics, Inc. (NYSE: [[NRS)]] rose. [[The company]] spoke.", ["Norstar Robotics"] * 2),
        ("Talks\n\n[[Xinhua, China’s state news agency,]] spoke. [[The news agency]] spoke.", ["Xinhua"] * 2),
        ("Ice: [[police]]\n\n[[Devon and Cornwall Police]] spoke.", ["Devon and Cornwall Police"] * 2),
        ("Talks\n\n[[A port official]] spoke to Ole Dahl, a former official. [[The official]] spoke.",
         ["unnamed port official"] * 2),
        ("Talks\n\n[[Janet L. Orr]] met Tom Hale. [[Janet Orr]] spoke.", ["Janet Orr"] * 2),
        ("Vote\n\nGeorgia voted with Alabama. [[Georgia]] spoke.", ["Georgia"]),
        ("Talks\n\nThe UN met in Israel. [[The UN’s top court]] spoke.", ["International Court of Justice"]),
        ("Talks\n\nThere were Republicans [[who]] spoke.", ["Republicans"]),
    ],
)  # fmt: skip
def test_a_short_word_finds_its_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_georgia_is_the_country_where_the_report_speaks_of_it() -> None:
    assert resolved("Talks\n\n[[Georgia]] met Armenia.")[2]["e1"].country == "GE"
    assert resolved("Talks\n\n[[Georgia]] met Alabama.")[2]["e1"].country is None


def test_a_country_is_not_the_house_that_bears_its_name() -> None:
    assert names("Talks\n\n[[Peru]] spoke.", outlet="Peru Daily News") == ["Peru"]


def test_a_body_and_a_name_joined_by_and_are_both_members() -> None:
    _, (read,), known = resolved("Talks\n\nThe Norland Agency met. [[The agency and Westway Lines]] spoke.")
    members = known[read.speaker or ""].members
    assert [known[id_].name for id_ in members] == ["Norland Agency", "Westway Lines"]
