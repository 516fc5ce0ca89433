"""Across reports, through the record: the same answer in whatever order reports come, kept until something changes."""

import hashlib
import random
from dataclasses import replace
from pathlib import Path

import pytest

import hearsay
from hearsay.errors import UsageError
from hearsay.record.links import Links

REPORTS = sorted((Path(__file__).resolve().parent.parent / "demo" / "story" / "reports").iterdir())


@pytest.fixture(scope="module")
def pairs():
    """The readings of the demo's story with their sources."""
    return [(hearsay.read(path), path.read_bytes()) for path in REPORTS]


def _kept(pairs, where=":memory:"):
    record = hearsay.open_record(where)
    for reading, source in pairs:
        record.add(reading, source)
    return record


def _version(reading, text):
    """The report with another text of the same length at every span, as if its page had been edited."""
    source = text.encode()
    sha256 = hashlib.sha256(source).hexdigest()
    parts = tuple(replace(part, source=None) for part in reading.report.parts)
    return replace(reading, report=replace(reading.report, text=text, source_sha256=sha256, parts=parts)), source


def _main(record):
    """The story of most reports."""
    return max(record.stories(), key=lambda one: one.counts.reports)


def _bare(record):
    """Every story, its id left out: that one is made from the report that was kept first."""
    told = [replace(record.story(one.id), id="") for one in record.stories()]
    return sorted(told, key=lambda one: one.reports[0].id)


@pytest.fixture(scope="module")
def expected(pairs):
    with _kept(pairs) as record:
        return _bare(record)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_in_which_reports_come_changes_nothing(pairs, expected, seed, place):
    shuffled = random.Random(seed).sample(pairs, len(pairs))
    with _kept(shuffled, place) as record:
        assert _bare(record) == expected


def test_one_by_one_or_all_at_once_is_the_same(pairs, expected):
    with _kept([]) as record:
        for reading, source in pairs:
            record.add(reading, source)
            record.link()
        assert _bare(record) == expected


def test_a_rebuild_gives_the_same_record(pairs, expected):
    with _kept(pairs) as record:
        ids = [one.id for one in record.stories()]
        assert record.relink() == len(pairs)
        assert [one.id for one in record.stories()] == ids
        assert _bare(record) == expected


def test_a_story_keeps_its_id_as_reports_arrive(pairs):
    with _kept(pairs[:3]) as record:
        first = _main(record).id
        for reading, source in pairs[3:]:
            record.add(reading, source)
        grown = record.story(first)
        assert grown.id == first
        assert grown.counts.reports == _main(record).counts.reports


def test_what_is_linked_holds(pairs):
    with _kept(pairs) as record:
        for one in record.stories():
            record.story(one.id)
        assert list(record.check()) == []


def test_every_span_of_a_story_lies_in_the_text_of_its_report(pairs):
    with _kept(pairs) as record:
        told = record.story(_main(record).id)
        versions = {one.id: one.version for one in told.reports}
        texts = {name: record.report(name, number).report.text for name, number in versions.items()}
        spans = [(said.report, span) for claim in told.claims for said in claim.statements for span in said.content]
        spans += [(one.report, one.span) for claim in told.claims for one in claim.figures if one.span]
        for line in told.lineage:
            for copy in line.copies:
                spans += [(copy.report, one.span) for one in copy.passages]
                spans += [(copy.of, one.of) for one in copy.passages]
        assert spans
        assert all(span.of(texts[name]) for name, span in spans)


def test_what_was_told_is_kept_until_the_story_changes(pairs):
    with _kept(pairs[:-1]) as record:
        name = _main(record).id
        told = record.story(name)
        with record._looking() as connection:
            before = Links(connection).stale(10**6)
        assert record.story(name) == told
        record.add(*pairs[-1])
        record.link()
        with record._looking() as connection:
            after = Links(connection).stale(10**6)
        assert len(after) >= len(before)


def test_as_of_tells_what_was_known_then(pairs):
    with _kept(pairs) as record:
        told = record.story(_main(record).id)
        days = sorted(one.published[:10] for one in told.reports if one.published)
        then = record.story(told.id, as_of=days[0])
        assert 0 < then.counts.reports < told.counts.reports
        assert then.as_of == days[0]
        assert {one.id for one in then.reports} < {one.id for one in told.reports}
        assert record.story(told.id, as_of="2100-01-01").claims == told.claims


