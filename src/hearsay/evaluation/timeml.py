"""The suite ``times``: TimeBank and AQUAINT, counted as TempEval-3 counts.

UzZaman et al., "SemEval-2013 Task 1: TempEval-3". Strict: the extent is the gold's; relaxed: it overlaps; type and
value: it overlaps and the attribute is the gold's, letter by letter. The document's own date is given to the reader and
is not counted.

Two conventions are brought together before counting. A record's extent keeps a preposition that bounds ("by December",
"a day after") and words such as "about", which the TimeML guidelines leave out (section 2.2.1.1): :func:`narrow` takes
them off. And TIMEX3 has several writings of one value, which the gold uses side by side ("198" and "198X", "1998-W7"
and "1998-W07", "1994-XX-XX" and "1994", "P2Y6M" and "P30M"): the row "value, one writing" counts those as equal.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.evaluation.corpora import digest, need
from hearsay.evaluation.errors import Miss
from hearsay.evaluation.matching import pairs, shared
from hearsay.evaluation.readings import Reader, read_text
from hearsay.evaluation.scores import Result, Score, Section, Tally
from hearsay.model.reading import Reading, Time
from hearsay.model.span import Span

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Timex:
    """A gold TIMEX3."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text, its date, and its temporal expressions."""

    name: str
    text: str
    dated: str
    gold: tuple[Timex, ...]


Found = Sequence[tuple[Document, tuple[Time, ...]]]


def run(data: Path, reader: Reader) -> Result:
    """Scores the reader's times on both corpora."""
    folder = need(data / "data" / "tempeval3")
    sections, misses = [], []
    for corpus in ("TimeBank", "AQUAINT"):
        documents = [parse(path) for path in sorted((folder / corpus).glob("*.tml"))]
        found = [(one, _times(read_text(reader, one.name, one.text, dated=one.dated))) for one in documents]
        sections.append(Section(corpus, scores(found)))
        misses += [miss for one, times in found for miss in _misses(one, times)]
    return Result("times", digest(folder.glob("*/*.tml")), tuple(sections), tuple(misses))


def parse(path: Path) -> Document:
    """A TimeML document."""
    root = ET.parse(path).getroot()  # noqa: S314
    dated = root.find("DCT/TIMEX3")
    gold: list[Timex] = []
    text = _flatten(_body(root), 0, gold)
    return Document(path.stem, text, (dated.get("value", "") if dated is not None else "")[:10], tuple(gold))


_LEAD = re.compile(
    r"(?:(?:by|until|till|through|since|from|between|within|in|at|before|after)\s+)?"
    r"(?:(?:about|around|roughly|some|approximately)\s+)?(?=\S)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s+(?:after|before|following)\Z", re.IGNORECASE)


def narrow(text: str, span: Span) -> Span:
    """An extent as TimeML marks it: without the preposition before it and after it, and without "about"."""
    lead = _LEAD.match(text, span.start, span.end)
    start = lead.end() if lead else span.start
    tail = _TAIL.search(text[start : span.end])
    return Span(start, start + tail.start() if tail else span.end)


_LENGTH = re.compile(r"P(?:([\d.]+)(DE|CE|[YMWDQ]))?(?:([\d.]+)M)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?")
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "W": 7}


def written(value: str) -> str:
    """One writing of a TIMEX3 value, for the values that have several."""
    value = re.sub(r"(?:-XX)+\Z", "", value)
    value = re.sub(r"-W(\d)\Z", r"-W0\1", value)
    value = re.sub(r"T(\d\d)\Z", r"T\1:00", value)
    value = re.sub(r"\A(\d{3})X\Z", r"\1", value)
    return _length(value)


def _length(value: str) -> str:
    found = _LENGTH.fullmatch(value)
    if found is None or value in ("P", "PT"):
        return value
    count, unit, more, hours, minutes, seconds = found.groups()
    months = float(count) * _MONTHS[unit] if unit in _MONTHS else 0.0
    days = float(count) * _DAYS[unit] if unit in _DAYS else 0.0
    days += float(hours or 0) / 24 + float(minutes or 0) / 1440 + float(seconds or 0) / 86400
    return f"P{months + float(more or 0):g}M{days:.6g}D"


def scores(found: Found) -> dict[str, Score]:
    """TempEval-3's four F1, and the values in one writing."""
    totals = {name: Tally() for name in ("strict", "relaxed", "type", "value", "value, one writing")}
    for document, times in found:
        matched = [(document.gold[i], times[j]) for i, j in _pairs(document, times)]
        right = {
            "strict": sum(_same_extent(document.text, gold, time) for gold, time in matched),
            "relaxed": len(matched),
            "type": sum(gold.type == time.type for gold, time in matched),
            "value": sum(gold.value == time.value for gold, time in matched),
            "value, one writing": sum(written(gold.value) == written(time.value) for gold, time in matched),
        }
        for name in totals:
            totals[name] += Tally(right[name], len(times), len(document.gold))
    return dict(totals)


def _same_extent(text: str, gold: Timex, time: Time) -> bool:
    return gold.span == time.span or narrow(text, gold.span) == narrow(text, time.span)


def _body(root: ET.Element) -> ET.Element:
    body = root.find("TEXT")
    if body is None:
        raise ValueError("a TimeML document without TEXT")
    return body


def _flatten(element: ET.Element, at: int, gold: list[Timex]) -> str:
    """The text of the element, collecting its temporal expressions, innermost last."""
    words = element.text or ""
    for child in element:
        start = at + len(words)
        words += _flatten(child, start, gold)
        if child.tag == "TIMEX3":
            gold.append(Timex(Span(start, at + len(words)), child.get("type", ""), child.get("value", "")))
        words += child.tail or ""
    return words


def _times(reading: Reading | None) -> tuple[Time, ...]:
    return reading.times if reading else ()


def _pairs(document: Document, times: Sequence[Time]) -> list[tuple[int, int]]:
    return pairs(document.gold, times, lambda gold, time: float(shared([gold.span], [time.span])))


def _misses(document: Document, times: tuple[Time, ...]) -> list[Miss]:
    def shown(one: Timex | Time) -> str:
        return f"{one.span.of(document.text)}: {one.type} {one.value}"

    def around(one: Timex | Time) -> str:
        return document.text[max(0, one.span.start - 60) : one.span.end + 60] + f"  [{document.dated}]"

    matched = _pairs(document, times)
    hit, used = {i for i, _ in matched}, {j for _, j in matched}
    entries = [
        Miss(f"missed {gold.type}", document.name, shown(gold), "", around(gold))
        for i, gold in enumerate(document.gold)
        if i not in hit
    ]
    entries += [
        Miss(f"beyond the gold: {time.type}", document.name, "", shown(time), around(time))
        for j, time in enumerate(times)
        if j not in used
    ]
    for gold, time in ((document.gold[i], times[j]) for i, j in matched):
        wrong = ["type"] if gold.type != time.type else []
        wrong += ["value"] if written(gold.value) != written(time.value) else []
        wrong += ["extent"] if not _same_extent(document.text, gold, time) else []
        entries += [Miss(name, document.name, shown(gold), shown(time), around(gold)) for name in wrong]
    return entries
