import json

from typer.testing import CliRunner

from hearsay.cli.main import app


def run(*words):
    return CliRunner().invoke(app, ["export", *map(str, words)])


def test_rows_go_to_standard_output_and_counts_to_the_other(filled):
    got = run("--record", filled, "--what", "stories")
    assert got.exit_code == 0
    rows = [json.loads(line) for line in got.stdout.splitlines()]
    assert got.stderr == f"{filled}: {len(rows)} rows of stories from {len(rows)} stories\n"


def test_a_file(filled, tmp_path):
    got = run("--record", filled, "--what", "reports", "--format", "csv", "--out", tmp_path / "a.csv")
    assert (got.exit_code, got.stdout) == (0, "")
    assert got.stderr.endswith(f"→ {tmp_path / 'a.csv'}\n")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"id,version,kept_at,")


def test_no_record_is_made_to_be_exported(tmp_path):
    got = run("--record", tmp_path / "r.db", "--what", "reports")
    assert got.exit_code != 0
    assert not (tmp_path / "r.db").exists()


def test_a_table_that_is_none(filled):
    assert run("--record", filled, "--what", "people").exit_code == 2
