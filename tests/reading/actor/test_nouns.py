from hearsay.reading.actor import nouns


def test_the_head_of_a_phrase_stands_before_its_first_preposition() -> None:
    assert nouns.head(["senior", "officer", "for", "europe"]) == "officer"
    assert nouns.head(["who", "heads", "the", "bank"]) == "head"
    assert nouns.head(["in", "oslo"]) is None


def test_a_press_office_is_no_person() -> None:
    assert "office" not in nouns.people()
    assert "spokesman" in nouns.people()
