"""Contents that the reader left open, found from the place of the cue in its sentence.

"CLAUSE, X said (on Monday)." – the content stands before its source; "X said (that) CLAUSE", "X said: …" – behind its
cue; "CLAUSE, X said, and CLAUSE" – on both sides. An attribution that stays without a content is kept only where its
cue declines to give one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.reading.attribution import cues, frames, grammar, pieces, setting, stance
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
_PARTICIPLE = re.compile(r"(?!according)\w+ing\b")  # "…, she wrote, asking for …": the clause is the main verb's
_BEHIND = re.compile(
    r"\s*(?:[^.;:\"“”]{0,60}:\s*(?=[\"“])|[:–—]\s*|(?:of|about|against|to)\s+(?=[\w“\"‘])|\s*(?=[\"“‘]))"
)
_COORDINATED = re.compile(r"[\w)”\"](?:,| [—–-])\s(?:but|and|so|yet)\s\Z")  # "CLAUSE, but CLAUSE, X said": both
_GOES_ON = re.compile(r"[^,.;:\"“”]{0,60},\s+(?P<more>(?:and|but)\s+)")
_DASHES = frozenset("–—-―")
_HALF = 160  # characters between a cue and the second half of its quotation
_WORDS, _ADJUNCT_WORDS = 3, 7  # words of the shortest clause, and of one that begins as an adjunct does


def complete(report: Report, drawn: Sequence[Attribution], quoted: Sequence[Quotation]) -> list[Attribution]:
    """The attributions with their cues whole and their contents filled in; those that say nothing are left out."""
    whole = _distinct([_released(report, _with_whole_cue(report.text, one), quoted) for one in drawn])
    places = [_place(report, one, whole[max(0, at - _NEAR) : at + _NEAR], quoted) for at, one in enumerate(whole)]
    out = []
    for at, place in enumerate(places):
        others = [places[n] for n in range(max(0, at - _NEAR), min(len(whole), at + _NEAR)) if n != at]
        filled = replace(place.one, content=_settled(report, place, others, quoted))
        refuses = not filled.content and stance.declines(report, place.one)
        if not _ANONYMITY.match(report.text, place.one.cue[0].end) and (filled.content or refuses):
            out.append(filled)
    return out


@dataclass(frozen=True, slots=True)
class _Place:
    """An attribution, the sentence and the paragraph of its cue, and the clause before it that is its own."""

    one: Attribution
    sentence: Span
    paragraph: Span
    front: tuple[Span, ...]


def _place(report: Report, one: Attribution, near: Sequence[Attribution], quoted: Sequence[Quotation]) -> _Place:
    sentence = setting.sentence(report, one.cue[0])
    return _Place(one, sentence, setting.paragraph(report, one.cue[0]), _front(report, one, sentence, near, quoted))


def _own(place: _Place, others: Sequence[_Place]) -> tuple[Span, ...]:
    """The content without another's: the clause before its cue, what follows a later cue, what is in its paragraph."""
    one = place.one
    claimed = [p for n in others if n.sentence != place.sentence or _behind(one, n.one) for p in n.front]
    claimed += [p for n in others if one.cue[0].end < n.one.cue[0].start for p in _following(one, n.one)]
    at_home = claimed + [p for n in others for p in n.one.content if n.paragraph.covers(p)]
    return tuple(
        piece
        for piece in one.content
        if not any(piece.overlaps(p) for p in (claimed if place.paragraph.covers(piece) else at_home))
    )


def _following(one: Attribution, other: Attribution) -> tuple[Span, ...]:
    """The pieces that two attributions share behind the later one's cue: they are the later one's.

    Where they are all that the earlier one has, it is left as it is.
    """
    shared = tuple(piece for piece in other.content if piece.start > other.cue[0].end and piece in one.content)
    return shared if len(shared) < len(one.content) else ()


def _behind(one: Attribution, other: Attribution) -> bool:
    """Whether an attribution has its cue and a content of its own behind another's cue: "A, X said, and B, Y said"."""
    cue = other.cue[0]
    return cue.end < one.cue[0].start and any(cue.end < piece.start < one.cue[0].start for piece in one.content)


