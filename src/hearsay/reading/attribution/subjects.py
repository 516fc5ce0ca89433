"""Sources that the reader left out: the subject right before an active verb, also across a relative clause or a name.

"Boralis, which runs the ship, dismissed the report": the subject is "Boralis". "A spokeswoman, Ida Orr, declined": it
is "A spokeswoman, Ida Orr". A passive, a participle and an
infinitive have no subject of their own there, and a noun is no verb.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.reading.attribution import grammar, setting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.model.reading import Attribution
    from hearsay.model.report import Report

_ACTIVE = re.compile(r"(?!(?:is|are|was|were|be|been|being|to|by|in|as|according)\b)\w+(?<!ing)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"(?:(?:neither|never|also|later|\w+ly)\s)?(?:\w+(?:ed|s)|said|told|wrote|thought|knew|felt|found|held|saw|took|gave|put|spoke|swore|made|set|left|"
    r"(?:has|have|had|did|does|do|will|would|could|can|may|might|should|must)\b.*)",
    re.IGNORECASE,
)
_APPOSED = re.compile(r",\s+(?:[A-Z][\w'’.-]*\s){0,3}[A-Z][\w'’.-]*(?P<comma>,\s*)\Z")
_RELATIVE = re.compile(r",\s+(?:which|who|whose|where)\b[^,;:.\"“”]{2,120},\s*\Z")


# Passives whose subject is told of or spoken to; one that is quoted speaks. Source: the verbs of resources/stance.yml
# and resources/cues.yml that take a person or thing as their object.
_PASSIVE = re.compile(
    r"(?:is|are|was|were|(?:has|have|had|to|being)\s+been|been|being|be)\s+(?:\w+\s+){0,2}?"
    r"(?:accused|alleged|asked|believed|blamed|called|charged|claimed|condemned|considered|convicted|criticised|"
    r"criticized|declared|denied|described|dubbed|expected|fined|indicted|labell?ed|named|ordered|praised|rated|refused|"
    r"regarded|reported|rumou?red|said|sentenced|sued|suspected|thought|told|understood|urged|viewed|warned)\b(?!.*\bby\b)",
    re.IGNORECASE | re.DOTALL,
)


def complete(report: Report, drawn: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with the subject of an active finite cue as the source of those that have none."""
    checked = [_without_object(report.text, one) for one in drawn]
    return [replace(one, source=_subject(report, one)) if one.cue and not one.source else one for one in checked]


def _without_object(text: str, one: Attribution) -> Attribution:
    """The attribution without a source that is the subject of a passive."""
    if not one.cue or not one.source or not _PASSIVE.match(one.cue[0].of(text)):
        return one
    return replace(one, source=tuple(piece for piece in one.source if piece.start > one.cue[0].start))


def _subject(report: Report, one: Attribution) -> tuple[Span, ...]:
    cue, text = one.cue[0], report.text
    words = cue.of(text)
    if not _ACTIVE.match(words) or not _FINITE.match(words.split("\n")[0]):
        return ()
    low = setting.sentence(report, cue).start
    beside = _RELATIVE.search(text, low, cue.start) or _APPOSED.search(text, low, cue.start)
    subject = grammar.subject_before(text, low, beside.start() if beside else cue.start)
    if subject and beside and beside.re is _APPOSED:
        subject = Span(subject.start, beside.start("comma"))
    if subject is None or any(subject.overlaps(piece) for piece in one.content):
        return ()
    return (subject,)
