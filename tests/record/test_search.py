import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import TEXTS, pair, pairs

from hearsay.errors import RecordError, UsageError
from hearsay.model.span import Span
from hearsay.record.passages import LONGEST
from hearsay.record.results import Results
from hearsay.record.store import open_record

FERRY = "The ferry sank.\n\nMina Okoye said the ferry had passed every test.\n\nThe owner denied that ferries were old."
SAID = (("Mina Okoye", "the ferry had passed every test", "asserts"), ("owner", "that ferries were old", "denies"))
BRIDGE = "The bridge held.\n\nLars Ödegård said the bridge was tested."


@pytest.fixture
def filled(record):
    record.add(*pair(FERRY, said=SAID, outlet="Daily Tide", published="2024-10-25T03:47:50+09:00", headline="Ferry"))
    bridge = (("Lars Ödegård", "the bridge was tested", "confirms"),)
    record.add(*pair(BRIDGE, report_id="r2", said=bridge, outlet="L’Écho", published="2024-10-26"))
    record.add(*pair("북한 병사들이 러시아에 있다고 국정원이 밝혔다.", report_id="r3"))
    return record


def texts(record, results):
    """What each hit highlights, read from the report's text."""
    return [[span.of(record.report(hit.report_id).report.text) for span in hit.highlights] for hit in results]


def ids(results):
    return [hit.report_id for hit in results]


@pytest.mark.parametrize(
    ("query", "reports", "highlights"),
    [
        ("ferry", ["r1"], [["ferry"]]),
        ("FERRY", ["r1"], [["ferry"]]),
        ("odegard", ["r2"], [["Ödegård"]]),
        ("bridge tested", ["r2"], [["bridge", "tested"]]),
        ("ferry bridge", [], []),
        ("ferr*", ["r1"], [["ferry"]]),
        ('"bridge was"', ["r2"], [["bridge was"]]),
        ('"was bridge"', [], []),
        ("said NOT ferry", ["r2"], [["said"]]),
        ("병사", ["r3"], [["병사"]]),
        ("병사들", ["r3"], [["병사들"]]),
        ("들", ["r3"], [["들"]]),
        ("국정원", ["r3"], [["국정원"]]),
        ("사병", [], []),
        (unicodedata.normalize("NFD", "병사"), ["r3"], [["병사"]]),
        ("zeppelin", [], []),
    ],
)
def test_words_are_found_where_they_stand(filled, query, reports, highlights):
    results = filled.search(query)
    assert ids(results) == reports
    assert texts(filled, results) == highlights


def test_or_finds_both(filled):
    assert sorted(ids(filled.search("ferry OR bridge"))) == ["r1", "r2"]


def test_a_hit_tells_where_who_and_when(filled):
    (hit,) = filled.search("passed")
    assert (hit.report_id, hit.version, hit.uri, hit.headline) == ("r1", 1, "r1.txt", "Ferry")
    assert (hit.outlet, hit.published) == ("Daily Tide", "2024-10-25T03:47:50+09:00")
    assert hit.snippet == "Mina Okoye said the ferry had passed every test."
    assert (hit.attribution, hit.speaker, hit.stance) == ("a1", "Mina Okoye", "asserts")
    assert hit.score > 0
    assert list(hit.marked()) == [("Mina Okoye said the ferry had ", False), ("passed", True), (" every test.", False)]


def test_what_the_report_says_in_its_own_voice_has_no_attribution(filled):
    (hit,) = filled.search("sank")
    assert (hit.attribution, hit.speaker, hit.stance) == (None, None, None)


def test_a_speaker_is_found_by_a_part_of_the_name(filled):
    hits = filled.search("tested OR ferry", speaker="okoye")
    assert [(hit.attribution, hit.speaker) for hit in hits] == [("a1", "Mina Okoye")]
    assert texts(filled, hits) == [["ferry"]]
    assert ids(filled.search("bridge", speaker="okoye")) == []
    assert [hit.speaker for hit in filled.search(speaker="odegard")] == ["Lars Ödegård"]


def test_the_words_must_be_the_speakers_own(filled):
    assert ids(filled.search("sank", speaker="okoye")) == []


def test_a_stance_alone_lists_what_was_said_so(filled):
    (hit,) = filled.search(stance="denies")
    assert (hit.attribution, hit.snippet, hit.score) == ("a2", "that ferries were old", 0.0)


def test_an_actor_found_by_the_canonical_name_leads_to_the_mention(record):
    text = "All was silent.\n\nThe spy agency spoke later."
    reading, source = pair(text, said=(("National Watch Office", "later", "asserts"),))
    (actor,) = reading.actors
    reading = replace(reading, actors=(replace(actor, mentions=(Span(17, 31),)),))
    record.add(reading, source)
    (hit,) = record.search("watch office")
    assert (hit.snippet, texts(record, [hit])) == ("The spy agency spoke later.", [["The spy agency"]])


@pytest.mark.parametrize(
    ("given_filters", "reports"),
    [
        ({"since": "2024-10-26"}, ["r2"]),
        ({"until": "2024-10-25"}, ["r1"]),
        ({"since": date(2024, 10, 25), "until": datetime(2024, 10, 26, 12, tzinfo=UTC)}, ["r2", "r1"]),
        ({"outlet": "daily tide"}, ["r1"]),
        ({"outlet": "L’ECHO"}, ["r2"]),
        ({"outlet": "Tide"}, []),
        ({}, ["r2", "r1", "r3"]),
    ],
)
def test_filters_alone_list_newest_first(filled, given_filters, reports):
    assert ids(filled.search(**given_filters)) == reports


