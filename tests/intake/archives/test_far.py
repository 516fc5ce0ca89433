"""Archives and tables that come by an address: fetched within the bounds of a page, opened as those at hand are."""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests.intake.archives.test_archives import PAGE, RECORDS, record, sources, zipped
from tests.intake.formats.wires import ninjs

from hearsay.intake.files import gather
from hearsay.model.report import Rejected, Skipped

sys.path.append(str(Path(__file__).resolve().parents[2] / "newsroom"))

from newsroom import Newsroom, Reply, html

WARC = b"".join(RECORDS)
PACKED = b"".join(gzip.compress(one) for one in RECORDS)
BINARY = {"Content-Type": "application/octet-stream"}


@pytest.fixture
def room():
    with Newsroom() as got:
        yield got


def got(room, path: str, data: bytes, **headers: str) -> list:
    return list(gather(room.put(path, Reply(data, headers=headers or BINARY)), room.settings))


@pytest.mark.parametrize("data", [WARC, PACKED, zipped(**{"archive/a.warc": WARC, "datapackage.json": b"{}"})])
def test_a_warc_gives_the_pages_that_it_would_at_hand(room, data):
    found = got(room, "/crawl", data)
    assert [one.uri for one in sources(found)] == ["https://example.org/1", "https://example.org/8"]
    assert sources(found)[0].data == PAGE
    assert Counter(type(one) for one in found)[Skipped] >= 5


def test_more_members_than_a_page_has_are_an_archive(room):
    many = b"".join(gzip.compress(record(number)) for number in range(150))
    assert len(sources(got(room, "/crawl.warc.gz", many))) == 150


def test_a_zip_gives_its_members_named_by_the_address(room):
    found = got(room, "/pages.zip", zipped(**{"a.html": PAGE, "b/c.json": ninjs()}))
    assert [one.uri for one in found] == [room.at("/pages.zip/a.html"), room.at("/pages.zip/b/c.json")]


def test_rows_are_read_and_their_addresses_fetched(room):
    room.put("/one", html(PAGE))
    rows = [{"url": "https://example.org/1", "text": "The mayor said so."}, {"url": room.at("/one")}]
    lines = "\n".join(map(json.dumps, rows)).encode()
    for data in (lines, gzip.compress(lines)):
        found = got(room, "/rows.jsonl", data)
        assert [one.uri for one in found] == ["https://example.org/1", room.at("/one")]


def test_a_list_of_itself_ends(room):
    table = f"url,title\n{room.at('/list.csv')},again\n{room.at('/list.csv')}?b,and again\n".encode()
    room.put("/list.csv?b", Reply(table, headers={"Content-Type": "text/csv"}))
    got(room, "/list.csv", table, **{"Content-Type": "text/csv"})
    assert room.paths().count("/list.csv") == 2
    assert room.paths().count("/list.csv?b") == 1


def test_a_page_stays_a_page(room):
    (one,) = gather(room.put("/a", html(PAGE)), room.settings)
    assert (one.data, one.media_type, one.charset) == (PAGE, "text/html", "utf-8")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (WARC * 400, "larger than 200000 bytes"),
        (zipped(**{"a.html": b"<p>" * 10**6}), "larger than 200000 bytes"),
        (gzip.compress(b"<p>" * 10**6), "larger than 200000 bytes when unpacked"),
        (zipped(**{"a.html": PAGE})[:-30], "a damaged zip"),
    ],
)
def test_bounds_hold_and_damage_is_named(room, data, why):
    (one,) = got(room, "/archive", data)
    assert isinstance(one, Rejected)
    assert why in one.why


def test_what_is_in_the_own_network_is_not_opened(room):
    address = room.put("/crawl.warc", Reply(WARC, headers=BINARY))
    (one,) = gather(address, replace(room.settings, fetch_private=0))
    assert "is not a public host" in one.why
    assert room.asked == []
