"""What nobody wants to be given: a clear error or an honest result, and the batch goes on."""

import json
import os
import unicodedata

import pytest
from typer.testing import CliRunner

from hearsay.cli.main import app
from hearsay.settings import Settings

GOOD = (
    b"Harbour reopens after storm\n\nBy Ann Other\n\n"
    b"DOVER, May 2 (NNA) -- The harbour reopened on Thursday, the harbour master said.\n"
)
BODY = "<p>The harbour master said on Thursday that {0} the port would open again by Friday.</p>" * 4
PAGE = (
    "<html><head><title>Harbour reopens</title></head><body><article><h1>Harbour reopens</h1>{}</article></body></html>"
)


def read(*sources: object) -> tuple[int, list[dict], str]:
    got = CliRunner().invoke(app, ["read", "--json", *map(str, sources)])
    assert got.exception is None or isinstance(got.exception, SystemExit), got.exception
    return got.exit_code, [json.loads(line) for line in got.stdout.splitlines()], got.stderr


def read_bytes(tmp_path, data: bytes, name: str = "page.html") -> tuple[int, list[dict], str]:
    (tmp_path / name).write_bytes(data)
    return read(tmp_path / name)


def held(line: dict) -> None:
    """Every span of the line lies in its text."""
    text = line["report"]["text"]
    spans = [span for one in line["attributions"] for role in ("source", "cue", "content") for span in one[role]]
    spans += [one["span"] for one in (*line["times"], *line["figures"])] + line["report"]["parts"]
    spans += [span for one in line["actors"] for span in one["mentions"]]
    assert all(0 <= span["start"] <= span["end"] <= len(text) for span in spans)


REJECTED = {
    "empty": (b"", "empty"),
    "white space": (b" \n\t\n", "no text|no article|empty"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "not text"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 4, "not text"),
    "random bytes": (bytes((i * 89 + i * i) % 256 for i in range(5000)), "not text|no text|no article"),
    "feed": (
        b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>A</title></item></channel></rss>',
        "an RSS feed is a list of reports",
    ),
    "json": (b'{"menu": ["Home", "News"]}', "JSON"),
    "no article": (
        b"<html><body><nav><a href=/>Home</a><a href=/b>About</a></nav></body></html>",
        "no article|no text",
    ),
}


@pytest.mark.parametrize(("data", "why"), REJECTED.values(), ids=REJECTED)
def test_what_is_no_report_is_rejected_and_the_batch_goes_on(tmp_path, data, why):
    (tmp_path / "1.html").write_bytes(data)
    (tmp_path / "2.txt").write_bytes(GOOD)
    status, lines, errors = read(tmp_path / "1.html", tmp_path / "2.txt")
    assert status == 1
    assert "1.html" in lines[0]["rejected"]["uri"]
    assert any(words in lines[0]["rejected"]["why"] for words in why.split("|")), lines[0]
    assert "1.html" in errors
    assert lines[1]["report"]["headline"] == "Harbour reopens after storm"


def test_a_missing_file_is_named(tmp_path):
    status, lines, errors = read(tmp_path / "none.html", tmp_path)
    assert status == 1
    assert lines[0]["rejected"]["why"] == "no such file"
    assert "none.html: no such file" in errors


def test_an_empty_folder_gives_nothing_or_says_so(tmp_path):
    status, lines, _ = read(tmp_path)
    assert [line for line in lines if "report" in line] == []
    assert (status == 1) == bool(lines)


def test_a_folder_is_read_in_order(tmp_path):
    for name in ("b.txt", "a.txt", "c.bin"):
        (tmp_path / name).write_bytes(GOOD if name.endswith("txt") else b"\x00\x01\x02\x03" * 100)
    status, lines, _ = read(tmp_path)
    assert status == 1
    assert [("report" in line) for line in lines] == [True, True, False]
    assert lines[0]["report"]["uri"].endswith("a.txt")


def test_a_file_that_may_not_be_read_is_named(tmp_path):
    (tmp_path / "shut.txt").write_bytes(GOOD)
    (tmp_path / "shut.txt").chmod(0)
    root = os.geteuid() == 0
    tmp_path.chmod(0o755)
    for folder in tmp_path.parents[:3]:
        folder.chmod(0o755)
    if root:
        os.seteuid(65534)
    try:
        status, lines, _ = read(tmp_path / "shut.txt")
    finally:
        if root:
            os.seteuid(0)
    assert status == 1
    assert "permission" in lines[0]["rejected"]["why"]


