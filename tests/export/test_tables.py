"""Every column is told in the docs, word for word, and every row has an id of its own that stays."""

from pathlib import Path

import pytest

import hearsay
from hearsay.export.export import OF_READINGS, TABLES
from hearsay.export.readings import Shown

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "exports.md"


@pytest.fixture(scope="module")
def units(filled):
    with hearsay.open_record(filled) as record:
        shown = [Shown(one.reading, one.number, one.kept_at) for one in record.editions()]
        yield {name: shown if name in OF_READINGS else list(record.each_story()) for name in TABLES}


@pytest.fixture(params=TABLES.values(), ids=lambda one: one.name)
def table(request):
    return request.param


def test_every_column_is_told_in_order(table):
    section = PAGE.read_text("utf-8").split(f"## `{table.name}`\n", 1)[1].split("\n## ", 1)[0]
    told = [line for line in section.splitlines() if line.startswith("| `")]
    assert told == [f"| `{one.name}` | {one.type} | {one.what} |" for one in table.columns]
    assert f"A row is {table.what}." in section


def test_no_column_comes_twice_and_the_first_is_the_id(table):
    names = [one.name for one in table.columns]
    assert names[0] == "id"
    assert len(set(names)) == len(names)


def test_every_row_has_an_id_of_its_own(table, units):
    ids = [row[0] for unit in units[table.name] for row in table.rows(unit)]
    assert ids
    assert len(set(ids)) == len(ids)


def test_references_lead_to_rows(units):
    def column(table, name):
        at = [one.name for one in TABLES[table].columns].index(name)
        return {row[at] for unit in units[table] for row in TABLES[table].rows(unit)} - {None}

    for table in TABLES:
        for name, other in (("report", "reports"), ("story", "stories"), ("claim", "claims"), ("of", "reports")):
            if name in [one.name for one in TABLES[table].columns]:
                assert column(table, name) <= column(other, "id"), (table, name)
    assert column("attributions", "speaker") <= column("actors", "id")
    assert column("attributions", "within") <= column("attributions", "id")
    assert column("figures", "attribution") <= column("attributions", "id")


def test_words_are_those_at_their_places(units):
    columns = [one.name for one in TABLES["attributions"].columns]
    seen = 0
    for shown in units["attributions"]:
        for row in TABLES["attributions"].rows(shown):
            cells = dict(zip(columns, row, strict=True))
            for role in ("source", "cue", "content"):
                assert list(cells[f"{role}_words"]) == [span.of(shown.report.text) for span in cells[role]]
                seen += len(cells[role])
    assert seen > 100


def test_a_reading_that_no_record_keeps_has_no_version_and_the_same_ids(units):
    kept = units["attributions"][0]
    loose = Shown(kept.reading)
    ids = [[row[0] for row in TABLES["attributions"].rows(one)] for one in (kept, loose)]
    assert ids[0] == ids[1]
    assert {row[2] for row in TABLES["attributions"].rows(loose)} == {None}
