"""What a speaker does to a content: asserts, confirms, denies, declines, expects, questions, demands, retracts.

The cue decides first: its earliest verb that has a stance of its own, turned by a negation before it ("did not deny"
declines, "refused to confirm" declines, "denied having confirmed" denies). A neutral cue ("said", "told", "according
to") leaves the decision to the content: its opening words, its modal, its set phrases. The lexicon is
``resources/stance.yml``; the idea that polarity and certainty are read off cue and complement together is FactBank's
(Saurí and Pustejovsky 2009).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from hearsay.model.reading import Stance  # noqa: TC001 - msgspec reads the annotations at run time
from hearsay.reading.attribution import pieces

if TYPE_CHECKING:
    from hearsay.model.reading import Attribution
    from hearsay.model.report import Report

_TOKEN = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*|n['’]t\b")
_CONTRACTED = re.compile(r"n['’]t\b")
_QUOTED_AS = re.compile(r"^.*\b(?:quoted|cited)\b.*\bas\s+", re.IGNORECASE | re.DOTALL)
_NEGATIONS = frozenset(["not", "never", "neither", "nor", "cannot", "nobody", "without", "unable"])
_LONGEST = 4  # words of the longest phrase of the lexicon
_AHEAD = 120  # characters after the cue that may hold the rest of its phrase, or its complement
_EARLIER = re.compile(
    r"\b(?:earlier|previous|original|first)\s+(?:versions?|editions?|reports?|articles?|story|stories)\b", re.IGNORECASE
)
_OPENING = " \t\r\n\"“‘'«„「(…"
_SENTENCE = re.compile(r"[.!?](?=[\"”’']?(?:\s|$))")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|No|U\.S|U\.N)$")
_ASKS = re.compile(
    r"(?:about|by|whether|if|why|how|what|who|whose|when|where|which|did|does|do|is|are|was|were|can|could)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:(?!that\b|I\b|he\b|she\b|they\b|we\b|it\b|you\b|there\b|(?:is|are|was|were|be|been|has|have|had|will|"
    r"would|could|can|may|"
    r"might|should|must|going|wants?|needs?|able|likely|taken|not|expects?|hopes?|plans?|due|set|ready)\b|"
    r"\w+(?:ed|ing)\b|\w+['’](?:re|ve|m|ll|d)\b)"
    r"[\w’'&.-]+ ){0,7}(?:not )?to (?!the\b|a\b|an\b|have\b|be\b|his\b|her\b|their\b|its\b)[a-z]+ "
)
_FALSE = re.compile(
    r"\b(?:false|untrue|lies?|fake|forged|fabricat\w+|baseless|groundless|unfounded|nonsense|rubbish|fiction|"
    r"propaganda|hoax|"
    r"null and void|rumou?rs?|misinformation|disinformation|inaccurate|incorrect|malicious)\b", re.IGNORECASE
)  # fmt: skip
_WITHOUT_MARKS = {ord(mark): None for mark in '"“”„«»'}
# To insist or answer that something is not so is to deny it.
_RETORTS = frozenset(["insist", "protest", "reply", "answer", "respond", "retort", "maintain", "counter", "hit back"])
_NEGATED = re.compile(r"[^,.;:]{0,60}(?:\b(?:not|never|no|nothing|nobody|none|neither)\b|n['’]t\b)", re.IGNORECASE)
_LYING = re.compile(
    r"\b(?:lying|lied|lies?|fabricat\w+|falsif\w+|mislead\w+|disinformation|making (?:it|things) up|inventing)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Turn:
    """The stance of a cue, and the one that it has under negation; ``None`` leaves it to the content."""

    plain: Stance | None
    negated: Stance | None


@dataclass(frozen=True, slots=True)
class _Rule:
    """A stance and the pattern of the contents that show it; ``lead``: at the content's beginning alone."""

    stance: Stance
    lead: bool
    pattern: str


@dataclass(frozen=True, slots=True)
class _Lexicon:
    cues: dict[str, _Turn]
    lemmas: dict[str, str]
    rejected: dict[str, Stance]
    content: tuple[_Rule, ...]


@dataclass(frozen=True, slots=True)
class _Cue:
    """What a cue does: the entry found, whether a negation stands before it, and the lemma that was found."""

    lemma: str
    turn: _Turn
    negated: bool

    @property
    def stance(self) -> Stance | None:
        return self.turn.negated if self.negated else self.turn.plain


