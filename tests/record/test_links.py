"""The tables across reports, told in keys and bytes."""

import hashlib

import pytest

from hearsay.model.reading import Reading
from hearsay.model.report import Report
from hearsay.record import stories
from hearsay.record.links import ClaimRow, Links, Shown, Summary, _latest
from hearsay.record.opening import writing
from hearsay.record.store import open_record


def _report(name, text, published=None):
    source = text.encode()
    uri = f"https://x.example/{name}"
    digest = hashlib.sha256(source).hexdigest()
    return Reading(
        Report(name, uri, digest, "text/plain", text, headline=text, outlet="X", published=published)
    ), source


@pytest.fixture
def record():
    with open_record(":memory:") as opened:
        for number in range(1, 6):
            opened.add(*_report(f"r{number}", f"Report {number}", f"2024-10-2{number}"))
        yield opened


@pytest.fixture
def links(record):
    with writing(record._engine) as connection, connection.begin():
        yield Links(connection)


def _all_put(links, *marks):
    for mark in marks:
        links.put(links.pending(), b"f", mark)


def _summary(key, title, count):
    return Summary(key, title, count, 1, 1, None, "")


def test_reports_wait_in_the_order_in_which_they_were_kept(links):
    assert links.pending() == Shown(1, 1)
    links.put(Shown(1, 1), b"", [7])
    assert links.pending() == Shown(2, 2)


def test_a_new_version_waits_again_and_its_older_traces_go(record):
    with record._writing() as connection:
        links = Links(connection)
        _all_put(links, [7, 8], [8], [9], [], [])
        links.derive(1, 2, "{}")
        assert links.pending() is None
    record.add(*_report("r1", "Report 1, changed"))
    with record._writing() as connection:
        links = Links(connection)
        assert links.pending() == Shown(1, 6)
        links.put(links.pending(), b"g", [9])
        assert links.sharing([7, 8], 3, 10) == (2,)
        assert links.sharing([9], 3, 10) == (1,)
        assert links.component(1) == {1}
        assert links.component(2) == {2}
        assert list(links.derivations([1, 2])) == []


def test_those_that_share_most_come_first(links):
    _all_put(links, [1, 2, 3], [3], [2, 3], [-(2**63), 2**63 - 1], [])
    assert links.sharing([1, 2, 3], 5, 10) == (1, 3, 2)
    assert links.sharing([1, 2, 3], 5, 1) == (1,)
    assert links.sharing([2**63 - 1], 5, 10) == (4,)


def test_links_lead_near_and_far(links):
    _all_put(links, [], [], [], [], [])
    links.join(1, 2)
    links.join(2, 1)
    links.derive(3, 2, "{}")
    assert links.component(1) == {1, 2, 3}
    assert links.component(4) == {4}
    assert links.beyond([1, 3]) == {2}
    assert links.beyond([1, 2, 3]) == frozenset()
    assert list(links.derivations([1, 2, 3])) == [(3, 2, "{}")]
    assert list(links.derivations([1, 3])) == []


def test_a_story_is_found_listed_and_dissolved(links):
    _all_put(links, [], [], [], [], [])
    links.found(_summary(1, "One", 2), [1, 3])
    links.found(_summary(2, "Two", 1), [2])
    assert links.partition([3, 2]) == {1: {1, 3}, 2: {2}}
    assert links.stale(10) == (1, 2)
    links.tell(1, "{}", [ClaimRow("c1", "contested", False, 2, "It sank.")])
    assert links.stale(10) == (2,)
    assert [one.key for one in stories.claiming(links._connection, stories.Claiming(state="contested"))] == [1, 2]
    links.tell(2, "{}", [])  # until then it may have had such a claim
    assert [one.key for one in stories.claiming(links._connection, stories.Claiming(state="contested"))] == [1]
    assert stories.claiming(links._connection, stories.Claiming(), ("", 1)) == ()
    assert stories.claiming(links._connection, stories.Claiming(sources=3)) == ()
    links.dissolve(1)
    assert links.partition([1, 2, 3]) == {2: {2}}
    assert stories.claiming(links._connection, stories.Claiming()) == ()


def test_every_id_that_a_story_had_leads_to_it(links):
    _all_put(links, [], [], [], [], [])
    links.found(_summary(1, "One", 3), [1, 2, 3])
    found = [stories.find(links._connection, name) for name in ("sr1", "sr2", "r3", "r4", "", "s")]
    assert found == [1, 1, 1, None, None, None]


def test_stories_are_listed_by_their_last_change_in_utc(links):
    _all_put(links, [], [], [], [], [])
    links.found(Summary(1, "Early", 1, 1, 1, "2024-10-25T08:00:00+09:00", "2024-10-24T23:00:00+00:00"), [1])
    links.found(Summary(2, "Undated", 1, 1, 1, None, ""), [2])
    links.found(Summary(3, "Late", 2, 1, 1, "2024-10-25", "2024-10-25T00:00:00+00:00"), [3, 4])
    titles = [one.summary.title for one in stories.listed(links._connection, least=1, limit=None)]
    assert titles == ["Late", "Early", "Undated"]
    assert [one.first for one in stories.listed(links._connection, least=2, limit=None)] == ["r3"]


def test_many_marks_at_once(links):
    links.put(Shown(1, 1), b"", range(5000))
    links.put(Shown(2, 2), b"", range(4000, 6000))
    assert links.sharing(range(10_000), 3, 10) == (1, 2)


def test_clear_makes_everything_wait(links):
    _all_put(links, [1], [1], [], [], [])
    links.join(1, 2)
    links.found(_summary(1, "One", 2), [1, 2])
    links.clear()
    assert links.pending() == Shown(1, 1)
    assert links.component(1) == {1}
    assert links.stale(10) == ()


def test_what_is_out_of_step_is_found(record):
    with record._writing() as connection:
        links = Links(connection)
        _all_put(links, [1], [2], [3], [4], [5])
        links.found(_summary(1, "One", 2), [1])
        links.found(_summary(2, "Two", 3), [2, 3, 4])
        links.derive(2, 1, "{}")
        links.tell(2, "[]", [])
        connection.exec_driver_sql("DELETE FROM mark WHERE report = 4")
        connection.exec_driver_sql("DELETE FROM link WHERE report = 1")
    found = {(one.where, one.why.split(";")[0].split(":")[0]) for one in record.check() if one.kind == "story"}
    assert found == {
        ("r4", "its marks are not those of its trace"),
        ("r5", "is linked, and in no story"),
        ("r2", "a link to r1 leads one way"),
        ("r2 of r1", "the derivation cannot be opened"),
        ("story r1", "its reports are not those that it counts"),
        ("story r2", "what is told of it cannot be opened"),
    }


def test_of_a_mark_that_many_have_those_kept_last_are_looked_at(links, monkeypatch):
    monkeypatch.setattr("hearsay.record.links.LONGEST", 2)
    _latest.cache_clear()
    _all_put(links, [1, 2], [1], [1], [1], [])
    assert links.sharing([1], 5, 10) == (3, 4)
    assert links.sharing([1], 4, 10) == (2, 3)
    assert links.sharing([1, 2], 5, 10) == (1, 3, 4)
    _latest.cache_clear()
