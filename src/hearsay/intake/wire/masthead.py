"""The lines above a report's first paragraph: which is the headline, the slug, the byline, the section, the date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hearsay.intake.dates import stamp
from hearsay.intake.wire import byline, caption, credit, endings, furniture, notes, slug

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Kind = Literal[
    "headline", "slug", "byline", "time", "section", "outlet", "note", "caption", "rights", "routing", "crumb",
    "furniture",
    "partner", "text",
]  # fmt: skip

_LABELLED = re.compile(
    r"^(?:posted|published|updated|modified|last updated|first published|date|release date|"
    r"입력|등록|수정|公開|発表|发布时间)\b"
    r"|^(?:published|updated)\s?:", re.IGNORECASE,
)  # fmt: skip
_MODIFIED = re.compile(
    r"\b(?:updated|modified|last edited|amended|actualizado|mis à jour|aktualisiert|aggiornato|atualizado|"
    r"обновлено)\b|수정|更新",
    re.IGNORECASE,
)
_DAY_WORDS = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|^\W*(?:posted|published|updated|"
    r"modified|last updated|"
    r"first published|on|at|date)\b(?!\s*by\b)|입력|등록|수정|\b\d+ min(?:ute)? read\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\b(?:staff|desk|team|editors|bot|robot|newsroom)\b", re.IGNORECASE)
_BY = re.compile(r"by\b", re.IGNORECASE)
_HOUSE = re.compile(r"^(?:[A-Z][\w’'&-]*:?\s){1,5}(?:News Agency|News Service|Newswire|Press Agency)$")
_SECTION_WORDS = 3
_STANDFIRST = 60


@dataclass(frozen=True, slots=True)
class Named:
    """A head line with what it is. ``value`` is the part of it that counts: a headline without its marks, an outlet."""

    index: int
    kind: Kind
    value: str


def name(lines: Sequence[str]) -> list[Named]:
    """Say what each line of a page's head is, in order. At most one is the headline, its repetitions furniture."""
    kinds = [_placed(index, line, _form(line), lines) for index, line in enumerate(lines)]
    head = _headline(lines, kinds)
    named: list[Named] = []
    for index, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        named.append(_named(index, line, kind, head, lines))
    return named


def _placed(index: int, line: str, kind: Kind, lines: Sequence[str]) -> Kind:
    """What a line is once its place is known: names without "By" need one, and an outlet may follow them."""
    if kind == "byline" and not _BY.match(line) and (index == 0 or _echoed(line, lines)):
        return "crumb" if furniture.is_crumb(line) else "text"
    below = index and _form(lines[index - 1]) == "byline" and len(line.split()) <= 8
    if (
        kind == "text"
        and below
        and byline.read(line, marked=True)
        and (credit.is_agency(line) or credit.is_outlet(line))
    ):
        return "byline"
    return kind


def _echoed(line: str, lines: Sequence[str]) -> bool:
    """Whether the line stands there twice in different capitals, as headlines do."""
    return any(_fold(other) == _fold(line) and other != line for other in lines)


def _form(line: str) -> Kind:
    """What the form of a line alone says it is; ``text`` where it says nothing."""
    bare = line.strip("^ ")
    return next((kind for kind, test in _FORMS if test(bare)), "text")


def _is_time(line: str) -> bool:
    found = stamp.find(line)
    if not found or len(line) > 120:
        return False
    rest = line[: found.start] + " " + line[found.end :]
    return _LABELLED.match(line) is not None or len(re.findall(r"[^\W\d_]{2,}", rest)) <= 9


def _is_byline(line: str) -> bool:
    return len(line) <= 160 and byline.read(line) is not None and not furniture.is_prose(line)


def _headline(lines: Sequence[str], kinds: Sequence[Kind]) -> int | None:
    """The index of the headline: what wire copy marks so, else the weightiest line that nothing else explains."""
    marked = [i for i, line in enumerate(lines) if line.startswith("^") and kinds[i] == "text"]
    if marked:
        return marked[0]
    candidates = [i for i, kind in enumerate(kinds) if kind == "text" and not _HOUSE.search(lines[i])]
    if not candidates:
        return None
    return max(candidates, key=lambda i: (_weight(lines, kinds, i), -i))


def _weight(lines: Sequence[str], kinds: Sequence[Kind], index: int) -> float:
    line = lines[index]
    words = len(line.split())
    weight = float(min(words, 9)) if len(line) > words * 1.5 else 0.0
    folded = _fold(line)
    weight += 4 * (sum(_fold(other) == folded for other in lines) > 1 and words >= 3)
    weight -= 3 * line.endswith((".", ","))
    weight -= 2 * (index == 0 and words <= 5)
    weight -= 1.5 * (line.isupper() and any(_fold(o) == folded and not o.isupper() for o in lines))
    weight -= 2 * line[:1].islower()
    # What comes after the byline or the date is a summary more often than the headline.
    weight -= 2 * ("byline" in kinds[:index])
    return weight


