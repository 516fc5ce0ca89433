from hearsay.reading.actor import metonyms


def test_names_capitals_and_adjectives_tell_the_country() -> None:
    assert metonyms.country("Pyongyang") == "KP"
    assert metonyms.country("U.S.") == "US"
    assert metonyms.country("Nigerien") == "NE"
    assert metonyms.country("Nigerian") == "NG"
    assert metonyms.country("Atlantis") is None


def test_halves_of_a_country() -> None:
    assert metonyms.half("North") == "KP"
    assert metonyms.half("East") is None


def test_each_code_has_a_name() -> None:
    assert metonyms.name("TR") == "Türkiye"


def test_nouns_for_a_people() -> None:
    assert metonyms.people("Serb") == "RS"
    assert metonyms.people("american") == "US"
    assert metonyms.people("stranger") is None
