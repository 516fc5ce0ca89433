import json

import pytest
from evaluation.corpora import AbsentError, digest, need

from evaluation import __main__ as command


def test_absent_corpora_are_told_and_do_not_fail(tmp_path, capsys):
    assert command.main(["gate", "--data", str(tmp_path), "--errors", str(tmp_path / "errors")]) == 0
    shown = capsys.readouterr().out
    assert all(f"{suite}: absent" in shown for suite in command.SUITES)


def test_an_unknown_suite_is_refused():
    with pytest.raises(SystemExit):
        command.main(["nonsense"])


def test_scores_are_written_as_json(tmp_path):
    folder = tmp_path / "data" / "newsquant"
    folder.mkdir(parents=True)
    row = {"text": "Ten", "quantities": [{"change": "=", "value": "10", "normalized_unit": "-"}]}
    (folder / "NewsQuant-dev.json").write_text(json.dumps([row]), encoding="utf-8")
    (tmp_path / "none.jsonl").write_text("")
    where = ["--data", str(tmp_path), "--errors", str(tmp_path / "e"), "--readings", str(tmp_path / "none.jsonl")]
    assert command.main(["figures", *where, "--json", str(tmp_path / "scores.json")]) == 0
    scores = json.loads((tmp_path / "scores.json").read_text("utf-8"))
    assert scores["figures"]["NewsQuant / value"] == 0.0
    assert (tmp_path / "e" / "figures.md").read_text("utf-8").startswith("# Errors of `figures`")


def test_the_digest_sees_names_and_contents(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("1")
    second.write_text("2")
    before = digest([first, second])
    assert digest([second, first]) == before
    second.write_text("3")
    assert digest([first, second]) != before
    with pytest.raises(AbsentError):
        need(tmp_path / "c")
