"""Reporting frames found by rule: subject and reporting verb, "according to", and nouns with a clause of their own.

The rules prefer silence to a guess: a subject must look like one (a name, a pronoun, a determiner and its noun), and
a verb without "that" must be followed by what can begin a clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.reading.attribution import cues

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = "\"“‘'«„("
_REACH = 160  # how far left a subject may begin
_WORDS = 12  # words of the longest subject
_BETWEEN = r"(?:[\w’'&.-]+\s+)"
_THAT = re.compile(rf"\s+{_BETWEEN}{{0,6}}?that\s+")
_TOLD_THAT = re.compile(rf"\s+{_BETWEEN}{{1,6}}?that\s+")
_WORD = re.compile(r"[A-Za-z]+")
# What may stand between a subject and its verb, read from the verb leftward.
_AUXILIARY = re.compile(
    r"(?:\b(?:has|have|had|will|would|could|can|may|might|did|does|do|also|later|then|since|still|not|never|"
    r"again|now|already|"
    r"even|only|once|often|first|both|(?:has|had|did|does|do|have|would|could|ca|wo)n['’]t|[a-z]+ly)\s+){1,4}$"
)
# Verbs that take a clause without "that" so often that what follows them is one.
_BARE = frozenset(
    [
        "say",
        "says",
        "said",
        "think",
        "thinks",
        "thought",
        "believe",
        "believes",
        "believed",
        "claims",
        "claimed",
        "insists",
        "insisted",
        "hope",
        "hopes",
        "hoped",
        "fears",
        "feared",
        "suspects",
        "suspected",
        "warned",
        "argue",
        "argues",
        "argued",
        "expect",
        "expects",
        "expected",
    ]
)
_PRONOUN = r"(?:he|she|it|they|I|we|you|who|some|many|most|others|both|all|one|none|neither|several|few)"
_CLAUSE_START = re.compile(
    r"(?:\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?\s+(?=(?:the|a|an|this|these|those|his|her|"
    r"its|their|our|my|your|he|she|it|they|we|I|you|there|no|some|many|most|all|"
    r"any|both|each|every|several|two|three|four|five|nobody|nothing|everyone)\b|[A-Z0-9$£€])"
)
_THING = re.compile(rf"\s+(?=having\b|any\b)|{_CLAUSE_START.pattern}")
_BOUNDARY = re.compile(
    r"[,;:.!?…()\[\]\"“”«»]\s|\s[—–-]{1,2}\s|\b(?:that|but|because|while|after|before|when|whenever|as|if|"
    r"whether|which|who|"
    r"whom|where|since|though|although|so|than|until|unless|yet|once|what|how|why|or|then|said|says)\s",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|did|does|do|to|be|been|not|[a-z]+n['’]t)\b"
)
_DETERMINED = re.compile(
    r"(?:(?:the|a|an|his|her|its|their|our|some|many|most|several|other|no|both|another|one|two|three|four|five|"
    r"six|seven|"
    r"eight|nine|ten|dozens|hundreds|this|these|those|U\.S\.|local|state|senior|top|government)\b|\W?[A-Z]|\d)"
)
_DANGLING = re.compile(
    r"\b(?:the|a|an|his|her|its|their|our|my|your|this|of|for|in|at|by|from|with|to|on)$", re.IGNORECASE
)
_PEOPLE = re.compile(
    r"(?:[a-z-]+ ){0,2}(?:officials?|police|authorities|prosecutors?|investigators?|analysts?|experts?|sources?|"
    r"residents?|"
    r"witnesses|critics|researchers|scientists|economists|lawyers?|rescuers?|doctors?|activists?|organi[sz]ers|"
    r"lawmakers|"
    r"ministers?|diplomats?|survivors|observers|campaigners|people|officers|executives|regulators|opponents|"
    r"supporters|media|"
    r"reports|documents|records|figures|data|polls|studies|executives|employees|workers|relatives|families|"
    r"villagers|aides)$"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A reporting frame: who (if named), the cue, and what was said as far as the frame's region goes."""

    source: Span | None
    cue: Span
    content: Span


