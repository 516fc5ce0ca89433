import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model.reading import Reading
from hearsay.model.report import Part, Report
from hearsay.story.lineage.derive import between, derive
from hearsay.story.lineage.prepared import prepare

LATER = "2024-05-07T13:00:00+02:00"


def only(a, b):
    (one,) = derive(a, b)
    assert derive(b, a) == (one,)
    return one


def test_a_copy_under_another_headline(make, fire, wire):
    copy = make("copy", fire, outlet="Moravian Star", agency="Vltava Newswire", headline="Hall burns", published=LATER)
    one = only(wire, copy)
    assert (one.report, one.of, one.relation, one.share, one.credited) == ("copy", "wire", "verbatim", 1.0, True)
    assert one.reasons[1] == "it credits its text to Vltava Newswire"


def test_the_first_paragraphs_alone(make, fire, wire):
    one = only(wire, make("copy", fire[:2], outlet="Moravian Star", published=LATER))
    assert (one.report, one.relation, one.share, one.credited) == ("copy", "truncated", 1.0, False)


def test_a_paragraph_of_ones_own(make, fire, wire):
    own = "In Brno, where the market is two years older, the council ordered a check of every cable by the weekend."
    one = only(wire, make("copy", (*fire, own), outlet="Brno Post", agency="Vltava Newswire", published=LATER))
    assert (one.relation, one.credited) == ("extended", True)
    assert 0.85 < one.share < 0.95


def test_some_words_changed(make, fire, wire):
    swaps = {
        "destroyed": "gutted", "said": "stated", "told": "informed", "wants": "asks", "promised": "pledged",
        "which": "that", "suspect": "blame",
        "broke out": "started", "some": "about", "fought": "battled", "listed": "found",
    }  # fmt: skip
    changed = list(fire)
    for old, new in swaps.items():
        changed = [one.replace(old, new) for one in changed]
    one = only(wire, make("copy", changed, outlet="Brno Post", published=LATER))
    assert one.relation == "reworded"
    assert 0.6 < one.share < 0.95


def test_passages_are_places_on_both_sides(make, fire, wire):
    copy = make("copy", (fire[4], fire[0]), outlet="Moravian Star", published=LATER)
    one = only(wire, copy)
    assert [passage.span.of(copy.report.text)[:20] for passage in one.passages] == [fire[4][:20], fire[0][:20]]
    assert [passage.of.of(wire.report.text)[:20] for passage in one.passages] == [fire[4][:20], fire[0][:20]]


def test_a_retelling_without_the_words(wire, retold):
    one = only(wire, retold)
    assert (one.report, one.of, one.relation, one.credited) == ("retold", "wire", "reworded", False)
    assert "in other words" in one.reasons[0]
    assert one.passages[0].of.of(wire.report.text).startswith("A fire that broke out")


def test_no_retelling_comes_before_what_it_retells(wire, retold, make):
    early = make("early", [s.of(retold.report.text) for s in retold.report.spans("paragraph")],
                 outlet="Silesia Bugle", published="2024-05-06")  # fmt: skip
    assert derive(wire, early) == ()


def test_a_reporter_of_ones_own_has_words_and_names_of_ones_own(wire, make):
    own = """
        Smoke still hung over Ostrava on Tuesday night. Of the 380 stalls of the covered market 214 are gone, and
        Petra Kolarova, who sold bread in one of them, was looking for her till.

        "I paid the last rate in April," Kolarova said. "Twenty-two years, and now a shovel and a bucket are what I
        have."

        Her neighbour Ivan Dusek, 58, had carried out 12 crates of apples before the roof came down at half past
        five.

        Lenka Hudcova, who leads the fire brigade, said that 61 of her people were at work. Mayor Tomas Vrana spoke
        of 40,000 koruna for each trader. Dusek laughed at that: a scale alone costs 65,000.

        At the Hotel Imperial, which faces the hall, manager Karel Fiser had 30 guests on the pavement by four.
    """
    assert derive(wire, make("own", own, outlet="Silesia Bugle", published="2024-05-08T07:00:00+02:00")) == ()


def test_who_only_passes_on_what_media_report(wire, make):
    told = """
        More than half of Ostrava's market has burned, the Vltava agency reported on Tuesday, citing the brigade.

        A freezer may have done it, according to Vltava Newswire. The agency also says that Mayor Tomas Vrana
        promised 40,000 koruna to each trader.

        Neither report names a victim.
    """
    one = only(wire, make("digest", told, outlet="SkimPost", published="2024-05-08"))
    assert (one.report, one.of, one.relation, one.credited) == ("digest", "wire", "citing", True)


