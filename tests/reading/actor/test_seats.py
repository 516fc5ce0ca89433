"""Which country a body of a common name belongs to."""

import pytest

from hearsay.model.span import Span
from hearsay.reading.actor import metonyms, names
from hearsay.reading.actor.seats import Seats
from hearsay.reading.actor.words import Words

CHIEFS = "Joint Chiefs of Staff"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Then Japan’s Joint Chiefs of Staff met.", "JP"),
        ("North Korea and North Korea met. The Joint Chiefs of Staff (JCS) in Seoul spoke.", "KR"),
        ("North Korea, North Korea and South Korea met. The Joint Chiefs of Staff spoke.", "KR"),
        ("North Korea and Japan met North Korea. The Joint Chiefs of Staff spoke.", "KP"),
        ("North Korea, North Korea! Japan’s Kyodo, citing a Joint Chiefs of Staff official, agreed.", "JP"),
        ("The Joint Chiefs of Staff in", None),
    ],
)
def test_owner_then_place_then_the_countrys_own_name(text: str, country: str | None) -> None:
    words = Words(text, [Span(0, len(text))])
    found = names.find(words)
    lands = {one.span.start: code for one in found if (code := metonyms.country(one.text))}
    assert Seats(words, lands).country(next(one for one in found if one.text == CHIEFS), "general_staff") == country
