import gzip

import pytest

from hearsay.bench import pages
from hearsay.errors import UsageError


def test_pages_are_unpacked_in_order(tmp_path):
    source, target = tmp_path / "in", tmp_path / "out"
    (source / "deep").mkdir(parents=True)
    target.mkdir()
    (source / "b.html").write_bytes(b"<p>b</p>")
    (source / "deep" / "a.html.gz").write_bytes(gzip.compress(b"<p>a</p>"))
    (source / "notes.txt").write_bytes(b"no page")
    laid = pages.lay_out(source, tmp_path, target)
    assert (laid.count, laid.origin) == (2, "in")
    assert {path.name: path.read_bytes() for path in target.iterdir()} == {
        "0000-b.html": b"<p>b</p>", "0001-a.html": b"<p>a</p>",
    }  # fmt: skip


def test_the_demo_stands_in_where_the_corpora_are_absent(tmp_path):
    laid = pages.lay_out(None, tmp_path / "none", tmp_path)
    assert laid.count >= 1
    assert laid.origin == "demo"


def test_the_corpora_are_taken_where_they_are(tmp_path):
    reports = tmp_path / "shared" / "story" / "ferry" / "reports"
    reports.mkdir(parents=True)
    (reports / "01.html").write_bytes(b"<p>1</p>")
    laid = pages.lay_out(None, tmp_path / "shared", tmp_path)
    assert (laid.count, laid.origin) == (1, "shared corpora")


def test_a_folder_without_a_page_is_an_error(tmp_path):
    with pytest.raises(UsageError, match="no page"):
        pages.lay_out(tmp_path, tmp_path, tmp_path)
