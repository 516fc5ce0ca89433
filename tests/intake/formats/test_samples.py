"""The official samples of IPTC, where the shared corpora are: each is read, or says why it holds no report."""

from __future__ import annotations

import pytest

from hearsay.errors import SourceError
from hearsay.intake.source import Source
from hearsay.intake.take import take
from hearsay.settings import Settings

pytestmark = pytest.mark.corpora
NO_REPORT = {
    "a NewsML-G2 concept item": 3, "a NewsML-G2 knowledge item": 2, "a NewsML-G2 catalogue item": 1,
    "a NewsML-G2 planning item": 4, "a NewsML-G2 package: it names its items and holds none": 2,
    "a fragment without a news item": 4,
}  # fmt: skip
"""Samples of other kinds of items, and fragments of documents. A sample has a text in it, or is listed here."""
WORDLESS = frozenset((
    "LISTING_16_A_Set_of_Events_carried_in_a_News_Item.xml", "LISTING_21_A_complete_sample_SportsML-G2_document.xml",
    "LISTING_24_News_Message_conveying_a_complete_News_Package.xml", "LISTING_29_Hop_History.xml",
    "facet-example.xml", "facet-example-2.xml", "ap_metadata_example.xml", "imageEncodedRights.json",
))  # fmt: skip
"""News items that hold metadata alone."""


def files(shared, *suffixes: str):
    roots = (shared / "data" / "iptc-ninjs", shared / "data" / "iptc-newsml-g2")
    found = [path for root in roots for path in sorted(root.rglob("*")) if path.suffix in suffixes]
    return [path for path in found if "not-valid" not in path.parts and "schema" not in path.name]


def taken(name, data):
    try:
        return take(Source(name, data, None), Settings())
    except SourceError as error:
        return error.why


def test_every_sample_is_read(shared):
    read, why = 0, []
    for path in files(shared, ".xml", ".json"):
        if path.name == "20231016-event-timeline-sample.json":
            continue  # an array, which is taken apart before
        data = path.read_bytes()
        got = taken(path.name, data)
        if isinstance(got, str):
            reason = got.partition(": ")[2]
            assert reason in NO_REPORT or path.name in WORDLESS, (path, got)
            why.append(reason)
            continue
        read += 1
        assert got.headline or got.spans("caption", "paragraph")
        assert not any(sign in got.text for sign in ("</", "<p", "&amp;", "&lt;", "<!--")), path
        assert all(part.source is None or part.source.end <= len(data) for part in got.parts)
        assert got.published is None or got.published[10:11] in ("T", "")
    assert read >= 60
    assert {reason: why.count(reason) for reason in NO_REPORT} == NO_REPORT
