"""The reporting verb and its subject beside a quotation: ""…," X said", ""…," said X", "X said: …", "X agreed. …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.reading.attribution import cues, grammar
from hearsay.reading.attribution.frames import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator

_REACH = 160  # characters beside a quotation that are looked at
_WORD = re.compile(r"[A-Za-z]+")
_BEHIND = re.compile(
    r"\s+(?P<source>(?:[\w’'&-]|\.(?=\w|\s[A-Z])|\s(?!in\b|on\b|at\b|during\b|as\b|after\b|when\b|while\b|who\b|"
    r"last\b)){2,80})"
)
_INTRODUCED = re.compile(r"[^.!?\"“”\n]*(?P<mark>[,:.])\s*$")


def frame(text: str, region: Span, quotation: Span) -> Frame | None:
    """The reporting verb and its subject just behind a quotation ("…," X said; "…," said X) or just before it."""
    after = text[quotation.end : min(region.end, quotation.end + _REACH)]
    stop = quotation.end + _clause_end(after)
    for cue in _verbs(text, Span(quotation.end, stop)):
        source = grammar.subject_before(text, quotation.end, cue.start)
        if not text[quotation.end : cue.start].strip(" ,"):
            source = _inverted(text, cue.end, stop)
        if source is not None and not text[quotation.end : min(source.start, cue.start)].strip(" ,"):
            return Frame(source, cue, quotation)
    before = _INTRODUCED.search(text, max(region.start, quotation.start - _REACH), quotation.start)
    return _introduced(text, region, quotation, before) if before else None


def _introduced(text: str, region: Span, quotation: Span, before: re.Match[str]) -> Frame | None:
    """“X said: …”, "X agreed. …": a full stop only right behind the verb."""
    for cue in _verbs(text, Span(before.start(), quotation.start)):
        if before["mark"] != "." or text.startswith(".", cue.end):
            source = grammar.subject_before(text, region.start, cue.start)
            if source is not None:
                return Frame(source, cue, quotation)
    return None


def _verbs(text: str, region: Span) -> Iterator[Span]:
    """The verb groups of a region that can stand beside a quotation."""
    verbs = cues.lexicon().beside
    words = _WORD.finditer(text, region.start, region.end)
    return (grammar.verb_group(text, region.start, word) for word in words if word.group() in verbs)


def _inverted(text: str, start: int, stop: int) -> Span | None:
    """The subject behind a verb: "said the minister, …"."""
    match = _BEHIND.match(text, start, stop)
    if match is None or not grammar.looks_like_subject(match.group("source")):
        return None
    return Span(*match.span("source"))


def _clause_end(after: str) -> int:
    found = re.search(r"[.;:!?](?=\s|$)|[\"“]", after)
    return found.end() if found else len(after)
