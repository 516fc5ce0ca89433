"""A kill, from the file to the terminal: earlier versions are marked, and what others copied lives on, named."""

from __future__ import annotations

import json
from itertools import permutations

import pytest
from tests.intake.formats.wires import ANPA, ANPA_KILL, HEADLINE, LEAD, SECOND, THIRD, newsml, ninjs
from typer.testing import CliRunner

from hearsay.cli.main import app

FOURTH = (
    "Two fishing families had been told to leave their homes on the eastern quay, the harbour master, Olav Dahl, said."
)
_TEXT = [
    {"role": "html", "contentType": "text/html",
     "value": f"<p>NORWICK, Norway (Meridian) — {LEAD}</p><p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p>"}
]  # fmt: skip
ORIGIN = ninjs(bodies=_TEXT, provider="Meridian Press", firstCreated="2024-10-28T19:15:00+01:00")
KILL = ninjs(
    bodies=[{"role": "text", "value": "The report on lost boats was wrong; do not use it."}],
    version="2", pubStatus="canceled", provider="Meridian Press", headlines=[{"role": "main", "value": "KILL: boats"}],
    firstCreated="2024-10-28T19:15:00+01:00", versionCreated="2024-10-29T08:00:00+01:00",
)  # fmt: skip
_PAGE = (
    "<html><head><title>{0}</title><meta property='og:site_name' content='The Eastern Courier'>"
    "<meta property='article:published_time' content='2024-10-28T21:40:00+01:00'></head><body><article><h1>{0}</h1>"
    "<p>{1}</p></article></body></html>"
)
COPY = _PAGE.format(HEADLINE, "</p><p>".join((LEAD, SECOND, THIRD, FOURTH)))
FILES = {"origin.json": ORIGIN, "copy.html": COPY.encode(), "kill.json": KILL}


def said(*words: str) -> str:
    got = CliRunner().invoke(app, list(words), env={"COLUMNS": "300", "HEARSAY_JOBS": "1"})
    assert got.exit_code == 0, (words, got.output, got.exception)
    return got.stdout


def kept(folder, order) -> list[str]:
    """The verbs' way to a record to which the files were added one by one."""
    where = ["--record", str(folder / "record.db")]
    for name in order:
        (folder / name).write_bytes(FILES[name])
        said("add", str(folder / name), *where)
        said("stories", *where)
    return where


@pytest.mark.parametrize("order", [*permutations(FILES)], ids=lambda order: "-".join(name[0] for name in order))
def test_a_killed_report_is_marked_and_its_copies_live_on(tmp_path, order):
    where = kept(tmp_path, order)
    (line,) = json.loads(said("stories", "--json", *where))
    story = json.loads(said("story", line["id"], "--json", *where))
    assert {name: story[name] for name in line} == line
    origin, copy = sorted(story["reports"], key=lambda one: one["uri"].endswith("copy.html"))
    assert (origin["status"], copy["status"]) == ("withdrawn", "usable")
    assert [one["origin"] for one in story["lineage"]] == [origin["id"]]
    assert [one["report"] for one in story["lineage"][0]["copies"]] == [copy["id"]]
    assert story["circles"] == [
        {"reports": [origin["id"], copy["id"]], "why": "Meridian Press withdrew this on 2024-10-29 — one copy lives on"}
    ]
    assert story["claims"]
    assert all(one["withdrawn"] == [origin["id"]] for one in story["claims"])

    told = said("story", line["id"], *where)
    assert "WITHDRAWN" in told
    assert "LIVES ON" in told
    assert "ORIGIN WITHDRAWN" in told
    assert "Lives on: Meridian Press withdrew this" in told
    assert "ORIGIN WITHDRAWN" in said("claims", *where)
    assert said("check", *where) == ""


def test_the_earlier_versions_of_a_killed_report_are_marked(tmp_path):
    where = kept(tmp_path, FILES)
    (line,) = json.loads(said("stories", "--json", *where))
    report = next(
        one["id"] for one in json.loads(said("story", line["id"], "--json", *where))["reports"]
        if one["status"] == "withdrawn"
    )  # fmt: skip
    told = said("report", report, "--versions", *where)
    first, _, second = told.partition("\n2  ")
    assert "WITHDRAWN by version 2" in first
    assert "WITHDRAWN by" not in second


def test_a_search_marks_what_was_withdrawn(tmp_path):
    where = kept(tmp_path, FILES)
    hit = json.loads(said("search", "wrong", "--json", *where))
    assert hit["status"] == "withdrawn"
    assert "withdrawn" in said("search", "wrong", *where)
    hit = json.loads(said("search", "fishing", "--json", *where))
    assert hit["status"] == "usable"
    assert "withdrawn" not in said("search", "fishing", *where)


def test_before_the_kill_nothing_was_withdrawn(tmp_path):
    where = kept(tmp_path, FILES)
    (line,) = json.loads(said("stories", "--json", *where))
    then = json.loads(said("story", line["id"], "--json", "--as-of", "2024-10-28", *where))
    assert {one["status"] for one in then["reports"]} == {"usable"}
    assert then["circles"] == []
    now = json.loads(said("story", line["id"], "--json", "--as-of", "2024-10-29", *where))
    assert sorted(one["status"] for one in now["reports"]) == ["usable", "withdrawn"]
    assert len(now["circles"]) == 1


def test_a_newsml_kill_does_the_same(tmp_path):
    for name, data in {
        "a.xml": newsml(version=1), "b.html": COPY.encode(),
        "c.xml": newsml(version=2, status="canceled", lead="The report on boats was wrong.", note="Mandatory kill."),
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(data)
    where = ["--record", str(tmp_path / "record.db")]
    said("add", str(tmp_path / "a.xml"), str(tmp_path / "b.html"), str(tmp_path / "c.xml"), *where)
    (line,) = json.loads(said("stories", "--json", *where))
    story = json.loads(said("story", line["id"], "--json", *where))
    assert sorted(one["status"] for one in story["reports"]) == ["usable", "withdrawn"]
    assert len(story["circles"]) == 1


def test_a_kill_on_the_line_marks_the_story_that_its_header_names(tmp_path):
    end = ANPA_KILL.index(b"\x02") + 1
    advisory = b"^EDITORS:\r\n\tKill the story slugged storm-boats, which moved as a0123. The boats were not lost.\r\n"
    kill = ANPA_KILL[:end].replace(b"a0123", b"a0150") + advisory + ANPA_KILL[ANPA_KILL.index(b"\x03") :]
    where = ["--record", str(tmp_path / "record.db")]
    for name, data in {"a": ANPA, "b": kill, "c": COPY.encode()}.items():
        (tmp_path / name).write_bytes(data)
        said("add", str(tmp_path / name), *where)
    (line,) = json.loads(said("stories", "--json", *where))
    story = json.loads(said("story", line["id"], "--json", *where))
    assert sorted(one["status"] for one in story["reports"]) == ["usable", "withdrawn"]
    assert story["circles"][0]["why"].endswith("one copy lives on")