def classify(report: Report, attribution: Attribution) -> Stance:
    """The stance of an attribution's speaker towards its content."""
    content = _content(report, attribution)
    if not attribution.cue:
        return _by_content(content) or "asserts"
    words = " ".join(piece.of(report.text) for piece in attribution.cue)
    end = attribution.cue[-1].end
    ahead = report.text[end : end + _AHEAD].partition("\n")[0]
    cue = _read(words, ahead)
    source = " ".join(piece.of(report.text) for piece in attribution.source)
    if _EARLIER.search(source) and (cue is None or cue.stance is None):
        return "retracts"
    if cue is None:
        return _by_content(content) or "asserts"
    return _special(cue, content, ahead) or cue.stance or _by_content(content) or "asserts"


def declines(report: Report, attribution: Attribution) -> bool:
    """Whether the cue alone gives no content: "had no comment", "did not respond"."""
    words = " ".join(piece.of(report.text) for piece in attribution.cue)
    cue = (
        _read(words, report.text[attribution.cue[-1].end : attribution.cue[-1].end + _AHEAD].partition("\n")[0])
        if words
        else None
    )
    return cue is not None and cue.stance == "declines"


def _special(cue: _Cue, content: str, ahead: str) -> Stance | None:
    """Verbs whose stance hangs on their complement."""
    complement = content.lstrip(_OPENING)
    if cue.lemma in ("reject", "dismiss", "turn down", "rebuff"):
        return _rejection(complement) or cue.stance
    if cue.lemma in ("call", "describe") and _FALSE.search(content):
        return "denies"
    if cue.lemma in _RETORTS and not cue.negated and _NEGATED.match(content):
        return "denies"
    if cue.lemma == "accuse" and _LYING.search(content):
        return "denies"
    if cue.lemma in ("ask", "be asked") and not cue.negated:
        asks = _ASKS.match(complement) or _ASKS.match(ahead.lstrip()) or _first_sentence(content).endswith("?")
        return "questions" if asks else "demands"
    if cue.lemma in ("tell", "warn", "advise", "caution") and not cue.negated:
        ordered = _ORDER.match(complement) or _ORDER.match(ahead.lstrip())
        return "demands" if ordered else None
    return None


def _rejection(complement: str) -> Stance | None:
    """What is done to the thing rejected: the first noun after the verb that the lexicon knows."""
    known = _lexicon().rejected
    for token in _TOKEN.findall(complement.lower())[:10]:
        for noun in (token, token.removesuffix("s"), token.removesuffix("es")):
            if noun in known:
                return known[noun]
    return None


def _read(words: str, ahead: str) -> _Cue | None:
    """The earliest entry of the lexicon in the cue, its particles possibly just behind the cue."""
    quoted = _QUOTED_AS.match(words)
    tokens = _tokens(words[quoted.end() :] if quoted else words)
    phrase = tokens + _tokens(ahead)[:_LONGEST]
    negated = False
    for at, token in enumerate(tokens):
        if (found := _entry(phrase, at)) is not None:
            return _Cue(found[0], found[1], negated)
        negated = negated or token in _NEGATIONS
    return None


def _entry(tokens: list[str], at: int) -> tuple[str, _Turn] | None:
    """The longest entry that begins at a token."""
    lexicon = _lexicon()
    head = lexicon.lemmas.get(tokens[at])
    if head is None:
        return None
    for length in range(_LONGEST, 0, -1):
        key = " ".join([head, *tokens[at + 1 : at + length]])
        if key in lexicon.cues:
            return key, lexicon.cues[key]
    return None


def _tokens(words: str) -> list[str]:
    return _TOKEN.findall(_CONTRACTED.sub(" not", words.lower().replace("can't", "cannot").replace("can’t", "cannot")))


def _content(report: Report, attribution: Attribution) -> str:
    return " ".join(pieces.without_conjunction(piece.of(report.text)) for piece in attribution.content)


def _by_content(content: str) -> Stance | None:
    """The first rule of the lexicon that the content meets."""
    lead = content.translate(_WITHOUT_MARKS).lstrip(_OPENING)
    sentence = _first_sentence(lead)
    for stance, at_start, pattern in _patterns():
        if pattern.match(lead) if at_start else pattern.search(sentence):
            return stance
    return None


def _first_sentence(content: str) -> str:
    for match in _SENTENCE.finditer(content):
        if not _ABBREVIATED.search(content, max(0, match.start() - 5), match.start()):
            return content[: match.end()]
    return content


@cache
def _lexicon() -> _Lexicon:
    raw = resources.files("hearsay.data").joinpath("stance.json").read_bytes()
    return msgspec.json.decode(raw, type=_Lexicon)


@cache
def _patterns() -> tuple[tuple[Stance, bool, re.Pattern[str]], ...]:
    return tuple((rule.stance, rule.lead, re.compile(rule.pattern, re.IGNORECASE)) for rule in _lexicon().content)
