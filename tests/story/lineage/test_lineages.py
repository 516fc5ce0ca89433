import random
from itertools import combinations, permutations

from hearsay.model.story import Derivation
from hearsay.story.lineage.derive import between
from hearsay.story.lineage.lineages import lineages
from hearsay.story.lineage.prepared import prepare

NOON = "2024-05-07T12:00:00+02:00"


def trace(*readings):
    ready = [prepare(one) for one in readings]
    return lineages(readings, [one for a, b in combinations(ready, 2) for one in between(a, b)])


def tree(trees):
    return {one.origin: [(copy.report, copy.of) for copy in one.copies] for one in trees}


def test_a_copy_of_a_copy_leads_back_to_its_origin(make, fire, wire):
    own = "In Brno, where the market is two years older, Petra Novotna ordered a check of all 93 cables by Friday."
    first = make(
        "first", (*fire, own), outlet="Brno Post", agency="Vltava Newswire", published="2024-05-07T12:00:00+02:00"
    )
    second = make("second", (fire[0], own), outlet="Znojmo Mail", published="2024-05-08T12:00:00+02:00")
    trees, _ = trace(second, wire, first)
    assert tree(trees) == {"wire": [("first", "wire"), ("second", "first")]}


def test_a_merger_has_two_origins(make, fire, wire):
    tram = (
        (
            "A tram of line 4 left the rails in Brno on Monday and hit a bakery, hurting 11 people, police "
            "spokesman Petr Vala said."
        ),
        (
            "The driver, 34, had been at work for nine hours, the transport firm DPMB said, and the points "
            "at Konecneho Square had been reported twice."
        ),
    )
    other = make("tram", tram, outlet="Brno Post", published="2024-05-06T18:00:00+02:00")
    both = make("both", (*fire[:3], *tram), outlet="Znojmo Mail", published="2024-05-08T06:00:00+02:00")
    trees, _ = trace(wire, other, both)
    assert tree(trees) == {"tram": [("both", "tram")], "wire": [("both", "wire")]}


def test_an_origin_without_copies_stands_alone(make, wire):
    other = make("other", ("Nothing to do with it, said Ana Lund of Oslo.",), outlet="Star", published="2024-05-01")
    assert tree(trace(wire, other)[0]) == {"other": [], "wire": []}


def test_an_update_is_no_copy_of_a_copy_of_its_own_text(make, fire, wire):
    copy = make("copy", fire, outlet="Brno Post", published="2024-05-07T12:00:00+02:00")
    update = make(
        "update", ("By evening 221 stalls were counted as lost, the brigade said.", *fire[1:]),
        outlet="Vltava Newswire", agency="Vltava Newswire", status="update", published="2024-05-07T20:00:00+02:00",
    )  # fmt: skip
    late = make(
        "late", ("By evening 221 stalls were counted as lost, the brigade said.", *fire[1:]), outlet="Mail",
        agency="Vltava Newswire", published="2024-05-07T22:00:00+02:00",
    )  # fmt: skip
    trees, _ = trace(wire, copy, update, late)
    assert tree(trees) == {"wire": [("copy", "wire")], "update": [("late", "update")]}


def test_the_order_of_reports_and_of_pairs_does_not_matter(make, fire, wire, retold):
    copy = make("copy", fire[:3], outlet="Brno Post", agency="Vltava Newswire", published="2024-05-07T12:00:00+02:00")
    readings = [wire, copy, retold]
    found = [one for a, b in combinations(map(prepare, readings), 2) for one in between(a, b)]
    results = {lineages(order, random.Random(7).sample(found, len(found))) for order in permutations(readings)}
    assert len(results) == 1
    ((trees, _),) = results
    assert tree(trees) == {"wire": [("copy", "wire"), ("retold", "wire")]}


def test_rings_are_cut_where_they_are_weakest(make):
    readings = [make(name, ("Words.",), published=f"2024-05-0{day}") for day, name in enumerate("abc", start=1)]
    ring = [Derivation(x, y, "verbatim", 1.0, credited=True) for x, y in ("ab", "bc", "ca")]
    trees, _ = lineages(readings, ring)
    assert tree(trees) == {"a": [("b", "c"), ("c", "a")]}


def test_what_two_tell_as_well_was_known_to_all(make, fire, wire, retold):
    (found,) = between(prepare(retold), prepare(wire))
    other = make("other", fire, outlet="Brno Post", published="2024-05-07")
    assert tree(lineages([wire, retold], [found])[0]) == {"wire": [("retold", "wire")]}
    assert tree(lineages([wire, retold, other], [found])[0]) == {"other": [], "wire": [], "retold": []}


def test_derivations_of_reports_that_are_not_there_are_left_out(wire):
    gone = Derivation("gone", "wire", "verbatim", 1.0, credited=True)
    assert tree(lineages([wire], [gone])[0]) == {"wire": []}
