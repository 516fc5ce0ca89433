from itertools import combinations

from hearsay.story.lineage.derive import between
from hearsay.story.lineage.lineages import lineages
from hearsay.story.lineage.prepared import prepare


def circles(*readings):
    ready = [prepare(one) for one in readings]
    return lineages(readings, [one for a, b in combinations(ready, 2) for one in between(a, b)])[1]


def test_what_was_corrected_lives_on_in_a_copy(make, fire, wire):
    carries = make("carries", fire, outlet="Star", agency="Vltava Newswire", published="2024-05-07T12:00:00+02:00")
    without = make("without", fire[1:3], outlet="Post", agency="Vltava Newswire", published="2024-05-07T13:00:00+02:00")
    note = "(This report corrects a Vltava story of May 7, which said that 214 of the 380 stalls burned. It was 124.)"
    fixed = make(
        "fixed", ("Ostrava counts its stalls again.", note), outlet="Vltava Newswire", agency="Vltava Newswire",
        tag="Vltava", status="correction", correction=note, published="2024-05-09T09:00:00+02:00",
    )  # fmt: skip
    (one,) = circles(wire, carries, without, fixed)
    assert one.reports == ("wire", "carries")
    assert one.why == f"Vltava Newswire corrected this on 2024-05-09: {note} — one copy still carries it"


def test_a_page_that_corrects_itself_takes_nothing_back_elsewhere(make, fire, wire):
    copy = make("copy", fire, outlet="Star", agency="Vltava Newswire", published="2024-05-07T12:00:00+02:00")
    note = "An earlier version of this article said that 214 of the 380 stalls were destroyed on Tuesday."
    fixed = make("fixed", ("Other things.", note), outlet="Vltava Newswire", agency="Vltava Newswire",
                 status="correction", correction=note, published="2024-05-09T09:00:00+02:00")  # fmt: skip
    assert circles(wire, copy, fixed) == ()


def test_outlets_that_cite_each_other(make):
    first = make(
        "first",
        ("The mayor of Lom will resign, SkimPost reported on Monday. The website says Jan Kral told friends so.",),
        outlet="FeedGlance", published="2024-05-06T09:00:00+00:00",
    )  # fmt: skip
    second = make(
        "second",
        ("Jan Kral, the mayor of Lom, is to resign, FeedGlance reported. According to the website he told friends.",),
        outlet="SkimPost", published="2024-05-06T11:00:00+00:00",
    )  # fmt: skip
    (one,) = circles(first, second)
    assert one.reports == ("first", "second")
    assert one.why == "FeedGlance cites SkimPost, and SkimPost cites FeedGlance"