def test_an_update_by_the_same_house_is_its_own(make, fire, wire):
    update = make(
        "update", ("The toll of stalls rose to 221 in the evening, the brigade said.", *fire[1:5]),
        outlet="Vltava Newswire", agency="Vltava Newswire", status="update", published="2024-05-07T20:00:00+02:00",
    )  # fmt: skip
    assert derive(wire, update) == ()


def test_the_same_page_twice_by_one_house_is_a_copy(make, fire, wire):
    again = make(
        "again", fire, outlet="Vltava Newswire", agency="Vltava Newswire", published="2024-05-07T10:00:00+02:00"
    )
    assert only(wire, again).report == "again"


def test_boilerplate_makes_no_copy(make):
    notice = (
        "The Moravian Star has covered the region since the spring of the year after the war, and its editors are glad "
        "to hear from readers who think that something in this report is not as it was or ought to have been."
    )
    first = make("a", ("A tram left the rails in Brno.", notice), outlet="A Star", published="2024-05-07")
    second = make(
        "b", ("The budget of Plzen was passed by 24 votes to 20.", notice), outlet="B Star", published="2024-05-08"
    )
    assert derive(first, second) == ()


def test_a_statement_that_both_quote_makes_no_copy(make):
    said = (
        '"We will rebuild the hall brick by brick, and we will do so with the money of those who let it rot, whatever '
        'their lawyers may write to us in the coming weeks," the council said in a statement.'
    )
    first = make(
        "a", (said, "Traders who met in Zabreh wanted to know when, and were told to wait for the next session."),
        outlet="A Star", published="2024-05-09",
    )  # fmt: skip
    second = make(
        "b", ("The insurer of the market has yet to send anyone, its clients complain in letters to this paper.", said),
        outlet="B Star", published="2024-05-09",
    )  # fmt: skip
    assert derive(first, second) == ()


def test_empty_bodies_have_nothing_in_common(make, wire):
    assert derive(wire, make("empty", ())) == ()
    assert derive(wire, wire) == ()


def test_a_text_of_one_word_takes_no_time(make):
    long = prepare(make("a", ("na " * 300_000,)))
    (one,) = between(long, prepare(make("b", ("na " * 300_000,))))
    assert one.relation == "verbatim"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text('ab\u0301 ’"“”.,1한٣😀\n', max_size=120), max_size=4), st.integers(0, 3))
def test_spans_always_fit_their_texts(paragraphs, cut):
    def reading(name, some):
        text, parts = "", []
        for one in some:
            parts.append(Part("paragraph", len(text), len(text) + len(one)))
            text += one
        return Reading(Report(name, name, "", "text/plain", text, parts=tuple(parts)))

    a, b = reading("a", paragraphs), reading("b", paragraphs[cut:])
    texts = {"a": a.report.text, "b": b.report.text}
    for one in derive(a, b):
        assert 0 <= one.share <= 1
        for passage in one.passages:
            passage.span.of(texts[one.report])
            passage.of.of(texts[one.of])


@pytest.mark.parametrize("stamp", ["2024-05-07", "2024-05-07T11:00:00", "no stamp", None])
def test_odd_stamps_are_no_error(make, fire, wire, stamp):
    assert only(wire, make("copy", fire, outlet="Star", agency="Vltava Newswire", published=stamp)).report == "copy"


FORM = """
A magnitude {size} earthquake was reported {night} at {hour} a.m. local time, {far} miles from {town}, according to
the Geological Survey. The temblor occurred at a depth of {deep} miles.

According to the survey, the epicenter was {near} miles from {second}, {third} miles from {city} and {fourth} miles
from {county}.

In the past ten days there have been {count} earthquakes of that size or greater centered nearby. Did you feel it?
Consider reporting what you felt so that we can count you among those who did.
"""
ONE = {
    "size": 3.4, "night": "Thursday night", "hour": "10:12", "far": 14, "town": "Tillamook", "deep": 6.8, "near": 21,
    "second": "Astoria", "third": 33, "city": "Portland", "fourth": 47, "county": "Salem", "count": 18,
}  # fmt: skip
OTHER = {
    "size": 4.1, "night": "Sunday morning", "hour": "7:55", "far": 5, "town": "Quincy", "deep": 2.6, "near": 38,
    "second": "Chico", "third": 72, "city": "Sacramento", "fourth": 91, "county": "Reno", "count": 26,
}  # fmt: skip


def test_two_reports_that_fill_in_one_form_are_no_copies(make):
    one = make("one", FORM.format(**ONE), outlet="Coast Post", published="2024-05-07")
    assert not derive(one, make("two", FORM.format(**OTHER), outlet="Valley Post", published="2024-05-09"))
    corrected = ONE | {"count": 19, "hour": "10:14"}
    assert only(one, make("copy", FORM.format(**corrected), outlet="Valley Post", published="2024-05-09"))