def _fold(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().casefold()


def _named(index: int, line: str, kind: Kind, head: int | None, lines: Sequence[str]) -> Named:
    bare = line.strip("^ ")
    if index == head:
        return Named(index, "headline", bare)
    if (
        index == 0
        and kind == "furniture"
        and re.search(r"\s(?:[-–—|>»]|--|::)\s", bare)
        and not furniture.is_menu(bare)
    ):
        return Named(index, "outlet", outlet(bare))
    if kind != "text":
        return Named(index, kind, (slug.keywords(line) or bare) if kind == "slug" else bare)
    if head is not None and _fold(line) == _fold(lines[head]):
        return Named(index, "furniture", bare)
    if head is not None and _is_kicker(line, head, lines):
        return Named(index, "slug", bare)
    if index <= 1 and len(bare.split()) <= 6:
        return Named(index, "outlet", outlet(bare))
    if len(bare.split()) <= _SECTION_WORDS:
        return Named(index, "section", bare)
    return Named(index, "text" if furniture.is_prose(bare) and len(bare) >= _STANDFIRST else "furniture", bare)


def _is_kicker(line: str, head: int, lines: Sequence[str]) -> bool:
    """A short line right above the headline, said more than once: the slug, as archives print it."""
    folded = _fold(line)
    above = any(_fold(lines[i + 1]) == _fold(lines[head]) for i in range(len(lines) - 1) if _fold(lines[i]) == folded)
    return above and len(line.split()) <= 6 and sum(_fold(other) == folded for other in lines) > 1


@dataclass(frozen=True, slots=True)
class Stated:
    """What a line that holds a date says besides it."""

    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    posted: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def stated(line: str) -> Stated:
    """Read a line such as "General / 송상호 / 2024-10-25 03:47:50" or "Published 5 Sep 2023 07:30 JST, by X"."""
    found = stamp.find(line)
    rest = f"{line[: found.start]} {line[found.end :]}" if found else line
    authors: list[str] = []
    posted: list[str] = []
    partners: list[str] = []
    others: list[str] = []
    for piece in _besides(rest):
        got = None if credit.is_agency(piece) and not _PEOPLE.search(piece) else _who(piece)
        if got is None:
            (partners if credit.is_agency(piece) and not _MODIFIED.search(piece) else others).append(
                re.sub(r"^(?:with|from)\s", "", piece)
            )
            continue
        (posted if got.posted or got.staff else authors).extend(got.names)
        partners.extend(got.partners)
    later = _MODIFIED.search(line[: found.start] if found else line)
    value = found.value if found else None
    return Stated(
        None if later else value,
        value if later else None,
        tuple(authors),
        tuple(posted),
        tuple(partners),
        tuple(others),
    )


def _besides(rest: str) -> list[str]:
    rest = re.sub(r"\([^()]*\)", " ", rest)
    pieces = re.split(r"\s[>»›→|/•·~*-]+\s|\s::\s|\s{2,}|,\s|^\s*[@/|]|\s@\s|\s//\s", rest)
    trimmed = (re.sub(_DAY_WORDS, "", piece).strip(" ,.:;|/@•·–—-()[]~*") for piece in pieces)
    return [piece for piece in trimmed if piece and re.search(r"[^\W\d_]{2}", piece)]


def _who(piece: str) -> byline.Byline | None:
    got = byline.read(piece)
    if got is None and (found := re.search(r"(?:^|\s)(?:by|compiled by|@)\s(.+)$", piece, re.IGNORECASE)):
        got = byline.read("by " + found[1])
    if got is None and _PEOPLE.search(piece):
        got = byline.read(piece, marked=True)
    return got


def outlet(line: str) -> str:
    """The name of the outlet in a masthead line: its first piece, without "printer-friendly page" and the like."""
    pieces = furniture.pieces(line)
    first = pieces[0] if pieces else line
    return re.split(r"\s+[-–—]{1,2}\s+", first)[0].strip(" *:|")


_FORMS: tuple[tuple[Kind, Callable[[str], bool]], ...] = (
    ("furniture", furniture.is_rule),
    ("furniture", furniture.is_share),
    ("routing", slug.is_routing),
    ("slug", lambda line: slug.keywords(line) is not None),
    ("note", notes.is_editors),
    ("note", notes.is_notice),
    ("caption", caption.is_marked),
    ("time", _is_time),
    ("byline", _is_byline),
    ("crumb", furniture.is_crumb),
    ("furniture", furniture.is_menu),
    ("furniture", furniture.is_plea),
    ("rights", endings.is_rights),
)  # in the order in which they are asked: the plainer form first
