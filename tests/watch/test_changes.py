from dataclasses import replace

from hearsay.watch.changes import compare
from hearsay.watch.standing import ClaimStanding, Number, ReportStanding, Standing, Words, told


def words(report="r1", speaker="Ann", stance="asserts", text="the port is closed"):
    return Words(report, f"http://paper.example/{report}", 1, 0, len(text), text, "The Paper", speaker, stance)


CLAIM = ClaimStanding(
    "c1", "s1", "The port", "the port is closed", "reported once", "One report.", ("Ann",), ("r1",), (words(),), ()
)
REPORT = ReportStanding("r1", "http://paper.example/r1", 1, "s1", "The port", "usable", "The Paper", "Port closed")
COPY = replace(REPORT, id="r2", uri="http://radio.example/r2", outlet="The Radio", of=("r1",))


def changed(now, old=CLAIM, *, new=False):
    return compare(Standing((old,), (REPORT,)), Standing((now,), (REPORT,)), new=new)


def also(claim, *said, **more):
    return replace(claim, said=(*claim.said, *said), **more)


def test_nothing_changed():
    assert changed(CLAIM) == ()


def test_a_copy_more_is_no_news():
    assert changed(also(CLAIM, words("r2"), state="repeated")) == ()


def test_a_first_denial_is_told_once_with_the_state_that_it_brings():
    no = words("r2", "Bob", "denies", "it is not")
    (got,) = changed(also(CLAIM, no, state="contested", why="Ann says so; Bob denies it."))
    assert (got.kind, got.before, got.after) == ("first denial", "reported once", "contested")
    assert (got.why, got.words) == ("Ann says so; Bob denies it.", (no,))


def test_a_second_denial_is_not():
    old = also(CLAIM, words("r2", "Bob", "denies"), state="contested")
    assert changed(also(old, words("r3", "Eve", "denies")), old) == ()


def test_contested_because_somebody_now_asserts_what_was_denied():
    old = also(replace(CLAIM, said=()), words("r2", "Bob", "denies"))
    yes = words("r3", "Eve")
    (got,) = changed(also(old, yes, state="contested"), old)
    assert (got.kind, got.words) == ("contested", (yes,))


def test_a_second_independent_source():
    own = words("r2", "Bob", "confirms")
    (got,) = changed(also(CLAIM, words("r3"), own, state="corroborated", sources=("Ann", "Bob")))
    assert (got.kind, got.before, got.after, got.words) == ("second source", "Ann", "Ann, Bob", (own,))
    third = also(CLAIM, own, state="corroborated", sources=("Ann", "Bob"))
    assert changed(replace(third, sources=("Ann", "Bob", "Eve")), third) == ()


def test_a_retraction():
    back = words("r2", "Ann", "retracts", "we were wrong")
    (got,) = changed(also(CLAIM, back, state="retracted"))
    assert (got.kind, got.before, got.after, got.words) == ("retraction", "reported once", "retracted", (back,))


def test_a_revised_figure():
    figure = Number("Ann", "3 people", words(text="three people"))
    now = Number("Ann", "4 people", words("r2", text="four people"), "3 people")
    old = replace(CLAIM, figures=(figure,))
    (got,) = changed(replace(old, figures=(figure, now)), old)
    assert (got.kind, got.before, got.after) == ("revised figure", "3 people", "4 people")
    assert got.words[0].text == "four people"
    assert changed(replace(old, figures=(figure, now)), replace(old, figures=(figure, now))) == ()


def test_a_state_that_is_taken_back():
    old = also(CLAIM, words("r2", "Bob", "denies"), state="contested")
    (got,) = changed(CLAIM, old)
    assert (got.kind, got.before, got.after) == ("state", "contested", "reported once")


def test_a_claim_that_has_another_id_is_the_same_by_its_statements():
    assert changed(replace(CLAIM, id="c0")) == ()


def test_new_claims_and_stories_are_told_where_they_are_asked_for():
    other = replace(CLAIM, id="c2", text="two died", said=(words("r3", text="two died"),))
    elsewhere = replace(other, id="c3", story="s2", said=(words("r4", text="it rained"),))
    after = Standing((CLAIM, other, elsewhere))
    kinds = [(one.kind, one.claim) for one in compare(Standing((CLAIM,)), after, new=True)]
    assert kinds == [("new story", "c3"), ("new claim", "c2")]
    assert compare(Standing((CLAIM,)), after, new=False) == ()
    contested = replace(after, claims=(CLAIM, replace(other, state="contested")))
    assert [one.kind for one in compare(Standing((CLAIM,)), contested, new=False)] == ["new claim"]


def test_a_correction_of_a_report_and_a_second_one():
    note = words(text="An earlier version said three.")
    before, after = Standing((CLAIM,), (REPORT,)), Standing((CLAIM,), (replace(REPORT, correction=note),))
    (got,) = compare(before, after, new=False)
    assert (got.kind, got.before, got.after, got.words) == ("correction", None, note.text, (note,))
    second = Standing((CLAIM,), (replace(REPORT, correction=replace(note, text="Five.")),))
    (got,) = compare(after, second, new=False)
    assert (got.before, got.after) == (note.text, "Five.")


def test_a_copied_claim_whose_origin_is_withdrawn():
    claim = also(CLAIM, words("r2"))
    before = Standing((claim,), (REPORT, COPY))
    after = Standing((claim,), (replace(REPORT, status="withdrawn"), COPY))
    withdrawn, origin = compare(before, after, new=False)
    assert (withdrawn.kind, withdrawn.before, withdrawn.after) == ("withdrawn", "usable", "withdrawn")
    assert (origin.kind, origin.words) == ("origin withdrawn", (words("r2"),))
    assert compare(after, after, new=False) == ()


def test_figures_in_words():
    assert told(3000, None, "at_least", "troops") == "at least 3000 troops"
    assert told(2, 4, "range", "people") == "2 to 4 people"
    assert told(1.5, 1.5, "exact", None) == "1.5"
    assert told(12_000_000, None, "more_than", "USD") == "more than 12,000,000 USD"
