"""Feeds that misbehave, thirty ways and more: what can be read is, and the rest has a reason."""

import re
from dataclasses import replace

import pytest
from feeds import CASES, rss, two, xml

from hearsay.intake.fetch import Fetcher
from hearsay.intake.files import gather
from hearsay.intake.take import take
from hearsay.model.report import Rejected
from hearsay.pipeline import open_record
from newsroom import html, page, with_marks


@pytest.mark.parametrize("name", CASES)
def test_a_feed_with(name, room):
    room.put("/a", html(page("A")))
    room.put("/b", html(page("B")))
    case = CASES[name](room)
    got = list(gather(room.put("/feed", case.reply), replace(room.settings, **case.setting)))
    read = [one.uri for one in got if not isinstance(one, Rejected)]
    told = [one.why for one in got if isinstance(one, Rejected)]
    assert [uri.removeprefix(room.at("")) for uri in read] == list(case.read), told
    assert len(told) == len(case.why), told
    assert all(re.search(asked, why) for asked, why in zip(case.why, told, strict=True)), told


def test_a_file_is_not_read_into_a_feed(room):
    room.put("/a", html(page("A")))
    feed = CASES["entity_of_a_file"](room).reply
    got = list(gather(room.put("/feed", feed), room.settings))
    assert "root:" not in str(got)


def test_what_a_feed_states_is_weaker_than_what_the_page_says(room):
    own = html(page("The page's title", "It rained on Friday, the mayor said.", published="2024-10-25T03:47:50+09:00"))
    bare = html(b"<html><body><p>It rained on Friday and the river rose, the mayor of the town said.</p></body></html>")
    room.put("/a", own)
    room.put("/b", bare)
    more = "<pubDate>Sat, 26 Oct 2024 08:00:00 GMT</pubDate><author>ann@paper.example (Ann Other)</author>"
    room.put("/feed", xml(rss(*two(room, more))))
    page_, feed = (take(one, room.settings) for one in gather(room.at("/feed"), room.settings))
    assert (page_.headline, page_.published) == ("The page's title", "2024-10-25T03:47:50+09:00")
    assert (feed.headline, feed.published) == (f"T {room.at('/b')}", "2024-10-26T08:00:00+00:00")


def test_a_feed_is_asked_about_again_with_its_pages(room, tmp_path):
    room.put("/a", with_marks(page("A")))
    room.put("/b", with_marks(page("B")))
    room.put("/feed", with_marks(rss(*two(room)), "text/xml"))
    with open_record(tmp_path / "record.db") as record:
        first = [one.outcome.status for one in record.take(room.at("/feed"), settings=room.settings)]
        asked = len(room.asked)
        again = [one.outcome.status for one in record.take(room.at("/feed"), settings=room.settings)]
    assert (first, again) == (["new", "new"], ["unchanged", "unchanged"])
    later = room.asked[asked:]
    assert [one.path for one in later] == ["/feed", "/a", "/b"]  # robots.txt holds for a day
    assert all("if-none-match" in one.headers for one in later)


def test_a_page_that_was_not_kept_is_fetched_again(room, tmp_path):
    """What a killed process fetched and did not keep is not hidden by an answer "not modified"."""
    address = room.put("/a", with_marks(page("A")))
    with open_record(tmp_path / "record.db") as record:
        Fetcher(room.settings, record).fetch(address)
        (got,) = record.take(address, settings=room.settings)
        assert got.outcome.status == "new"
        assert [one.headers.get("if-none-match") for one in room.asked if one.path == "/a"] == [None, None]
        room.put("/a", with_marks(page("A", "It was not, the harbour master said on Saturday.")))
        (got,) = record.take(address, settings=room.settings)
        assert (got.outcome.status, got.outcome.version) == ("version", 2)


def test_there_are_thirty_ways():
    assert len(CASES) >= 30
