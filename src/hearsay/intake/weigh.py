"""Evidence → fields: where a page says a thing twice, which saying the record keeps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hearsay.intake.dates import stamp
from hearsay.intake.page.metadata import rank
from hearsay.intake.wire import byline, credit, endings
from hearsay.model.report import Author, Dateline, Evidence
from hearsay.text.scripts import same_person, script

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearsay.intake.parts import Piece
    from hearsay.intake.wire.dateline import DatelineMatch

_BY = re.compile(r"by\b", re.IGNORECASE)
LEAD = 400
"""Characters of a first paragraph in which the day of the report is named."""
NOON = "14"
"""The hour before which a page may show the copy of the day before."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SPOKE_ON = re.compile(rf"\b(?:said|told\s[^.,;]{{2,40}}?)\s(?:(?:late|early)\s)?(?:on\s)?({'|'.join(_DAYS)})\b")
STALE = 10
"""Days between a dateline and a moment of publication beyond which one of the two is of another report."""


def words(pieces: Iterable[Piece], *kinds: str) -> list[str]:
    """The words of the pieces of the given kinds."""
    return [piece.text for piece in pieces if piece.kind in kinds]


def best(evidence: Sequence[Evidence], field: str) -> str | None:
    """The most trusted value of a field."""
    return next((item.value for item in rank(evidence, field)), None)


def slug(evidence: Sequence[Evidence]) -> str | None:
    """The slug of the keyword line, which other desks search for, before the one in the routing line."""
    return best([item for item in evidence if item.where == "slug line"], "slug") or best(evidence, "slug")


def outlet(pieces: Sequence[Piece], evidence: Sequence[Evidence]) -> str | None:
    """Who published the page: as its metadata say, or its title beside the headline, or its rights line."""
    stated = best([e for e in evidence if "application" not in e.where and "copyright" not in e.where], "outlet")
    return stated or _beside(pieces, evidence) or _owner(pieces)


def _beside(pieces: Sequence[Piece], evidence: Sequence[Evidence]) -> str | None:
    """What the page's title has besides the headline ("Headline – The Paper")."""
    seen = next(iter(words(pieces, "headline")), None)
    title = next((e.value for e in evidence if e.field == "headline" and e.where.startswith("title")), None)
    if not seen or not title or seen not in title:
        return None
    pieces_ = [
        part.strip()
        for part in re.split(r"\s(?:[|–—·»/:<>-]|::)\s|\s?[｜：|]\s?", title.replace(seen, " | "))
        if part.strip(" |[]")
    ]
    return pieces_[-1].strip(" |-–—:/»·") if pieces_ and len(pieces_[-1].split()) <= 6 else None


def _owner(pieces: Sequence[Piece]) -> str | None:
    owners = (endings.owner(text) for text in words(pieces, "rights"))
    return next((trimmed for owner in owners if owner and (trimmed := endings.trimmed(owner))), None)


def headline(pieces: Sequence[Piece], evidence: Sequence[Evidence]) -> str | None:
    """The headline that a reader sees, else the one of the metadata without the site's name behind it."""
    seen = next(iter(words(pieces, "headline")), None)
    if seen:
        return seen
    stated = best(evidence, "headline")
    return _without_site(stated, best(evidence, "outlet") or _owner(pieces)) if stated else None


def _without_site(title: str, outlet: str | None) -> str:
    cut = re.split(r"\s+[|–—·»-]\s+", title)
    while len(cut) > 1 and outlet and _folded(cut[-1]) in _folded(outlet) + _folded(outlet).replace("the", ""):
        cut.pop()
    return (
        title if len(cut) == len(re.split(r"\s+[|–—·»-]\s+", title)) else title[: title.rindex(cut[-1]) + len(cut[-1])]
    )


def _folded(words_: str) -> str:
    return re.sub(r"\W+", "", words_).casefold()


# --- who wrote it ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Writers:
    """The reporters, who put the page up, and the outlets and agencies that bylines name beside them."""

    authors: tuple[Author, ...] = ()
    uploader: str | None = None
    partners: tuple[str, ...] = ()


