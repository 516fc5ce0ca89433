"""Dates and times as pages state them, to ISO 8601: machine forms and the forms that readers see.

The zone is kept where the page states one and left out where it does not; nothing is assumed. Month names and zones are
those of the table (``resources/stamps.yml``), the words for morning and afternoon those of the Unicode CLDR.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo, available_timezones

from hearsay.intake.dates import zones
from hearsay.intake.wire.lexicon import stamps

if TYPE_CHECKING:
    from collections.abc import Iterator

Label = Literal["published", "modified"]

_MODIFIED = re.compile(
    r"\bupdated|\bupdate[:\s]*\Z|last update|modifi|revis|last (?:edit|chang)|수정|업데이트|갱신|更新|修正|aktualis|"
    r"geändert|mis à jour|actualiz|aggiorn|güncel|"
    r"оновлен|обновл|cập nhật|kemas ?kini|diperbarui|atualiz",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"publish|posted|issued|created|first (?:seen|run)|입력|등록|송고|게재|승인|配信|公開|掲載|发布|發布|"
    r"veröffentlicht|publi[ée]|publicad|pubblicat|yayın|опублик|đăng|diterbitkan",
    re.IGNORECASE,
)
_NAME = "|".join(sorted(map(re.escape, stamps().months), key=len, reverse=True))
_ZONES = "|".join(sorted(map(re.escape, (*stamps().zones, "ET", "CT", "MT", "PT")), key=len, reverse=True))
_DATE = re.compile(
    rf"""(?<!\d)(?:
      (?P<y1>(?:19|20)\d\d)\s?(?:[-./]\s?(?P<m1>\d{{1,2}})[-./]\s?(?P<d1>\d{{1,2}})(?!\d)
        |[年년]\s*(?P<m2>\d{{1,2}})\s*[月월]\s*(?P<d2>\d{{1,2}})\s*[日일])
      |(?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:de\s+|of\s+)?(?P<n3>{_NAME})\b\.?,?[\s-]+(?:de\s+|del\s+)?(?P<y3>(?:19|20)\d\d)(?!\d)
      |\b(?P<n4>{_NAME})\b\.?\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y4>(?:19|20)\d\d)(?!\d)
      |(?P<a5>\d{{1,2}})(?P<s5>[./-])(?P<b5>\d{{1,2}})(?P=s5)(?P<y5>(?:19|20)\d\d)(?!\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CLOCK = re.compile(
    r"""(?<![\d:.+−])(?:(?P<before>오전|오후|午前|午後|上午|下午|am|pm)\s*)?
      (?:(?P<packed>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:ZONES)\b)
        |(?P<h>\d{1,2})(?:\s?[:.h時시]\s?(?P<m>\d\d)\s?[分분]?(?::(?P<s>\d\d)(?:\.\d+)?)?|(?=\s?[ap]\.?m\b))(?!\d|\.\d))
      (?:\s*(?P<after>[ap])\.?\s?m\b\.?)?
      (?:\s*\(?(?P<zone>(?:gmt|utc)?\s?(?P<off>[+\-−–]\s?\d{1,2}(?::?\d\d)?)(?!\d)|[a-z]+(?:\s[a-z]+)?)\)?)?""".replace(
        "ZONES", _ZONES
    ),
    re.VERBOSE | re.IGNORECASE,
)
_ZONE = re.compile(
    rf"\s?\(?\s?(?:(?:GMT|UTC)\s?(?P<off>[+\-−–]\s?\d{{1,2}}(?::?\d\d)?)(?!\d)|(?P<name>{_ZONES})\b)\)?", re.IGNORECASE
)
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T\s]+(?P<clock>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?)?\s*(?P<zone>Z|UTC|GMT|"
    r"[+\-−]\d\d:?\d\d|[+\-]\d\d)?\Z",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:[A-Z][a-z]{2},\s*)?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|[+-]\d{4})\Z")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z)?\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_CITIES = ("Etc/", "posix/", "right/", "SystemV/", "US/")
