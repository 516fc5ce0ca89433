"""A source to a report, or the reason why not."""

from __future__ import annotations

import pytest

from hearsay.errors import SourceError
from hearsay.intake.source import Source
from hearsay.intake.take import is_html, take
from hearsay.settings import Settings

LEAD = "The harbour master of Norwick said on Monday that eleven boats had been lost in the storm off the coast."
SECOND = "Nobody will be allowed to sail before Thursday, she told reporters at the quay on Monday evening."
HTML = (
    "<!doctype html><html lang=en><head><title>Boats lost</title></head><body><nav><a href=/>Home</a></nav><article>"
    f"<h1>Boats lost in the storm</h1><p>OSLO (AP) &mdash; {LEAD}</p><p>{SECOND}</p>"
    f"<p>{LEAD}</p></article></body></html>"
)


def _source(data: bytes | str, media_type: str | None = None) -> Source:
    return Source("a.txt", data.encode() if isinstance(data, str) else data, media_type)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "no text"),
        (b"\xef\xbb\xbf", "no text"),
        (b"\x00\x00\x00", None),
        (b"\x89PNG\r\n\x1a\n0000", "not text (PNG)"),
        (b"%PDF-1.7 ...", "not text (PDF)"),
        ("facebook\ntwitter\n", "no article found"),
        ("<html><body><nav>Home</nav></body></html>", "no article found"),
    ],
)
def test_rejected(data: bytes | str, why: str | None) -> None:
    with pytest.raises(SourceError) as caught:
        take(_source(data), Settings())
    assert caught.value.uri == "a.txt"
    assert why is None or caught.value.why == why
    assert "\n" not in caught.value.why


def test_too_large() -> None:
    with pytest.raises(SourceError, match="larger than 10 bytes"):
        take(_source("x" * 11), Settings(max_source_bytes=10))
    with pytest.raises(SourceError, match="longer than 10 characters"):
        take(_source(LEAD), Settings(max_text_chars=10))


def test_html_in_a_text_file_and_text_in_an_html_file() -> None:
    page = take(_source(HTML, "text/plain"), Settings())
    assert page.media_type == "text/html"
    assert page.headline == "Boats lost in the storm"
    assert page.dateline is not None
    assert page.dateline.place == "OSLO"
    text = take(_source(f"{LEAD}\n\n{SECOND}\n", "text/html"), Settings())
    assert text.media_type == "text/plain"
    assert [span.of(text.text) for span in text.spans("paragraph")] == [LEAD, SECOND]


def test_is_html() -> None:
    assert is_html(_source(HTML))
    assert is_html(_source("<p>a</p>", "text/html"))
    assert not is_html(_source("x < y and <b> is a tag, he wrote"))


def test_body_stays_as_it_is() -> None:
    text = f"  By Ann Lee\r\n\r\n{LEAD}\r\n(END)  \r\n"
    report = take(_source(text), Settings(), body=True, dated="2024-01-02")
    assert report.text == text
    assert report.published == "2024-01-02"
    assert [span.of(text) for span in report.spans("paragraph")] == ["By Ann Lee", f"{LEAD}\r\n(END)"]
    for part in report.parts:
        assert part.source is not None
        assert text.encode()[part.source.start : part.source.end].decode() == part.span.of(text)


def test_body_without_blank_lines_is_a_paragraph_a_line() -> None:
    report = take(_source(f"{LEAD}\n{SECOND}\n"), Settings(), body=True)
    assert [span.of(report.text) for span in report.spans("paragraph")] == [LEAD, SECOND]


def test_a_dateline_at_the_very_beginning_is_kept() -> None:
    report = take(_source(f"NORWICK, March 3, 2024 (MP) -- {LEAD}"), Settings())
    assert report.dateline is not None
    assert (report.dateline.place, report.dateline.date, report.dateline.agency) == ("NORWICK", "2024-03-03", "MP")
    assert report.parts[0].kind == "dateline"


def test_odd_texts() -> None:
    for odd in ("“Unclosed", "🙂 smile", "\u202bשלום\u202c", "\u1112\u1161\u11ab"):
        report = take(_source(f"{odd} {LEAD}"), Settings())
        assert report.text.startswith(odd)
