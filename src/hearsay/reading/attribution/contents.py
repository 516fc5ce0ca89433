"""Contents that the reader left open, found from the place of the cue in its sentence.

"CLAUSE, X said (on Monday)." – the content stands before its source; "X said (that) CLAUSE", "X said: …" – behind its
cue; "CLAUSE, X said, and CLAUSE" – on both sides. An attribution that stays without a content is kept only where its
cue declines to give one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.reading.attribution import cues, frames, pieces, setting, stance
from hearsay.text import quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.model.reading import Attribution
    from hearsay.model.report import Report
    from hearsay.text.quotations import Quotation

_NEAR = 6  # attributions before and behind whose words are not taken
_WHOLE_CUE = re.compile(
    r"(?:(?:was|were|is|are|been|being)\s+)?(?:quoted|"
    r"cited)\s+(?:\w+day\s+)?by\s+(?P<by>[^.;:\"“”]{2,60}?)\s+as\s+\w+ing\b"
)
_ANONYMITY = re.compile(
    r"\s*(?:not to be (?:named|identified|quoted)|on (?:condition of )?anonymity|anonymity|to remain anonymous)"
)
_LEADING = re.compile(r"(?:(?:and|but|while|as|so|yet|though|although)\s+)", re.IGNORECASE)
_ADJUNCT = re.compile(
    r"(?:(?:on|in|at|by|after|before|during|since|for|with|as|when|while|asked|earlier|later|meanwhile|however|"
    r"but|and|still|then|"
    r"also|separately|yesterday|today|overnight|late|early|last|next|this (?:week|month|year|morning)|(?:a|the|"
    r"one|two) (?:day|week|month|"
    r"year)s?\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|minutes|hours|speaking|writing|pressed|if|despite|"
    r"amid|under|to|from)\b)", re.IGNORECASE
)  # fmt: skip
_BEHIND = re.compile(
    r"\s*(?:[^.;:\"“”]{0,60}:\s*(?=[\"“])|[:–—]\s*|(?:of|about|against|to)\s+(?=[\w“\"‘])|\s*(?=[\"“‘]))"
)
_GOES_ON = re.compile(r"[^,.;:\"“”]{0,60},\s+(?P<more>(?:and|but)\s+)")
_HALF = 160  # characters between a cue and the second half of its quotation
_WORDS, _ADJUNCT_WORDS = 3, 7  # words of the shortest clause, and of one that begins as an adjunct does


def complete(report: Report, drawn: Sequence[Attribution], quoted: Sequence[Quotation]) -> list[Attribution]:
    """The attributions with their cues whole and their contents filled in; those that say nothing are left out."""
    whole = _distinct([_with_whole_cue(report.text, one) for one in drawn])
    settings = [setting.sentence(report, one.cue[0]) for one in whole]
    fronts = [
        _front(report, one, settings[at], whole[max(0, at - _NEAR) : at + _NEAR], quoted)
        for at, one in enumerate(whole)
    ]
    out = []
    for at, one in enumerate(whole):
        others = [n for n in range(max(0, at - _NEAR), min(len(whole), at + _NEAR)) if n != at]
        claimed = [piece for n in others if settings[n] != settings[at] for piece in fronts[n]]
        kept = tuple(piece for piece in one.content if not any(piece.overlaps(front) for front in claimed))
        taken = [piece for n in others for piece in (*whole[n].source, *whole[n].cue, *whole[n].content)]
        filled = replace(
            one, content=_settled(report, replace(one, content=kept), fronts[at], settings[at], taken, quoted)
        )
        if not _ANONYMITY.match(report.text, one.cue[0].end) and (filled.content or stance.declines(report, one)):
            out.append(filled)
    return out


def _distinct(drawn: Sequence[Attribution]) -> list[Attribution]:
    """In the order of their cues; of two whose cues overlap the longer one."""
    out: list[Attribution] = []
    for one in sorted(drawn, key=lambda a: a.cue):
        if out and out[-1].cue[0].overlaps(one.cue[0]):
            longer, other = (one, out[-1]) if len(one.cue[0]) > len(out[-1].cue[0]) else (out[-1], one)
            out[-1] = replace(longer, content=longer.content or other.content)
        else:
            out.append(one)
    return out


def _with_whole_cue(text: str, one: Attribution) -> Attribution:
    """“was quoted by” → "was quoted by Y as saying", whose source is its subject."""
    cue = one.cue[0]
    match = _WHOLE_CUE.match(text, cue.start)
    if match is None or match.end() <= cue.end:
        return one
    subject = frames.subject_before(text, max(0, cue.start - 200), cue.start)
    source = one.source
    if subject is not None and any(match.start("by") < s.end and s.start < match.end("by") for s in source):
        source = (pieces.source(text, subject),)
    return replace(one, cue=(Span(cue.start, match.end()),), source=source)


def _front(
    report: Report, one: Attribution, sentence: Span, near: Sequence[Attribution], quoted: Sequence[Quotation]
) -> tuple[Span, ...]:
    """The clause that stands before "…, X said" in the same sentence: it is this cue's and nobody else's."""
    if not _reports(one.cue[0].of(report.text)) or stance.declines(report, one):
        return ()
    names = [
        piece for other in near if other is not one for piece in (*other.source, *other.cue) if sentence.overlaps(piece)
    ]
    return _tidy(report.text, one, _before(report.text, one, sentence, names), quoted)


def _settled(
    report: Report,
    one: Attribution,
    front: tuple[Span, ...],
    sentence: Span,
    taken: Sequence[Span],
    quoted: Sequence[Quotation],
) -> tuple[Span, ...]:
    """The content: as the reader found it, unless that is empty or misses the clause before the cue."""
    if front and not any(piece.overlaps(own) for piece in one.content for own in front):
        if any(piece.overlaps(sentence) for piece in one.content):
            return one.content
        goes_on = (p for p in one.content if 0 <= p.start - one.cue[0].end < _HALF and quotations.near(quoted, p))
        return (*front, *goes_on)
    if one.content or stance.declines(report, one) or not _reports(one.cue[0].of(report.text)):
        return one.content
    return _tidy(
        report.text, one, _after(report.text, one, sentence, [p for p in taken if sentence.overlaps(p)]), quoted
    )


def _tidy(text: str, one: Attribution, found: Sequence[Span], quoted: Sequence[Quotation]) -> tuple[Span, ...]:
    tidy = (pieces.content(text, piece, quoted) for piece in found)
    return tuple(
        piece for piece in tidy if len(piece) and not any(piece.overlaps(own) for own in (*one.source, *one.cue))
    )


def _reports(cue: str) -> bool:
    words = cues.lexicon()
    verbs = words.clause | words.told | words.beside
    return cue.lower() == "according to" or any(
        word in verbs or word == "saying" for word in re.findall(r"[a-z]+", cue)
    )


def _before(text: str, one: Attribution, sentence: Span, taken: Sequence[Span]) -> list[Span]:
    """The clause before "…, X said", and the one that goes on behind it."""
    heads = [piece for piece in (*one.source, *one.cue) if sentence.covers(piece)]
    stop = min(piece.start for piece in heads)
    start = max((piece.end for piece in taken if piece.end <= stop), default=sentence.start)
    clause = text[start:stop].rstrip()
    clause = re.sub(r",\s+as$", ",", clause)
    if not re.search(r"[,?!][\"”’']?$|[\"”’'],$", clause):
        return []
    begin = start + len(clause) - len(clause.lstrip(" ,"))
    if match := _LEADING.match(text, begin, stop):
        begin = match.end()
    words = text[begin : start + len(clause)]
    if words.count(" ") < (_ADJUNCT_WORDS if start == sentence.start and _ADJUNCT.match(words) else _WORDS) - 1:
        return []
    more = _GOES_ON.match(text, one.cue[-1].end, sentence.end)
    rest = Span(more.end("more"), sentence.end) if more else None
    goes_on = rest is not None and not any(rest.overlaps(piece) for piece in taken) and one.cue[-1].end > stop
    return [Span(begin, start + len(clause)), *([rest] if rest is not None and goes_on else [])]


def _after(text: str, one: Attribution, sentence: Span, taken: Sequence[Span]) -> list[Span]:
    """The clause, quotation or thing behind the cue."""
    cue = one.cue[-1]
    end = min((piece.start for piece in taken if piece.start >= cue.end), default=sentence.end)
    begin = frames.clause_after(text, cue, Span(sentence.start, end))
    if begin is None:
        match = _BEHIND.match(text, cue.end, end)
        begin = match.end() if match else cue.end
        tells = cue.of(text).rpartition(" ")[2] in cues.lexicon().told
        if not match and (tells or _ADJUNCT.match(text[begin:end].lstrip())):
            return []
    found = frames.trimmed(text, begin, end)
    return [found] if text[found.start : found.end].count(" ") >= 1 else []
