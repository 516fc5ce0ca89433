import json
from pathlib import Path

from hearsay.evaluation.readings import Lines, read_text
from hearsay.model import codec
from hearsay.model.reading import Reading
from hearsay.model.report import Rejected, Report


def test_lines_are_known_by_the_end_of_their_uri(tmp_path):
    readings = [Reading(Report(str(at), f"/x/{pack}/reports/01.txt", "", "", pack)) for at, pack in enumerate("ab")]
    path = tmp_path / "readings.jsonl"
    lines = [*map(codec.encode, readings), codec.encode(Rejected("/x/c/reports/01.txt", "empty")), b""]
    path.write_bytes(b"\n".join(lines) + b"\n")
    reader = Lines(path)
    assert reader.read(Path("/elsewhere/a/reports/01.txt")).report.text == "a"
    assert reader.read(Path("/elsewhere/b/reports/01.txt")).report.text == "b"
    assert reader.read(Path("/elsewhere/b/reports/02.txt")) is None


def test_another_tools_line_may_leave_lists_out(tmp_path):
    path = tmp_path / "readings.jsonl"
    line = {"schema": "hearsay/1", "report": {"uri": "file:///x/one.txt", "text": "Hi"}, "figures": []}
    path.write_text(json.dumps(line), encoding="utf-8")
    assert Lines(path).read(Path("one.txt")).attributions == ()


def test_a_text_is_read_as_it_is(tmp_path):
    class Echo:
        def read(self, path, *, body=False, dated=None):
            return (path.name, path.read_bytes(), body, dated)

    assert read_text(Echo(), "n", "a\r\nb", dated="2024-01-01") == ("n.txt", b"a\r\nb", True, "2024-01-01")
