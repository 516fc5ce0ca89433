"""The chain that carried someone's words: who was told, who quoted, who reported it.

A relay of the same words is one attribution with a chain, nearest to the speaker first: "…, he was quoted by the
Gazette as saying", "X told Radio Z", "a letter seen by Y", "the agency reported, citing two officials", "…: reports".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.reading.attribution import cues, frames, grammar, headlines, pieces, setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.model.reading import Attribution
    from hearsay.model.report import Report

# A name or noun phrase that names a carrier, up to the first word that cannot belong to it.
_STOP = (
    r"(?:on|in|at|that|as|after|before|when|during|while|late|early|earlier|last|this|yesterday|today|it|he|she|"
    r"they|there|how|why|"
    r"whether|said|had|has|have|was|were|is|(?:seen|obtained|reviewed|published|released|carried|sent|"
    r"dated)\s+(?:by|on|in)|"
    r"and\s+(?:that|said|added)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur)day|Sunday(?!\s+[A-Z]))\b"
)
_PART = rf"(?!{_STOP})(?:(?:[A-Z]\.)+|[\w’'&/-]+(?:\.\w+)*)"
_WORDS = rf"{_PART}(?:\s+(?!(?:the|a|an|his|its|their|her)\b){_PART}){{0,7}}"
_NAME = rf"(?P<who>{_WORDS})"
_QUOTED_BY = re.compile(rf"\b(?:quoted|cited)\s+(?:as\s+\w+\s+)?(?:\w+day\s+)?by\s+{_NAME}")
_TOLD = re.compile(rf"\b(?:told|tells|telling|tell)\s+{_NAME}")
_INTERVIEW = re.compile(
    rf"\b(?:interview(?:s|ed)?\s+(?:with|by|on|for|to)|speaking\s+(?:to|on|with)|spoke\s+to|remarks\s+to|"
    rf"appear(?:ance|ing)\s+on|"
    rf"(?:complained|told\s+viewers)\s+on(?=\s+(?:\w+\s+)?(?:television|TV|radio)\b))\s+{_NAME}"
)
_CARRIED_BY = re.compile(
    rf"\b(?P<how>carried|seen|obtained|reviewed|published|broadcast|aired|reported|released|cited|quoted|"
    rf"distributed|verified|"
    rf"relayed|posted)\s+(?:exclusively\s+)?(?P<by>by|on|in)\s+{_NAME}"
)
_ACCORDING = re.compile(rf"\b[Aa]ccording to\s+{_NAME}")
_CITING = re.compile(rf",?\s(?P<cue>citing|quoting)\s+(?P<who>{_WORDS}(?:(?<=with)\s(?:the|his|her|its|their)\s\w+)?)")
# Those present and the house's own readers carry nothing on.
_NO_CARRIER = re.compile(
    r"\b(?:reporters?|journalists?|newsmen|correspondents?|conference|briefing|parliament|lawmakers|"
    r"this (?:paper|newspaper|agency|"
    r"website)|release|press (?:corps|secretary|officer|office|gallery)|news editor|show host|stations?)\b",
    re.IGNORECASE,
)  # fmt: skip
_SPOKESMAN = re.compile(r"(?:his|her|its|their) (?:\w+ )?(?:spokes\w+|office|lawyers?|aides?)$", re.IGNORECASE)
_DOCUMENT = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z-]+\s)*report$")
_MARKS = frozenset("\"“‘'«„")
_PUTS_RIGHT = re.compile(r"\b(?:correct|retract|withdr[ae]w|amend|clarif|revis|update)", re.IGNORECASE)
_PERSONAL = re.compile(r"(?:he|she|they)", re.IGNORECASE)
_NEAR = 12  # attributions before and behind that are looked at
_NAMES = re.compile(r"[A-Z][\w’'-]+")
_OCCASION = 700  # characters over which an interview goes on
_THE_TITLE = re.compile(r"The [A-Z]")  # a capital article inside a sentence names a newspaper
# What is cited as a reason is no speaker ("citing security concerns").
_SPEAKER_LIKE = re.compile(
    r"[A-Z]|\b(?:officials?|sources?|people|persons?|documents?|reports?|data|witness(?:es)?|residents|police|"
    r"minist(?:er|ry)|study|"
    r"survey|figures|letter|memo|filing|statement|doctors?|medics?|organi[sz]ers?|media|executives?|aides?|"
    r"diplomats?|insiders?|"
    r"lawyers?|investigators|researchers|experts|analysts|records|emails?|messages|court|activists|relatives|"
    r"employees)\b"
)


def carriers(report: Report, attribution: Attribution, attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    """The words that name who carried an attribution's words, nearest to the speaker first."""
    own = list(_own(report, attribution, attributions))
    if not own:
        own = list(_same_occasion(report, attribution, attributions))
    outer = next((one for one in attributions if attribution.within and one.id == attribution.within), None)
    if outer is not None and outer is not attribution:
        own += [*outer.source[:1], *carriers(report, outer, [a for a in attributions if a is not attribution])]
    return tuple(dict.fromkeys(own))


