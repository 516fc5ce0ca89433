"""A watch at work, against a newsroom on loopback: a day of a story in a few seconds."""

import json
from pathlib import Path

import pytest
from feeds import item, rss, xml
from tests.cli.test_withdrawn import FILES

from hearsay.pipeline import open_record
from hearsay.record import watching
from hearsay.watch.plan import load
from hearsay.watch.rounds import Watch
from newsroom import Reply, html, moved, page, with_marks

DEMO = Path(__file__).resolve().parents[2] / "demo" / "story" / "reports"
CLOSED = (
    "The port of Dover is closed because of the storm, harbour master Ann Other said on Friday.",
    "“Three ships are waiting outside,” Other said at a news conference in the town.",
)


class Desk:
    """A watch that can be stopped and started."""

    def __init__(self, room, clock, folder, words):
        self.room, self.clock, self.folder = room, clock, folder
        self.links: list[str] = []
        self.told: list[str] = []
        room.put("/feed", xml(rss()))
        (folder / "w.toml").write_text(f"every='1m'\n[[source]]\naddress='{room.at('/feed')}'\n{words}")

    def list(self, path, *more):
        self.links.append(item(self.room.at(path), *more))
        self.room.put("/feed", xml(rss(*self.links)))

    def round(self, minutes=1.1):
        """One round of a watch that was not running until now."""
        self.clock.now += 60 * minutes
        with open_record(self.folder / "r.db") as record:
            watch = Watch(record, load(self.folder / "w.toml"), self.room.settings, self.told.append, self.clock)
            try:
                return watch.round()
            finally:
                watch.close()

    def item(self, path):
        with open_record(self.folder / "r.db") as record:
            return watching.item(record, self.room.at("/feed"), self.room.at(path))


@pytest.fixture
def desk(room, clock, tmp_path):
    return Desk(room, clock, tmp_path, "[[question]]\nname='port'\nsearch='port'\n[out]\njson='w.json'\n")


def test_a_day_of_a_story(room, clock, tmp_path):
    """The demo's story, page by page: each change is told once, with words that stand where the message says."""
    desk = Desk(room, clock, tmp_path, "[[question]]\nname='recall'\nsearch='hummus'\n[out]\njson='w.json'\n")
    told = list(desk.round().messages)
    assert told == []
    for path in sorted(DEMO.iterdir())[:9]:
        media = "text/html" if path.suffix == ".html" else "text/plain"
        room.put(f"/{path.name}", with_marks(path.read_bytes(), media))
        desk.list(f"/{path.name}")
        told += desk.round().messages
    kinds = {one.kind for one in told}
    assert kinds >= {"new story", "new claim", "first denial", "second source", "correction"}
    assert desk.round().messages == ()
    assert len({one.id for one in told}) == len(told)
    feed = json.loads((tmp_path / "w.json").read_bytes())
    assert [one["id"] for one in feed["items"]] == [one.id for one in reversed(told)][:100]
    with open_record(tmp_path / "r.db") as record:
        for one in (words for each in told for words in each.words):
            text = record.report(one.report, one.version).report.text
            assert text[one.start : one.end] == one.text
            assert one.uri.startswith(room.at("/"))
        assert list(record.check()) == []


def test_what_was_there_before_is_not_told_and_what_comes_is_once(desk, room):
    room.article("/a", "The port is closed", *CLOSED)
    desk.list("/a")
    assert desk.round().messages == ()
    room.article("/b", "A bridge falls", "A bridge near the port fell on Saturday, mayor Bob Major said.")
    desk.list("/b")
    kinds = [one.kind for one in desk.round().messages]
    assert set(kinds) <= {"new story", "new claim"}
    assert kinds
    assert desk.round().messages == ()


def test_an_edited_page_is_a_version_and_is_looked_at_less_and_less_often(desk, room):
    room.article("/a", "The port is closed", *CLOSED)
    desk.list("/a")
    desk.round()
    room.article("/a", "The port is open", CLOSED[0].replace("closed", "open"), CLOSED[1])
    assert desk.round().counts == {"version": 1}
    asked = [sum(one.path == "/a" for one in room.asked)]
    for _ in range(8):
        desk.round()
        asked.append(sum(one.path == "/a" for one in room.asked))
    assert asked == [2, 2, 3, 3, 3, 3, 4, 4, 4]  # after one interval, two, four, eight …
    with open_record(desk.folder / "r.db") as record:
        (reading,) = record
        assert len(record.versions(reading.report.id)) == 2


def test_a_page_that_is_gone_is_noted_and_stays_kept(desk, room):
    room.article("/a", "The port is closed", *CLOSED)
    desk.list("/a")
    desk.round()
    room.delete("/a")
    got = desk.round()
    assert (got.counts, got.messages, desk.told) == ({"gone": 1}, (), [])
    assert (desk.item("/a").outcome, desk.item("/a").due) == ("gone", None)
    with open_record(desk.folder / "r.db") as record:
        assert len(record) == 1