@pytest.mark.parametrize(
    ("as_of", "why"), [("1999-01-01", "nothing of story"), ("last week", "is not a day or a moment")]
)
def test_a_moment_without_knowledge_is_an_error(pairs, as_of, why):
    with _kept(pairs[:2]) as record, pytest.raises(UsageError, match=why):
        record.story(_main(record).id, as_of=as_of)


def test_an_unknown_story_is_an_error(pairs):
    with _kept(pairs[:1]) as record, pytest.raises(UsageError, match="the record has no story nowhere"):
        record.story("nowhere")


def test_a_new_version_of_a_report_changes_its_story(pairs):
    reading, _ = pairs[0]
    text = reading.report.text.replace("said", "SAID", 1)
    with _kept(pairs) as record:
        told = record.story(reading.report.id)
        assert next(one.version for one in told.reports if one.id == reading.report.id) == 1
        record.add(*_version(reading, text))
        now = record.story(reading.report.id)
        assert next(one.version for one in now.reports if one.id == reading.report.id) == 2
        assert list(record.check()) == []


def test_claims_pass_the_filters(pairs):
    with _kept(pairs) as record:
        every = list(record.claims())
        assert every
        for state in {claim.state for _, claim in every}:
            assert [c for _, c in record.claims(state=state)] == [c for _, c in every if c.state == state]
        assert [c for _, c in record.claims(revised=True)] == [c for _, c in every if c.revised]
        assert [c for _, c in record.claims(sources=2)] == [c for _, c in every if len(c.independent_sources) > 1]
        assert list(record.claims(limit=1)) == every[:1]
        name = every[0][0].id
        assert [told.id for told, _ in record.claims(story=name)] == [told.id for told, _ in every if told.id == name]


def test_statements_are_found_by_how_their_claim_stands(pairs):
    with _kept(pairs) as record:
        assert record.search(state="corroborated").hits == ()  # no story is told yet
        told = {record.story(one.id) for one in record.stories()}
        places: dict[str, set[tuple[str, str]]] = {}
        for claim in (one for story in told for one in story.claims):
            places.setdefault(claim.state, set()).update((one.report, one.attribution) for one in claim.statements)
        assert places
        for state, said in places.items():
            found = record.search(state=state, limit=1000, counted=True)
            assert {(hit.report_id, hit.attribution) for hit in found.hits} <= said
            assert len(found.hits) == len({hit.attribution + hit.report_id for hit in found.hits}) > 0
            counted = {one.name: one.values for one in found.facets}["state"]
            assert [(one.name, one.count) for one in counted] == [(state, len(found.hits))]
        assert list(record.check()) == []


def test_a_story_that_changed_is_told_anew_and_so_is_how_it_stands(pairs):
    with _kept(pairs) as record:
        assert record.tell(1000) == len(record.stories())
        assert record.tell(1000) == 0
        before = {hit.report_id for hit in record.search(stance="asserts", state="repeated", limit=1000).hits}
        reading, _ = pairs[0]
        record.add(*_version(reading, reading.report.text.replace("said", "SAID", 1)))
        assert record.tell(1000) >= 1
        assert {hit.report_id for hit in record.search(stance="asserts", state="repeated", limit=1000).hits} <= before


def test_claims_of_then(pairs):
    with _kept(pairs) as record:
        assert list(record.claims(as_of="1999-01-01")) == []
        now = {claim.id for _, claim in record.claims()}
        assert {claim.id for _, claim in record.claims(as_of="2100-01-01")} == now


def test_why_reports_are_one_story(pairs):
    with _kept(pairs) as record:
        main = _main(record)
        why = record.drawn(main.id)
        told = record.story(main.id)
        names = {one.id for one in told.reports}
        assert {bond.report for bond in why.bonds} == names
        assert {bond.of for bond in why.bonds} <= names
        assert all(bond.names or bond.words for bond in why.bonds)
        assert any(bond.copied for bond in why.bonds)
        assert all(record.story(one.story).id == one.story != main.id for one in why.partings)
        with pytest.raises(UsageError):
            record.drawn("nothing")
