import pytest

from hearsay.data import lexicon
from hearsay.reading.actor import bodies


@pytest.mark.parametrize(
    ("kind", "country", "name"),
    [
        ("intelligence", "KR", "National Intelligence Service"),
        ("finance", "GB", "HM Treasury"),
        ("foreign", "NL", "Ministry of Foreign Affairs of the Netherlands"),
        ("foreign", "MN", "Ministry of Foreign Affairs of Mongolia"),
        ("police", "TR", "Turkish police"),
    ],
)
def test_compose(kind: str, country: str, name: str) -> None:
    assert bodies.compose(kind, country) == name


def test_the_longest_role_at_the_end_wins() -> None:
    assert bodies.role(["the", "foreign", "ministry"]) == "foreign"
    assert bodies.role(["a", "top", "spy", "agency"]) == "intelligence"
    assert bodies.role(["the", "choir"]) is None


def test_known_bodies_and_outlets() -> None:
    pentagon = bodies.known("The Pentagon")
    assert pentagon is not None
    assert pentagon.name == "United States Department of Defense"
    assert bodies.outlet("Reuters") == "Reuters"
    assert bodies.known("Reuters") is None


def test_every_role_and_country_of_the_table_composes() -> None:
    lists = lexicon.actors()
    names = {bodies.compose(role, code) for role in lists.roles for code in lists.countries}
    assert all(name and "{" not in name for name in names)
    assert set(lists.bodies) <= set(lists.countries)
    assert all(set(table) <= set(lists.roles) for table in lists.bodies.values())
    assert len(lists.bodies) >= 60