def _released(report: Report, one: Attribution, quoted: Sequence[Quotation]) -> Attribution:
    """Without the quotations of other paragraphs that are another's.

    A verb may reach back from a quotation of its own, but not over one that waits for no cue, nor over the end of one
    that runs over paragraphs. A dash before a name signs its own paragraph: "“…” – Ida Orr".
    """
    home = setting.paragraph(report, one.cue[0])
    if all(home.covers(piece) for piece in one.content):
        return one
    if one.cue[0].of(report.text) in _DASHES:
        own = tuple(piece for piece in one.content if home.covers(piece))
        return replace(one, content=own or one.content)
    if not report.text[one.cue[0].start].isalpha():
        return one
    opens = any(q.span.start == home.start for q in quotations.near(quoted, Span(home.start, home.start)))
    kept = (p for p in one.content if p.end > home.start or not _ended(report.text, p, quoted, alone=opens))
    return replace(one, content=tuple(kept))


def _ended(text: str, piece: Span, quoted: Sequence[Quotation], *, alone: bool) -> bool:
    """Whether a piece is a closed quotation that ends in no comma; with ``alone``, the last of several paragraphs."""
    return any(
        q.closed and abs(q.span.end - piece.end) <= 1 and (q.continues if alone else text[q.span.end - 2] != ",")
        for q in quotations.near(quoted, piece)
    )


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
    subject = grammar.subject_before(text, max(0, cue.start - 200), cue.start)
    source = one.source
    if subject is not None and any(match.start("by") < s.end and s.start < match.end("by") for s in source):
        source = (pieces.source(text, subject),)
    return replace(one, cue=(Span(cue.start, match.end()),), source=source)


def _front(
    report: Report, one: Attribution, sentence: Span, near: Sequence[Attribution], quoted: Sequence[Quotation]
) -> tuple[Span, ...]:
    """The clause that stands before "…, X said" in the same sentence: it is this cue's and nobody else's."""
    words = one.cue[0].of(report.text)
    if not _reports(words) or _PARTICIPLE.match(words) or stance.declines(report, one):
        return ()
    names = [
        piece for other in near if other is not one for piece in (*other.source, *other.cue) if sentence.overlaps(piece)
    ]
    return _tidy(report.text, one, _before(report.text, one, sentence, names), quoted)


def _settled(report: Report, place: _Place, others: Sequence[_Place], quoted: Sequence[Quotation]) -> tuple[Span, ...]:
    """The content: as the reader found it, unless that is empty or misses the clause before the cue."""
    one, front, sentence = replace(place.one, content=_own(place, others)), place.front, place.sentence
    if front and not any(piece.overlaps(own) for piece in one.content for own in front):
        if any(piece.overlaps(sentence) for piece in one.content):
            return one.content
        goes_on = (p for p in one.content if 0 <= p.start - one.cue[0].end < _HALF and quotations.near(quoted, p))
        return (*front, *goes_on)
    if front and one.content and _COORDINATED.search(report.text, front[0].start, one.content[0].start):
        return (front[0], *(piece for piece in one.content if not piece.overlaps(front[0])))
    if one.content or stance.declines(report, one) or not _reports(one.cue[0].of(report.text)):
        return one.content
    taken = [p for n in others for p in (*n.one.source, *n.one.cue, *n.one.content) if sentence.overlaps(p)]
    return _tidy(report.text, one, _after(report.text, one, sentence, taken), quoted)


def _tidy(text: str, one: Attribution, found: Sequence[Span], quoted: Sequence[Quotation]) -> tuple[Span, ...]:
    tidy = (pieces.content(text, piece, quoted) for piece in found)
    return tuple(
        piece for piece in tidy if len(piece) and not any(piece.overlaps(own) for own in (*one.source, *one.cue))
    )


def _reports(cue: str) -> bool:
    words = cues.lexicon()
    verbs = (words.clause, words.told, words.beside, ("saying",))
    return cue.lower() == "according to" or any(word in known for word in re.findall(r"[a-z]+", cue) for known in verbs)


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
    found = grammar.trimmed(text, begin, end)
    return [found] if text[found.start : found.end].count(" ") >= 1 else []
