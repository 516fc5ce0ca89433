"""Bylines: who wrote a report, and who only put it up.

``By A B and C D``, ``By A B in Paris``, ``By LORNA ESTEVEZ-PRYOR``, ``A B, The Paper``, ``송상호 기자``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hearsay.intake.wire import credit
from hearsay.intake.wire.furniture import is_prose
from hearsay.intake.wire.lexicon import furniture
from hearsay.text.scripts import script

LONGEST = 200
"""Characters; a longer line is no byline."""

LONGEST_TITLE = 5
"""Words of a reporter's title."""

_OPENING = re.compile(
    r"(?:(?:written|reported|reporting|story|words|report|text|article|edited)\s+)?(?:by|par|por|von|di|door|af|"
    r"av|przez|oleh|od)[:\s]\s*"
    r"|(?:author|reporter|авторы?|автор)s?\s?:\s*",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"(?:posted|uploaded|published|added|compiled|submitted|updated)\b.{0,40}?\bby[:\s]\s*", re.IGNORECASE
)
_STAFF = re.compile(
    r"\b(?:staff|team|desk|newsroom|bureau|editors?|editorial|reporters?|correspondents?|bot|robot|keepers|web|online|"
    r"agencies|agency|service|newswire|wire|wires|news|media|redaktion|rédaction|redacción|redazione|agentur)\b",
    re.IGNORECASE,
)
# "ANN LEE Meridian Press": capitals end where the outlet begins.
_CAPS_END = re.compile(r"^((?:[A-Z][A-Z’'-]+\s){1,9}[A-Z][A-Z’'-]+)\s(?=[A-Z][a-z])")
_HELPERS = re.compile(r"\.\s+(?=\w+\s(?:reporting|contribut|report|edit)|edit)|;\s", re.IGNORECASE)
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-Z])")
_BIO = re.compile(r"^((?:[A-Z][\w’'-]+\s){1,3}[A-Z][\w’'-]+)\s(?:covers|is an?|writes|reports on)\b")
_HELP = re.compile(r"\b(?:additional|contribut\w+|helped|translat\w+)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:staff|team|desk|newsroom|bureau|editors?|reporters?|correspondents?|bot|robot|writers?)\b", re.IGNORECASE
)
_TITLE = re.compile(
    r"^(?:(?:senior|chief|political|parliamentary|diplomatic|foreign|deputy|special|staff|national|world|business|"
    r"science|health|economics?|technology|sports?|auto|defen[cs]e|security|environment|education|opinion|ideas|guest|"
    r"white house|our|the)\s)*"
    r"(?:writer|reporter|correspondent|editor|journalist|columnist|analyst|contributor|freelance|photographer|producer|"
    r"bureau chief|intern|political editor)\b.*$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s+(?:in|at|for|of|from|reporting from)\s+(?=[A-Z\u00c0-\u00de]|the\s).*$")
