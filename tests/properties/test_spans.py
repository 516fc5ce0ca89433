"""What holds of every output, whatever the input: spans lie in the text, references lead somewhere, nothing is lost."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import hearsay
from hearsay.errors import SourceError
from hearsay.model import codec
from hearsay.model.reading import Reading
from hearsay.model.span import Span

ROOT = Path(__file__).parents[2]
DEMO = sorted((ROOT / "demo" / "pages").glob("*"))
SHARED = Path(os.environ.get("HEARSAY_SHARED", ROOT.parent / "shared"))
STORIES = sorted((SHARED / "story").glob("*/reports/*"))
PROPERTY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# News as it is written, in pieces that are put together at random.
_WHO = (
    "Mayor Ida Holm",
    "she",
    "The ministry",
    "two people familiar with the talks",
    "Oslo",
    "송상호",
    "مصدر مسؤول",
    "they",
)
_CUES = ("said", "denied", "was quoted by Radio Nord as saying", "told reporters on Friday", "declined to say", ":")
_WHAT = (
    "that at least 3,000 people left by December",
    "“the bridge will open”",
    '"It is over," she added, "for now',
    "some €1.5-2bn was lost since 2022 🙂",
    "nothing had changed overnight, according to a letter",
)
_LINES = (
    "OSLO, May 3 (NP) --",
    "By Ida Holm",
    "(END)",
    "• facebook",
    "^BC-Bridge^",
    "***",
    "\u200f",
    "a\u0301 e\u0301",
)
sentence = st.builds(
    "{} {} {}{}".format,
    *(st.sampled_from(part) for part in (_WHO, _CUES, _WHAT)),
    st.sampled_from([".", "", "?”", "…"]),
)
article = st.lists(st.one_of(sentence, st.sampled_from(_LINES)), max_size=8).map("\n\n".join)
anything = st.one_of(article, st.text(max_size=300))


def spans(reading: Reading) -> Iterator[Span]:
    yield from (part.span for part in reading.report.parts)
    for one in reading.attributions:
        yield from (*one.source, *one.cue, *one.content)
    yield from (mention for actor in reading.actors for mention in actor.mentions)
    yield from (one.span for one in (*reading.times, *reading.figures))


def holds(reading: Reading, source: bytes) -> None:
    text = reading.report.text
    assert all(span.end <= len(text) and len(span.of(text)) == len(span) for span in spans(reading))
    assert all(part.source.end <= len(source) for part in reading.report.parts if part.source)
    references(reading)
    assert codec.decode(codec.encode(reading)) == reading


def references(reading: Reading) -> None:
    said, actors = [one.id for one in reading.attributions], [one.id for one in reading.actors]
    assert len(set(said)) == len(said)
    assert len(set(actors)) == len(actors)
    for one in reading.attributions:
        assert {one.within} <= {None, *said}
        assert {one.speaker, *one.via} <= {None, *actors}
        for pieces in (one.source, one.cue, one.content):
            assert list(pieces) == sorted(pieces)
    assert {member for actor in reading.actors for member in actor.members} <= set(actors)
    assert {figure.attribution for figure in reading.figures} <= {None, *said}


def read(name: str, data: bytes, *, body: bool = False) -> Reading | None:
    """The reading of these bytes, or nothing where they are rejected for a reason."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            return hearsay.read(path, body=body)
        except SourceError:
            return None


@PROPERTY
@given(anything)
def test_a_plain_text(text):
    data = text.encode()
    if reading := read("report.txt", data):
        holds(reading, data)


@PROPERTY
@given(anything)
def test_a_body_stays_as_it_is(text):
    data = text.encode()
    if reading := read("report.txt", data, body=True):
        assert reading.report.text == text
        holds(reading, data)


@PROPERTY
@given(anything, st.sampled_from(["utf-8", "utf-16", "windows-1252", "euc-kr"]))
def test_a_page_in_any_charset(text, charset):
    words = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    page = f"<html><head><title>T</title></head><body><article><h1>T</h1>{words}</article></body></html>"
    data = page.encode(charset, errors="xmlcharrefreplace")
    if reading := read("page.html", data):
        holds(reading, data)


@PROPERTY
@given(st.binary(max_size=400), st.sampled_from(["report.txt", "page.html", "report"]))
def test_any_bytes(data, name):
    if reading := read(name, data):
        holds(reading, data)


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.name)
def test_the_demo(path):
    holds(hearsay.read(path), path.read_bytes())


@pytest.mark.corpora
@pytest.mark.skipif(not STORIES, reason="the shared corpora are absent")
@pytest.mark.parametrize("path", STORIES[::14], ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_real_looking_reports(path):
    holds(hearsay.read(path), path.read_bytes())


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(article.filter(str.strip), min_size=1, max_size=3))
def test_adding_again_changes_nothing(texts):
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder) / "reports"
        sources.mkdir()
        for at, text in enumerate(texts):
            (sources / f"{at}.txt").write_bytes(text.encode())
        with hearsay.open_record(Path(folder) / "record.db") as record:
            list(record.take(sources))
            before = state(record)
            again = list(record.take(sources))
            assert {kept.outcome.status for kept in again if not isinstance(kept, hearsay.Rejected)} <= {"unchanged"}
            assert state(record) == before
            assert not list(record.check())


def state(record: hearsay.Record) -> list[tuple[bytes, int]]:
    return sorted((codec.encode(one), len(record.versions(one.report.id))) for one in record)