_FIGURES = re.compile(r"([+-])(\d{1,2})(?::?(\d\d))?\Z")
_NO_DAY = date(2000, 1, 1)
_REACH = 28
"""Characters between a date and the time of day that belongs to it, at most."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A stated moment: ISO 8601, what it is said to be, and where it stands in the words."""

    value: str
    label: Label | None
    start: int
    end: int


def normal(value: str, language: str | None = None) -> str | None:
    """A stated date as ISO 8601 (``2024-02-28T19:05:00-05:00``), or ``None`` where there is none in it."""
    value = value.strip()
    if not 6 <= len(value) <= 200:
        return None
    for read in (_iso, _epoch, _compact, _mail):
        if got := read(value):
            return got
    return next((moment.value for moment in moments(value, language)), None)


def moments(text: str, language: str | None = None) -> Iterator[Moment]:
    """The moments that a line of a page states ("Updated Feb. 28, 2024, 7:05 p.m. EST"), in order."""
    at = 0
    if not _YEAR.search(text):
        return
    for found in _DATE.finditer(text):
        day = _day(found, language)
        if day is None:
            continue
        label = label_of(text[at : found.start()]) or label_of(text[max(0, found.start() - 40) : found.start()])
        clock, start, end = clock_near(text, at, found.span(), day)
        yield Moment(_written(day, clock), label, start, end)
        at = end


def zoned(value: str) -> bool:
    """Whether an ISO 8601 moment states its zone."""
    return bool(re.search(r"(?:Z|[+-]\d\d:\d\d)\Z", value))


def _iso(value: str) -> str | None:
    found = _ISO.match(value)
    if not found or not _real(*map(int, found["day"].split("-"))):
        return None
    if not found["clock"]:
        return found["day"]
    clock = found["clock"] + (":00" if len(found["clock"]) == 5 else "")
    if not _real_clock(*map(int, clock.split(":"))):
        return None
    return f"{found['day']}T{clock}{offset(found['zone'])}"


def _epoch(value: str) -> str | None:
    if not value.isascii() or not value.isdigit() or len(value) not in (10, 13):
        return None
    return datetime.fromtimestamp(int(value[:10]), UTC).isoformat()


def _compact(value: str) -> str | None:
    found = _COMPACT.match(value)
    if not found or not _real(int(found[1]), int(found[2]), int(found[3])):
        return None
    day = f"{found[1]}-{found[2]}-{found[3]}"
    if not found[4]:
        return day
    clock = f"{found[4]}:{found[5]}:{found[6] or '00'}"
    return f"{day}T{clock}{'+00:00' if found[7] else ''}" if _real_clock(*map(int, clock.split(":"))) else None


def _mail(value: str) -> str | None:
    """The form of mail and HTTP headers (RFC 5322, 3.3)."""
    if not _MAIL.match(value):
        return None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, IndexError):
        return None


def _day(found: re.Match[str], language: str | None) -> date | None:
    g = found.groupdict()
    if g["y1"]:
        return _real(int(g["y1"]), int(g["m1"] or g["m2"]), int(g["d1"] or g["d2"]))
    if g["y3"]:
        return _real(int(g["y3"]), stamps().months[g["n3"].lower()], int(g["d3"]))
    if g["y4"]:
        return _real(int(g["y4"]), stamps().months[g["n4"].lower()], int(g["d4"]))
    return _numeric(int(g["a5"]), int(g["b5"]), int(g["y5"]), dotted=g["s5"] == ".", language=language)


def _numeric(first: int, second: int, year: int, *, dotted: bool, language: str | None) -> date | None:
    """Day and month in figures: the order is that of the dots or of the language; nothing where both may be."""
    if first > 12 or dotted:
        return _real(year, second, first)
    if second > 12 or first == second or language == "en-us":
        return _real(year, first, second)
    if language and language != "en":
        return _real(year, second, first)
    return None


