import json
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hearsay.cli.main import app

sys.path.append(str(Path(__file__).resolve().parents[1] / "newsroom"))

from newsroom import Newsroom


@pytest.fixture
def desk(tmp_path, monkeypatch):
    with Newsroom() as room:
        for name, value in room.environment.items():
            monkeypatch.setenv(name, value)
        (tmp_path / "inbox").mkdir()
        words = f"every='1s'\n[[source]]\naddress='{tmp_path / 'inbox'}'\n[[question]]\nname='port'\nsearch='port'\n"
        (tmp_path / "w.toml").write_text(words)
        yield tmp_path


def watch(folder, *more):
    arguments = ["watch", str(folder / "w.toml"), "--record", str(folder / "r.db"), "--once", *more]
    return CliRunner().invoke(app, arguments)


def test_a_round_tells_what_is_new(desk):
    inbox = desk / "inbox"
    (inbox / "a.txt").write_text("Port closed\n\nDOVER, May 2 -- The port is closed, harbour master Ann Other said.\n")
    first = watch(desk)
    assert (first.exit_code, first.stdout) == (0, "")
    assert "1 new" in first.stderr
    (inbox / "b.txt").write_text("Bridge\n\nDOVER, May 3 -- A bridge near the port fell, mayor Bob Major said.\n")
    time.sleep(1.05)
    second = watch(desk, "--json")
    told = [json.loads(line) for line in second.stdout.splitlines()]
    assert {one["kind"] for one in told} <= {"new story", "new claim"}
    assert told[0]["question"] == "port"
    assert "Bob Major" in second.stdout


def test_a_plan_that_is_none(desk):
    (desk / "w.toml").write_text("every = 3")
    got = watch(desk)
    assert got.exit_code != 0
    assert "w.toml" in str(got.exception)
