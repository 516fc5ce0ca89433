"""Readings for tests: valid ones of any content by hypothesis, and small ones by hand."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import get_args

from hypothesis import strategies as st

from hearsay.model.reading import (
    Actor,
    ActorType,
    Attribution,
    Bound,
    Figure,
    Kind,
    MadeBy,
    Modifier,
    Reading,
    SourceType,
    Stance,
    Time,
    TimeType,
    When,
)
from hearsay.model.report import Author, Credit, Dateline, Evidence, Media, Part, PartKind, Report, Status
from hearsay.model.span import Span

ALPHABET = st.one_of(
    st.sampled_from("abc XYZ.,“”'\"\n0129 éßŁ 병사들이 러시아 東京 ไทย 😀👩‍🚀 אב עִ ك\u0301\u200f\u00ad\x00%*()"),
    st.characters(exclude_categories=["Cs"]),
)
TEXTS = st.text(ALPHABET, max_size=120)
NAMES = st.text(ALPHABET, min_size=1, max_size=20)
DAYS = st.dates().map(str)


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


def spans(text: str) -> st.SearchStrategy[Span]:
    place = st.integers(0, len(text))
    return st.tuples(place, place).map(lambda ends: Span(min(ends), max(ends)))


def pieces(text: str, most: int = 3) -> st.SearchStrategy[tuple[Span, ...]]:
    return st.lists(spans(text), max_size=most).map(tuple)


@st.composite
def parts(draw: st.DrawFn, text: str, size: int) -> tuple[Part, ...]:
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    found = zip(ends[::2], ends[1::2], strict=False)
    kinds = st.sampled_from(get_args(PartKind))
    return tuple(Part(draw(kinds), start, end, draw(maybe(spans("x" * size)))) for start, end in found)


@st.composite
def reports(draw: st.DrawFn, source: bytes, report_id: str) -> Report:
    text = draw(TEXTS)
    names = maybe(NAMES)
    return Report(
        id=report_id,
        uri=draw(NAMES),
        source_sha256=hashlib.sha256(source).hexdigest(),
        media_type="text/plain",
        text=text,
        language=draw(names),
        headline=draw(names),
        slug=draw(names),
        byline=draw(st.lists(st.builds(Author, NAMES, st.lists(NAMES, max_size=2).map(tuple)), max_size=2).map(tuple)),
        outlet=draw(names),
        agency=draw(names),
        credit=draw(st.sampled_from(get_args(Credit))),
        published=draw(maybe(DAYS)),
        modified=draw(maybe(DAYS)),
        dateline=draw(maybe(st.builds(Dateline, names, maybe(DAYS), names))),
        status=draw(st.sampled_from(get_args(Status))),
        correction=draw(names),
        media=draw(st.lists(st.builds(Media, names, names), max_size=2).map(tuple)),
        parts=draw(parts(text, len(source))),
        evidence=draw(st.lists(st.builds(Evidence, NAMES, NAMES, NAMES, st.booleans()), max_size=2).map(tuple)),
    )


@st.composite
def actors(draw: st.DrawFn, text: str) -> tuple[Actor, ...]:
    ids = [f"e{number}" for number in range(1, draw(st.integers(1, 5)))]
    others = st.lists(st.sampled_from(ids), max_size=2).map(tuple) if ids else st.just(())
    kinds = st.sampled_from(get_args(ActorType))
    return tuple(
        Actor(name, draw(NAMES), draw(kinds), draw(maybe(NAMES)), None, None, draw(pieces(text)), draw(others))
        for name in ids
    )


@st.composite
def attributions(draw: st.DrawFn, text: str, actor_ids: list[str]) -> tuple[Attribution, ...]:
    ids = [f"a{number}" for number in range(1, draw(st.integers(1, 5)))]
    actor = st.sampled_from(actor_ids) if actor_ids else st.nothing()
    actors = st.lists(actor, max_size=2).map(tuple) if actor_ids else st.just(())
    return tuple(
        Attribution(
            name,
            draw(st.sampled_from(get_args(Kind))),
            draw(pieces(text)),
            draw(pieces(text)),
            draw(pieces(text)),
            draw(maybe(st.sampled_from(ids[:number]))) if number else None,
            draw(maybe(actor)),
            draw(st.sampled_from(get_args(SourceType))),
            draw(actors),
            draw(st.sampled_from(get_args(Stance))),
            draw(maybe(st.builds(When, DAYS, maybe(DAYS), maybe(DAYS)))),
            draw(st.floats(0, 1)),
        )
        for number, name in enumerate(ids)
    )


@st.composite
def pairs(draw: st.DrawFn, report_id: str = "r1") -> tuple[Reading, bytes]:
    """A valid reading and the source that it says it was made from."""
    source = draw(st.binary(max_size=60))
    report = draw(reports(source, report_id))
    named = draw(actors(report.text))
    said = draw(attributions(report.text, [actor.id for actor in named]))
    place = spans(report.text)
    days = maybe(DAYS)
    numbers = maybe(st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False))
    times = st.builds(Time, place, st.sampled_from(get_args(TimeType)), NAMES, maybe(NAMES), days, days)
    bounds = maybe(st.sampled_from(get_args(Bound)))
    ids = st.sampled_from([one.id for one in said]) if said else st.nothing()
    figures = st.builds(
        Figure, place, numbers, numbers, st.sampled_from(get_args(Modifier)), maybe(NAMES), maybe(NAMES), maybe(ids)
    )
    return Reading(
        report,
        said,
        named,
        tuple(replace(time, bound=draw(bounds)) for time in draw(st.lists(times, max_size=3))),
        tuple(draw(st.lists(figures, max_size=3))),
        MadeBy(draw(NAMES), draw(st.dictionaries(NAMES, NAMES, max_size=2))),
    ), source


def pair(
    text: str,
    *,
    report_id: str = "r1",
    source: bytes | None = None,
    said: tuple[tuple[str, str, Stance], ...] = (),
    made_by: str = "1",
    **fields: str | None,
) -> tuple[Reading, bytes]:
    """A reading of ``text`` whose paragraphs are parted by blank lines.

    ``said`` holds statements: the speaker's canonical name, the words said, the stance. A speaker whose name is in the
    text is mentioned there.
    """
    data = text.encode() if source is None else source
    names = list(dict.fromkeys(name for name, _, _ in said))
    people = tuple(Actor(f"e{n}", name, "person", mentions=_at(text, name)) for n, name in enumerate(names, 1))
    statements = tuple(
        Attribution(f"a{n}", "indirect", content=_at(text, words), speaker=f"e{names.index(name) + 1}", stance=stance)
        for n, (name, words, stance) in enumerate(said, 1)
    )
    report = Report(
        report_id, f"{report_id}.txt", hashlib.sha256(data).hexdigest(), "text/plain", text, parts=_paragraphs(text)
    )
    return Reading(replace(report, **fields), statements, people, made_by=MadeBy(made_by)), data


def _at(text: str, words: str) -> tuple[Span, ...]:
    start = text.find(words)
    return () if start < 0 else (Span(start, start + len(words)),)


def _paragraphs(text: str) -> tuple[Part, ...]:
    found, at = [], 0
    for block in text.split("\n\n"):
        found.append(Part("paragraph", at, at + len(block)))
        at += len(block) + 2
    return tuple(found)