def clock_near(text: str, at: int, stated: tuple[int, int], day: date) -> tuple[str | None, int, int]:
    """The time of day beside a date (after it, or before it), and the extent of both.

    Args:
        text: the line.
        at: where the line is read from: what stands before belongs to another date.
        stated: the range of the date's words.
        day: the date, by which zones keep summer time or do not.
    """
    start, end = stated
    after = _CLOCK.search(text, end, min(len(text), end + _REACH + 24))
    near = after is not None and after.start() - end <= _REACH and not _DATE.search(text, end, after.start())
    if after and near and (clock := _clock(after, day)):
        return clock, start, after.end()
    for before in reversed(list(_CLOCK.finditer(text, max(at, start - _REACH - 12), start))):
        if clock := _clock(before, day):
            zone = _ZONE.match(text, end) if len(clock) == len("00:00:00") else None
            east = offset(zone["off"] or zone["name"], day) if zone else ""
            return clock + east, before.start(), zone.end() if zone and east else end
    return None, start, end


def _clock(found: re.Match[str], day: date) -> str | None:
    packed = found["packed"] or ""
    hour, minute, second = int(packed[:2] or found["h"]), int(packed[2:] or found["m"] or 0), int(found["s"] or 0)
    half = (found["before"] or found["after"] or "").lower()
    if half in ("오후", "午後", "下午", "pm", "p") and hour < 12:
        hour += 12
    elif half in ("오전", "午前", "上午", "am", "a") and hour == 12:
        hour = 0
    if not _real_clock(hour, minute, second):
        return None
    zone = found["zone"] or ""
    # The words after a time may be a zone, a city of one or two words, or neither ("10:00 EST by").
    named = [found["off"] or zone, zone.partition(" ")[0]]
    offsets = [offset(name, day) or _city_offset(name, day, hour) for name in named]
    return f"{hour:02}:{minute:02}:{second:02}{offsets[0] or offsets[1]}"


def _city_offset(city: str, on: date, hour: int) -> str:
    """The offset in a city on that day ("20:15 Cairo"), where the zone database has the city."""
    key = _cities().get(city.lower())
    if key is None:
        return ""
    return datetime(on.year, on.month, on.day, hour, tzinfo=ZoneInfo(key)).isoformat()[19:25]


@cache
def _cities() -> dict[str, str]:
    """Cities by name → their zone; empty on a machine without the zone database."""
    try:
        keys = sorted(key for key in available_timezones() if "/" in key and not key.startswith(_NO_CITIES))
    except (OSError, ValueError):
        return {}
    return {key.rpartition("/")[2].replace("_", " ").lower(): key for key in keys}


def offset(zone: str | None, on: date | None = None) -> str:
    """The offset of a zone as ISO 8601 writes it; empty where the zone is none that is known."""
    zone = (zone or "").strip().lower().replace("−", "-").replace("–", "-").replace(" ", "")
    if figures := _FIGURES.match(zone):
        east = int(figures[2]) * 60 + int(figures[3] or 0)
        return zones.offset(-east if figures[1] == "-" else east)
    east_ = zones.minutes(zone, on or _NO_DAY)
    return "" if east_ is None else zones.offset(east_)


def label_of(words: str) -> Label | None:
    """What the words before a moment call it ("Updated", "입력")."""
    modified, published = _last(_MODIFIED, words), _last(_PUBLISHED, words)
    if modified < 0 and published < 0:
        return None
    return "modified" if modified > published else "published"


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((found.start() for found in pattern.finditer(words)), default=-1)


def _written(day: date, clock: str | None) -> str:
    return f"{day.isoformat()}T{clock}" if clock else day.isoformat()


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _real_clock(hour: int, minute: int, second: int) -> bool:
    return hour < 24 and minute < 60 and second < 61
