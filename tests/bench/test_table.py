import subprocess

import pytest
from typer.testing import CliRunner

from hearsay.bench import clock, table
from hearsay.bench.pages import Pages
from hearsay.bench.stages import STAGES
from hearsay.cli.main import app


def test_the_median_round_counts_and_the_first_does_not(monkeypatch, tmp_path):
    def stage(folder, rounds):
        yield
        for _ in range(rounds):
            yield
            yield

    # two steps a round: the one to warm up takes 100 s, then 4, 6 and 5
    ticks = iter([0, 50, 100, 101, 104, 105, 110, 113, 115])
    monkeypatch.setattr(clock, "_now", lambda: (float(tick := next(ticks)), tick / 10))
    taken = clock.measure(stage, tmp_path, 3)
    assert (taken.steps, taken.seconds, taken.cpu_seconds, taken.rate) == (2, 5.0, 0.5, 0.4)
    assert taken.own_bytes > 1_000_000


def test_a_row_has_rate_time_ratio_and_memory():
    peer = clock.Taken(10, 1.0, 0.5, 50_000_000, 0)
    one = clock.Taken(10, 2.0, 0.1, 200_000_000, 300_000_000)
    assert str(table.Row("x", "x", one, 0.5)).split() == ["x", "5.0", "200.00", "0.50", "200+2×300"]
    assert str(table.Row("x", "x", peer, None)).split() == ["x", "10.0", "100.00", "50.00", "50"]


def test_the_peer_is_measured_in_a_process_of_its_own(tmp_path):
    (tmp_path / "a.html").write_text("<article><p>The ferry to the island stopped running on Friday.</p></article>")
    done = CliRunner().invoke(app, ["bench", str(tmp_path), "--rounds", "1", "--stage", "peer"])
    lines = done.stdout.splitlines()
    assert done.exit_code == 0
    assert "cores; Python 3." in lines[0]
    assert lines[1].startswith("1 pages")
    assert lines[-1].startswith("trafilatura alone")


def test_a_stage_that_fails_is_not_hidden(tmp_path):
    pages = Pages(tmp_path / "none", 0, "")
    with pytest.raises(subprocess.CalledProcessError):
        table._apart("peer", pages, 1)


def test_every_stage_is_named():
    assert all(title and stage.__doc__ for title, stage in STAGES.values())
