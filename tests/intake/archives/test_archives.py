"""What holds many reports: each gives its sources one by one, and says why a record gives none."""

from __future__ import annotations

import base64
import gzip
import io
import json
import zipfile
from collections import Counter

import pytest
from tests.intake.formats.wires import HEADLINE, LEAD, SECOND, ninjs
from typer.testing import CliRunner

from hearsay.cli.main import app
from hearsay.errors import UsageError
from hearsay.intake.archives.fields import mapping
from hearsay.intake.archives.opening import Opener
from hearsay.intake.files import gather
from hearsay.intake.source import Source
from hearsay.intake.take import take
from hearsay.model.report import Rejected, Skipped
from hearsay.settings import Settings

SETTINGS = Settings(max_source_bytes=100_000)
PAGE = (
    f"<!doctype html><html lang=en><body><article><h1>{HEADLINE}</h1><p>OSLO (AP) - {LEAD}</p><p>{SECOND}</p>"
    "</article></body></html>"
).encode()


def record(number: int, body: bytes = PAGE, kind: str = "response", answer: str = "200 OK", more: str = "",
           media_type: str = "text/html; charset=utf-8") -> bytes:  # fmt: skip
    http = f"HTTP/1.1 {answer}\r\nContent-Type: {media_type}\r\n\r\n".encode() + body
    return (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:08}-0000-0000-0000-000000000000>\r\n"
        f"WARC-Date: 2024-10-25T03:47:50Z\r\nWARC-Target-URI: https://example.org/{number}\r\n"
        f"Content-Type: application/http\r\n{more}Content-Length: {len(http)}\r\n\r\n"
    ).encode() + http + b"\r\n\r\n"  # fmt: skip


def given(tmp_path, name: str, data: bytes, settings: Settings = SETTINGS) -> list[Source | Rejected]:
    (tmp_path / name).write_bytes(data)
    return list(gather(str(tmp_path / name), settings))


def sources(got) -> list[Source]:
    return [one for one in got if isinstance(one, Source)]


def reasons(got, kind: type) -> Counter[str]:
    return Counter(one.why for one in got if type(one) is kind)


RECORDS = [
    record(1), record(2, b"x", media_type="image/png"), record(3, answer="404 Gone"), record(4, answer="301 Moved"),
    record(5, kind="revisit"), record(6, kind="request"), record(7, more="WARC-Truncated: length\r\n"), record(8),
]  # fmt: skip


@pytest.mark.parametrize("packed", [False, True])
def test_a_warc_gives_its_pages_and_counts_the_rest(tmp_path, packed):
    data = b"".join(gzip.compress(one) if packed else one for one in RECORDS)
    got = given(tmp_path, "a.bin", data)
    one, two = sources(got)
    assert (one.uri, one.address, one.charset) == ("https://example.org/1", "https://example.org/1", "utf-8")
    assert one.data == two.data == PAGE
    assert take(one, SETTINGS).provenance.fetched == "2024-10-25T03:47:50+00:00"
    assert reasons(got, Skipped) == {
        "an image": 1, "the server answered 404": 1, "a redirect": 1, "a request": 1,
        "a revisit: the page was as before": 1,
    }  # fmt: skip
    assert reasons(got, Rejected) == {"cut off by the crawler (length)": 1}


def test_reading_goes_on_behind_a_damaged_record(tmp_path):
    packed = [gzip.compress(one) for one in (record(1), record(2), record(3))]
    broken = bytearray(packed[1])
    broken[150] ^= 0xFF
    got = given(tmp_path, "a.warc.gz", packed[0] + bytes(broken) + packed[2])
    assert [one.uri for one in sources(got)] == ["https://example.org/1", "https://example.org/3"]
    (damage,) = (one for one in got if isinstance(one, Rejected))
    assert damage.uri.endswith(f"@{len(packed[0])}")
    got = given(tmp_path, "b.warc", record(1) + b"garbage\r\n" + record(2))
    assert len(sources(got)) == 2
    assert sum(reasons(got, Rejected).values()) == 1


def test_a_cut_record_is_rejected(tmp_path):
    got = given(tmp_path, "a.warc.gz", gzip.compress(record(1)) + gzip.compress(record(2))[:150])
    assert len(sources(got)) == 1
    assert sum(reasons(got, Rejected).values()) == 1


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def test_a_wacz_gives_its_pages_and_not_its_indexes(tmp_path):
    listed = b'{"url": "https://example.org/"}\n{"url": "https://example.org/2"}'
    data = zipped(archive__data=gzip.compress(record(1)), pages__pages=listed, **{"datapackage.json": b"{}"})
    got = given(tmp_path, "a.wacz", data)
    assert [one.uri for one in sources(got)] == ["https://example.org/1"]
    assert reasons(got, Skipped) == {"an index of the archive": 2}


def test_a_zip_is_opened_as_deep_as_is_bounded_and_a_bomb_is_stopped(tmp_path):
    data = zipped(page=PAGE, bomb=b"0" * 200_000, deeper=zipped(page=PAGE, deeper=zipped(page=PAGE)))
    got = given(tmp_path, "a.zip", data)
    assert len(sources(got)) == 2
    assert reasons(got, Rejected) == {"larger than 100000 bytes": 1, "an archive within 2 others": 1}
    assert reasons(given(tmp_path, "b.zip", data[:200]), Rejected).total() == 1


