"""What is written is read back the same by the libraries that others use."""

import csv
import io
import json
import sys

import pytest

from hearsay.errors import UsageError
from hearsay.export.columns import Column, Table
from hearsay.export.forms import writer
from hearsay.model.span import Span

NAMES = ("id", "words", "count", "share", "sure", "places")
TYPES = ("text", "texts", "whole", "number", "flag", "spans")
TABLE = Table(
    "things",
    "one thing",
    tuple(
        Column(name, kind, f"what {name} is", lambda row, at=at: row[at])
        for at, (name, kind) in enumerate(zip(NAMES, TYPES, strict=True))
    ),
    lambda rows: rows,
)
HOSTILE = '=1+1, "a";\r\n\tb\n\x00\u2028 송상호 😀 \r'
ROWS = [
    (HOSTILE, (HOSTILE, ""), 2**53 + 1, 0.25, True, (Span(0, 3), Span(5, 9))),
    (None, (), None, None, False, ()),
    ("", ("x",), -1, 3, None, (Span(0, 0),)),
]
PLAIN = [
    {**dict(zip(NAMES, row, strict=True)), "words": list(row[1]),
     "places": [{"start": one.start, "end": one.end} for one in row[5]]}
    for row in ROWS
]  # fmt: skip


def written(form, rows=ROWS):
    stream = io.BytesIO()
    into = writer(form, TABLE, stream)
    for row in TABLE.rows(rows):
        into.write(row)
    into.close()
    assert not stream.closed
    return stream.getvalue()


def test_json_lines():
    assert [json.loads(line) for line in written("jsonl").decode().split("\n")[:-1]] == PLAIN


def test_csv():
    def cell(value):
        if isinstance(value, list):
            return json.dumps(value)
        return "" if value is None else {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)

    header, *rows = csv.reader(io.StringIO(written("csv").decode(), newline=""))
    assert header == list(NAMES)
    got = [[json.dumps(json.loads(one)) if at in (1, 5) else one for at, one in enumerate(row)] for row in rows]
    assert got == [[cell(value) for value in row.values()] for row in PLAIN]


def test_parquet():
    parquet = pytest.importorskip("pyarrow.parquet")
    got = parquet.read_table(io.BytesIO(written("parquet")))
    assert got.to_pylist() == PLAIN
    assert [got.schema.field(name).metadata[b"what"].decode() for name in NAMES] == [one.what for one in TABLE.columns]


def test_parquet_of_nothing_has_its_columns():
    parquet = pytest.importorskip("pyarrow.parquet")
    got = parquet.read_table(io.BytesIO(written("parquet", [])))
    assert (got.num_rows, tuple(got.column_names)) == (0, NAMES)


def test_parquet_is_written_group_by_group(monkeypatch):
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr("hearsay.export.forms.GROUP_ROWS", 2)
    got = parquet.ParquetFile(io.BytesIO(written("parquet")))
    assert [got.metadata.row_group(at).num_rows for at in range(got.num_row_groups)] == [2, 1]
    monkeypatch.setattr("hearsay.export.forms.GROUP_LETTERS", 1)
    got = parquet.ParquetFile(io.BytesIO(written("parquet", ROWS[:1] * 3)))
    assert got.num_row_groups == 3


def test_a_number_beyond_a_double_is_infinite():
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [(None, (), None, sign * 10**400, None, ()) for sign in (1, -1)]
    got = parquet.read_table(io.BytesIO(written("parquet", rows)))
    assert got.column("share").to_pylist() == [float("inf"), float("-inf")]
    assert json.loads(written("jsonl", rows).split(b"\n")[0])["share"] == 10**400


def test_without_pyarrow_it_is_told_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"hearsay\[bulk\]"):
        written("parquet")
