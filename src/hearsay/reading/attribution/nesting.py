"""Attributions that the reader leaves out: those inside the content of another, and plain frames that it missed.

Inside a content: "Kirby said that Seoul believes …", "the aide said the bank had denied it", "the rumour that …". In
untouched sentences only the plainest frames count: a subject, a reporting verb and its clause; "according to".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.model.reading import Attribution
from hearsay.model.span import Span
from hearsay.reading.attribution import cues, frames, pieces
from hearsay.text import quotations, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hearsay.model.report import Report
    from hearsay.reading.attribution.frames import Frame
    from hearsay.text.quotations import Quotation

_LONGEST = 1500  # characters of a sentence; a longer one is no prose
_SHORTEST = 8  # characters of a content on either side of a participle
# Behind a bare comma the subject of a participle may stand in the content; with "while" or "adding" it is the speaker.
_PARTICIPLE = re.compile(
    r",\s+(?:(?:while |but |and )(?:also )?(?P<cue>warning|insisting|saying|stressing|noting|arguing|accusing|blaming|"
    r"calling|citing|urging|vowing|promising|denying|describing|dismissing|alleging|claiming|raising)|(?P<more>adding))\s+(?:that\s+)?"
)
_INSIDE, _MISSED = 0.6, 0.6  # confidence of what is found by rule alone
_SPEAKER_OF_QUOTE = re.compile(r"(?:I|we|you|nobody|no one|anyone|one|everyone|somebody|someone)", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|it|they|who|which)", re.IGNORECASE)
_THING = re.compile(r"(?:it|this|that|which|these|those)", re.IGNORECASE)
_EVIDENCE = re.compile(r"\b(?:show|suggest|indicat|impl|signal|underlin|underscor|reveal|confirm|mean)\w*\Z")


def complete(report: Report, drawn: list[Attribution], quoted: Sequence[Quotation]) -> list[Attribution]:
    """The attributions with the nested and the missed ones added, in no order."""
    cued = covered(report.text, (cue for one in drawn for cue in one.cue))
    out = [part for one in drawn for part in _parted(report.text, one, cued, quoted)]
    out += _missed(report, out, quoted)
    cued = covered(report.text, (cue for one in out for cue in one.cue))
    for told, piece in [(_is_told(report.text, one), piece) for one in out for piece in one.content]:
        for sentence in sentences.split(report.text, piece):
            if len(sentence) <= _LONGEST:
                out += _nested(report.text, sentence, cued, quoted, told=told)
    return out


def _is_told(text: str, one: Attribution) -> bool:
    """Whether somebody tells the content: "according to" a document is the document's own account of an order."""
    return bool(one.cue) and one.cue[0].of(text).lower() != "according to"


def _parted(text: str, one: Attribution, cued: bytearray, quoted: Sequence[Quotation]) -> Iterator[Attribution]:
    """An attribution, and what its speaker goes on to say by a participle: "…, adding that …", "…, while raising …"."""
    last = one.content[-1] if one.cue and one.source and one.content else None
    match = _PARTICIPLE.search(text, last.start, last.end) if last else None
    if (
        last is None
        or match is None
        or any(cued[match.start() : match.end()])
        or any(q.span.overlaps(Span(*match.span())) for q in quotations.near(quoted, last))
    ):
        yield one
        return
    first = pieces.content(text, Span(last.start, match.start()), quoted)
    rest = pieces.content(text, Span(match.end(), last.end), quoted)
    if len(first) < _SHORTEST or len(rest) < _SHORTEST:
        yield one
        return
    yield replace(one, content=(*one.content[:-1], first))
    yield replace(
        one,
        cue=(Span(*match.span("cue" if match["cue"] else "more")),),
        content=(rest,),
        confidence=min(one.confidence, _MISSED),
    )


def covered(text: str, spans: Iterable[Span]) -> bytearray:
    """One flag for each code point: whether some span holds it."""
    flags = bytearray(len(text))
    for span in spans:
        flags[span.start : span.end] = b"\1" * len(span)
    return flags


def _nested(
    text: str, region: Span, cued: bytearray, quoted: Sequence[Quotation], *, told: bool
) -> Iterator[Attribution]:
    """The frames inside one sentence of a content that no attribution has as its own."""
    orders = frames.orders(text, region) if told else ()
    for frame in (*frames.clauses(text, region), *frames.relatives(text, region), *frames.nouns(text, region), *orders):
        if any(cued[frame.cue.start : frame.cue.end]) or not _another_speaker(text, frame):
            continue
        cued[frame.cue.start : frame.cue.end] = b"\1" * len(frame.cue)
        if len(content := pieces.content(text, frame.content, quoted)):
            source = (pieces.source(text, frame.source),) if frame.source else ()
            yield Attribution("", "indirect", source, (frame.cue,), (content,), confidence=_INSIDE)


def _another_speaker(text: str, frame: Frame) -> bool:
    """Whether a frame inside a content can be the speech of someone else than who speaks the content."""
    if frame.source is None:
        return frame.cue.of(text) not in cues.lexicon().private_nouns
    subject = frame.source.of(text)
    if _SPEAKER_OF_QUOTE.fullmatch(subject) or (_THING.fullmatch(subject) and _EVIDENCE.search(frame.cue.of(text))):
        return False
    verb = frame.cue.of(text).rpartition(" ")[2]
    return not (_PRONOUN.fullmatch(subject) and verb in cues.lexicon().private)


def _missed(report: Report, known: Sequence[Attribution], quoted: Sequence[Quotation]) -> list[Attribution]:
    """Plain frames in sentences that no attribution touches."""
    touched = covered(report.text, (piece for one in known for piece in (*one.source, *one.cue, *one.content)))
    out: list[Attribution] = []
    for region in report.spans("paragraph"):
        for sentence in sentences.split(report.text, region):
            if len(sentence) > _LONGEST or any(touched[sentence.start : sentence.end]):
                continue
            found = next(
                iter((*frames.clauses(report.text, sentence), *frames.accordings(report.text, sentence))), None
            )
            if found is not None and found.source is not None:
                content = pieces.content(report.text, found.content, quoted)
                source = (pieces.source(report.text, found.source),)
                out.append(Attribution("", "indirect", source, (found.cue,), (content,), confidence=_MISSED))
    return out
