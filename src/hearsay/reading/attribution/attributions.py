"""From the reader's triples to attributions: tidy spans, what the reader cannot know, kinds, ids.

The reader finds outermost attributions. Added here by rule: attributions in headlines, quotations without a cue, plain
reporting frames that were missed, attributions inside contents. A relay of the same words ("…, Reuters reported") is
no attribution of its own; it is left to the chain (see ``relay``).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from hearsay.model.reading import Attribution, Kind
from hearsay.reading.attribution import contents, floating, headlines, nesting, pieces, refusals, relay, subjects, worth
from hearsay.text import quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.model.report import Report
    from hearsay.model.span import Span
    from hearsay.text.quotations import Quotation


_WINDOW = 16  # attributions before and behind among which the one around is looked for


class Found(Protocol):
    """What the reader hands on (``decode.Triple``)."""

    @property
    def cue(self) -> Span:
        """The words that report."""

    @property
    def source(self) -> tuple[Span, ...]:
        """The words that name who speaks."""

    @property
    def content(self) -> tuple[Span, ...]:
        """What is said."""

    @property
    def confidence(self) -> float:
        """From 0 to 1."""


def draw(report: Report, triples: Sequence[Found], least: float = 0.0) -> tuple[Attribution, ...]:
    """The attributions of a report in text order, ids ``a1`` …; those with a confidence below ``least`` are left out.

    Speaker, ``via``, stance and ``said_on`` are still empty.
    """
    regions = report.spans("headline", "paragraph", "caption")
    quoted = quotations.outermost(quotations.find(report.text, regions))
    tidied = [_tidy(report.text, triple, quoted) for triple in triples]
    drawn = _merged([one for one in tidied if one.cue])
    drawn = subjects.complete(report, contents.complete(report, drawn, quoted))
    drawn = [one for one in drawn if worth.keeps(report.text, one)]
    drawn = headlines.complete(report, drawn)
    drawn = refusals.complete(report, drawn, quoted)
    drawn = floating.complete(report, drawn, quoted)
    drawn = nesting.complete(report, drawn, quoted)
    drawn = relay.folded(report, drawn)
    return _numbered(report.text, [one for one in drawn if one.confidence >= least], quoted)


def kind(text: str, content: Sequence[Span], quoted: Sequence[Quotation]) -> Kind:
    """Direct where every word of the content is quoted, indirect where none is, else mixed."""
    inside = outside = 0
    for piece in content:
        free = piece.start
        for quotation in quotations.near(quoted, piece):
            low, high = max(free, quotation.span.start), min(piece.end, quotation.span.end)
            if low < high:
                outside += _letters(text[free:low])
                inside += _letters(text[low:high])
                free = high
        outside += _letters(text[free : piece.end])
    if not inside:
        return "indirect"
    return "mixed" if outside > 1 else "direct"


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))


def _tidy(text: str, triple: Found, quoted: Sequence[Quotation]) -> Attribution:
    content = tuple(
        tidy
        for piece in triple.content
        if len(tidy := pieces.content(text, piece, quoted)) and not tidy.overlaps(triple.cue)
    )
    source = tuple(tidy for piece in triple.source if len(tidy := pieces.source(text, piece)))
    cue = pieces.cue(text, triple.cue)
    confidence = round(triple.confidence, 4)  # so that threads and batches, which move the last digits, do not show
    return Attribution("", "indirect", source, (cue,) if len(cue) else (), content, confidence=confidence)


def _merged(drawn: Sequence[Attribution]) -> list[Attribution]:
    """One attribution for each cue: of two that share it the likelier one."""
    kept: list[Attribution] = []
    for one in sorted(drawn, key=lambda a: a.cue):
        if not kept or not kept[-1].cue[0].overlaps(one.cue[0]):
            kept.append(one)
        elif one.confidence > kept[-1].confidence:
            kept[-1] = one
    return kept


def _numbered(text: str, drawn: Sequence[Attribution], quoted: Sequence[Quotation]) -> tuple[Attribution, ...]:
    """In text order, with ids, kinds, and the attribution that each one lies in."""
    ordered = sorted(drawn, key=_place)
    named = [
        replace(
            one,
            id=f"a{number}",
            kind=kind(text, one.content, quoted),
            source=tuple(pieces.with_comma(text, piece) for piece in one.source),
            cue=tuple(pieces.with_colon(text, piece) for piece in one.cue),
            content=tuple(pieces.with_conjunction(text, piece) for piece in one.content),
        )
        for number, one in enumerate(ordered, 1)
    ]
    return tuple(
        replace(one, within=_around(one, named[max(0, at - _WINDOW) : at + _WINDOW])) for at, one in enumerate(named)
    )


def _place(one: Attribution) -> tuple[int, int]:
    pieces = (*one.cue, *one.content, *one.source)
    return min(piece.start for piece in pieces), min(piece.start for piece in (one.cue or pieces))


def _around(one: Attribution, neighbours: Sequence[Attribution]) -> str | None:
    """The id of the innermost attribution in whose content this one stands."""
    anchor = (one.cue or one.content)[0]
    holders = [
        (len(piece), other.id)
        for other in neighbours
        if other is not one
        for piece in other.content
        if piece.covers(anchor) and not any(own.covers((other.cue or other.content)[0]) for own in one.content)
    ]
    return min(holders)[1] if holders else None
