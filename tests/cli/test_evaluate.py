"""The verb ``evaluate``, on a corpus of one sentence."""

import json

import pytest
from typer.testing import CliRunner

from hearsay.cli import main
from hearsay.cli.main import app


def run(*words: object):
    return CliRunner().invoke(app, ["evaluate", *map(str, words)])


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "data" / "newsquant"
    folder.mkdir(parents=True)
    row = {"text": "Ten", "quantities": [{"change": "=", "value": "10", "normalized_unit": "-"}]}
    (folder / "NewsQuant-dev.json").write_text(json.dumps([row]), encoding="utf-8")
    (tmp_path / "none.jsonl").write_text("")
    return ["--data", tmp_path, "--errors", tmp_path / "e", "--readings", tmp_path / "none.jsonl"]


def test_tables_on_standard_output_and_errors_on_a_page(corpus, tmp_path):
    got = run("figures", *corpus)
    assert got.exit_code == 0
    assert got.stdout.startswith("figures   data ")
    assert "P 0.000  R 0.000  F1 0.000   0 right, 0 found, 1 gold" in got.stdout
    assert got.stderr == f"figures: errors in {tmp_path / 'e' / 'figures.md'}\n"
    assert (tmp_path / "e" / "figures.md").read_text("utf-8").startswith("# Errors of `figures`")


def test_as_json_a_line_for_each_suite(corpus):
    (line,) = run("figures", *corpus, "--json").stdout.splitlines()
    held = json.loads(line)
    assert (held["suite"], held["scores"]["NewsQuant / value"], len(held["data_sha256"])) == ("figures", 0.0, 64)


def test_absent_corpora_fail_where_they_are_named_and_not_in_all(tmp_path):
    named = run("pages", "--data", tmp_path, "--errors", tmp_path / "e")
    assert named.exit_code == 2
    sought = tmp_path / "data" / "article-extraction-benchmark"
    assert named.stderr == f"pages: {sought} is absent; nothing is measured\n"
    every = run("all", "--data", tmp_path, "--errors", tmp_path / "e")
    assert every.exit_code == 0
    assert every.stdout == ""
    assert all(line.endswith("; nothing is measured") for line in every.stderr.splitlines())


def test_floors_hold_and_rise(corpus, tmp_path):
    floors = tmp_path / "floors.json"
    first = run("figures", *corpus, "--gate", "--rise", "--floors", floors)
    assert first.exit_code == 0
    assert "1 suites measured, every score at or above its floor" in first.stderr
    held = json.loads(floors.read_text("utf-8"))
    held["figures"]["scores"]["NewsQuant / value"] = 0.5
    floors.write_text(json.dumps(held), encoding="utf-8")
    fell = run("figures", *corpus, "--gate", "--floors", floors)
    assert fell.exit_code == 1
    assert "figures: NewsQuant / value fell from 0.5000 to 0.0000" in fell.stderr
    assert run("figures", *corpus, "--floors", floors).exit_code == 0


def test_figures_are_published_into_a_page(corpus, tmp_path):
    page = tmp_path / "page.md"
    page.write_text("<!-- figures: figures -->\nold\n<!-- end -->\n", encoding="utf-8")
    run("figures", *corpus, "--publish", page)
    assert "| value | 0.000 | 0.000 | 0.000 | 1 |" in page.read_text("utf-8")


def test_an_unknown_suite_is_told_in_one_line(capsys, monkeypatch):
    monkeypatch.setattr("sys.argv", ["hearsay", "evaluate", "nonsense"])
    with pytest.raises(SystemExit) as left:
        main.main()
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("hearsay: no suite 'nonsense'; there are attribution, ")
