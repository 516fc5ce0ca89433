"""First names."""

import pytest

from hearsay.reading.actor import firstnames


@pytest.mark.parametrize(
    ("name", "person", "gender"),
    [
        ("Per Holm", True, "he"),
        ("María Vega", True, "she"),
        ("Shin Won-sik", True, None),
        ("Norstar Quay", False, None),
        ("Emmanuel-Joseph Ba", True, "he"),
    ],
)
def test_a_first_name_tells_a_person(name: str, person: bool, gender: str | None) -> None:
    parts = tuple(name.split())
    assert (firstnames.person(parts), firstnames.gender(parts)) == (person, gender)


@pytest.mark.parametrize(("name", "sure"), [("Serhii Radio", True), ("Jordan Times", False), ("Norstar Radio", False)])
def test_two_words_are_surely_a_persons(name: str, sure: bool) -> None:
    assert firstnames.sure(tuple(name.split())) is sure