def writers(
    pieces: Sequence[Piece], evidence: Sequence[Evidence], outlet: str | None, *, tagged: bool = False
) -> Writers:
    """The reporters as the byline has them, the metadata or the sign-off; a desk only where no person is named.

    ``tagged``: an agency's tag stands in the dateline. Somebody whose name is in another script than the report, and
    who is none of its reporters, then put the copy up and did not write it.
    """
    lines = [(text, got) for text in words(pieces, "byline") if (got := byline.read(text, marked=True))]
    said = [item for item in rank(evidence, "author") if item.where != "byline"]
    said = [item for item in said if item.where != "visible time"] or said
    owners = (endings.owner(e.value) or "" for e in evidence if e.field == "rights")
    houses = [_folded(value) for value in (outlet or "", *(e.value for e in evidence if e.field == "outlet"), *owners)]
    persons = [item.value for item in said if not _is_house(item.value, houses)]
    stated = [got for value in persons if (got := byline.read(value, marked=True))]
    names = _reporters(
        [got for _, got in lines],
        [got for text, got in lines if _BY.match(text)],
        stated,
        any_stated=any(_is_desk(item.value, houses) for item in said),
    )
    names = names or [name for text in words(pieces, "credit", "contact") for name in byline.signed(text)]
    names = names or [name for text in words(pieces, "byline", "credit") for name in byline.contributors(text)]
    names = [name for name in dict.fromkeys(names) if _folded(name) != _folded(outlet or "")]
    foreign = _foreign(names, pieces) if tagged else []
    names = [name for name in names if name not in foreign]
    desks = foreign + _desks([got for _, got in lines], said, evidence)
    known = _names(got for got in (*(got for _, got in lines), *stated) if not got.staff)
    authors = _authors(names or ([] if foreign else desks[:1]), known)
    partners = [p for got in (*(got for _, got in lines), *stated) for p in got.partners]
    partners += [
        item.value for item in (*rank(evidence, "agency"), *said) if item.field == "agency" or credit.known(item.value)
    ]
    posted = [desk for desk in desks if desk not in {item.value for item in said}] if names or foreign else []
    return Writers(authors, posted[0] if posted else None, tuple(dict.fromkeys(partners)))


def _reporters(
    seen: Sequence[byline.Byline], signed: Sequence[byline.Byline], stated: Sequence[byline.Byline], *, any_stated: bool
) -> list[str]:
    """The metadata's names where there are any, unless the line that begins with "By" has all of them and more."""
    full, written = (_names(got for got in group if not got.staff and not got.posted) for group in (signed, stated))
    if written:
        return full if full and all(any(_same(name, other) for other in full) for name in written) else written
    # A line without "By" may be a person in the news; where the metadata name a desk, it is one.
    return full or ([] if any_stated else _names(got for got in seen if not got.staff and not got.posted))


def _is_desk(value: str, houses: Sequence[str]) -> bool:
    """Whether the metadata's author is a desk of the house: then no person wrote it, whoever else the page shows."""
    return credit.known(value) is None and not _is_house(value, houses)


def _is_house(value: str, houses: Sequence[str]) -> bool:
    """Whether an author is only the outlet's own name, with or without its article or its address."""
    name = _folded(value)
    return any(
        name == house
        or (
            min(len(name), len(house)) >= 6
            and (name.startswith(house) or house.startswith(name) or house.endswith(name))
        )
        for house in houses
        if name and house
    )


def _desks(seen: Sequence[byline.Byline], said: Sequence[Evidence], evidence: Sequence[Evidence]) -> list[str]:
    """The collectives that are named for want of a person, or that put the page up."""
    visible = _names(got for got in seen if got.staff or got.posted)
    stated = [
        item.value
        for item in said
        if len(item.value.split()) <= 5 and "/" not in item.value and not credit.known(item.value)
    ]
    return list(dict.fromkeys(visible + [item.value for item in rank(evidence, "uploader")] + stated))


def _foreign(names: Sequence[str], pieces: Sequence[Piece]) -> list[str]:
    """Names in another script than the headline's that are no other writing of a name in its script."""
    written = script(next(iter(words(pieces, "headline")), "")) or "Latin"
    native = [name for name in names if script(name) == written]
    return [name for name in names if name not in native and not any(_same(name, other) for other in native)]


