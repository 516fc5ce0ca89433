"""Gzipped sources: read as what they hold, within the limit of size."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import SourceError
from hearsay.intake.files import Source, gather
from hearsay.intake.packed import MEMBERS, unpacked
from hearsay.model.report import Rejected
from hearsay.settings import Settings

SETTINGS = Settings(max_source_bytes=1000)
PAGE = b"<!doctype html><p>The dam held through the night."


@given(st.binary(max_size=400))
def test_what_was_packed_is_unpacked_and_the_rest_is_left(data):
    assert unpacked("u", gzip.compress(data), 400) == data
    if not data.startswith(b"\x1f\x8b"):
        assert unpacked("u", data, 400) == data


def test_members_follow_one_another_and_padding_is_left_out():
    assert unpacked("u", gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0", 100) == b"one two"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (gzip.compress(b"x" * 1001), "larger than 1000 bytes when unpacked"),
        (gzip.compress(b"x" * 600) * 2, "larger than 1000 bytes when unpacked"),
        (gzip.compress(PAGE)[:-9], "gzip that is cut off"),
        (b"\x1f\x8b\x08\x00" + b"\xff" * 40, "damaged gzip"),
        (gzip.compress(b"") * (MEMBERS + 1), f"gzip of more than {MEMBERS} members"),
    ],
    ids=("one", "two", "cut", "damaged", "many"),
)
def test_what_cannot_be_unpacked_says_why(data, why):
    with pytest.raises(SourceError, match=f"^u: {why}$"):
        unpacked("u", data, 1000)


def test_a_bomb_costs_no_more_than_the_limit():
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(200)), packer.flush()])
    with pytest.raises(SourceError, match="larger than 5000 bytes when unpacked"):
        unpacked("u", bomb, 5000)


def test_a_gzipped_page_is_a_page(tmp_path):
    path = tmp_path / "a.html.gz"
    path.write_bytes(gzip.compress(PAGE))
    assert list(gather(str(path), SETTINGS)) == [Source(str(path), PAGE, "text/html")]
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"SEOUL (MP) -- text"))
    assert next(gather(str(tmp_path / "b.txt.gz"), SETTINGS)).media_type == "text/plain"


def test_a_gzipped_picture_is_rejected_for_what_it_holds(tmp_path):
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(b"%PDF-1.4 ..."))
    assert list(gather(str(path), SETTINGS)) == [Rejected(str(path), "not text (PDF)")]