def folded(report: Report, drawn: Sequence[Attribution]) -> list[Attribution]:
    """Without the attributions that only carry another one's words; of “citing” the innermost speaker is kept."""
    ordered = sorted(drawn, key=_first)
    kept = [
        one
        for at, one in enumerate(ordered)
        if not _hands_on(report.text, one)
        or not any(
            _carries(report.text, one, other) for other in ordered[max(0, at - _NEAR) : at + _NEAR] if other is not one
        )
    ]
    return [_innermost(report, one, kept[max(0, at - _NEAR) : at + _NEAR]) for at, one in enumerate(kept)]


def _first(one: Attribution) -> int:
    """Where an attribution begins."""
    return min(piece.start for piece in (*one.cue, *one.content, *one.source))


def _carries(text: str, outer: Attribution, inner: Attribution) -> bool:
    """Whether all that an attribution holds is another one; what it quotes are its own speaker's words."""
    if not outer.content or not inner.source:
        return False
    whole = Span(outer.content[0].start, outer.content[-1].end)
    if inner.cue and whole.covers(inner.cue[0]):
        if any(text[piece.start] in _MARKS and piece.covers(inner.cue[0]) for piece in outer.content):
            return False
        held = [piece for piece in (*inner.source, *inner.cue, *inner.content) if whole.overlaps(piece)]
        return sum(map(len, held)) >= 0.7 * sum(map(len, outer.content))
    same = sum(min(a.end, b.end) - max(a.start, b.start) for a in outer.content for b in inner.content if a.overlaps(b))
    return same >= 0.8 * max(sum(map(len, outer.content)), sum(map(len, inner.content)))


def _hands_on(text: str, outer: Attribution) -> bool:
    """Whether an attribution can carry another one's words: an outlet's, a spokesman's, one by "according to"."""
    if not outer.source or (outer.cue and _PUTS_RIGHT.search(outer.cue[0].of(text))):
        return False
    source = outer.source[-1].of(text)
    according = bool(outer.cue) and outer.cue[0].of(text).lower() == "according to"
    return according or is_outlet(source) or _SPOKESMAN.match(source) is not None


def is_outlet(words: str) -> bool:
    """Whether a noun phrase names the press or a part of it."""
    named = cues.outlet().search(words) or (headlines.CARRIED.search(words) and not _DOCUMENT.match(words))
    return bool(named) and not _NO_CARRIER.search(words)


def _listens(report: Report, who: str) -> bool:
    """Whether the one told is an outlet: by its words, or as the house or agency of this report."""
    house = frozenset(_NAMES.findall(f"{report.agency or ''} {report.outlet or ''}"))
    return (
        is_outlet(who) or bool(_THE_TITLE.match(who)) or (who[:1].isupper() and bool(house & set(_NAMES.findall(who))))
    )


def _innermost(report: Report, one: Attribution, drawn: Sequence[Attribution]) -> Attribution:
    """“X reported, citing Y”, “X, citing Y, reported”: Y speaks, and X carries."""
    if not one.cue or not one.content:
        return one
    sentence = setting.sentence(report, one.cue[-1])
    match = _CITING.search(report.text, one.cue[-1].end, sentence.end)
    if match is None and one.source and is_outlet(one.source[0].of(report.text)):
        match = _CITING.search(report.text, one.source[0].start, one.cue[0].start)
    if match is None or any(match.start("cue") < p.end and p.start < match.end("cue") for p in one.content):
        return one
    cue, who = Span(*match.span("cue")), pieces.source(report.text, Span(*match.span("who")))
    if not _SPEAKER_LIKE.search(who.of(report.text)) or any(cue.overlaps(c) for other in drawn for c in other.cue):
        return one
    return replace(one, source=(who,), cue=(cue,))