def _names(found: Iterable[byline.Byline]) -> list[str]:
    return list(dict.fromkeys(name for got in found for name in got.names))


def _authors(names: Sequence[str], known: Sequence[str]) -> tuple[Author, ...]:
    """Each person once, under the first Latin writing of the name, with its other writings."""
    authors: list[list[str]] = []
    for name in (*names, *known):
        same = next((writings for writings in authors if any(_same(name, other) for other in writings)), None)
        if same is not None:
            same += [name] if name not in same and not _equal(name, same) else []
        elif name in names:
            authors.append([name])
    return tuple(_author(writings) for writings in authors)


def _author(writings: Sequence[str]) -> Author:
    first = next((name for name in writings if script(name) == "Latin"), writings[0])
    return Author(first, tuple(name for name in writings if name != first))


def _same(a: str, b: str) -> bool:
    return _initialless(a) == _initialless(b) or same_person(a, b)


def _initialless(name: str) -> str:
    """A name without its middle initials, in small letters ("Ann B. Lee")."""
    first, *rest = name.casefold().split() or [""]
    return " ".join([first, *(word for word in rest if len(word.rstrip(".")) > 1)])


def _equal(name: str, others: Sequence[str]) -> bool:
    return any(script(name) == script(other) for other in others)


# --- when -----------------------------------------------------------------------------------------------------------


def published(evidence: Sequence[Evidence], field: str, filed: DatelineMatch | None) -> str | None:
    """The moment of publication: the most trusted one that the dateline allows, in its most exact form."""
    ranked = rank(evidence, field)
    fitting = [item for item in ranked if _near(item.value, filed)] or ranked
    if not fitting:
        return None
    first = fitting[0]
    same_day = [item for item in fitting if _apart(item.value, first.value) <= 1]
    return max(same_day, key=lambda item: (_exactness(item.value), item is first)).value


def _exactness(value: str) -> int:
    return ("T" in value) + bool(re.search(r"T.*(?:[+-]\d\d:?\d\d|Z)$", value))


def _near(value: str, filed: DatelineMatch | None) -> bool:
    if filed is None or filed.month is None or filed.day is None:
        return True
    day = stamp.complete(filed.month, filed.day, value)
    return day is not None and _apart(day, value) <= STALE and (filed.year is None or str(filed.year) == day[:4])


def _apart(a: str, b: str) -> int:
    """Days between two moments; very many where one is no date."""
    try:
        return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)
    except ValueError:
        return 10**6


def dateline(filed: DatelineMatch | None, moment: str | None, lead: Sequence[str] = ()) -> Dateline | None:
    """The dateline, its date completed by the year of publication.

    A dateline without a date is of the day of publication: that is why agencies may leave it out. Copy that was put
    up on the next morning shows it in its lead, which names the weekday before.
    """
    if filed is None:
        return None
    day = _filed_on(moment, lead[0] if lead else "") if moment else None
    if filed.month and filed.day:
        near = f"{filed.year}-{filed.month:02}-{min(filed.day, 28):02}" if filed.year else moment
        day = stamp.complete(filed.month, filed.day, near) if near else None
    return Dateline(filed.place, day, filed.agency)


def _filed_on(moment: str, lead: str) -> str:
    """The day of publication, or the day before it where the lead's weekday and the hour say so."""
    try:
        on = date.fromisoformat(moment[:10])
    except ValueError:
        return moment[:10]
    day_before = on - timedelta(days=1) if on > date.min else on
    named = _SPOKE_ON.findall(lead[:LEAD])
    morning = "T" not in moment or moment[11:13] < NOON
    return day_before.isoformat() if morning and _DAYS[day_before.weekday()] in named[:1] else moment[:10]


def near(filed: DatelineMatch | None, rights: Iterable[str]) -> str | None:
    """A day of the year that the rights lines state, to complete the dateline of a page that states no other date."""
    years = {year for text in rights for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)}
    if filed is None or not filed.month or not filed.day or len(years) != 1:
        return None
    return f"{years.pop()}-{filed.month:02}-{min(filed.day, 28):02}"
