"""What an edit changed in what a report says, told in statements and figures beside the words.

Statements of the two versions are paired by their words, the likest first. What is left over came or went; of a pair,
speaker, stance, day, figures and hedges are compared.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.model.story import Edit
from hearsay.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.model.reading import Attribution, Figure, Reading

_ALIKE = 0.5
"""Dice coefficient of the words from which two statements are one, told anew."""

# Hyland (1998), Hedging in Scientific Research Articles: modal and epistemic items; reportative adverbs of news.
_HEDGES = re.compile(
    r"\b(?:may|might|could|would|appears?|seems?|perhaps|possibly|probably|likely|unlikely|apparently|reportedly"
    r"|allegedly|alleged|purportedly|purported|suspected|believed|thought|presumably|potentially|unconfirmed)\b",
    re.IGNORECASE,
)

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def edits(before: Reading, after: Reading) -> tuple[Edit, ...]:
    """What changed from one version of a report to the next, in the order of the newer text; what went comes last."""
    found = [*_statements(before, after), *_figures(before, after)]
    found += _correction(before, after)
    note = after.report.correction
    return tuple(_noted(one, note) if note and note != before.report.correction else one for one in found)


def _statements(before: Reading, after: Reading) -> Iterator[Edit]:
    olds = [one for one in before.attributions if one.content]
    news = [one for one in after.attributions if one.content]
    pairs = _paired([_said(one, before) for one in olds], [_said(one, after) for one in news])
    for number, new in enumerate(news):
        if number in pairs:
            yield from _changed(olds[pairs[number]], before, new, after)
        else:
            yield Edit("statement", None, _told(new, after), spans_after=new.content)
    for number, old in enumerate(olds):
        if number not in pairs.values():
            yield Edit("statement", _told(old, before), None, spans_before=old.content)


def _changed(old: Attribution, before: Reading, new: Attribution, after: Reading) -> Iterator[Edit]:
    spans = (old.content, new.content)
    if (was := _speaker(old, before)) != (now := _speaker(new, after)):
        yield Edit("speaker", was, now, *spans)
    if old.stance != new.stance:
        yield Edit("stance", old.stance, new.stance, *spans)
    day, today = (one.said_on.value if one.said_on else None for one in (old, new))
    if day != today:
        yield Edit("day", day, today, *spans)
    hedged, hedges = _hedges(_said(old, before)), _hedges(_said(new, after))
    if hedged != hedges:
        yield Edit("hedge", ", ".join(hedged) or None, ", ".join(hedges) or None, *spans)


def _figures(before: Reading, after: Reading) -> Iterator[Edit]:
    """Figures are paired by the sentence that they stand in and by what they count; those that are equal are none."""
    olds, news = (_left(one, other) for one, other in ((before, after), (after, before)))
    pairs = _paired([_place(one, before) for one in olds], [_place(one, after) for one in news])
    for number, new in enumerate(news):
        old = olds[pairs[number]] if number in pairs else None
        was = (_words(old.span, before), (old.span,)) if old else (None, ())
        yield Edit("figure", was[0], _words(new.span, after), was[1], (new.span,))
    for number, old in enumerate(olds):
        if number not in pairs.values():
            yield Edit("figure", _words(old.span, before), None, spans_before=(old.span,))


def _correction(before: Reading, after: Reading) -> list[Edit]:
    if before.report.correction == after.report.correction:
        return []
    return [Edit("correction", before.report.correction, after.report.correction)]


def _noted(one: Edit, note: str) -> Edit:
    """An edit with the note that tells of it: the note has the figure or the name that the edit brought or took."""
    said = [words for words in (one.before, one.after) if words and one.what in {"figure", "speaker", "statement"}]
    if one.what == "figure":
        said = [found for words in said for found in _NUMBER.findall(words) or [words]]
    named = any(re.search(rf"(?<![\w.,]){re.escape(words)}(?![.,]?\w)", note, re.IGNORECASE) for words in said)
    if not named:
        return one
    return Edit(one.what, one.before, one.after, one.spans_before, one.spans_after, note)


def _left(reading: Reading, other: Reading) -> list[Figure]:
    """The figures that the other version does not have as often; those of a correction note are told with the note."""
    known = [_value(one) for one in other.figures]
    left = []
    for one in reading.figures:
        if _inside_note(one.span, reading):
            continue
        if _value(one) in known:
            known.remove(_value(one))
        else:
            left.append(one)
    return left


def _inside_note(span: Span, reading: Reading) -> bool:
    note = reading.report.correction
    at = reading.report.text.find(note) if note else -1
    return note is not None and 0 <= at <= span.start < at + len(note)


def _value(one: Figure) -> tuple[object, ...]:
    return one.low, one.high, one.modifier, one.unit


def _place(one: Figure, reading: Reading) -> str:
    """What stands around a figure: its sentence without it, and what it counts, which weighs as much again."""
    text = reading.report.text
    part = next((part.span for part in reading.report.parts if part.start <= one.span.start < part.end), None)
    around = next(
        (s for s in sentences.split(text, part or Span(0, len(text))) if s.start <= one.span.start < s.end), one.span
    )
    return f"{text[around.start : one.span.start]} {text[one.span.end : around.end]} {one.about or ''} {one.unit or ''}"


def _paired(olds: Sequence[str], news: Sequence[str]) -> dict[int, int]:
    """For each new text the old one that it is, the likest pairs first."""
    bags = [[set(re.findall(r"\w+", text.casefold())) for text in texts] for texts in (olds, news)]
    scored = sorted(
        (-_dice(old, new), j, i) for j, new in enumerate(bags[1]) for i, old in enumerate(bags[0]) if old and new
    )
    pairs: dict[int, int] = {}
    for score, j, i in scored:
        if -score >= _ALIKE and j not in pairs and i not in pairs.values():
            pairs[j] = i
    return pairs


def _dice(a: set[str], b: set[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b))


def _said(one: Attribution, reading: Reading) -> str:
    return " ".join(_words(piece, reading) for piece in one.content)


def _told(one: Attribution, reading: Reading) -> str:
    return f"{_speaker(one, reading) or 'not stated'} {one.stance}: {_said(one, reading)}"


def _speaker(one: Attribution, reading: Reading) -> str | None:
    actor = reading.actor(one.speaker)
    return actor.name if actor else None


def _words(span: Span, reading: Reading) -> str:
    return " ".join(span.of(reading.report.text).split())


def _hedges(words: str) -> list[str]:
    return sorted({found.casefold() for found in _HEDGES.findall(words)})
