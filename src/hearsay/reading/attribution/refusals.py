"""Set phrases in which nothing is said: "declined to comment", "did not respond to a request", "could not be reached".

They are attributions that decline; the reader misses some of them, mostly behind an apposition. In PolNeAR's training
and dev parts 59 of 80 such phrases are marked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.model.reading import Attribution
from hearsay.model.span import Span
from hearsay.reading.attribution import grammar, setting
from hearsay.text import quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.model.report import Report
    from hearsay.text.quotations import Quotation

_CONFIDENCE = 0.7
_PHRASE = re.compile(
    r"\b(?:(?P<cue>(?:has |have |had )?(?:declined|refused))\s+"
    r"(?P<content>to (?:comment|be interviewed|elaborate|answer questions)\b[^.,;:\n\"“”]{0,80})"
    r"|(?P<cue2>did(?:\s+not|n['’]t)\s+(?:immediately\s+)?(?:(?:respond|reply)(?:\s+to)?|return))\s+"
    r"(?P<content2>(?:\w+['’]?s?\s+){0,4}(?:requests?|calls?|messages?|e-?mails?|inquir(?:y|ies)|enquir(?:y|ies)|"
    r"questions?)\b[^.,;:\n\"“”]{0,60})"
    r"|(?P<cue3>could\s+not\s+(?:immediately\s+)?be\s+reached(?:\s+for\s+comment\b|(?=[.,;]|\s+on\s|\s+late\b))|"
    r"had\s+no\s+(?:immediate\s+)?comment|"
    r"(?:was|were)\s+not\s+(?:immediately\s+)?available\s+(?:for|to)\s+comment)\b)"
)
_SHORT = 14  # words of the longest subject with its apposition
_FROM = re.compile(r"(?:[.;:]|\b(?:but|and|while|that|as|because))\s", re.IGNORECASE)


def complete(report: Report, drawn: Sequence[Attribution], quoted: Sequence[Quotation]) -> list[Attribution]:
    """The attributions, and the refusals that none of them has as its cue."""
    taken = sorted(piece for one in drawn for piece in one.cue)
    out = list(drawn)
    for region in report.spans("paragraph"):
        for match in _PHRASE.finditer(report.text, region.start, region.end):
            whole = Span(*match.span())
            inside = any(q.span.overlaps(whole) for q in quotations.near(quoted, whole))
            if not inside and not any(piece.overlaps(whole) for piece in taken):
                out += _refusal(report, match)
    return out


def _refusal(report: Report, match: re.Match[str]) -> list[Attribution]:
    """The refusal of a phrase, where somebody refuses."""
    cue = Span(*next(match.span(name) for name in ("cue", "cue2", "cue3") if match[name]))
    source = _subject(report, cue)
    if source is None:
        return []
    name = next((name for name in ("content", "content2") if match[name]), None)
    content = (grammar.trimmed(report.text, *match.span(name)),) if name else ()
    return [Attribution("", "indirect", (source,), (cue,), content, confidence=_CONFIDENCE)]


def _subject(report: Report, cue: Span) -> Span | None:
    """Who refuses, with an apposition: "Ida Orr, the owner, could not be reached"."""
    text, low = report.text, setting.sentence(report, cue).start
    if not text[low : cue.start].rstrip().endswith(","):
        return grammar.subject_before(text, low, cue.start)
    start = max((m.end() for m in _FROM.finditer(text, low, cue.start)), default=low)
    found = grammar.trimmed(text, start, cue.start)
    words = text[found.start : found.end]
    named = words[:1].isupper() or grammar.looks_like_subject(words.partition(",")[0])
    return found if named and 0 < len(words.split()) <= _SHORT else None
