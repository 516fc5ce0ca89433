"""Verbs whose stance hangs on their complement: "rejected the claim" denies, "rejected the offer" declines.

One asks whether (questions) or asks someone to (demands); to apologise for words takes them back, to apologise for
deeds does not; to be aware of a report is to say nothing of it. What is listed here are patterns of the complement; the
verbs are those of ``resources/stance.yml``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hearsay.model.reading import Stance

OPENING = " \t\r\n\"“‘'«„「(…"
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_SENTENCE = re.compile(r"[.!?](?=[\"”’']?(?:\s|$))")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|No|U\.S|U\.N)$")
_ASKS = re.compile(
    r"(?:about|by|did|does|do|is|are|was|were|can|could)\b|(?:(?!to\b)[\w’'.-]+\s+){0,5}?"
    r"(?:whether|if|why|how|what|who|whose|when|where|which)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:(?!that\b|I\b|he\b|she\b|they\b|we\b|it\b|you\b|there\b|(?:is|are|was|were|be|been|has|have|had|will|"
    r"would|could|can|may|"
    r"might|should|must|going|wants?|needs?|able|likely|taken|not|expects?|hopes?|plans?|due|set|ready)\b|"
    r"\w+(?:ed|ing)\b|\w+['’](?:re|ve|m|ll|d)\b)"
    r"[\w’'&.-]+ ){0,7}(?:not )?to (?!the\b|a\b|an\b|have\b|be\b|his\b|her\b|their\b|its\b)[a-z]+\b"
)
_FALSE = re.compile(
    r"\b(?:false|untrue|lies?|fake|forged|fabricat\w+|baseless|groundless|unfounded|nonsense|rubbish|fiction|"
    r"propaganda|hoax|"
    r"null and void|rumou?rs?|misinformation|disinformation|inaccurate|incorrect|malicious)\b", re.IGNORECASE
)  # fmt: skip
# To call a thing false is to deny it (the verbs of VerbNet's classes 29.1 to 29.4 and of judgement, 33).
_NAMING = frozenset(["call", "describe", "brand", "label", "term", "characterise", "characterize", "slam", "decry"])
# Verbs that order where they have a person and an infinitive, and tell or warn of something otherwise.
_ORDERS = frozenset(["tell", "warn", "advise", "caution", "press", "remind", "challenge"])
_WARNS = frozenset(["warn", "caution", "advise"])
_AGAINST = re.compile(r"(?:[\w’'-]+ ){0,4}against\b", re.IGNORECASE)  # "warned people against panic"
_INNOCENCE = re.compile(r"(?:his|her|their|its|my|our) innocence\b", re.IGNORECASE)
# "sees no fault", "sees it as a threat": a view of what is, where "sees growth slowing" is one of what will be.
_VIEW = re.compile(
    r"(?:no|nothing|little|it|them|him|her|us|themselves|himself|herself|itself)\b|[^,.;]{0,60}\bas\b", re.IGNORECASE
)
_REMARKS = re.compile(r"(?:any |further |more )*(?:remarks?|comments?|statements?|interviews?)\b", re.IGNORECASE)
# To insist or answer that something is not so is to deny it.
_RETORTS = frozenset(["insist", "protest", "reply", "answer", "respond", "retort", "maintain", "counter", "hit back"])
_NEGATED = re.compile(
    r"(?!(?:\W*(?:not all|(?:nobody|no one) (?:could|can|should)))\b|[^,.;:]{0,60}\b(?:will|would|shall)\b)"
    r"[^,.;:]{0,60}(?:\b(?:not|never|no|nothing|nobody|none|neither)\b|n['’]t\b)",
    re.IGNORECASE,
)
_FORETOLD = re.compile(r"[^,.;:]{3,80}\b(?:will|would|could|may|might)\b(?! have\b)", re.IGNORECASE)
_LYING = re.compile(
    r"\b(?:lying|lied|lies?|fabricat\w+|falsif\w+|mislead\w+|disinformation|inventing|"
    r"ma(?:king|de) (?:(?:it|this|that|things|them) )?up)\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(r"(?:no one|nobody|none|you|one|anyone|everybody|everyone)", re.IGNORECASE)  # declines nothing
# What is known of, where "aware of" says nothing of it: the words of others.
_WORDS_OF_OTHERS = re.compile(
    r"(?:\w+\s+){0,3}(?:reports?|claims?|allegations?|accusations?|rumou?rs?|statements?|posts?|videos?|footage|images|"
    r"comments|complaints?|matter|incident)\b",
    re.IGNORECASE,
)
# Apologies for words take them back, others do not.
_SAYING = re.compile(
    r"\b(?:for|over|after|about)\s+(?:having\s+)?(?:\w+\s+){0,3}?(?:said|saying|call(?:ed|ing)|suggest\w+|claim\w*|"
    r"stat\w+|report\w*|describ\w+|compar\w+|comments?|remarks?|words?|errors?|mistakes?|tweets?|posts?|accus\w+|"
    r"post(?:ed|ing)|publish\w+|article|broadcast\w*|story|quot\w+|joke\w*)\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"(?:(?:his|her|its|their|my|our|the|an|some)\s+)?(?:(?:earlier|previous|initial|original|recent|first|own|public)\s+)*"
    r"(?:comments?|remarks?|statements?|tweets?|posts?|claims?|words|quotes?|assertions?|reports?|figures?)\b"
    r"|.*(?:, (?:and )?not\b|\brather than\b|\binstead of\b)"
    r"|.*\b(?:(?:had|did|does)(?: not|n['’]t) mean|had (?:meant|misspoken|been (?:misunderstood|mistaken|wrong))|"
    r"misspoke)\b",
    re.IGNORECASE,
)


def decide(lemma: str, content: str, ahead: str, tail: str = "") -> Stance | None:
    """The stance of a verb by its complement, where no negation stands before it; ``None`` leaves it to the lexicon.

    ``ahead`` are the words behind the cue: they hold the complement where the content stands before the cue. ``tail``
    are those of the cue itself behind the verb.
    """
    complement, behind = content.lstrip(OPENING), ahead.lstrip()
    if lemma in _NAMING:
        return "denies" if _FALSE.search(content) else None
    if lemma == "accuse":
        return "denies" if _LYING.search(content) else None
    if lemma in _RETORTS and _NEGATED.match(content):
        return "denies"
    if lemma in ("ask", "be asked"):
        asks = _ASKS.match(complement) or _ASKS.match(behind) or first_sentence(content).endswith("?")
        return "questions" if asks else "demands"
    if lemma in _ORDERS:
        if _ORDER.match(complement) or _ORDER.match(behind) or (lemma in _WARNS and _AGAINST.match(complement)):
            return "demands"
        return "expects" if lemma == "warn" and _FORETOLD.match(content) else None
    return _of_words(lemma, complement or behind, f"{tail} {content or ahead}")


def _of_words(lemma: str, complement: str, words: str) -> Stance | None:
    """What is wanted, known of, put right or regretted: something to do, or words."""
    if lemma == "see":
        return "asserts" if _VIEW.match(complement) else None
    if lemma == "be aware":
        return "declines" if _WORDS_OF_OTHERS.match(complement) else None
    if lemma == "rule out":
        return "declines" if _REMARKS.match(complement) else None
    if lemma in ("maintain", "protest", "profess"):
        return "denies" if _INNOCENCE.match(complement) else None
    if lemma == "clarify":
        return "retracts" if _TAKEN_BACK.match(complement) else None
    if lemma == "regret":
        return "retracts" if _TAKEN_BACK.match(complement) or _SAYING.search(f"for {complement}") else None
    if lemma in ("apologise", "apologize", "express regret"):
        return "retracts" if _SAYING.search(words) else "asserts"
    return None


def negated(content: str) -> bool:
    """Whether the first clause of a content says that something is not so; "not all" and "will not" do not."""
    return _NEGATED.match(content) is not None


def rejection(complement: str, rejected: Mapping[str, Stance]) -> Stance | None:
    """What is done to the thing rejected: the first noun of the complement that is among ``rejected``."""
    for token in _WORD.findall(complement.lower())[:10]:
        for noun in (token, token.removesuffix("s"), token.removesuffix("es")):
            if noun in rejected:
                return rejected[noun]
    return None


def anybody(source: str) -> bool:
    """Whether a source is anyone at all: "no one knows", "you can't tell" decline nothing."""
    return _ANYBODY.fullmatch(source) is not None


def is_fact(content: str) -> bool:
    """Whether what is not known is a fact ("do not know he is ill"), and no question ("does not know when")."""
    return bool(content) and _ASKS.match(content.lstrip(OPENING)) is None


def first_sentence(content: str) -> str:
    """The content up to its first full stop, question or exclamation mark."""
    for match in _SENTENCE.finditer(content):
        if not _ABBREVIATED.search(content, max(0, match.start() - 5), match.start()):
            return content[: match.end()]
    return content
