"""The verbs, end to end on the demo."""

import json
import sqlite3

import pytest
from typer.testing import CliRunner

from hearsay.cli import main
from hearsay.cli.main import app
from hearsay.model import codec
from hearsay.version import __version__


def run(*words: object):
    got = CliRunner().invoke(app, [str(word) for word in words])
    assert got.exception is None or isinstance(got.exception, SystemExit), got.exception
    return got


@pytest.fixture(scope="module")
def kept(tmp_path_factory, demo):
    where = tmp_path_factory.mktemp("record") / "demo.db"
    return where, run("add", demo, "--record", where)


def test_the_version_is_printed():
    assert run("--version").stdout == f"hearsay {__version__}\n"


def test_read_prints_headline_origin_and_every_attribution(demo):
    got = run("read", demo / "01-northlight.txt")
    assert got.exit_code == 0
    assert got.stdout.startswith("At least 40 hurt as ferry runs aground off Bergen")
    for words in ("Northlight News Agency", "BERGEN, 2024-03-12", "by Ingrid Solheim and Mark Adeyemi", "denies"):
        assert words in got.stdout
    assert "\x1b" not in got.stdout
    assert all(line == line.rstrip() for line in got.stdout.splitlines())


def test_least_leaves_out_what_is_less_certain_whoever_found_it(demo):
    def certain(*words: object) -> list[float]:
        return [one["confidence"] for one in json.loads(run("read", "--json", *words).stdout)["attributions"]]

    everything = certain(demo / "01-northlight.txt")
    assert min(everything) < 0.8
    assert certain(demo / "01-northlight.txt", "--least", "0.8") == [one for one in everything if one >= 0.8]


def test_read_as_json_gives_a_line_for_each_report_in_order(demo):
    lines = run("read", demo, "--json").stdout.splitlines()
    readings = [codec.decode(line) for line in lines]
    assert [reading.report.uri.rsplit("/", 1)[1] for reading in readings] == sorted(p.name for p in demo.iterdir())


def test_body_keeps_the_text_as_it_is(tmp_path):
    words = "  Ann said it rained.\r\n\r\n\tBob denied it.\n"
    (tmp_path / "body.txt").write_bytes(words.encode())
    line = json.loads(run("read", "--json", "--body", "--dated", "2024-05-02", tmp_path / "body.txt").stdout)
    assert line["report"]["text"] == words


def test_dated_gives_the_date_that_times_are_counted_from(tmp_path):
    (tmp_path / "body.txt").write_text("Ann Other said on Wednesday that it rained.")
    line = json.loads(run("read", "--json", "--body", "--dated", "2024-05-02", tmp_path / "body.txt").stdout)
    assert [one["value"] for one in line["times"]] == ["2024-05-01"]


def test_a_date_that_is_none_is_refused(tmp_path, capsys, monkeypatch):
    (tmp_path / "a.txt").write_text("Ann said it rained.")
    monkeypatch.setattr("sys.argv", ["hearsay", "read", "--dated", "May", str(tmp_path / "a.txt")])
    with pytest.raises(SystemExit) as left:
        main.main()
    assert left.value.code == 2
    assert capsys.readouterr().err == "hearsay: 'May' is not a day such as 2024-10-25\n"


def test_add_tells_what_was_new(kept):
    where, got = kept
    assert got.exit_code == 0
    assert got.stderr == f"{where}: 4 new; 4 kept in all\n"


def test_adding_again_changes_nothing(kept, demo):
    where, _ = kept
    assert "4 unchanged; 4 kept" in run("add", demo, "--record", where).stderr


def test_a_changed_page_is_a_new_version_and_says_what_changed(tmp_path, demo):
    page, where = tmp_path / "page.html", tmp_path / "r.db"
    words = (demo / "02-harbour-mail.html").read_text()
    page.write_text(words)
    first = json.loads(run("add", page, "--record", where, "--json").stdout)
    page.write_text(words.replace("At least 40 people were hurt", "At least 44 people were hurt"))
    second = json.loads(run("add", page, "--record", where, "--json").stdout)
    assert (first["status"], second["status"], second["version"]) == ("new", "version", 2)
    assert first["report"] == second["report"]
    told = run("report", first["report"], "--versions", "--record", where).stdout
    assert "40 people" in told
    assert "44 people" in told
    earlier = run("report", first["report"], "--version", 1, "--text", "--record", where).stdout
    assert "At least 40 people were hurt" in earlier


def test_what_is_rejected_is_counted_and_named(tmp_path, demo):
    (tmp_path / "none.txt").write_bytes(b"")
    got = run("add", tmp_path / "none.txt", demo / "01-northlight.txt", "--record", tmp_path / "r.db")
    assert got.exit_code == 1
    assert "1 new, 1 rejected" in got.stderr
    assert "none.txt: " in got.stderr


def test_search_gives_exact_places(kept):
    where, _ = kept
    hits = [json.loads(line) for line in run("search", "engine alarm", "--record", where, "--json").stdout.splitlines()]
    assert hits
    for hit in hits:
        text = run("report", hit["report_id"], "--text", "--record", where).stdout
        assert {text[one["start"] : one["end"]].lower() for one in hit["highlights"]} <= {"engine", "alarm"}
        assert text[hit["span"]["start"] : hit["span"]["end"]] == hit["snippet"]


def test_search_by_stance_finds_the_denial(kept):
    where, _ = kept
    assert "simply wrong" in run("search", "--stance", "denies", "--record", where).stdout


def test_a_report_comes_back_as_it_was_read(kept, demo):
    where, _ = kept
    read = run("read", demo / "03-vestkysten.html", "--json").stdout
    name = json.loads(read)["report"]["id"]
    assert run("report", name, "--json", "--record", where).stdout == read
    assert run("report", name, "--source", "--record", where).stdout_bytes == (demo / "03-vestkysten.html").read_bytes()


def test_the_speakers_are_counted(kept):
    where, _ = kept
    assert "Kari Lunde" in run("speaker", "Lunde", "--record", where).stdout


def test_check_proves_a_sound_record_and_finds_planted_damage(tmp_path, demo):
    where = tmp_path / "r.db"
    run("add", demo / "01-northlight.txt", "--record", where)
    sound = run("check", "--record", where)
    assert (sound.exit_code, sound.stdout) == (0, "")
    with sqlite3.connect(where) as database:
        database.execute("update source set body = zeroblob(20)")
    damaged = run("check", "--record", where)
    assert damaged.exit_code == 1
    assert damaged.stdout.startswith("source: ")


def test_a_record_that_is_not_there_is_named(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sys.argv", ["hearsay", "search", "x", "--record", str(tmp_path / "none.db")])
    with pytest.raises(SystemExit) as left:
        main.main()
    assert left.value.code == 2
    assert "none.db" in capsys.readouterr().err


def test_a_report_cannot_move_the_cursor(tmp_path):
    (tmp_path / "a.txt").write_text('Quay \x1b[31mshut\x1b]8;;http://x\x07\n\n"We \x1b[2Jclosed it," Ann Other said.\n')
    assert "\x1b" not in run("read", tmp_path / "a.txt").stdout