def clauses(text: str, region: Span) -> Iterator[Frame]:
    """“X said (that) …”, "X told Y that …": the content runs to the end of the region."""
    for cue, after in _reporting(text, region):
        subject = subject_before(text, region.start, cue.start)
        content = trimmed(text, after, region.end)
        if subject is not None and len(content) > 3:
            yield Frame(subject, cue, content)


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
        if verb not in words.clause and verb not in words.told and verb not in words.thing:
            continue
        tries = (
            _THAT if verb in words.clause else None,
            _TOLD_THAT if verb in words.told else None,
            _CLAUSE_START if verb in _BARE else None,
            _THING if verb in words.thing else None,
        )
        follows = next((m for t in tries if t and (m := t.match(text, match.end(), region.end))), None)
        if follows is not None:
            yield _group(text, region.start, match), follows.end()


def _group(text: str, low: int, verb: re.Match[str]) -> Span:
    """A verb with its auxiliaries, adverbs and negation."""
    found = _AUXILIARY.search(text, max(low, verb.start() - 60), verb.start())
    return Span(found.start() if found else verb.start(), verb.end())


def accordings(text: str, region: Span) -> Iterator[Frame]:
    """“…, according to X”: the content is the rest of the sentence before it, or after it where it comes first."""
    for match in _ACCORDING.finditer(text, region.start, region.end):
        source = trimmed(text, match.start("source"), min(match.end("source"), region.end))
        before = trimmed(text, _sentence_start(text, region.start, match.start()), match.start())
        after = trimmed(text, match.end(), region.end)
        content = before if len(before) > 3 else after
        if len(content) > 3 and len(source):
            yield Frame(source, Span(match.start("cue"), match.end("cue")), content)


def nouns(text: str, region: Span) -> Iterator[Frame]:
    """“the rumour that …”: a noun of speech with a clause of its own. Its maker is mostly not named."""
    for match in _noun().finditer(text, region.start, region.end):
        content = trimmed(text, match.end(), region.end)
        owner = Span(*match.span("owner")) if match.group("owner") else None
        if len(content) > 3:
            yield Frame(owner, Span(match.start("cue"), match.end("cue")), content)


def subject_before(text: str, low: int, stop: int) -> Span | None:
    """The noun phrase that ends where a verb group begins, or ``None`` where nothing there looks like a subject."""
    begin = max(low, stop - _REACH)
    if begin > low:
        begin = text.find(" ", begin, stop) + 1 or stop
    for match in _BOUNDARY.finditer(text, begin, stop):
        if not _abbreviation(text, match.start()):
            begin = match.end()
    words = text[begin:stop].strip()
    while (joined := re.match(r"(?:.*\s)?and\s", words)) and not re.search(r"[A-Z]\w*,? and\s+\W?[A-Z]", words):
        words = words[joined.end() :]
    if not words.strip(_MARKS) or len(words.split()) > _WORDS or not _looks_like_subject(words):
        return None
    end = stop - (len(text[begin:stop]) - len(text[begin:stop].rstrip()))
    return Span(end - len(words.lstrip(_MARKS)), end)


def trimmed(text: str, start: int, end: int) -> Span:
    """The range without white space and commas around it and without an unquoted final period."""
    while start < end and text[start] in " \t\r\n\xa0,;":
        start += 1
    while end > start and text[end - 1] in " \t\r\n\xa0,;:–—":
        end -= 1
    if end > start and text[end - 1] == "." and not _abbreviation(text, end - 1) and text[end : end + 1] not in "\"”’'":
        end -= 1
    return Span(start, end)


def _looks_like_subject(words: str) -> bool:
    words = words.lstrip(_MARKS)
    if re.fullmatch(_PRONOUN, words, re.IGNORECASE):
        return True
    if re.search(rf"\b(?:{_PRONOUN[3:-1]})$", words, re.IGNORECASE) and " " in words:
        return False
    if _DANGLING.search(words):
        return False
    return not _FINITE.search(words) and bool(_DETERMINED.match(words) or _PEOPLE.match(words))