def _own(report: Report, one: Attribution, others: Sequence[Attribution]) -> Iterator[Span]:
    """The carriers named in the attribution's own sentence."""
    text = report.text
    anchor = (one.cue or one.content or (None,))[0]
    if anchor is None:
        return
    headline = next(
        (part.span for part in report.parts[:8] if part.kind == "headline" and part.span.covers(anchor)), None
    )
    if headline is not None:
        found = headlines.relay(text, headline)
        if found is not None and not any(found.overlaps(s) for s in one.source):
            yield found
        return
    sentence = setting.sentence(report, anchor)
    yield from _told(report, one, sentence)
    yield from _handed_on(text, one, sentence, others)


def _told(report: Report, one: Attribution, sentence: Span) -> Iterator[Span]:
    """Outlets that the speaker spoke to, and those that quoted."""
    if not one.cue:
        return
    text = report.text
    start, end = one.cue[0].start, min(sentence.end, one.cue[-1].end + 100)
    for pattern in (_QUOTED_BY, _TOLD):
        match = pattern.search(text, start, end)
        if match and match.start() < one.cue[-1].end and (pattern is _QUOTED_BY or _listens(report, match["who"])):
            yield _clean(text, match)
    match = _INTERVIEW.search(text, sentence.start, sentence.end)
    if match and is_outlet(match["who"]) and not _inside(match, one.content):
        yield _clean(text, match)


def _handed_on(text: str, one: Attribution, sentence: Span, others: Sequence[Attribution]) -> Iterator[Span]:
    """Outlets that saw, carried or reported it."""
    for match in _ACCORDING.finditer(text, sentence.start, sentence.end):
        who = _clean(text, match)
        if not any(who.overlaps(p) for p in (*one.source, *one.content)) and not _is_cue(match, others):
            yield who
    for match in _CARRIED_BY.finditer(text, sentence.start, sentence.end):
        fits = is_outlet(match["who"]) or (
            match["by"] == "by" and match["how"] != "cited" and match["who"][:1].isupper()
        )
        if (fits or _THE_TITLE.match(match["who"])) and not _inside(match, (*one.content, *one.cue)):
            yield _clean(text, match)
    for subject in frames.hosts(text, sentence):
        who = pieces.source(text, subject)
        own = any(who.overlaps(p) for p in (*one.source, *one.content))
        if is_outlet(who.of(text)) and not own and not any(who.overlaps(p) for other in others for p in other.source):
            yield who
    if one.cue and one.cue[0].of(text) in ("citing", "quoting"):
        yield from _host(text, one, sentence)


def _is_cue(match: re.Match[str], others: Sequence[Attribution]) -> bool:
    """Whether these words are the cue of an attribution of their own."""
    return any(cue.start < match.end() and match.start() < cue.end for other in others for cue in other.cue)


def _host(text: str, one: Attribution, sentence: Span) -> Iterator[Span]:
    """Who cites: the subject of the verb before "citing", or what stands right before it."""
    stop = one.cue[0].start
    found = [pieces.source(text, who) for who in frames.hosts(text, Span(sentence.start, stop))]
    if not found and text[:stop].endswith(", ") and (who := grammar.subject_before(text, sentence.start, stop - 2)):
        found = [pieces.source(text, who)]
    yield from (who for who in found[:1] if not any(who.overlaps(p) for p in (*one.source, *one.content)))


def _same_occasion(report: Report, one: Attribution, attributions: Sequence[Attribution]) -> Iterator[Span]:
    """What was told to an outlet goes on: "she told Radio Z … . She added …"."""
    if not one.cue or not one.source or one.within or re.match(r"had\b", one.cue[0].of(report.text)):
        return
    words = one.source[0].of(report.text)
    names = frozenset(_NAMES.findall(words))
    here = bisect_left(attributions, _first(one), key=_first)
    low, high = one.cue[0].start - _OCCASION, one.cue[0].start
    near = attributions[max(0, here - _NEAR) : here + _NEAR]
    before = [a for a in near if a.cue and a.source and low < a.cue[0].start < high and not a.within]
    for last in sorted(before, key=lambda a: -a.cue[0].start):
        told = tuple(_told(report, last, setting.sentence(report, last.cue[0])))
        same = bool(names) and names <= frozenset(_NAMES.findall(last.source[0].of(report.text)))
        if told and (same or _PERSONAL.fullmatch(words)):
            yield from told
            return
        if not same and not _PERSONAL.fullmatch(last.source[0].of(report.text)):
            return


def _inside(match: re.Match[str], pieces: Sequence[Span]) -> bool:
    return any(piece.start <= match.start() and match.end("who") <= piece.end for piece in pieces)


def _clean(text: str, match: re.Match[str]) -> Span:
    return pieces.source(text, Span(*match.span("who")))