def test_a_page_over_the_limit_is_rejected_unread(tmp_path, monkeypatch):
    monkeypatch.setenv("HEARSAY_MAX_SOURCE_BYTES", "1000")
    status, lines, _ = read_bytes(tmp_path, GOOD * 20, "long.txt")
    assert status == 1
    assert "1,000" in lines[0]["rejected"]["why"] or "1000" in lines[0]["rejected"]["why"]
    assert Settings.from_environment().max_source_bytes == 1000


def test_a_page_of_40_megabytes(tmp_path):
    filler = "<div class=x>" + "<span>menu </span>" * 20 + "</div>"
    page = PAGE.format(BODY.format("all of") + filler * (40_000_000 // len(filler)))
    status, lines, _ = read_bytes(tmp_path, page.encode())
    assert status == (1 if "rejected" in lines[0] else 0)
    if "report" in lines[0]:
        held(lines[0])


def test_deep_nesting(tmp_path):
    page = PAGE.format("<div>" * 100_000 + BODY.format("all of"))
    _, lines, _ = read_bytes(tmp_path, page.encode())
    assert len(lines) == 1


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_truncated_html(tmp_path, cut):
    page = PAGE.format(BODY.format("all of")).encode()
    _, lines, _ = read_bytes(tmp_path, page[: int(len(page) * cut)])
    if "report" in lines[0]:
        held(lines[0])
        assert "</" not in lines[0]["report"]["text"]


ODD = {
    "emoji": "👩🏽‍🚒🇳🇴 all of",
    "right to left": "ميناء بيروت \u202bقال\u202c",
    "NFD Hangul": unicodedata.normalize("NFD", "부산항 전체"),
    "unbalanced quotation marks": '“all ‘of "the »',
    "combining": "Z̸̡͚a̴l̶g̷o",
    "NUL": "all\x00of",
    "control characters": "all\x0b\x0c\x1b[31mof\x7f",
    "line separators": "all\u2028of\u2029\x85",
    "private use": "all\ue000of\uf8ff",
    "no-character": "all\ufffe\uffffof",
}


@pytest.mark.parametrize("words", ODD.values(), ids=ODD)
def test_odd_characters(tmp_path, words):
    status, lines, _ = read_bytes(tmp_path, PAGE.format(BODY.format(words)).encode("utf-8", "surrogatepass"))
    assert status == 0
    held(lines[0])
    assert "the port would open again by Friday" in lines[0]["report"]["text"]
    assert "\x00" not in lines[0]["report"]["text"]


@pytest.mark.parametrize("reference", ["&#xD800;", "&#0;", "&#x110000;", "&#99999999999;", "&nosuch;"])
def test_character_references_that_are_none(tmp_path, reference):
    status, lines, _ = read_bytes(tmp_path, PAGE.format(BODY.format(reference)).encode())
    assert status == 0
    held(lines[0])
    lines[0]["report"]["text"].encode("utf-8")


def test_a_surrogate_in_the_bytes(tmp_path):
    status, lines, _ = read_bytes(tmp_path, GOOD.replace(b"harbour master", b"harbour \xed\xa0\x80 master"), "a.txt")
    assert status == 0
    lines[0]["report"]["text"].encode("utf-8")


@pytest.mark.parametrize(
    ("charset", "declared", "word"),
    [
        ("utf-8", None, "Grüße – “Ålesund”"),
        ("windows-1252", "iso-8859-1", "Grüße – “Ålesund”"),
        ("utf-8", "iso-8859-1", "Grüße – “Ålesund”"),
        ("windows-1252", None, "Grüße – “Ålesund”"),
        ("utf-16", None, "Grüße – “Ålesund”"),
        ("cp949", "euc-kr", "송상호"),
        ("shift_jis", "shift_jis", "東京"),
        ("windows-1251", "windows-1251", "Москва"),
        ("utf-8", "no-such-charset", "Grüße"),
    ],
)
def test_charsets_stated_wrongly_or_not_at_all(tmp_path, charset, declared, word):
    head = f'<meta charset="{declared}">' if declared else ""
    page = PAGE.replace("<head>", "<head>" + head).format(BODY.format(word))
    status, lines, _ = read_bytes(tmp_path, page.encode(charset))
    assert status == 0
    assert word in lines[0]["report"]["text"]
