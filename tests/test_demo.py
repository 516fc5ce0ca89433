"""The demo says what it must: each report's fields, and the attributions, times and figures that none may miss."""

import json
from pathlib import Path

import pytest

import hearsay

PAGES = Path(__file__).resolve().parent.parent / "demo" / "pages"
EXPECTED = json.loads((PAGES.parent / "expected.json").read_text("utf-8"))
FURNITURE = ("facebook", "kakao", "naver", "pinterest", "cookies", "newsletter", "Most read", "Advertisement")


@pytest.fixture(scope="module", params=EXPECTED)
def read(request):
    return EXPECTED[request.param], hearsay.read(PAGES / request.param)


def test_every_page_of_the_demo_is_expected():
    assert sorted(EXPECTED) == sorted(path.name for path in PAGES.iterdir())


def test_the_fields_of_the_report(read):
    expected, reading = read
    assert {name: getattr(reading.report, name) for name in expected["report"]} == expected["report"]


def test_no_furniture_is_in_the_text(read):
    _, reading = read
    assert [word for word in FURNITURE if word in reading.report.text] == []


def test_who_said_what(read):
    expected, reading = read
    text = reading.report.text
    said = [
        [actor.name if (actor := reading.actor(one.speaker)) else None, one.stance, cue.of(text)]
        for one in reading.attributions
        for cue in one.cue
    ]
    assert [one for one in expected["attributions"] if one not in said] == []


def test_times_and_figures(read):
    expected, reading = read
    text = reading.report.text
    times = {one.span.of(text): one.value for one in reading.times}
    figures = {one.span.of(text): [one.low, one.high, one.modifier] for one in reading.figures}
    assert {words: times.get(words) for words in expected["times"]} == expected["times"]
    assert {words: figures.get(words) for words in expected["figures"]} == expected["figures"]


def test_every_part_leads_back_to_its_bytes(read):
    _, reading = read
    source = (PAGES / reading.report.uri.rsplit("/", 1)[1]).read_bytes()
    for part in reading.report.parts:
        told = source[part.source.start : part.source.end].decode(reading.report.charset, "replace")
        first = part.span.of(reading.report.text).split()[0]
        assert first in told
