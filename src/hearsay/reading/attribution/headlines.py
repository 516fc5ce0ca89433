"""Attributions in headlines, which have a grammar of their own: "X: who", "who: 'X'", "X, who says", "Who denies X".

Applied where the reader found nothing in a headline.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hearsay.model.reading import Attribution
from hearsay.model.span import Span
from hearsay.reading.attribution import cues

if TYPE_CHECKING:
    from hearsay.model.report import Report

_CONFIDENCE = 0.6
_LONGEST = 400  # characters; a longer one is no headline
# The press as a whole: "…: reports". It carries words, it does not speak them.
CARRIED = re.compile(r"(?:media |press |local |state |news |foreign )*(?:reports?|media)$", re.IGNORECASE)
_WORD = r"[\w’'.&/-]+"
_SPEAKERS = (
    r"(?:officials?|police|researchers|scientists|experts?|analysts?|ministers?|ministry|minister|president|"
    r"premier|PM|chief|"
    r"sources?|authorities|prosecutors?|lawyers?|mayor|governor|agency|watchdog|regulators?|monitors?|study|"
    r"survey|poll|report|"
    r"envoy|spokesman|spokeswoman|spokesperson|CEO|court|judge|army|military|union|operator|company|UN|U\.N\.|"
    r"EU|WHO|IMF|NATO|"
    r"Kremlin|Pentagon|White House|government|coroner|doctors|witnesses|staff|leader|owner|editor|coach|bank|"
    r"department|data|"
    r"documents|filing|letter|memo|inquiry|investigators|rescuers|residents|witness|lawmakers?|senators?|"
    r"senator|MPs?|NGO)"
)
_SPEAKER = rf"(?:{_WORD} ){{0,4}}{_SPEAKERS}|(?:[A-Z][\w’'.-]+ ){{0,2}}[A-Z][\w’'.-]+"
_LABEL = re.compile(
    r"(?:watch|video|photos?|analysis|opinion|explainer|live|breaking|update|updated|exclusive|correction|"
    r"corrected|factbox|"
    r"timeline|interview|comment|editorial|review|obituary|profile|in pictures|podcast|quiz|fact check|q&a|"
    r"world|business|sport)s?$",
    re.IGNORECASE,
)
_LAST = re.compile(rf"(?P<content>.{{12,}}?)(?P<cue>:| [–—-]{{1,2}})\s+(?P<source>{_SPEAKER})$")
_FIRST = re.compile(rf"(?P<source>(?:{_WORD} ){{0,5}}{_WORD})(?P<cue>:)\s+(?P<content>.{{6,}})$")
_OPENING = "\"“‘'"


def complete(report: Report, drawn: list[Attribution]) -> list[Attribution]:
    """The attributions, without topics that stand before a headline's colon; and those of headlines that hold none."""
    drawn = [one for one in drawn if not _topic(report, one)]
    out = list(drawn)
    for region in report.spans("headline"):
        if len(region) <= _LONGEST and not any(
            piece.overlaps(region) for one in drawn for piece in (*one.cue, *one.content)
        ):
            found = find(report.text, region)
            out += [found] if found else []
    return out


def find(text: str, region: Span) -> Attribution | None:
    """The attribution that a headline's own form shows, or ``None``."""
    body = _without_relay(text, region)
    for match in (_verb().match(text, body.start, body.end), _final().search(text, body.start, body.end)):
        if match:
            return _attribution(match)
    colon = _FIRST.match(text, body.start, body.end)
    if colon and _speaks(colon):
        return _attribution(colon)
    last = _LAST.match(text, region.start, region.end)
    if last and not CARRIED.search(last["source"]) and not _LABEL.match(last["source"]):
        return _attribution(last)
    return None


def _topic(report: Report, one: Attribution) -> bool:
    """Whether a headline's colon has a topic before it ("Climate change: …") and nobody who could speak."""
    if len(one.source) != 1 or len(one.cue) != 1 or one.cue[0].of(report.text) != ":" or not one.content:
        return False
    if one.source[0].end > one.cue[0].start or not any(one.cue[0].overlaps(r) for r in report.spans("headline")):
        return False
    source, content = one.source[0].of(report.text), one.content[0].of(report.text)
    first, *rest = source.split()
    plain = bool(rest) and not first.isupper() and all(word.islower() for word in rest)
    return plain and content[:1] not in _OPENING and not re.search(rf"(?:^|\s){_SPEAKERS}$", source)


def relay(text: str, region: Span) -> Span | None:
    """The words that name the carriers at a headline's end: "…: reports"."""
    match = _RELAY.search(text, max(region.start, region.end - _LONGEST), region.end)
    return Span(*match.span("source")) if match else None


_RELAY = re.compile(
    r"(?::|\s[–—-]{1,2}|,)\s+(?P<source>(?:(?:media|press|local|state|news|foreign|"
    r"[A-Z][\w-]+) ){0,2}(?:reports?|media))"
    r"(?: says?| said)?$", re.IGNORECASE
)  # fmt: skip


def _without_relay(text: str, region: Span) -> Span:
    match = _RELAY.search(text, region.start, region.end)
    return Span(region.start, match.start()) if match else region


def _speaks(match: re.Match[str]) -> bool:
    """Whether what stands before a colon is someone who speaks, not a label of the desk."""
    source = match["source"]
    if _LABEL.match(source):
        return False
    return match["content"][0] in _OPENING or re.fullmatch(rf"(?:{_WORD} ){{0,4}}{_SPEAKERS}", source) is not None


def _attribution(match: re.Match[str]) -> Attribution:
    spans = {}
    for role in ("source", "cue", "content"):
        start, end = match.span(role)
        while start < end and match.string[start] in " ,":
            start += 1
        while end > start and match.string[end - 1] in " ,":
            end -= 1
        spans[role] = Span(start, end)
    return Attribution("", "indirect", (spans["source"],), (spans["cue"],), (spans["content"],), confidence=_CONFIDENCE)


@cache
def _verb() -> re.Pattern[str]:
    """“Mayor denies …”: a reporting verb in the present tense after at most seven words."""
    verbs = cues.any_of(_PRESENT.split())
    return re.compile(
        rf"(?P<source>(?:{_WORD}[,]? ){{0,6}}?{_WORD}) (?P<cue>{verbs})\s+(?:that )?"
        r"(?!(?:may|might|will|would|could|can|should|must|is|are|was|were|has|have|had)\b)(?P<content>.{4,})$"
    )


@cache
def _final() -> re.Pattern[str]:
    """“…, officials say”; "…, says mayor"."""
    return re.compile(
        r"(?P<content>.{8,}), (?:(?P<source>[^,:]{2,60}?) (?P<cue>says?|said|warns?|reports?|claims?|finds?|"
        r"shows?|suggests?))$"
    )


# Source: the present-tense verbs of saying of resources/cues.yml that headlines put between a name and its words.
_PRESENT = (
    "says say denies deny confirms confirm warns warn claims claim admits admit urges urge vows vow insists "
    "insist tells "
    "accuses accuse blames blame rejects reject dismisses demands demand predicts predict expects expect doubts "
    "promises "
    "pledges calls condemns questions threatens alleges disputes declines refuses retracts apologises "
    "apologizes concedes "
    "announces orders hints hopes fears asks defends rules"
)
