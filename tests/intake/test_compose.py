"""A draft to a report: parts, text, fields, evidence."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.intake.charset import decode
from hearsay.intake.compose import compose, identify
from hearsay.intake.draft import Block, Draft, Role
from hearsay.intake.source import Source
from hearsay.intake.wire.plain import parse
from hearsay.model.report import Author, Dateline, Evidence, Media, Report
from hearsay.model.span import Span

if TYPE_CHECKING:
    from pathlib import Path

LEAD = "The harbour master of Norwick said on Monday that eleven boats had been lost in the storm off the coast."
SECOND = "Nobody will be allowed to sail before Thursday, she told reporters at the quay on Monday evening."

SAVED = f"""Eleven boats lost, harbour master says

Local / 한가람 / 2023-10-24 03:47:50
  • facebook
  • twitter
Norwick storm
▲ A boat on the rocks at Norwick in this photo released by the Norwick Museum. (MP)

Norwick storm

Eleven boats lost, harbour master says

By Han Ga-ram

NORWICK, Oct. 23 (MP) -- {LEAD}

{SECOND}

(This report corrects a Meridian Press story of Sunday that gave the number as twelve.)

(END)

(C) Meridian Press. All Rights Reserved

  • facebook
"""


def _report(text: str, *, dated: str | None = None) -> Report:
    data = text.encode()
    decoded = decode(data)
    return compose(Source("file:///a.txt", data, "text/plain"), parse(decoded), decoded, dated=dated)


def _drafted(blocks: list[Block], evidence: tuple[Evidence, ...] = ()) -> Report:
    data = b"<p>"
    return compose(Source("file:///a.html", data, "text/html"), Draft(tuple(blocks), evidence), decode(data))


def _words(report: Report, kind: str) -> list[str]:
    return [report.text[part.start : part.end] for part in report.parts if part.kind == kind]


def test_fields_of_a_saved_page() -> None:
    report = _report(SAVED)
    assert report.headline == "Eleven boats lost, harbour master says"
    assert report.slug == "Norwick storm"
    assert report.section == "Local"
    assert report.byline == (Author("Han Ga-ram", ("한가람",)),)
    assert (report.agency, report.credit) == ("Meridian Press", "agency")
    assert report.published == "2023-10-24T03:47:50"
    assert report.dateline == Dateline("NORWICK", "2023-10-23", "MP")
    assert report.media == (
        Media("A boat on the rocks at Norwick in this photo released by the Norwick Museum.", "Norwick Museum"),
    )
    assert report.rights == "(C) Meridian Press. All Rights Reserved"
    assert report.status == "correction"
    assert report.correction is not None
    assert report.correction.startswith("(This report corrects")
    assert report.language == "en"
    assert report.id == identify(Source("file:///a.txt", b"", None))
    assert report.source_sha256 == hashlib.sha256(SAVED.encode()).hexdigest()


def test_parts_of_a_saved_page() -> None:
    report = _report(SAVED)
    assert [part.kind for part in report.parts] == [
        "headline", "slug", "caption", "credit", "byline", "dateline", "paragraph", "paragraph", "paragraph",
        "end_mark", "rights",
    ]  # fmt: skip
    dateline, paragraph = report.parts[5:7]
    assert paragraph.start == dateline.end + 1
    assert report.text[dateline.end] == " "
    assert _words(report, "paragraph")[:2] == [LEAD, SECOND]
    assert not any(word in report.text for word in ("facebook", "twitter", "▲"))
    data = SAVED.encode()
    for part in report.parts:
        assert part.source is not None
        assert (
            " ".join(data[part.source.start : part.source.end].decode().split()) == report.text[part.start : part.end]
        )


def test_evidence_says_what_was_used() -> None:
    used = {(item.field, item.value): item.used for item in _report(SAVED).evidence}
    assert used["published", "2023-10-24T03:47:50"]
    assert used["author", "한가람"]
    assert used["slug", "Norwick storm"]


def test_a_dateline_is_split_off_a_paragraph_of_markup() -> None:
    report = _drafted(
        [Block(f"OSLO (AP) — {LEAD}", Span(10, 90), "paragraph"), Block(SECOND, Span(90, 99), "paragraph")]
    )
    assert [(part.kind, part.source) for part in report.parts] == [
        ("dateline", Span(10, 90)), ("paragraph", Span(10, 90)), ("paragraph", Span(90, 99)),
    ]  # fmt: skip
    assert report.text.startswith("OSLO (AP) — The harbour")
    assert report.dateline == Dateline("OSLO", None, "AP")
    assert report.agency == "The Associated Press"


def test_a_headline_that_only_metadata_state_is_a_part_without_source() -> None:
    evidence = (
        Evidence("headline", "Boats lost – The Courier", "title"),
        Evidence("outlet", "The Courier", "og og:site_name"),
    )
    report = _drafted([Block(LEAD, Span(0, 3), "paragraph")], evidence)
    assert report.headline == "Boats lost"
    assert (report.parts[0].kind, report.parts[0].source) == ("headline", None)


def test_masthead_dates_do_not_win_over_the_dateline() -> None:
    evidence = (
        Evidence("published", "2019-01-03", "meta date"),
        Evidence("published", "2023-10-24T06:00:00-05:00", "visible time"),
    )
    report = _drafted([Block(f"OSLO, Oct. 23 (AP) — {LEAD}", Span(0, 3), "paragraph")], evidence)
    assert report.published == "2023-10-24T06:00:00-05:00"
    assert report.dateline == Dateline("OSLO", "2023-10-23", "AP")


def test_dated_fills_what_the_page_does_not_state() -> None:
    text = f"A headline of five words\n\nOSLO, Dec. 31 (AP) -- {LEAD}\n"
    assert _report(text).published is None
    report = _report(text, dated="2024-01-01")
    assert report.published == "2024-01-01"
    assert report.dateline == Dateline("OSLO", "2023-12-31", "AP")


def test_reporter_against_uploader() -> None:
    blocks = [
        Block("Boats lost in storm", Span(0, 1), "headline"),
        Block("Posted by Web Desk", Span(1, 2), "byline"),
        Block("By Ann Lee, The Harbour Courier", Span(2, 3), "byline"),
        Block(LEAD, Span(3, 4), "paragraph"),
    ]
    report = _drafted(blocks, (Evidence("outlet", "The Harbour Courier", "og og:site_name"),))
    assert report.byline == (Author("Ann Lee"),)
    assert report.uploader == "Web Desk"
    assert (report.agency, report.credit) == (None, "own")


def test_partner_copy() -> None:
    blocks = [
        Block("By Ann Lee, with The Norwick Mercury", Span(2, 3), "byline"),
        Block(LEAD, Span(3, 4), "paragraph"),
    ]
    report = _drafted(blocks, (Evidence("outlet", "The Harbour Courier", "og og:site_name"),))
    assert (report.agency, report.credit) == ("The Norwick Mercury", "partner")


def test_where_a_report_was_first_published_is_whose_copy_it_is() -> None:
    blocks = [Block(LEAD, Span(3, 4), "paragraph"), Block("First published in The Norwick Mercury.", None, "note")]
    report = _drafted(blocks, (Evidence("outlet", "The Harbour Courier", "og og:site_name"),))
    assert (report.agency, report.credit) == ("The Norwick Mercury", "partner")


def test_the_source_of_a_picture_is_not_whose_copy_it_is() -> None:
    blocks = [
        Block(LEAD, Span(3, 4), "paragraph"),
        Block("Boats lost since 1990", Span(4, 5), "caption"),
        Block("Source: Norwick Times Research", Span(5, 6), "credit"),
    ]
    report = _drafted(blocks, (Evidence("outlet", "The Harbour Courier", "og og:site_name"),))
    assert report.agency is None


def test_an_author_in_the_metadata_alone_makes_the_copy_the_outlets_own() -> None:
    stated = (Evidence("outlet", "The Courier", "og og:site_name"), Evidence("author", "Ann B. Lee", "json-ld author"))
    report = _drafted([Block(LEAD, Span(3, 4), "paragraph")], (*stated, Evidence("author", "Ann Lee", "meta author")))
    assert report.credit == "own"
    assert [author.name for author in report.byline] == ["Ann B. Lee"]


_ROLES: list[Role | None] = [
    "headline", "subheading", "paragraph", "caption", "credit", "byline", "time", "section", "rights", "note", None,
]  # fmt: skip
_TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "OSLO (AP) — Rain",
            "By Ann Lee",
            "(END)",
            "▲ A boat. (MP)",
            LEAD,
            "PARIS — ",
            "한가람 기자",
            "\ud800",
            " \x00 ",
        ]
    ),
)


@given(st.lists(st.builds(Block, _TEXTS, st.none(), st.sampled_from(_ROLES)), max_size=12))
def test_every_part_lies_in_the_text_in_order_and_has_its_words(blocks: list[Block]) -> None:
    report = _drafted(blocks)
    at = 0
    for index, part in enumerate(report.parts):
        words = report.text[part.start : part.end]
        assert words
        assert words == words.strip()
        gap = report.text[at : part.start]
        assert gap == ("" if index == 0 else gap if gap in (" ", "\n\n") else "a gap")
        assert index == 0 or gap
        at = part.end
    assert at == len(report.text)
    assert len(report.spans("headline")) <= 1
    report.text.encode()


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t\r"), max_size=400))
def test_any_plain_text(text: str) -> None:
    data = text.encode("utf-8", "replace")
    decoded = decode(data)
    draft = parse(decoded)
    report = compose(Source("-", data, "text/plain"), draft, decoded)
    folded = {" ".join(block.text.split()) for block in draft.blocks}
    for part in report.parts:
        words = report.text[part.start : part.end]
        assert any(words in block for block in folded)


@pytest.mark.corpora
def test_specimen(shared: Path) -> None:
    expected = json.loads((shared / "specimen" / "expected.json").read_text("utf-8"))["report"]
    report = _report((shared / "specimen" / "report.txt").read_text("utf-8"))
    for field in ("headline", "slug", "section", "agency", "rights"):
        assert getattr(report, field) == expected[field], field
    assert [{"name": a.name, "also": [*a.also]} for a in report.byline] == expected["byline"]
    assert report.published == expected["published"].split()[0]
    assert report.dateline == Dateline(**expected["dateline"])
    assert report.media == tuple(Media(**media) for media in expected["media"])
    assert _words(report, "end_mark") == [expected["end_mark"]]
    assert not any(word in report.text for word in expected["not_in_text"])


def test_the_language_is_that_of_the_paragraphs() -> None:
    blocks = (
        Block("港で嵐、十一隻が失われる", None, "headline"),
        *(Block(t, None, "paragraph") for t in (LEAD, SECOND)),
    )
    source = Source("a.html", b"x", "text/html")
    assert compose(source, Draft(blocks, (), "ja"), decode(b"x")).language == "en"
    assert compose(source, Draft(blocks[:1], (), "en"), decode(b"x")).language == "ja"


def test_a_byline_ends_without_separators() -> None:
    blocks = (Block("Rain", None, "headline"), Block("By Ann Lee ·", None, "byline"), Block(LEAD, None, "paragraph"))
    report = compose(Source("a.html", b"x", "text/html"), Draft(blocks), decode(b"x"))
    assert [span.of(report.text) for span in report.spans("byline")] == ["By Ann Lee"]


def test_korean_wire_copy_keeps_its_lead() -> None:
    text = (
        "노르빅 항구 폭풍…배 열한 척 실종\n\n국제 / 한가람 / 2024-03-13 06:10:00\n\n"
        "(노르빅=한강통신) 한가람 기자 = 노르빅 항구에서 12일 배 열한 척이 사라졌다.\n\n"
        "당국은 수색을 멈췄다고 말했다.\n"
    ).encode()
    report = compose(Source("a.txt", text, "text/plain"), parse(decode(text)), decode(text))
    body = [span.of(report.text) for span in report.spans("paragraph")]
    assert body == ["노르빅 항구에서 12일 배 열한 척이 사라졌다.", "당국은 수색을 멈췄다고 말했다."]
    assert [author.name for author in report.byline] == ["한가람"]
    assert (report.section, report.agency, report.language) == ("국제", "한강통신", "ko")
