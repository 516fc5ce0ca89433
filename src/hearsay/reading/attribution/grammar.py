"""Verb groups and their subjects, read from the words alone: there is no parser.

A subject must look like one (a name, a pronoun, a determiner and its noun) and agree with its verb.
"""

from __future__ import annotations

import re

from hearsay.model.span import Span

_MARKS = "\"“‘'«„("
_REACH = 160  # how far left a subject may begin
_WORDS = 12  # words of the longest subject
# What may stand between a subject and its verb, read from the verb leftward.
_AUXILIARY = re.compile(
    r"(?:\b(?:has|have|had|will|would|could|can|may|might|did|does|do|also|later|then|since|still|not|never|"
    r"again|now|already|"
    r"even|only|just|really|always|once|often|first|both|(?:has|had|did|does|do|have|would|could|ca|wo)n['’]t|cannot|"
    r"[a-z]+ly)\s+){1,4}$"
)
# A determiner and a verb that do not agree: "a big reason that", "two critical reports that" are nouns.
_ONE = re.compile(r"(?:an?|this|that|each|every)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:two|three|four|five|six|several|many|few|both|these|those)\b", re.IGNORECASE)
# What is not yet so is no speech: "this community will find that …".
_TO_COME = re.compile(
    r"(?:will|would|can|cannot|could|may|might)\s.*\b(?:find|show|know|see|think|believe|hold|mean|expect|hope)\Z"
)
_PRONOUN = r"(?:he|she|it|they|I|we|you|who|some|many|most|others|both|all|one|none|neither|several|few)"
_BOUNDARY = re.compile(
    r"[,;:.!?…()\[\]\"“”«»]\s|\s[—–-]{1,2}\s|\b(?:that|but|because|while|after|before|when|whenever|as|if|"
    r"whether|which|who|"
    r"whom|where|since|though|although|so|than|until|unless|yet|once|what|how|why|or|then|said|says)\s",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|did|does|do|to|be|been|not|worth|"
    r"[a-z]+n['’]t)\b|\b(?:I|we|you|they|he|she|it)['’](?:s|m|re|ve|d|ll)\b"
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
_SHORT = re.compile(
    r"\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Col|Lt|Prof|Jr|Sr|U\.S|U\.N|U\.K|No|Inc|Co|Corp|Ltd)$"
)


def subject_before(text: str, low: int, stop: int) -> Span | None:
    """The noun phrase that ends where a verb group begins, or ``None`` where nothing there looks like a subject."""
    begin = max(low, stop - _REACH)
    if begin > low:
        begin = text.find(" ", begin, stop) + 1 or stop
    for match in _BOUNDARY.finditer(text, begin, stop):
        if not abbreviation(text, match.start()):
            begin = match.end()
    words = text[begin:stop].strip()
    while (joined := re.match(r"(?:.*\s)?and\s", words)) and not re.search(r"[A-Z]\w*,? and\s+\W?[A-Z]", words):
        words = words[joined.end() :]
    if not words.strip(_MARKS) or len(words.split()) > _WORDS or not looks_like_subject(words):
        return None
    end = stop - (len(text[begin:stop]) - len(text[begin:stop].rstrip()))
    return Span(end - len(words.lstrip(_MARKS)), end)


def verb_group(text: str, low: int, verb: re.Match[str]) -> Span:
    """A verb with its auxiliaries, adverbs and negation."""
    found = _AUXILIARY.search(text, max(low, verb.start() - 60), verb.start())
    return Span(found.start() if found else verb.start(), verb.end())


def agree(subject: str, cue: str) -> bool:
    """Whether a subject and what looks like its verb agree in number, and the verb tells of what is so."""
    bare = " " not in cue and not cue.endswith(("s", "ed", "d", "t"))
    singular = " " not in cue and cue.endswith("s")
    clash = (_ONE.match(subject) and bare) or (_SEVERAL.match(subject) and singular)
    return not clash and _TO_COME.match(cue) is None


def trimmed(text: str, start: int, end: int) -> Span:
    """The range without white space and commas around it and without an unquoted final period."""
    while start < end and text[start] in " \t\r\n\xa0,;":
        start += 1
    while end > start and text[end - 1] in " \t\r\n\xa0,;:–—":
        end -= 1
    if end > start and text[end - 1] == "." and not abbreviation(text, end - 1) and text[end : end + 1] not in "\"”’'":
        end -= 1
    return Span(start, end)


def looks_like_subject(words: str) -> bool:
    """Whether some words look like the subject of a verb: a pronoun, a name, a determiner and its noun, people."""
    words = words.lstrip(_MARKS)
    if re.fullmatch(_PRONOUN, words, re.IGNORECASE):
        return True
    if re.search(rf"\b(?:{_PRONOUN[3:-1]})$", words, re.IGNORECASE) and " " in words:
        return False
    if _DANGLING.search(words):
        return False
    return not _FINITE.search(words) and bool(_DETERMINED.match(words) or _PEOPLE.match(words))


def abbreviation(text: str, stop: int) -> bool:
    """Whether the stop at this place belongs to an abbreviation or initial."""
    return text[stop] == "." and bool(_SHORT.search(text, max(0, stop - 6), stop))
