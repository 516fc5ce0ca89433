from hearsay.model.story import Bond, Drawn, Parting
from hearsay.story.clusters.bonds import bonds, marking, spelled


def test_each_report_is_held_by_the_nearest(hospital):
    found = {one.report: one for one in bonds(hospital[:3], ())}
    assert set(found) == {"fire0", "fire1", "fire2"}
    assert all(one.of != one.report for one in found.values())
    first = found["fire0"]
    assert not first.copied
    assert first.days == 0
    assert {"brannoc", "petrie"} <= set(first.names)
    assert {"renal", "dialysis"} & set(first.words)


def test_a_copy_is_held_by_its_source(hospital):
    found = {one.report: one for one in bonds(hospital, [("fire1", "strike2")])}
    assert (found["fire1"].of, found["fire1"].copied) == ("strike2", True)
    assert found["fire1"].days == 664


def test_a_story_of_one_report_has_no_bonds(hospital):
    assert bonds(hospital[:1], ()) == ()


def test_what_marks_two_stories(hospital):
    here, there = marking(hospital[:3], hospital[3:]), marking(hospital[3:], hospital[:3])
    assert {"petrie", "renal"} & set(here)
    assert "careforce" in there
    assert not {"brannoc", "wexcombe", "a"} & {*here, *there}


def test_words_are_spelled_as_texts_have_them():
    told = Drawn((Bond("a", "b", False, ("uaw",), ("strike", "unseen"), None),), (Parting("s", "", ("gm",), ()),))
    (bond,), (parting,) = (part := spelled(told, ["The UAW strike at GM", "UAW, Uaw"])).bonds, part.partings
    assert bond.names == ("UAW",)
    assert bond.words == ("strike", "unseen")
    assert parting.here == ("GM",)
