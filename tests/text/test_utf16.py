from hypothesis import given
from hypothesis import strategies as st

from hearsay.text.utf16 import Units

HARD = st.text(st.sampled_from("a 한\u1112\u1161\u11ab😀🏳️‍🌈𝒜ا\u0301\n"), max_size=40)


@given(HARD | st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_places_are_those_of_the_encoder(text):
    units = Units.of(text)
    for at in range(len(text) + 1):
        assert units.units(at) == len(text[:at].encode("utf-16-le")) // 2
        assert units.points(units.units(at)) == at


def test_the_middle_of_a_character_is_its_beginning():
    assert [Units.of("a😀b").points(at) for at in range(5)] == [0, 1, 1, 2, 3]
