import pytest

from hearsay.cli.differences import change
from hearsay.record.versions import Change

LONG = "On Tuesday the port said that 320 ships were waiting outside and that nobody aboard any of them had been hurt"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            LONG,
            LONG.replace("320", "321"),
            "paragraph changed: … Tuesday the port said that [320 → 321] ships were waiting outside and …",
        ),
        (
            LONG,
            LONG.replace("aboard any of them ", ""),
            "paragraph changed: … waiting outside and that nobody [− aboard any of them] had been hurt",
        ),
        (LONG, "Early " + LONG, "paragraph changed: [+ Early] On Tuesday the port said …"),
        ("It sank.", "Nobody knows.", "paragraph changed: It sank. → Nobody knows."),
        (None, "It sank.", "paragraph added: It sank."),
        ("It sank.", None, "paragraph removed: It sank."),
    ],
)
def test_what_differs_is_told_with_a_few_words_around_it(before, after, told):
    assert change(Change("paragraph", before, after)).plain == told


def test_two_places_of_one_paragraph():
    after = LONG.replace("Tuesday", "Monday").replace("hurt", "harmed")
    told = change(Change("paragraph", LONG, after)).plain
    assert told.startswith("paragraph changed: On [Tuesday → Monday] the port said that 320 …")
    assert told.endswith("any of them had been [hurt → harmed]")
