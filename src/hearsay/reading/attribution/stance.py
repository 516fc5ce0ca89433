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
from hearsay.reading.attribution import complements, pieces, setting

if TYPE_CHECKING:
    from hearsay.model.reading import Attribution
    from hearsay.model.report import Report

_TOKEN = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*|n['’]t\b")
_CONTRACTED = re.compile(r"n['’]t\b")
_QUOTED_AS = re.compile(r"^.*\b(?:quoted|cited)\b.*\bas\s+", re.IGNORECASE | re.DOTALL)
_NEGATIONS = frozenset(["not", "never", "neither", "nor", "cannot", "nobody", "without", "unable"])
_NAUGHT = (["nothing"], ["neither"])  # "said nothing about", "named neither"
_LONGEST = 4  # words of the longest phrase of the lexicon
_AHEAD = 120  # characters after the cue that may hold the rest of its phrase, or its complement
_EARLIER = re.compile(
    r"\b(?:earlier|previous|original|first)\s+(?:versions?|editions?|reports?|articles?|story|stories)\b", re.IGNORECASE
)
# A note in which a publisher puts right what it said before, and what it calls that.
_NOTE = re.compile(r"\W{0,3}(?:Correct(?:ion|s|ed)|Clarification)\b(?!.{0,200}\bcorrects\b)", re.IGNORECASE | re.DOTALL)
_ITS_OWN = re.compile(r"\b(?:stories|story|reports?|articles?)\b", re.IGNORECASE)
_CLAIMED = re.compile(
    r"\b(?:den(?:y|ied|ies|ial|ials)|accus\w+|alleg\w+|claim(?:s|ed|ing)?|rumou?rs?|reject\w*|dismiss\w*|charge[sd]?)\b",
    re.IGNORECASE,
)
_EARLIER_ON = 250
# What stands behind a cue as its date or place, and is no particle of its verb: "insisted on Friday".
_OCCASION = re.compile(
    r"\s*on\s+(?:\w+day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*|\d|condition|anonymity|television|TV|"
    r"radio|Twitter|X\b|Facebook|Instagram|social)"
)
_WITHOUT_MARKS = {ord(mark): None for mark in '"“”„«»'}


# "No group has claimed …": the verb is negated. "No 10 has confirmed …" is an address.
_NOBODY = re.compile(r"(?:no(?!\.?\s\d)|none|nobody|neither)\b", re.IGNORECASE)
_SUBJECT = 60  # characters before a verb that hold its subject
_SELF = re.compile(
    r"\b(?:(?:i|we|he|she|it|they)|(?:my|our|his|her|its|their)\s(?:[\w-]+\s){0,2}[\w-]+)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
# Before an infinitive these say nothing of its truth: "was compelled to admit", "sought to deny" (Karttunen 1971).
_PASSING_ON = frozenset(["seek", "want", "compel", "oblige", "continue"])
# What is done to a claim and what to an offer differ: the noun decides.
_TURNING_DOWN = frozenset(
    ["reject", "dismiss", "turn down", "rebuff", "spurn", "shrug off", "brush aside", "brush off", "wave off"]
)
# From here on another one speaks within the content.
_NESTED = re.compile(
    r"(?<!\bI )(?<!\bwe )(?<!\bhave )(?<=\w )(?:said|says|thought|thinks|believed|believes|claimed|claims|argued|"
    r"argues|insisted|insists)\s(?!to\b)"
)
_NAME = re.compile(r"\b[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class _Turn:
    """The stance of a cue, and the one that it has under negation; ``None`` leaves it to the content."""

    plain: Stance | None
    negated: Stance | None


@dataclass(frozen=True, slots=True)
class _Rule:
    """A stance and the pattern of the contents that show it.

    ``lead``: at the content's beginning alone. ``own``: behind a subject that is the speaker.
    """

    stance: Stance
    lead: bool
    own: bool
    pattern: str


@dataclass(frozen=True, slots=True)
class _Lexicon:
    cues: dict[str, _Turn]
    lemmas: dict[str, str]
    rejected: dict[str, Stance]
    content: tuple[_Rule, ...]


@dataclass(frozen=True, slots=True)
class _Cue:
    """What a cue does: the entry found, whether a negation stands before it, and the words of the cue behind it."""

    lemma: str
    turn: _Turn
    negated: bool
    tail: str = ""

    @property
    def stance(self) -> Stance | None:
        return self.turn.negated if self.negated else self.turn.plain


def classify(report: Report, attribution: Attribution) -> Stance:
    """The stance of an attribution's speaker towards its content."""
    content = _content(report, attribution)
    source = " ".join(piece.of(report.text) for piece in attribution.source)
    if not attribution.cue:
        return _by_content(content, source) or "asserts"
    words = " ".join(piece.of(report.text) for piece in attribution.cue)
    if words.endswith(" to") and content[:1].islower():
        content = f"to {content}"  # "the decision to leave" is no order
    end = attribution.cue[-1].end
    ahead = report.text[end : end + _AHEAD].partition("\n")[0]
    cue = _read(words, ahead, negated=_NOBODY.match(source) is not None)
    if cue is not None and cue.stance is not None:
        return "asserts" if _is_ignorance(cue, source, content) else _special(cue, content, ahead) or cue.stance
    if _EARLIER.search(source) or _noted(report, attribution, source):
        return "retracts"
    told = _by_content(content, source)
    if cue is None or told == "declines":
        return told or "asserts"  # a refusal is also one in a retort: "We do not comment on this," he replied
    return _special(cue, content, ahead) or told or ("denies" if _answers(report, attribution, content) else "asserts")


def _is_ignorance(cue: _Cue, source: str, content: str) -> bool:
    """Whether it is said that something is not known, where nobody declines to tell it."""
    if not cue.negated or cue.lemma not in ("know", "tell"):
        return False
    return complements.anybody(source) or (cue.lemma == "know" and complements.is_fact(content))


def _answers(report: Report, attribution: Attribution, content: str) -> bool:
    """Whether a content that says that something is not so answers a claim told before it in the same paragraph."""
    if not complements.negated(content):
        return False
    first = min((*attribution.source, *attribution.cue, *attribution.content)).start
    paragraph = setting.paragraph(report, attribution.cue[0])
    return _CLAIMED.search(report.text, max(paragraph.start, first - _EARLIER_ON), first) is not None


def _noted(report: Report, attribution: Attribution, source: str) -> bool:
    """Whether the publisher's own words are told again in a correction: "Our stories of May 2 also said …"."""
    note = setting.paragraph(report, attribution.cue[0])
    return _ITS_OWN.search(source) is not None and _NOTE.match(report.text, note.start, note.end) is not None


def declines(report: Report, attribution: Attribution) -> bool:
    """Whether the cue alone gives no content: "had no comment", "did not respond"."""
    words = " ".join(piece.of(report.text) for piece in attribution.cue)
    cue = (
        _read(words, report.text[attribution.cue[-1].end : attribution.cue[-1].end + _AHEAD].partition("\n")[0])
        if words
        else None
    )
    return cue is not None and cue.stance == "declines"


def verbs() -> frozenset[str]:
    """Every form of a verb that has a stance or leaves it to its content."""
    return frozenset(_lexicon().lemmas) - {"will", "would"}  # heads of phrases, which report nothing by themselves


def _special(cue: _Cue, content: str, ahead: str) -> Stance | None:
    """The stance of a verb that hangs on its complement."""
    if cue.lemma in _TURNING_DOWN:
        return complements.rejection(content.lstrip(complements.OPENING), _lexicon().rejected) or cue.stance
    return None if cue.negated else complements.decide(cue.lemma, content, ahead, cue.tail)


def _read(words: str, ahead: str, *, negated: bool = False) -> _Cue | None:
    """The earliest entry of the lexicon in the cue, its particles possibly just behind the cue."""
    quoted = _QUOTED_AS.match(words)
    tokens = _tokens(words[quoted.end() :] if quoted else words)
    phrase = tokens + ([] if _OCCASION.match(ahead) else _tokens(ahead)[:_LONGEST])
    for at, token in enumerate(tokens):
        if (found := _entry(phrase, at)) is not None:
            behind = tokens[at + len(found[0].split()) :]
            return _Cue(found[0], found[1], negated or behind[:1] in _NAUGHT, " ".join(behind))
        negated = negated or token in _NEGATIONS
    return None


def _entry(tokens: list[str], at: int) -> tuple[str, _Turn] | None:
    """The longest entry that begins at a token."""
    lexicon = _lexicon()
    head = lexicon.lemmas.get(tokens[at])
    if head is None:
        return None
    shortest = 2 if head in _PASSING_ON and tokens[at + 1 : at + 2] == ["to"] else 1
    for length in range(_LONGEST, shortest - 1, -1):
        key = " ".join([head, *tokens[at + 1 : at + length]])
        if key in lexicon.cues:
            return key, lexicon.cues[key]
    return None


def _tokens(words: str) -> list[str]:
    return _TOKEN.findall(_CONTRACTED.sub(" not", words.lower().replace("can't", "cannot").replace("can’t", "cannot")))


def _content(report: Report, attribution: Attribution) -> str:
    return " ".join(pieces.without_conjunction(piece.of(report.text)) for piece in attribution.content)


def _by_content(content: str, source: str) -> Stance | None:
    """The first rule of the lexicon that the content meets."""
    lead = content.translate(_WITHOUT_MARKS).lstrip(complements.OPENING)
    sentence = complements.first_sentence(lead)
    if nested := _NESTED.search(sentence):
        sentence = sentence[: nested.start()]
    low_lead, low = _lowered(lead), _lowered(sentence)
    for rule, pattern in _patterns():
        found = pattern.match(low_lead) if rule.lead else pattern.search(low)
        if found and (not rule.own or _of_speaker(sentence[: found.start()], source)):
            return rule.stance
    return None


def _lowered(words: str) -> str:
    """The words in small letters, each in its place: patterns without regard to case take twice as long."""
    low = words.lower()
    return low if len(low) == len(words) else words


def _of_speaker(before: str, source: str) -> bool:
    """Whether the subject before a verb is the speaker: a pronoun, a possessive, or a name that the source has."""
    subject = before[-_SUBJECT:]
    names = frozenset(_NAME.findall(source))
    return _SELF.search(subject) is not None or bool(names & frozenset(_NAME.findall(subject)))


@cache
def _lexicon() -> _Lexicon:
    raw = resources.files("hearsay.data").joinpath("stance.json").read_bytes()
    return msgspec.json.decode(raw, type=_Lexicon)


@cache
def _patterns() -> tuple[tuple[_Rule, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(rule.pattern)) for rule in _lexicon().content)