_EMAIL = re.compile(r"\s*[(<[]?[\w.+-]+@[\w-]+(?:\.[\w-]+)*[)>\]]?")
_WITH = re.compile(
    r",?\s+(?:and\s+)?with\s+(?:(?:an?\s)?(?:additional\s)?(?:report|reports|reporting|files|contributions?)\b"
    r"(?P<extra>(?:\sfrom\s[^,;]{2,40}?)?\s(?:by|from)\s))?(?P<with>.+)$",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:,\s*and\s+|,\s*|\s+(?:and|AND)\s+|\s+&\s+|\s*;\s*|\s+und\s+|\s+et\s+|\s+y\s+|\s+e\s+|\s+и\s+|\s+/\s+)\s*"
)
_KOREAN = re.compile(r"(?P<name>[가-힣]{2,4})\s*(?:기자|특파원|논설위원|선임기자|인턴기자|앵커)(?![가-힣])")
_CHINESE_EDITORS = re.compile(
    r"[(（]?(?:责任编辑|責任編輯|责编|責編)[：:]\s?(?P<names>[\u4e00-\u9fff·、，,\s]{2,40})[)）]?"
)
_CHINESE = re.compile(r"(?:记者|記者|编辑|作者|文)\s?[：:/／]?\s?(?P<name>[\u4e00-\u9fff·]{2,8}?)(?=$|[\s,，、）)|])")
_JAPANESE = re.compile(
    r"(?P<name>[\u4e00-\u9fff\u3040-\u30ff]{2,4}[\s\u3000]?[\u4e00-\u9fff\u3040-\u30ff]{1,4})(?:記者|編集委員)"
)
_CONTRIBUTED = re.compile(
    r"\b(?:(?:additional|further|extra)\s(?:reporting|reports?)|with\s(?:an?\s)?(?:reporting|reports?))"
    r"(?:\s(?:from|in)\s[^,;:]{2,40}?)?(?:\sby|\s?:)\s+(?P<who>[^\n]{3,160})",
    re.IGNORECASE,
)
_FILED = re.compile(r"[(（【\[][^=＝)）】\]]{1,20}[=＝]")
"""The dateline of Korean and Japanese copy, which may name the reporter too."""
_FOREIGN = re.compile(r"\s*[(（【\[]?\s*(?=[가-힣\u3040-\u30ff\u4e00-\u9fff])")
_OWNS = re.compile(r"['’][sS]$")
_PARTICLES = frozenset(
    [
        "de", "la", "le", "van", "der", "den", "von", "zu", "bin", "ibn", "al", "el", "da", "dos", "das", "do",
        "di", "del", "della", "du", "ter", "ten", "y", "e", "af", "av", "abu", "ben", "st",
    ]
)  # fmt: skip
_NO_NAME = frozenset(
    [
        "the", "a", "an", "in", "on", "at", "of", "for", "with", "this", "that", "our", "your", "his", "her",
        "their", "its", "news", "home", "world", "print", "share", "how", "why", "what", "when", "who", "is",
        "are", "was", "were", "to", "from", "report", "reports", "read", "more", "copyright", "january",
        "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "updated", "posted",
        "published", "page", "edition", "view", "recent", "posts", "popular", "latest", "related", "stories",
        "article", "comments",
    ]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline's parts.

    Attributes:
        names: persons, or where there is none the collective that it names ("Mirror Staff"), as written but for
            names in capitals, which get small letters.
        partners: outlets or agencies that it names beside them ("with Meridian Press", ", Northmark Wire").
        staff: whether ``names`` is a collective.
        posted: whether it says who put the page up rather than who wrote it.
    """

    names: tuple[str, ...]
    partners: tuple[str, ...] = ()
    staff: bool = False
    posted: bool = False


def read(line: str, *, marked: bool = False) -> Byline | None:
    """The byline that a line is, or ``None``.

    Args:
        line: one line, white space folded.
        marked: the page's markup calls it a byline, so that it need not begin with "By".
    """
    line = line[: LONGEST + 1].strip(" \t|–—-•·")
    if not line or len(line) > LONGEST:
        return None
    opening = _OPENING.match(line)
    if (asian := _asian(line)) and not (opening and script(line[opening.end() : opening.end() + 3]) == "Latin"):
        return asian
    if opening:
        line = _FOREIGN.split(line)[0]
    if posted := _POSTED.match(line):
        return _parsed(line[posted.end() :], posted=True)
    if opening:
        return _parsed(line[opening.end() :])
    got = _parsed(line)
    if got is None:
        return None
    return got if marked or _bare(line, got) else None


def signed(text: str) -> tuple[str, ...]:
    """The reporters whom a sign-off names, without those who helped or edited ("Reporting by A; editing by B")."""
    head = re.split(
        r"[;(]|\.\s|,?\s(?:with\s)?(?:additional|further)\b|\bediting\b|\bedited\b", text.strip(" -–—()[]"), maxsplit=1
    )[0]
    if found := _BIO.match(head):
        return (found[1],) if is_name(found[1]) else ()
    if not head or _HELP.search(head) or head[:5].lower() == "with ":
        return ()
    got = read(re.sub(r"\s+reported from\s.*$", "", head), marked=True)
    return got.names if got and not got.staff else ()


def contributors(text: str) -> tuple[str, ...]:
    """Those whom a byline or sign-off names for further reporting ("…; additional reporting by A in X and B")."""
    names: list[str] = []
    for found in _CONTRIBUTED.finditer(text[:400]):
        for piece in _AND.split(re.split(r"[;()]|\.(?:\s|$)|\bediting\b", found["who"])[0]):
            name = _PLACE.sub("", piece).strip(" .,")
            if is_name(name) and not _collective(name) and not _house(name):
                names.append(small(name))
    return tuple(dict.fromkeys(names))


def is_title(line: str) -> bool:
    """Whether a line is nothing but what a reporter is called ("Opinion columnist")."""
    return len(line.split()) <= LONGEST_TITLE and _TITLE.match(line.strip(" ,|")) is not None


def is_name(words: str) -> bool:
    """Whether the words have the form of one person's name, of two to five words."""
    parts = words.split()
    if not 2 <= len(parts) <= 5 or any(part.lower().rstrip(",") in _NO_NAME or _OWNS.search(part) for part in parts):
        return False
    return all(_is_name_word(part) for part in parts) and parts[0][0].isupper() and parts[-1][0].isupper()


def _is_name_word(word: str) -> bool:
    if word.lower() in _PARTICLES:
        return True
    letters = re.fullmatch(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*['’.-]?", word)  # one way to match: no backtracking
    return bool(letters) and (word[0].isupper() or word[:2] in ("d'", "d’", "al", "el", "O'"))


def small(name: str) -> str:
    """A name in capitals with capitals only where names have them ("HARRIET COLEBROOK" → "Harriet Colebrook")."""
    if not name.isupper() or len(name) < 4 or " " not in name:
        return name
    cased = re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), name)
    cased = re.sub(r"\bMc([a-z])", lambda found: "Mc" + found[1].upper(), cased)
    cased = re.sub(r"([’'])S\b", lambda found: found[1] + "s", cased)
    return " ".join(w.lower() if i and w.lower() in _PARTICLES else w for i, w in enumerate(cased.split(" ")))


def _asian(line: str) -> Byline | None:
    if edited := _CHINESE_EDITORS.fullmatch(line):
        return Byline(tuple(re.findall(r"[\u4e00-\u9fff·]{2,8}", edited["names"])))
    found = [*_KOREAN.finditer(line)] or [*_JAPANESE.finditer(line)] or [*_CHINESE.finditer(line)]
    if not found or len(line) > 80 or is_prose(line) or _FILED.match(line):
        return None
    return Byline(tuple(dict.fromkeys(re.sub(r"[\s\u3000]+", " ", one["name"].split("・")[-1]) for one in found)))


def _parsed(words: str, *, posted: bool = False) -> Byline | None:
    words = _CAPS_END.sub(r"\1, ", _EMAIL.sub("", words)).strip(" .,|–—-•·")
    words = _HELPERS.split(words)[0]
    partners: list[str] = []
    beside = _WITH.search(words)
    if found := beside:
        helped = [part for part in _AND.split(found["with"]) if part]
        if not found["extra"]:
            partners = [part for part in helped if part[0].isupper() or part.startswith("the ")]
        words = words[: found.start()]
    words = re.split(r"\s+[|•·/–—]\s+|\s{2,}|\s::\s", words)[0]
    names: list[str] = []
    for piece in (part for whole in _AND.split(words) for part in _titled(whole)):
        piece = _PLACE.sub("", piece).strip(" .,") if not names or _PLACE.search(piece) else piece.strip(" ,")
        if _house(piece) and piece[:1].isupper():
            partners.append(piece)
        elif is_name(piece) and not _collective(piece):
            names.append(small(piece))
        elif (
            piece
            and not names
            and (beside or not partners)
            and len(words.split()) <= 7
            and (_collective(piece) or posted)
        ):
            collective = _PLACE.sub("", words) if len(words.split()) <= 6 else piece
            return Byline((small(collective.strip()),), tuple(partners), staff=True, posted=posted)
    persons = [part for part in partners if is_name(part) and not _house(part) and not _collective(part)]
    if names or partners:
        names += persons
        partners = [part for part in partners if part not in persons]
        return Byline(tuple(dict.fromkeys(names)), tuple(map(small, partners)), posted=posted)
    return _single(words, posted=posted)


def _titled(piece: str) -> tuple[str, ...]:
    """A name without what follows it; an agency behind a name, or before a title, is a piece of its own."""
    if (stop := _STOP.search(piece)) and is_name(piece[: stop.start()]):
        return (piece[: stop.start()],)
    words = piece.split()
    for at in range(1, min(len(words), LONGEST_TITLE + 1)):
        head, tail = " ".join(words[:at]), " ".join(words[at:])
        if is_name(head) and is_title(tail) and not _collective(head):
            return (head,)
        if is_name(head) and (credit.known(tail) or tail.startswith("The ")):
            return head, tail
        if credit.known(head) and is_title(tail):
            return (head,)
    return (piece,)


def _single(words: str, *, posted: bool) -> Byline | None:
    """A name of one word, as some scripts and papers have it."""
    longest = 4 if script(words) in ("Hangul", "Han") else 8
    if 2 <= len(words) <= longest and words.isalpha() and script(words) != "Latin" and words not in furniture().menu:
        return Byline((words,), posted=posted)
    return None


def _collective(piece: str) -> bool:
    return bool(_STAFF.search(piece))


def _house(piece: str) -> bool:
    """Whether the words name an outlet or agency rather than people."""
    return (credit.is_agency(piece) or credit.is_outlet(piece)) and not _PEOPLE.search(piece)


def _bare(line: str, got: Byline) -> bool:
    """Whether a line without "By" is a byline all the same: names, and nothing else but where they work."""
    if line[-1:] in "?!:" or len(line) > 120:
        return False
    if got.staff or not got.names:
        return got.staff and bool(got.partners)  # "Staff with The Other Paper"
    if any(len(name.split()) > 4 for name in got.names):
        return False
    rest = line.lower()
    for name in (*got.names, *got.partners):
        rest = rest.replace(name.lower(), "", 1)
    if len(got.names) and (left := rest.strip(" ,|/·•–—-")) and (credit.is_agency(left) or credit.is_outlet(left)):
        return True
    rest = re.sub(r"^(?:[^,]*,)?\s*,\s*(?:the\s)?(?:\w+(?:\s\w+)?|(?:\w+\s){1,4}(?:desk|bureau|newsroom))$", "", rest)
    rest = re.sub(r"\b(?:and|with|the|staff|writer|reporter|correspondent)\b|[\s,|/&.•·–—-]+", "", rest)
    return not rest or bool(_TITLE.match(rest))
