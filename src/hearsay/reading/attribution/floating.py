"""Quotations that no triple covers: they go on from the one before, stand beside a reporting verb, or float.

A floating quotation has neither cue nor source; its speaker is inferred from its neighbours (see ``speakers``). A
quotation that runs over paragraphs, or goes on after its cue, is another content piece of one attribution.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from hearsay.model.reading import Attribution
from hearsay.model.span import Span
from hearsay.reading.attribution import beside
from hearsay.text import quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.model.report import Report
    from hearsay.text.quotations import Quotation

_BESIDE, _FLOATING = 0.7, 0.5  # confidence of what is found by rule alone
_WORDS = 4  # a shorter quotation without a cue is a title or a scare quote
_FREE, _NAMED = 0, -1  # owners of a code point that no attribution holds, and of one in a source or cue
_GAP = 160  # characters between a cue and the second half of its quotation
_SELF = re.compile(r"I|we|you", re.IGNORECASE)  # who speaks a quotation is no other speaker within it
_SENTENCE_END = re.compile(r"[.!?…,][\"”’'»」』]?$")
_ONLY_ENDS = re.compile(r"[^.!?]*[.!?,;:—–-]?\s*")


def complete(report: Report, drawn: Sequence[Attribution], quoted: Sequence[Quotation]) -> list[Attribution]:
    """The attributions, and the spoken quotations that they leave uncovered."""
    spoken = [q for q, after in zip_longest(quoted, quoted[1:]) if q.closed or (after and after.continues)]
    inner = [_within(one, spoken) for one in drawn]
    outer = [one for one, within in zip(drawn, inner, strict=True) if not within]
    owners = _owners(report.text, outer)
    out = [replace(one, content=_whole(one, number, owners, quoted)) for number, one in enumerate(outer, 1)]
    owners = _owners(report.text, out)
    out = _runs(out, owners, quoted)
    cued = {one.cue[0]: number for number, one in enumerate(out, 1) if one.cue}
    regions = report.spans("paragraph")
    for at, quotation in enumerate(quoted):
        span = quotation.span
        region = _region(regions, span)
        if region is None or any(owners[span.start : span.end]):
            continue
        host = _host(report.text, region, quoted[max(0, at - 2) : at + 1], owners, out)
        if not host and (found := _alone(report.text, region, quotation)) is not None:
            host = next((number for cue in found.cue if (number := _holder(cue, cued))), _FREE)
            if not host:
                out.append(found)
                host = len(out)
        if host:
            out[host - 1] = replace(out[host - 1], content=tuple(sorted({*out[host - 1].content, span})))
            owners[span.start : span.end] = array("i", [host]) * len(span)
    told = (one for one, within in zip(drawn, inner, strict=True) if within)
    return [*out, *(one for one in told if not any(_SELF.fullmatch(s.of(report.text)) for s in one.source))]


def _within(one: Attribution, spoken: Sequence[Quotation]) -> bool:
    """Whether an attribution lies inside a quotation, cue and content: that quotation is another's, not its own."""
    around = quotations.near(spoken, one.cue[0]) if one.cue else ()
    return any(q.inner.covers(piece) for q in around for piece in one.cue) and all(
        q.inner.covers(piece) for q in around for piece in one.content
    )


def _runs(drawn: list[Attribution], owners: array[int], quoted: Sequence[Quotation]) -> list[Attribution]:
    """The attributions, each with the paragraphs of its quotation that come before its cue.

    A quotation that a paragraph leaves open goes on in the next: whoever ends it spoke it all.
    """
    after: Quotation | None = None
    for quotation in reversed(quoted):
        span = quotation.span
        if after is not None and after.continues and not any(owners[span.start : span.end]):
            host = max(owners[after.span.start : after.span.end])
            if host > 0:
                drawn[host - 1] = replace(drawn[host - 1], content=tuple(sorted({*drawn[host - 1].content, span})))
                owners[span.start : span.end] = array("i", [host]) * len(span)
        after = quotation
    return drawn


