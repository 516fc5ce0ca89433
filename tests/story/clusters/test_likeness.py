from dataclasses import replace

import pytest

from hearsay.story.clusters.likeness import alike, name_alike, similarity


def test_a_report_and_itself(hospital):
    assert similarity(hospital[0], hospital[0]) == pytest.approx(1.5)


def test_the_table_has_what_pairs_have(hospital):
    table = alike(hospital).whole
    for row, one in enumerate(hospital):
        for column, other in enumerate(hospital):
            assert table[row, column] == pytest.approx(similarity(one, other))


def test_days_far_apart_make_less_alike(hospital):
    one, other = hospital[:2]
    near = similarity(one, other)
    assert similarity(one, replace(other, day="2024-05-20")) == near
    assert near > similarity(one, replace(other, day="2024-07-01")) > similarity(one, replace(other, day="2025-05-07"))
    assert similarity(one, replace(other, day=None)) == near


def test_filled_in_forms_are_not_alike_by_name(told):
    form = "Police in {} are looking for {}, who was last seen near {} at {}. Anyone who knows more should call."
    places = [("Harwick", "Dora Quill", "Penlow Road", 1415), ("Estremoz", "Rui Falcato", "Largo Velho", 2130)]
    one, other = (told(words[0], "Missing", form.format(*words)) for words in places)
    assert not name_alike(one, other)
    assert name_alike(one, told("copy", "Search goes on", f"{form.format(*places[0])} Constable Amis Brook leads it."))


def test_a_report_without_names_is_alike_by_name(told):
    assert name_alike(told("a", "", "it rained and nothing else"), told("b", "", "it rained and nothing else"))
