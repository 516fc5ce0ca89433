import pytest

from hearsay.model.span import Span
from hearsay.reading.actor import looks, names
from hearsay.reading.actor.names import Name
from hearsay.reading.actor.words import Words


def only(text: str) -> Name:
    (found,) = names.find(Words(text, [Span(0, len(text))]))
    return found


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("Ohio", True),
        ("North Carolina", True),
        ("northern California", True),
        ("Main Street", True),
        ("East Africa", True),
        ("North Star", False),
        ("Norstar", False),
    ],
)
def test_a_region_is_told_by_its_words(name: str, area: bool) -> None:
    assert looks.area(only(f"They went to {name}.")) is area


@pytest.mark.parametrize(
    ("name", "people"),
    [("Republicans", True), ("Senate Democrats", True), ("Liberal Democrats", False), ("Rao", False)],
)
def test_a_partys_people_are_no_body(name: str, people: bool) -> None:
    assert looks.followers(only(f"They met {name}.")) is people