def _abbreviation(text: str, stop: int) -> bool:
    """Whether the stop at this place belongs to an abbreviation or initial."""
    return text[stop] == "." and bool(_SHORT.search(text, max(0, stop - 6), stop))


def _sentence_start(text: str, low: int, stop: int) -> int:
    for at in range(stop - 1, low, -1):
        if text[at] in " \n" and text[at - 1] in '.!?"”' and not _abbreviation(text, at - 1):
            mark = text[at - 1]
            if mark in ".!?" or text[at - 2] in ".!?":
                return at
    return low


_SHORT = re.compile(
    r"\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Col|Lt|Prof|Jr|Sr|U\.S|U\.N|U\.K|No|Inc|Co|Corp|Ltd)$"
)
_ACCORDING = re.compile(
    r"(?P<cue>\b[Aa]ccording to)\s+(?P<source>(?:[^,;:.\n\"“”]|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Dr|St))\.|\.(?=\d)){2,160})"
)


@cache
def _noun() -> re.Pattern[str]:
    nouns = cues.any_of(cues.lexicon().nouns)
    return re.compile(rf"(?:\b(?P<owner>[A-Z][\w-]+|his|her|its|their)(?:['’]s?)?\s)?\b(?P<cue>{nouns}) that\s+")


def beside(text: str, region: Span, quotation: Span) -> Frame | None:
    """The reporting verb and its subject just behind a quotation ("…," X said; "…," said X) or just before it."""
    after = text[quotation.end : min(region.end, quotation.end + _REACH)]
    stop = quotation.end + _clause_end(after)
    for cue in _verbs(text, Span(quotation.end, stop)):
        source = subject_before(text, quotation.end, cue.start)
        if not text[quotation.end : cue.start].strip(" ,"):
            source = _inverted(text, cue.end, stop)
        if source is not None and not text[quotation.end : min(source.start, cue.start)].strip(" ,"):
            return Frame(source, cue, quotation)
    before = _INTRODUCED.search(text, max(region.start, quotation.start - _REACH), quotation.start)
    for cue in _verbs(text, Span(before.start(), quotation.start)) if before else ():
        if (source := subject_before(text, region.start, cue.start)) is not None:
            return Frame(source, cue, quotation)
    return None


def _verbs(text: str, region: Span) -> Iterator[Span]:
    """The verb groups of a region that can stand beside a quotation."""
    verbs = cues.lexicon().beside
    return (_group(text, region.start, m) for m in _WORD.finditer(text, region.start, region.end) if m.group() in verbs)


def _inverted(text: str, start: int, stop: int) -> Span | None:
    """The subject behind a verb: "said the minister, …"."""
    match = _BEHIND.match(text, start, stop)
    if match is None or not _looks_like_subject(match.group("source")):
        return None
    return Span(*match.span("source"))


def _clause_end(after: str) -> int:
    found = re.search(r"[.;:!?](?=\s|$)|[\"“]", after)
    return found.end() if found else len(after)


_BEHIND = re.compile(
    r"\s+(?P<source>(?:[\w’'&-]|\.(?=\w|\s[A-Z])|\s(?!in\b|on\b|at\b|during\b|as\b|after\b|when\b|while\b|who\b|"
    r"last\b)){2,80})"
)
_INTRODUCED = re.compile(r"[^.!?\"“”\n]*[,:]\s*$")


def hosts(text: str, region: Span) -> Iterator[Span]:
    """The subjects of the reporting verbs of a region, in text order."""
    verbs = cues.lexicon().clause | cues.lexicon().beside
    for match in _WORD.finditer(text, region.start, region.end):
        if match.group() in verbs:
            subject = subject_before(text, region.start, _group(text, region.start, match).start)
            if subject is not None:
                yield subject
