import io
import os
import sys

import pytest

from hearsay.intake.files import Source, gather, media_type
from hearsay.model.report import Rejected
from hearsay.settings import Settings

SETTINGS = Settings(max_source_bytes=1000)


def one(named, settings=SETTINGS):
    (got,) = gather(str(named), settings)
    return got


def test_a_file_is_taken_whole(tmp_path):
    path = tmp_path / "a.html"
    path.write_bytes(b"<!doctype html><p>x")
    assert one(path) == Source(str(path), b"<!doctype html><p>x", "text/html")


def test_the_content_says_what_a_file_is_before_its_name(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf\n<HTML><body>")
    (tmp_path / "b.txt").write_bytes(b"SEOUL (MP) -- text")
    (tmp_path / "c").write_bytes(b"text")
    assert one(tmp_path / "a.txt").media_type == "text/html"
    assert one(tmp_path / "b.txt").media_type == "text/plain"
    assert one(tmp_path / "c").media_type is None
    assert media_type(b"<!-- saved --><html>") == "text/html"
    assert media_type("<html>".encode("utf-16")) == "text/html"
    assert media_type(b"<astonishing> text") is None


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt", "z/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    got = list(gather(str(tmp_path), SETTINGS))
    assert [os.path.relpath(source.uri, tmp_path) for source in got] == ["a.txt", "b.txt", "z/c.txt"]


def test_one_bad_file_of_a_folder_does_not_stop_the_others(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("text")
    first, second = gather(str(tmp_path), SETTINGS)
    assert first == Rejected(str(tmp_path / "a.txt"), "empty")
    assert isinstance(second, Source)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"%PDF-1.4 ...", "not text (PDF)"),
        (b"x" * 1001, "larger than 1000 bytes"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(tmp_path, data, why):
    path = tmp_path / "x"
    path.write_bytes(data)
    assert one(path) == Rejected(str(path), why)


def test_missing_files_and_odd_names_are_rejected(tmp_path):
    assert one(tmp_path / "none.txt") == Rejected(str(tmp_path / "none.txt"), "no such file")
    assert one("a\x00b").why == "embedded null byte"
    assert one(tmp_path).why == "a folder without files"
    if os.path.exists("/dev/null"):
        assert one("/dev/null").why == "not a regular file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_rejected(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("text")
    path.chmod(0)
    assert one(path) == Rejected(str(path), "no permission to read it")


def test_permission_errors_have_a_plain_reason(tmp_path, monkeypatch):
    path = tmp_path / "x.txt"
    path.write_text("text")

    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert one(path) == Rejected(str(path), "no permission to read it")


def test_standard_input_is_a_source(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<html>x")))
    assert one("-") == Source("-", b"<html>x", "text/html")
