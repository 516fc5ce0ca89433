import json

import pytest

from hearsay.model import codec
from hearsay.model.reading import Actor, Attribution, Figure, MadeBy, Reading, Time, When
from hearsay.model.report import Author, Dateline, Evidence, Media, Part, Rejected, Report
from hearsay.model.span import Span

TEXT = "서울 “Aye 👍”, she said."
FULL = Reading(
    Report(
        "r1",
        "file:///a.html",
        "ab" * 32,
        "text/html",
        TEXT,
        language="en",
        byline=(Author("Song Min-ji", ("송민지",)),),
        credit="agency",
        dateline=Dateline("SEOUL", "2024-01-02", "NNA"),
        media=(Media("A quay", "NNA"),),
        parts=(Part("paragraph", 0, len(TEXT), Span(10, 40)),),
        evidence=(Evidence("headline", "Aye", "og:title", True),),
    ),
    (
        Attribution(
            "a1",
            "direct",
            (Span(12, 15),),
            (Span(16, 20),),
            (Span(3, 10),),
            speaker="e1",
            source_type="person",
            via=("e1",),
            said_on=When("2024-01", "2024-01-01", "2024-01-31"),
            confidence=0.5,
        ),
    ),
    (Actor("e1", "She", "person", mentions=(Span(12, 15),)),),
    (Time(Span(0, 2), "DATE", "2024", bound="by"),),
    (Figure(Span(0, 2), 1.5, None, "at_least", "USD", attribution="a1"),),
    MadeBy("0", {"reader": "sha256:00"}),
)


def test_a_reading_comes_back_as_it_went():
    assert codec.decode(codec.encode(FULL)) == FULL


def test_a_rejected_source_comes_back_as_it_went():
    assert codec.decode(codec.encode(Rejected("a.bin", "not text"))) == Rejected("a.bin", "not text")


def test_the_json_has_the_fields_of_the_contract():
    line = json.loads(codec.encode(FULL))
    assert line["schema"] == "hearsay/1"
    assert line["report"]["parts"][0]["kind"] == "paragraph"
    assert line["report"]["byline"] == [{"name": "Song Min-ji", "also": ["송민지"]}]
    assert line["attributions"][0]["source"] == [{"start": 12, "end": 15}]
    assert line["attributions"][0]["within"] is None
    assert line["figures"][0]["high"] is None
    assert set(line) == {
        "schema", "report", "attributions", "actors", "times", "figures", "made_by", "unread",
    }  # fmt: skip


def test_a_rejected_source_has_the_shape_of_the_contract():
    assert json.loads(codec.encode(Rejected("a", "b"))) == {
        "schema": "hearsay/1",
        "rejected": {"uri": "a", "why": "b"},
    }


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b'{"schema": "hearsay/2"}', b'{"schema": "hearsay/1"}'])
def test_what_is_not_a_line_of_the_schema_is_refused(line):
    with pytest.raises(ValueError):  # noqa: PT011 - msgspec's own messages differ
        codec.decode(line)


def test_a_malformed_span_is_refused():
    line = codec.encode(FULL).replace(b'"start":12,"end":15', b'"start":15,"end":12')
    with pytest.raises(ValueError, match="not a span"):
        codec.decode(line)
