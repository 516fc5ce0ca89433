"""The reference tells every table, column and kind of damage."""

from pathlib import Path
from typing import get_args

import pytest

from hearsay.record.damage import Kind
from hearsay.record.keeping import Status
from hearsay.record.tables import metadata

TOLD = (Path(__file__).resolve().parents[2] / "docs" / "record.md").read_text("utf-8")


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_column_is_told(table):
    section = TOLD.split("## The tables")[1].split(f"\n| `{table.name}` |", 1)[1].split("\n| `", 1)[0]
    assert [column.name for column in table.columns if f"`{column.name}`" not in section] == []


@pytest.mark.parametrize("word", [*get_args(Kind), *get_args(Status)])
def test_every_kind_and_outcome_is_told(word):
    assert f"\n| `{word}` |" in TOLD