def test_pages_follow_each_other_without_gap_or_repeat(record):
    list(record.add_many(pair(f"Ferry {n}.\n\nMore.", report_id=f"r{n}", published="2024-10-25") for n in range(23)))
    for query in ("ferry", ""):
        seen, after = [], None
        while True:
            page = record.search(query, limit=5, after=after)
            seen += ids(page)
            after = page.next
            if after is None:
                break
        assert sorted(seen) == sorted(f"r{n}" for n in range(23))


def test_the_last_page_has_no_next(filled):
    assert filled.search("ferry", limit=1).next is None
    assert filled.search("the", limit=1).next is not None


@pytest.mark.parametrize(
    "wrong",
    [
        {"since": "yesterday"},
        {"until": "2024-13-01"},
        {"since": "\ud800"},
        {"limit": 0},
        {"limit": 10_001},
        {"after": "nonsense"},
        {"after": "x/1"},
        {"after": "1.0/x"},
    ],
)
def test_wrong_arguments_are_named(filled, wrong):
    with pytest.raises(UsageError):
        filled.search("ferry", **wrong)


@pytest.mark.parametrize(
    "query",
    [
        '"', '""', "*", "* *", '"*', "(", ")", "a AND (", "NEAR(a b)", "text:a", "^a", "-a", "a + b", "{a} : b", "NOT",
        "OR", "AND OR NOT", "'; DROP TABLE report; --", "\x00", "a\x00b", "\ud800", "💥", "\\", "%", "a" * 5000,
        "“unbalanced", "𝕬", "\u0301", "İ" * 50, "ﷺ", "speaker : x", "ferry\x00",
    ],
)  # fmt: skip
def test_no_query_is_an_error(filled, query):
    for filters in ({}, {"speaker": query}, {"stance": "asserts"}):
        assert isinstance(filled.search(query, **filters), Results)
    assert isinstance(filled.search("ferry", outlet=query), Results)
    assert isinstance(filled.speakers(query), tuple)


def test_a_query_without_words_finds_nothing(filled):
    assert len(filled.search("— !!!")) == 0
    assert len(filled.search(speaker="!!!")) == 0


@settings(max_examples=25, deadline=None)
@given(given_pair=pairs(), query=st.text(max_size=20) | TEXTS)
def test_every_hit_on_any_text_is_exact(given_pair, query):
    with open_record(":memory:") as record:
        record.add(*given_pair)
        text = given_pair[0].report.text
        for results in (record.search(query), record.search(query, stance="asserts")):
            for hit in results:
                assert hit.snippet == hit.span.of(text)
                assert "".join(words for words, _ in hit.marked()) == hit.snippet
                assert all(hit.span.covers(span) and len(span) > 0 for span in hit.highlights)


def test_a_long_part_is_cut_between_words_around_what_was_found(record):
    record.add(*pair("word " * 200 + "needle " + "word " * 200))
    (hit,) = record.search("needle")
    assert len(hit.snippet) <= LONGEST
    assert hit.snippet.startswith("word ")
    assert hit.snippet.endswith("word")
    assert texts(record, [hit]) == [["needle"]]


def test_the_part_that_answers_most_is_shown(record):
    record.add(*pair("Alpha here.\n\nAlpha and beta.\n\nBeta there."))
    assert record.search("alpha beta")[0].snippet == "Alpha and beta."


def test_only_the_newest_version_is_found(record):
    record.add(*pair("An early word."))
    record.add(*pair("A later word."))
    assert ids(record.search("early")) == []
    (hit,) = record.search("word")
    assert (hit.version, hit.snippet) == (2, "A later word.")


def test_only_the_newest_reading_speaks(record):
    record.add(*pair(FERRY, said=SAID))
    record.add(*pair(FERRY, said=SAID[:1], made_by="2"))
    assert len(record.search(stance="denies")) == 0
    assert [(one.name, one.statements) for one in record.speakers()] == [("Mina Okoye", 1)]


def test_speakers_by_how_often_they_speak(filled):
    filled.add(*pair(FERRY + " Again.", report_id="r4", said=SAID[:1]))
    assert [(one.name, one.type, one.statements, one.reports) for one in filled.speakers()] == [
        ("Mina Okoye", "person", 2, 2),
        ("Lars Ödegård", "person", 1, 1),
        ("owner", "person", 1, 1),
    ]
    assert [one.name for one in filled.speakers("mina")] == ["Mina Okoye"]
    assert filled.speakers("nobody") == ()
    assert filled.speakers("!!!") == ()


def test_a_notebook_shows_hits_and_nothing_of_the_page_as_markup(record):
    record.add(*pair("<script>alert(1)</script> & ferry", headline="<b>Bold</b>", outlet="A & B"))
    shown = record.search("ferry")._repr_html_()
    assert shown == (
        "<p><b>&lt;b&gt;Bold&lt;/b&gt;</b> · A &amp; B<br>"
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; <mark>ferry</mark></p>"
    )
    assert record.search("zeppelin")._repr_html_() == "<p>nothing found</p>"


def test_a_damaged_reading_is_an_error_in_search_too(filled):
    with filled._engine.connect() as connection:
        connection.exec_driver_sql("UPDATE line SET body = replace(body, 'sank', 'sunk')")
        connection.commit()
    with pytest.raises(RecordError, match="damaged"):
        filled.search("sank")
