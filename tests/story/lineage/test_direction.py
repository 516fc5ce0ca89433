from hearsay.story.lineage.direction import direction, same_maker
from hearsay.story.lineage.prepared import prepare


def decide(a, b):
    found = direction(prepare(a), prepare(b))
    assert direction(prepare(b), prepare(a)) == found
    return found.copy.report.id, found.of.report.id, found.credited, found.reasons


def test_a_credit_goes_before_times(make, fire, wire):
    stamped = make("copy", fire, outlet="Star", agency="Vltava Newswire", published="2024-05-07T08:00:00+02:00")
    assert decide(wire, stamped)[:3] == ("copy", "wire", True)


def test_two_copies_of_one_agency_s_text(make, fire):
    early = make("early", fire, outlet="Star", agency="Vltava Newswire", published="2024-05-07T08:00:00+02:00")
    late = make("late", fire, outlet="Post", agency="Vltava Newswire", published="2024-05-07T09:00:00+02:00")
    copy, of, credited, reasons = decide(early, late)
    assert (copy, of, credited) == ("late", "early", True)
    assert reasons[0] == "both carry the text of Vltava Newswire"


def test_times_alone(make, fire):
    early = make("early", fire, outlet="Star", published="2024-05-07T08:00:00+02:00")
    late = make("late", fire, outlet="Post", published="2024-05-07T09:00:00+02:00")
    assert decide(early, late) == ("late", "early", False, ("it came out later (2024-05-07T09:00:00+02:00)",))


def test_a_credit_line_names_the_source(make, fire):
    of = make("of", fire, outlet="Brno Post", published="2024-05-08")
    copy = make(
        "copy", fire, notes=[("credit", "With reporting by the Brno Post")], outlet="Star", published="2024-05-08"
    )
    assert decide(of, copy)[0] == "copy"
    assert decide(of, copy)[2] is True


def test_the_longer_text_and_the_marks_of_wire_copy(make, fire):
    whole, part = make("part", fire, outlet="Star"), make("whole", fire[:2], outlet="Post")
    assert decide(whole, part)[0] == "whole"
    keyed = make("keyed", fire, outlet="Star", notes=[("end_mark", "(END)")])
    assert decide(keyed, make("a", fire, outlet="Post"))[0] == "a"


def test_where_nothing_tells_it_is_said(make, fire):
    a, b = make("a", fire, outlet="Star"), make("b", fire, outlet="Post")
    assert decide(a, b) == ("b", "a", False, ("nothing on either page says which came first",))


def test_one_house(make, fire):
    def pair(first, second):
        return same_maker(prepare(make("a", fire, **first)), prepare(make("b", fire, **second)))

    assert pair({"outlet": "The Star"}, {"outlet": "STAR"})
    assert not pair({"outlet": "Star"}, {"outlet": "Post"})
    assert not pair({"agency": "Vltava Newswire"}, {"outlet": "Post", "agency": "Vltava Newswire"})
    wire = {"agency": "Vltava Newswire", "published": "2024-05-07"}
    later = {"agency": "Vltava Newswire", "published": "2024-05-08"}
    assert not pair(wire, later)
    assert pair(wire, {**later, "status": "correction", "correction": "Corrects the number of stalls."})
