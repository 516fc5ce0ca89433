"""Versions of one item: a kill withdraws the earlier ones, and a late copy of them does not bring them back."""

from __future__ import annotations

import itertools

from tests.intake.formats.wires import newsml

from hearsay.intake.source import Source
from hearsay.intake.take import take
from hearsay.model.reading import MadeBy, Reading
from hearsay.record.store import Record
from hearsay.settings import Settings

FIRST, SECOND = newsml(version=1), newsml(version=2, signal="correction", lead="Twelve boats were lost, police said.")
KILL = newsml(version=3, status="canceled", note="Eds: STORY IS WITHDRAWN. Mandatory kill.")


def reading(data: bytes, name: str) -> Reading:
    return Reading(take(Source(name, data, None), Settings()), made_by=MadeBy("0"))


def test_a_kill_is_the_last_version_in_whatever_order_they_come():
    for order in itertools.permutations((FIRST, SECOND, KILL)):
        with Record(":memory:") as record:
            outcomes = [record.add(reading(data, f"{n}.xml"), data) for n, data in enumerate(order)]
            assert [outcome.status for outcome in outcomes] == ["new", "version", "version"]
            name = outcomes[0].report_id
            assert len(record) == 1
            assert record.report(name).report.status == "withdrawn"
            assert {one.number for one in record.versions(name)} == {1, 2, 3}
            assert list(record.check()) == []


def test_versions_without_a_number_follow_their_order():
    with Record(":memory:") as record:
        for data in (newsml(version=2), newsml(version=1).replace(b'version="1" xml:lang', b"xml:lang")):
            name = record.add(reading(data, "a.xml"), data).report_id
        assert record.report(name).report.provenance.version is None


def test_what_is_held_of_the_same_bytes_is_found():
    with Record(":memory:") as record:
        name = record.add(reading(FIRST, "a.xml"), FIRST).report_id
        got = reading(FIRST, "a.xml")
        assert record.held(name, got.report.source_sha256) == (got, 1)
        assert record.held(name, "0" * 64) is None
        assert record.held("r0", got.report.source_sha256) is None