def test_mail_gives_its_html_part_and_its_headers(tmp_path):
    message = (
        b"From: The Letter <news@letter.example>\nSubject: =?utf-8?q?Caf=C3=A9?= news\nMIME-Version: 1.0\n"
        b"Date: Thu, 24 Oct 2024 10:00:00 +0200\nMessage-ID: <1@x>\nContent-Type: multipart/alternative; boundary=b\n\n"
        b"--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html; charset=utf-8\n"
        b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(PAGE) + b"--b--\n"
    )
    (one,) = given(tmp_path, "a", message)
    assert one.data == PAGE
    assert {(each.field, each.value) for each in one.stated} >= {
        ("headline", "Caf\u00e9 news"), ("published", "2024-10-24T10:00:00+02:00"), ("outlet", "The Letter"),
    }  # fmt: skip
    first, second = (b"From a@b Thu Oct 24 10:00:0%d 2024\n" % number for number in (0, 1))
    got = given(tmp_path, "b", first + message + b"\n" + second + b"From: x@y\n\n\n")
    assert len(sources(got)) == 1
    assert reasons(got, Skipped) == {"a message without text": 1}


def test_rows_give_their_text_and_say_what_they_state(tmp_path):
    rows = [
        {"url": "https://e.example/1", "title": "T", "text": LEAD, "date": "2024-01-02", "source": {"name": "Paper"}},
        {"x": 1},
        json.loads(ninjs()),
    ]
    got = given(tmp_path, "a.jsonl", "\n".join([*map(json.dumps, rows), "no json"]).encode())
    one, item = sources(got)
    assert (one.uri, one.data) == ("https://e.example/1", LEAD.encode())
    report = take(one, SETTINGS)
    assert (report.headline, report.published, report.outlet) == ("T", "2024-01-02", "Paper")
    assert take(item, SETTINGS).headline == HEADLINE
    assert reasons(got, Rejected) == {"a row without a text and without an address": 1, "not JSON": 1}


def test_columns_may_be_named(tmp_path):
    data = f'id,head,words,url\n7,"A, b","{LEAD}\nMore, he said.",https://e.example/7\n'.encode()
    settings = Settings(fields="text=words, title=head")
    (one,) = given(tmp_path, "a.csv", data, settings)
    assert one.data == f"{LEAD}\nMore, he said.".encode()
    assert one.stated[0].value == "A, b"
    for wrong in ("nonsense", "texts=a", "text="):
        with pytest.raises(UsageError):
            mapping(wrong)


GKG = "20241025034500-1\t20241025034500\t1\te.example\t{}" + "\t" * 22
MENTION = "12345678\t20241025034500\t20241025034500\t1\te.example\t{}" + "\t" * 10
LISTS = {
    "gkg": "\n".join(GKG.format(f"https://e.example/{n}") for n in (1, 2, 1)),
    "mentions": "\n".join(MENTION.format(f"https://e.example/{n}") for n in (1, 2)),
    "doc api": json.dumps({"articles": [{"url": f"https://e.example/{n}", "title": "T"} for n in (1, 2)]}),
    "media cloud": "id,publish_date,title,url\n1,2024-01-01,T,https://e.example/1\n2,2024-01-01,T,https://e.example/2\n",
}


@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS)
def test_a_list_of_addresses_gives_each_to_the_fetching(listed):
    asked: list[str] = []

    def fetch(address: str):
        asked.append(address)
        yield Source(address, PAGE, "text/html", address)

    opener = Opener(SETTINGS, lambda uri, _: iter([Rejected(uri, "single")]), fetch)
    list(opener.open("list", io.BytesIO(listed.encode())))
    assert asked == ["https://e.example/1", "https://e.example/2"]


def test_adding_again_reads_nothing_and_says_why_counts_differ(tmp_path):
    (tmp_path / "a.warc").write_bytes(b"".join(RECORDS))
    command = ["add", "--record", str(tmp_path / "r.db"), str(tmp_path / "a.warc")]
    first = CliRunner().invoke(app, command)
    assert "2 new, 5 skipped, 1 rejected" in first.stderr
    assert "1 × an image" in first.stderr
    again = CliRunner().invoke(app, command)
    assert "2 unchanged, 5 skipped, 1 rejected" in again.stderr
    assert "kept before with the same text" in again.stderr


@pytest.mark.parametrize("name", ["rows.jsonl.gz", "letters.mbox.gz", "rows.csv.gz"])
def test_a_gzipped_table_that_unfolds_without_end_is_stopped(tmp_path, name, monkeypatch):
    monkeypatch.setattr("hearsay.intake.archives.zipped.FREE", 200_000)
    head = {"j": b'{"url": "https://a.example/1", "text": "It rained, she said."}\n', "l": b"From a 10:10\nDate: x\n\n",
            "r": b"url,text\nhttps://a.example/1,It rained.\n"}  # fmt: skip
    first = head["r" if "csv" in name else name[0] if name[0] == "l" else "j"]
    got = given(tmp_path, name, gzip.compress(first + b"\n" * 3_000_000))
    assert got[-1].why == "unfolds into more than an archive of text does; the rest is not read"
    assert len(got) <= 2


@pytest.mark.parametrize(
    ("name", "sign"), [("a.warc", b"WARC/1.0\r\n"), ("a.warc.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 8)]
)
def test_an_archive_of_nothing_but_beginnings_is_given_up(tmp_path, name, sign):
    first = record(1) if name == "a.warc" else gzip.compress(record(1))
    got = given(tmp_path, name, first + sign * 50_000)
    assert isinstance(got[0], Source)
    assert "the rest is not read" in got[-1].why
    assert len(got) < 1100
