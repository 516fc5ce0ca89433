"""What follows a report: end marks, rights lines, contact lines."""

from __future__ import annotations

import re

_END = re.compile(
    r"^[a-z]{2,4}(?:-[a-z]{2,3})?-\d\d-\d\d-\d\d\s+\d{4}"
    r"|^\W{0,3}(?:\(end\)|\(ends\)|-\s?(?:30|0|ends?)\s?-|###|ends?(?=\s*$)|fin\.?(?=\s*$)|\(끝\)|끝$|\(완\)|\(了\)|"
    r"完$|\[end\]|///|nnnn$)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"^(?:\(END\)|ENDS?)\s+[A-Z][A-Z &.]{2,40}\b")
_MORE = re.compile(
    r"^\W{0,3}(?:\(?more\)?|\(?mtf\)?|more (?:to )?(?:come|follows?)|\d-\d-\d|x{3}|\(?continues\)?)\W{0,3}$"
    r"|^\W{0,3}page \d{1,3}(?: of \d{1,3})?\W{0,3}$|^\^?\S.{0,60},? \d(?:st|nd|rd|th) add\b.{0,20}$",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\(c\)\s*(?:\d|[A-Z])|©|copyright|all rights reserved|all rights|rights reserved|redistribut|"
    r"무단\s?전재|저작권|版权|著作権|無断転載|"
    r"tous droits|todos los derechos|alle rechte|tutti i diritti|все права|not for (?:use by|redistribution)|"
    r"may not be (?:published|reproduced|rewritten|redistributed)",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"(?:[Cc]opyright|COPYRIGHT|©|\([cC]\)|"
    r"ⓒ)[\s,(cC)©]*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?:by\s)?(?P<who>(?:[Tt]he\s)?[A-Z][\w’'&-]*(?:\s(?:(?:of|"
    r"and|for|the|de|&)\s)?[A-Z&][\w’'&-]*){0,5})",
)
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|^\W{0,2}(?:contacts?|for (?:more|further) information|media (?:contact|"
    r"enquiries|inquiries)|press (?:office|contact))\b[^.]{0,80}[:：]"
    r"|(?:\+\d{1,3}[ -]?)?(?:\(\d{2,4}\)\s?)?\d{3,4}[ -]\d{3,4}(?:[ -]\d{3,4})?\b.{0,30}$|\b(?:write to|"
    r"letters?:) the editor\b",
    re.IGNORECASE,
)


def is_end(line: str) -> bool:
    """Whether a line marks the end of a report ("(END)", "-30-", "ENDS KESTREL im/jp")."""
    return len(line) <= 120 and (_END.match(line) or _ENDS.match(line)) is not None


def is_page_mark(line: str) -> bool:
    """Whether a line only marks a page's end or head in copy of several takes ("(MORE)", "Page 2")."""
    return len(line) <= 80 and _MORE.match(line) is not None


def is_rights(line: str) -> bool:
    """Whether a line states who owns the text and what may be done with it."""
    return len(line) <= 400 and _RIGHTS.search(line) is not None


def owner(line: str) -> str | None:
    """The owner whom a rights line names."""
    found = _OWNER.search(line[:400])
    return found["who"].strip(" .,") if found else None


def trimmed(name: str) -> str:
    """An owner's name without what follows it in a rights line, and without its legal form."""
    name = re.split(r"\s(?:All|May|Not|No|Any|Redistribution|Used|Unauthori[sz]ed|Powered|Masthead|Delivered)\b", name)[
        0
    ]
    return re.sub(
        r"[\s,]*\(?\b(?:Ltd|Limited|Inc|LLC|plc|PLC|GmbH|AG|S\.?A|Pte|Pty|Corp|Corporation|Co)\b\)?\.?.*$", "", name
    ).strip(" ,.&")


def is_contact(line: str) -> bool:
    """Whether a short line tells how to reach somebody."""
    return len(line) <= 160 and _CONTACT.search(line) is not None
