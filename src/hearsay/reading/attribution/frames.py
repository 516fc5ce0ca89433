"""Reporting frames found by rule: subject and reporting verb, "according to", and nouns with a clause of their own.

The rules prefer silence to a guess: a verb without "that" must be followed by what can begin a clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.reading.attribution import cues, grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN = r"(?:[\w’'&.-]+\s+)"
_THAT = re.compile(
    rf"\s+{_BETWEEN}{{0,6}}?that\s+(?!(?:day|night|morning|evening|week|month|year|spring|summer|autumn|fall|winter|"
    r"time|moment|way|same)\b)"
)
_TOLD_THAT = re.compile(rf"\s+{_BETWEEN}{{1,6}}?that\s+")
_WHICH = re.compile(r",?\s(?:which|that)\s+\Z")
_TO_ACT = re.compile(rf"\s+(?P<who>(?!to\b|not\b|about\b|for\b){_BETWEEN}{{1,6}}?)(?:not\s+)?to\s+[a-z]+")
_WORD = re.compile(r"[A-Za-z]+")
_CLAUSE_START = re.compile(
    r"(?:\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?\s+(?=(?:the|a|an|this|these|those|his|her|"
    r"its|their|our|my|your|he|she|it|they|we|I|you|there|no|some|many|most|all|"
    r"any|both|each|every|several|two|three|four|five|nobody|nothing|everyone)\b|[A-Z0-9$£€])"
)
_THING = re.compile(rf"\s+(?=having\b|any\b)|{_CLAUSE_START.pattern}")


@dataclass(frozen=True, slots=True)
class Frame:
    """A reporting frame: who (if named), the cue, and what was said as far as the frame's region goes."""

    source: Span | None
    cue: Span
    content: Span


def clauses(text: str, region: Span) -> Iterator[Frame]:
    """“X said (that) …”, "X told Y that …": the content runs to the end of the region."""
    for cue, after in _reporting(text, region):
        subject = grammar.subject_before(text, region.start, cue.start)
        content = grammar.trimmed(text, after, region.end)
        if subject is not None and len(content) > 3 and grammar.agree(subject.of(text), cue.of(text)):
            yield Frame(subject, cue, content)


def relatives(text: str, region: Span) -> Iterator[Frame]:
    """“(corrects) a story of May 2, which said …": what the region begins with is the speaker."""
    for cue, after in _reporting(text, region):
        which = _WHICH.search(text, region.start, cue.start)
        source = grammar.trimmed(text, region.start, which.start()) if which else region
        content = grammar.trimmed(text, after, region.end)
        if which and len(content) > 3 and grammar.looks_like_subject(source.of(text)):
            yield Frame(source, cue, content)
        return


def orders(text: str, region: Span) -> Iterator[Frame]:
    """“X urged Y to leave": the content runs from who is to act to the end of the region."""
    for match in _WORD.finditer(text, region.start, region.end):
        if match.group() in cues.lexicon().order and (act := _TO_ACT.match(text, match.end(), region.end)):
            cue = grammar.verb_group(text, region.start, match)
            subject = grammar.subject_before(text, region.start, cue.start)
            given = not re.match(r"(?:will|would|can|could|may|might)\b", cue.of(text))
            if subject is not None and given and grammar.agree(subject.of(text), cue.of(text)):
                yield Frame(subject, cue, grammar.trimmed(text, act.start("who"), region.end))


def clause_after(text: str, cue: Span, region: Span) -> int | None:
    """Where the clause of a verb begins, whatever stands between them ("told reporters on Monday that …")."""
    for pattern in (_THAT, _CLAUSE_START):
        if match := pattern.match(text, cue.end, region.end):
            return match.end()
    return None


def _reporting(text: str, region: Span) -> Iterator[tuple[Span, int]]:
    """Each verb group that takes a clause or a thing here, and where that begins."""
    words = cues.lexicon()
    for match in _WORD.finditer(text, region.start, region.end):
        verb = match.group()
        if verb.endswith("ing") or not (verb in words.clause or verb in words.told or verb in words.thing):
            continue
        tries = (
            _THAT if verb in words.clause else None,
            _TOLD_THAT if verb in words.told else None,
            _CLAUSE_START if verb in words.bare else None,
            _THING if verb in words.thing else None,
        )
        follows = next((m for t in tries if t and (m := t.match(text, match.end(), region.end))), None)
        if follows is not None:
            yield grammar.verb_group(text, region.start, match), follows.end()


def accordings(text: str, region: Span) -> Iterator[Frame]:
    """“…, according to X”: the content is the rest of the sentence before it, or after it where it comes first."""
    for match in _ACCORDING.finditer(text, region.start, region.end):
        source = grammar.trimmed(text, match.start("source"), min(match.end("source"), region.end))
        before = grammar.trimmed(text, _sentence_start(text, region.start, match.start()), match.start())
        after = grammar.trimmed(text, match.end(), region.end)
        content = before if len(before) > 3 else after
        if len(content) > 3 and len(source):
            yield Frame(source, Span(match.start("cue"), match.end("cue")), content)


def nouns(text: str, region: Span) -> Iterator[Frame]:
    """“the rumour that …”: a noun of speech with a clause of its own. Its maker is mostly not named."""
    for match in _noun().finditer(text, region.start, region.end):
        if _RELATIVE.match(text, match.end(), region.end):
            continue
        content = grammar.trimmed(text, match.end(), region.end)
        owner = Span(*match.span("owner")) if match.group("owner") else None
        if len(content) > 3:
            yield Frame(owner, Span(match.start("cue"), match.end("cue")), content)


def _sentence_start(text: str, low: int, stop: int) -> int:
    for at in range(stop - 1, low, -1):
        if text[at] in " \n" and text[at - 1] in '.!?"”' and not grammar.abbreviation(text, at - 1):
            mark = text[at - 1]
            if mark in ".!?" or text[at - 2] in ".!?":
                return at
    return low


_ACCORDING = re.compile(
    r"(?P<cue>\b[Aa]ccording to)\s+(?P<source>(?:[^,;:.\n\"“”]|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Dr|St))\.|\.(?=\d)){2,160})"
)


@cache
def _noun() -> re.Pattern[str]:
    nouns = cues.any_of(cues.lexicon().nouns)
    return re.compile(
        rf"(?:\b(?P<owner>[A-Z][\w-]+(?=['’])|his|her|its|their)(?:['’]s?)?\s)?\b(?P<cue>{nouns}) that\s+"
    )


# "the reports that depicted …", "the part that should hold it": a relative clause.
_RELATIVE = re.compile(
    r"(?:(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|did|does|do)\b|[a-z]{2,}(?<!ne)ed\b)"
)


def hosts(text: str, region: Span) -> Iterator[Span]:
    """The subjects of the reporting verbs of a region, in text order."""
    verbs = cues.lexicon().clause | cues.lexicon().beside
    for match in _WORD.finditer(text, region.start, region.end):
        if match.group() in verbs:
            subject = grammar.subject_before(text, region.start, grammar.verb_group(text, region.start, match).start)
            if subject is not None:
                yield subject
