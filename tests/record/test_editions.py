"""By which version a report stands."""

from __future__ import annotations

import pytest
from tests.intake.formats.wires import newsml
from tests.record.test_withdrawn import KILL, reading

from hearsay.record.editions import Edition, standing

ONE, TWO = newsml(version=1), newsml(version=2, lead="Twelve boats were lost, police said.")
UNNUMBERED = newsml(lead="Nobody numbered this, police said.").replace(b'version="1" xml:lang', b"xml:lang")


def editions(*sources: bytes) -> list[Edition]:
    return [Edition(number, reading(data, "a.xml"), "2024-10-28") for number, data in enumerate(sources, 1)]


@pytest.mark.parametrize(
    ("sources", "number", "status"),
    [
        ((ONE,), 1, "usable"),
        ((ONE, TWO), 2, "usable"),
        ((TWO, ONE), 1, "usable"),
        ((ONE, UNNUMBERED), 2, "usable"),
        ((ONE, TWO, KILL), 2, "withdrawn"),
        ((KILL, ONE), 2, "withdrawn"),
        ((TWO, KILL, ONE), 1, "withdrawn"),
        ((KILL,), 1, "withdrawn"),
    ],
)
def test_a_report_stands_by_its_last_text(sources, number, status):
    given = editions(*sources)
    got = standing(given)
    assert (got.number, got.reading.report.status) == (number, status)
    assert got.reading.report.text == given[number - 1].reading.report.text
