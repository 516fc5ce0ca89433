import json

import pytest

from hearsay.evaluation.re3d import Document, Named, allowed, by_type, load, matches, named, run, scores, trimmed
from hearsay.evaluation.scores import Ratio, Tally
from hearsay.model.reading import Actor, Reading
from hearsay.model.report import Report
from hearsay.model.span import Span

TEXT = "Gen. Ann Lee of the Blue Army left Atria. British rebels saw Lee."


def at(words, start=0):
    place = TEXT.index(words, start)
    return Span(place, place + len(words))


GOLD = (
    Named(at("Gen. Ann Lee"), "Person"),
    Named(at("Blue Army"), "Organisation"),
    Named(at("Atria"), "Location"),
    Named(at("British"), "Nationality"),
    Named(at("Lee", 50), "Person"),
)
DOCUMENT = Document("d", TEXT, GOLD)


def reading(*actors):
    return Reading(Report("", "", "", "", TEXT), actors=actors)


def test_names_are_the_inner_mentions_with_a_capital_without_their_article():
    lee = Actor("e1", "Ann Lee", "person", mentions=(at("Gen. Ann Lee of the Blue Army"), at("Ann Lee")))
    army = Actor("e2", "Blue Army", "organisation", mentions=(at("the Blue Army"), at("rebels")))
    assert named(reading(lee, army)) == (Named(at("Ann Lee"), "person"), Named(at("Blue Army"), "organisation"))
    assert named(None) == ()
    assert trimmed(TEXT, at("the Blue Army")) == at("Blue Army")


def test_counted_by_hand():
    ours = (
        Named(at("Ann Lee"), "person"),
        Named(at("Blue Army"), "person"),
        Named(at("left"), "organisation"),
        Named(at("British"), "government"),
    )
    rows = scores([(DOCUMENT, ours)])
    assert rows["found names that lie on gold ones"] == Ratio(3, 4)
    assert rows["gold names that were found"] == Ratio(2, 4)
    assert rows["same borders"] == Tally(1, 4, 4)
    assert rows["type right"] == Ratio(2, 3)
    types = by_type([(DOCUMENT, ours)])
    assert types["found: Person"] == Ratio(1, 2)
    assert types["found: Location"] == Ratio(0, 1)
    assert types["type right: person"] == Ratio(1, 2)
    assert types["type right: outlet"] == Ratio(0, 0)


def test_a_name_is_matched_with_the_shortest_gold_name_that_shares_most():
    nested = Document("d", TEXT, (Named(Span(0, len(TEXT)), "Organisation"), GOLD[1]))
    assert matches(nested, [Named(at("Blue Army"), "group")]) == [(GOLD[1], Named(at("Blue Army"), "group"))]
    assert not allowed(GOLD[0], Named(at("Ann Lee"), "document"))


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "data" / "re3d" / "Source"
    folder.mkdir(parents=True)
    (folder / "documents.json").write_text(json.dumps({"_id": "D1", "text": TEXT}) + "\n")
    spans = [*GOLD, Named(at("rebels"), "Organisation"), Named(at("left"), "Weapon")]
    rows = [{"documentId": "D1", "begin": g.span.start, "end": g.span.end, "type": g.type} for g in spans]
    rows.append({"documentId": "D2", "begin": 0, "end": 3, "type": "Person"})
    (folder / "entities.json").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def test_loaded_with_the_names_alone(corpus):
    (document,) = load(corpus / "data" / "re3d" / "Source")
    assert document == Document("D1", TEXT, GOLD)


def test_the_suite_runs_whole(corpus):
    class Reader:
        def read(self, path, *, body=False, dated=None):
            assert body
            return reading(Actor("e1", "Ann Lee", "organisation", mentions=(at("Ann Lee"),)))

    result = run(corpus, Reader())
    assert result.values()["re3d, names / gold names that were found"] == 0.25
    kinds = [miss.kind for miss in result.misses]
    assert kinds == ["missed: Organisation", "missed: Location", "missed: Person", "Person taken as organisation"]
