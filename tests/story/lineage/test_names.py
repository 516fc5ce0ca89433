from hearsay.model.report import Evidence
from hearsay.story.lineage.names import folded, maker


def test_names_are_one_however_they_are_written():
    assert folded("The Cedar Valley Tribune") == folded("CEDAR VALLEY TRIBUNE") == folded("CedarValleyTribune")


def test_an_agency_is_known_by_its_name_its_short_name_and_its_tag(make):
    one = maker(make("a", ("x",), outlet="Vltava Newswire", agency="Vltava Newswire", tag="VNW").report)
    assert one.own == {"vltavanewswire", "vltava", "vnw"}
    assert one.is_wire


def test_a_known_agency_is_known_by_every_name(make):
    one = maker(make("a", ("x",), outlet="Star", agency="AP").report)
    assert {"ap", "associatedpress"} <= one.wire
    assert one.own == {"star"}
    assert not one.is_wire


def test_without_an_outlet_the_agency_stands_for_the_report(make):
    one = maker(make("a", ("x",), agency="Vltava Newswire").report)
    assert one.own == {"vltavanewswire", "vltava"}
    assert one.is_wire


def test_names_beside_are_good_for_being_cited(make):
    stated = (Evidence("outlet", "Znojmo Mail Online", "title"),)
    one = maker(make("a", ("x",), notes=[("rights", "© 2024 Dyje Media")], outlet="Mail", evidence=stated).report)
    assert one.own == {"mail"}
    assert {"znojmomail", "znojmomailonline", "dyjemedia"} <= one.cited


def test_an_outlet_in_another_script_has_its_sound_and_the_owner_s_name(make):
    one = maker(make("a", ("x",), notes=[("rights", "Copyright (C) Shiomi Times.")], outlet="한빛데일리").report)
    assert one.sound.startswith("hanbi")
    assert "shiomitimes" in one.cited


def test_nobody(make):
    assert not maker(make("a", ("x",)).report).cited
