"""Notes that are about a report rather than of it: to editors, corrections, updates, embargoes, translations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.intake.wire.slug import is_lead

if TYPE_CHECKING:
    from hearsay.model.report import Status

_EDITORS = re.compile(
    r"^\W{0,3}(?:eds|editors|editors?['’]?s? note|note to (?:editors|readers|subscribers)|"
    r"n\.?b\.? (?:to )?(?:eds|editors)|attention|attn|advisory|notice)"
    r"\s?[:：–—-]|^\((?:recasts|adds|updates|changes|refiles|repeats|repeating|trims|removes|releads|rewrites|"
    r"fixes|subs)\b[^.]*\)?$",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"^\W{0,3}(?:correction|clarification|corrected|errata|erratum|rectificati?on|berichtigung|korrektur|"
    r"fe de erratas|정정|訂正|更正|исправление)\b"
    r"|^\W{0,3}(?:(?:this|the|an?|our)\s)?(?:(?:earlier|previous|original)\s)?(?:version|article|report|story|"
    r"item|copy|headline|dispatch)\s"
    r"(?:of this (?:article|report|story|item)\s)?(?:(?:has|have) been |was |were |is )?(?:corrects|corrected|"
    r"amended|clarifies|clarified)\b"
    r"|^\W{0,3}(?:an?|our) (?:earlier|previous) (?:version|article|report|story|headline)\b"
    r"|^\W{0,3}(?:[\w’'-]+\s){1,4}(?:corrects|clarifies)\s(?:its|an?|the|our)\s[^.]{0,60}?\b(?:report|story|"
    r"article|headline|copy|item|dispatch)\b"
    r"|^\(updates (?:its|an?|the|our)\s[^.]{0,60}?\b(?:report|story|article|dispatch)\b",
    re.IGNORECASE,
)
_UPDATE = re.compile(
    r"^\W{0,3}(?:updates?|updated|this (?:article|report|story) (?:has been|was) updated)\b", re.IGNORECASE
)
_WITHDRAWN = re.compile(
    r"^\W{0,3}(?:kill|withdrawn|withdrawal|mandatory kill|bulletin kill|retraction|retracted)\b\s?(?:[:：\-–—,]|$)"
    r"|\b(?:story|report|article|item|dispatch) (?:is|was|has been|should be) (?:withdrawn|killed|retracted)\b|"
    r"\bmandatory kill\b",
    re.IGNORECASE,
)
_EMBARGO = re.compile(
    r"^\W{0,3}(?:under )?embargo(?:ed)?\b|\bnot for (?:release|publication|use) (?:before|until)\b", re.IGNORECASE
)
_TRANSLATION = re.compile(
    r"\btranslated (?:by|from)\b|\bthis (?:article|story|report) was (?:originally|first) published\b|\btraduit\b|"
    r"^\W{0,3}(?:originally|first) (?:published|appeared) (?:in|on|by|at)\b(?! (?:\w+\.? )?\d)",
    re.IGNORECASE,
)
_REPRINT = re.compile(
    r"\b(?:[Oo]riginally|[Ff]irst) (?:[Pp]ublished|[Aa]ppeared) (?:in|on|by|at) "
    r"(?P<who>(?:[Tt]he )?[A-Z][\w’'&-]*(?: (?:of |and |& )?[A-Z][\w’'&-]*){0,4})"
)
_KILLED = re.compile(r"(?:^|[\s,^-])(?:KILL|WITHDRAWN|WITHDRAWAL)\b")
_CORRECTED_SLUG = re.compile(r"(?:^|[\s,(^])(?:CORRECT(?:ED|S|ION)|CORR)\b(?![a-z])")


def is_editors(text: str) -> bool:
    """Whether a paragraph is addressed to editors ("Eds: UPDATES with …", "(RECASTS, adds quotes)")."""
    return len(text) <= 600 and _EDITORS.search(text) is not None


def is_correction(text: str) -> bool:
    """Whether a paragraph corrects this report or an earlier one."""
    return len(text) <= 1200 and _CORRECTION.search(text[:160]) is not None


def is_translation(text: str) -> bool:
    """Whether a short paragraph says where the report comes from by translation or reprint."""
    return len(text) <= 300 and _TRANSLATION.search(text) is not None


def first_in(text: str) -> str | None:
    """The outlet that a note says a report comes from ("First published in The Other Paper")."""
    found = _REPRINT.search(text[:300])
    return found["who"] if found else None


def is_notice(text: str) -> bool:
    """Whether a line withdraws the report or holds it back."""
    return len(text) <= 400 and (_WITHDRAWN.search(text) or _EMBARGO.search(text)) is not None


def status(lines: tuple[str, ...]) -> Status:
    """What the slugs, headline and notes of a report say of its state; the gravest wins."""
    if any(_WITHDRAWN.search(line) or _KILLED.search(line) for line in lines):
        return "withdrawn"
    if any(_EMBARGO.search(line) for line in lines):
        return "embargoed"
    if any(_CORRECTED_SLUG.search(line) or is_correction(line) for line in lines):
        return "correction"
    if any(is_lead(line) or _UPDATE.search(line) or re.search(r"\b(?:UPDATES|RECASTS|ADDS)\b", line) for line in lines):
        return "update"
    return "usable"