def test_a_page_that_moved_is_followed(desk, room):
    room.article("/new", "The port is closed", *CLOSED)
    room.put("/a", moved("/new", 301))
    desk.list("/a")
    assert desk.round().counts == {"new": 1}
    assert desk.round().counts == {"unchanged": 1}


def test_a_page_that_cannot_be_had_is_tried_again_and_then_left(desk, room):
    room.put("/a", Reply(b"broken", 500))
    desk.list("/a")
    assert desk.round().counts == {"rejected": 1}
    assert "500" in desk.told[0]
    assert "500" in desk.item("/a").outcome
    room.article("/a", "The port is closed", *CLOSED)
    assert desk.round().counts == {"new": 1}


def test_a_source_that_is_down_is_asked_less_often(desk, room):
    room.put("/feed", Reply(b"busy", 500))
    for minutes in (1, 1.1, 1.1, 1.1, 1.1):
        desk.round(minutes)
    assert sum(one.path == "/feed" for one in room.asked) == 2 * 2  # two tries each, the second after two minutes
    assert "500" in desk.told[0]


def test_a_feed_that_says_something_new_of_an_item_has_it_read_again(desk, room):
    room.article("/a", "The port is closed", *CLOSED)
    desk.list("/a")
    for _ in range(3):
        desk.round()
    asked = sum(one.path == "/a" for one in room.asked)
    desk.links = [item(room.at("/a"), "<pubDate>Fri, 25 Oct 2024 09:00:00 GMT</pubDate>")]
    room.put("/feed", xml(rss(*desk.links)))
    desk.round()
    assert sum(one.path == "/a" for one in room.asked) == asked + 1


def test_pages_and_folders_are_sources_too(room, clock, tmp_path):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.html").write_bytes(page("The port is closed", *CLOSED))
    address = room.put("/b", html(page("The port is shut", *CLOSED[:1])))
    words = f"[[source]]\naddress='{address}'\n[[source]]\naddress='{tmp_path / 'inbox'}'\n"
    desk = Desk(room, clock, tmp_path, words)
    assert desk.round().counts == {"new": 2, "skipped": 1}
    assert desk.round().counts == {"unchanged": 2, "skipped": 1}


def test_a_question_that_is_asked_otherwise_starts_anew(desk, room):
    room.article("/a", "The port is closed", *CLOSED)
    desk.list("/a")
    desk.round()
    file = desk.folder / "w.toml"
    file.write_text(file.read_text().replace("search='port'", "search='ships'"))
    assert desk.round().messages == ()


@pytest.mark.parametrize("kind", ["story", "claim", "speaker"])
def test_other_questions(desk, room, kind):
    room.article("/a", "The port is closed", *CLOSED)
    desk.list("/a")
    desk.round()
    with open_record(desk.folder / "r.db") as record:
        story, claim = next(record.claims())
        asked = {"story": story.id, "claim": claim.id, "speaker": "Other"}[kind]
    file = desk.folder / "w.toml"
    file.write_text(file.read_text().replace("search='port'", f"{kind}='{asked}'"))
    desk.round()
    with open_record(desk.folder / "r.db") as record:
        held = json.loads(watching.question(record, "port").body)
    assert claim.id in {one["id"] for one in held["claims"]}
    room.put("/a", html(page("Port", *CLOSED, "Correction: An earlier version of this report said four ships.")))
    told = [one.kind for _ in range(3) for one in desk.round().messages]
    assert "correction" in told


def test_a_question_about_what_is_not_there_yet(desk):
    file = desk.folder / "w.toml"
    file.write_text(file.read_text().replace("search='port'", "story='s0'"))
    assert desk.round().messages == ()


@pytest.mark.parametrize("question", ["search='boats'", "search='Berg'"])
def test_a_kill_is_told_with_what_others_still_carry(room, clock, tmp_path, question):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    words = f"[[source]]\naddress='{inbox}'\n[[question]]\nname='boats'\n{question}\n[out]\njson='w.json'\n"
    desk = Desk(room, clock, tmp_path, words)
    for name in ("origin.json", "copy.html"):
        (inbox / name).write_bytes(FILES[name])
    assert desk.round().messages == ()
    (inbox / "kill.json").write_bytes(FILES["kill.json"])
    told = desk.round().messages
    kinds = [one.kind for one in told]
    assert kinds.count("withdrawn") == 1
    assert kinds.count("origin withdrawn") >= 1
    gone = next(one for one in told if one.kind == "withdrawn")
    assert (gone.before, gone.after) == ("usable", "withdrawn")
    for one in told:
        if one.kind == "origin withdrawn":
            assert "withdrew the report that 1 other took it from" in one.why
            assert {words.outlet for words in one.words} == {"The Eastern Courier"}
    assert desk.round().messages == ()