def _holder(cue: Span, cued: dict[Span, int]) -> int:
    """The number of the attribution that already has a cue, by the cue's end."""
    return cued.get(cue) or next(
        (cued[held] for held in (Span(at, cue.end) for at in range(cue.start, cue.end)) if held in cued), _FREE
    )


def _host(
    text: str, region: Span, quoted: Sequence[Quotation], owners: array[int], drawn: Sequence[Attribution]
) -> int:
    """The number of the attribution that the last of some quotations goes on from; 0 for none."""
    *before, quotation = quoted
    for earlier in reversed(before):
        host = max(owners[earlier.span.start : earlier.span.end])
        if host > 0:
            return host if _goes_on(text, region, quotation, earlier, drawn[host - 1]) else _FREE
    return _FREE


def _owners(text: str, drawn: Sequence[Attribution]) -> array[int]:
    """For each code point the number, from 1, of the attribution in whose content it stands."""
    owners = array("i", [_FREE]) * len(text)
    for number, one in enumerate(drawn, 1):
        for piece in one.content:
            owners[piece.start : piece.end] = array("i", [number]) * len(piece)
    for one in drawn:
        for piece in (*one.source, *one.cue):
            owners[piece.start : piece.end] = array("i", [_NAMED]) * len(piece)
    return owners


def _whole(one: Attribution, number: int, owners: array[int], quoted: Sequence[Quotation]) -> tuple[Span, ...]:
    """The content pieces, each quotation that one of them covers by half or more taken in whole."""
    out: list[Span] = []
    for piece in one.content:
        start, end = piece.start, piece.end
        for quotation in quotations.near(quoted, piece):
            span = quotation.span
            shared = min(end, span.end) - max(start, span.start)
            touches = 2 * shared >= len(span) or start <= span.start < end or start < span.end <= end
            if touches and set(owners[span.start : span.end]) <= {_FREE, number}:
                start, end = min(start, span.start), max(end, span.end)
        if out and start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, end))
        else:
            out.append(Span(start, end))
    return tuple(out)


def _region(regions: Sequence[Span], span: Span) -> Span | None:
    """The paragraph that a span lies in."""
    at = bisect_right(regions, span.start, key=lambda r: r.start) - 1
    return regions[at] if at >= 0 and regions[at].covers(span) else None


def _goes_on(text: str, region: Span, quotation: Quotation, before: Quotation, host: Attribution) -> bool:
    """Whether a quotation continues the one before, which the host holds: over paragraphs, or after the host's cue."""
    if quotation.continues:
        return True
    if (
        not host.cue
        or not region.covers(before.span)
        or not before.span.end <= host.cue[-1].end <= quotation.span.start
    ):
        return False
    between = text[host.cue[-1].end : quotation.span.start]
    return len(between) < _GAP and _is_sentence(text, quotation) and _ONLY_ENDS.fullmatch(between) is not None


def _alone(text: str, region: Span, quotation: Quotation) -> Attribution | None:
    """A quotation beside a reporting verb, or a floating one where it fills sentences of its own."""
    span = quotation.span
    found = beside.frame(text, region, span)
    if found is not None:
        source = (found.source,) if found.source else ()
        return Attribution("", "direct", source, (found.cue,), (span,), confidence=_BESIDE)
    before = text[max(region.start, span.start - 3) : span.start].rstrip()
    after = text[span.end : min(region.end, span.end + 3)].strip()
    opens = not before or before[-1] in '.!?"”'
    ends = not after or text[span.end - 2] in ".!?"
    if opens and ends and _is_sentence(text, quotation):
        return Attribution("", "direct", (), (), (span,), confidence=_FLOATING)
    return None


def _is_sentence(text: str, quotation: Quotation) -> bool:
    """Whether quoted words are a sentence rather than a title or a scare quote."""
    words = quotation.inner.of(text).strip(" .…")
    begins = words[:1].isupper() or not words[:1].isalpha() or not words[:1].isascii()
    ends = not quotation.closed or _SENTENCE_END.search(text, quotation.span.end - 2, quotation.span.end) is not None
    return begins and ends and words.count(" ") >= _WORDS - 1
