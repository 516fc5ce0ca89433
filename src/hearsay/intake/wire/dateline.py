"""Datelines: where and when a report was filed, and by which agency, at the head of its first paragraph.

The forms are those of the agencies' stylebooks and of what pages make of them: ``SEOUL, Oct. 23 (MP) --``,
``LONDON (AP) —``, ``Cairo, 25 March –``, ``WASHINGTON/BRUSSELS, …``, ``GAZA:``, ``(Reuters) –``,
 ``(서울=연합뉴스)``, ``【ソウル共同】``, ``新华社北京10月24日电``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hearsay.intake.dates import stamp
from hearsay.text.scripts import script

LONGEST = 140
"""Characters at the head of a paragraph in which a dateline must end."""

_DASH = r"\s*(?P<dash>--+|[—–―‒]|-(?=\s|$)|(?<=\))\s?(?::(?=\s)|=|\.-+|[|•]|_+(?=\s|$)))\s*"
_TAG = r"\((?P<tag>[^\W\d_](?:[\w&.'’/ -]{0,38}[\w.])?)\)"
_CAPS = r"(?:[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ]*(?:['’.-][^\W\d_a-zß-öø-ÿ]*)*)"
_CAPITALS = rf"{_CAPS}(?:[ /-]{{1,2}}(?:(?:and|de|la|al|el|am|an der|sur)[ /-])?{_CAPS}){{0,4}}"
_WORD = r"[^\W\d_][^\W\d_]*(?:['’.-][^\W\d_]+)*\.?"
_MIXED = rf"{_WORD}(?:[ /]{_WORD}){{0,3}}"
_REGION = rf"(?P<region>{_WORD}(?:\s{_WORD}){{0,2}}|(?:[A-Z]\.){{1,3}})"
# Words in capitals that open a paragraph and are no place: labels of the page, in the press's common use.
_SLUG = re.compile(r"(?:BC|AM|PM)-")
_LABELS = frozenset(
    [
        "update", "updated", "note", "notes", "watch", "correction", "corrected", "corrects", "clarification",
        "live", "breaking", "exclusive", "analysis", "opinion", "explainer", "editorial", "photo", "photos",
        "video", "audio", "read", "related", "more", "urgent", "alert", "factbox", "timeline", "review",
        "interview", "feature", "comment", "q", "a", "faq", "by", "eds", "editors", "editor", "advisory",
        "embargoed", "kill", "withdrawn", "wrapup", "wrap", "graphic", "source", "sources", "spoiler",
        "warning", "disclaimer", "caption", "file", "gallery", "poll", "quiz", "column", "letter", "letters",
        "nato", "un", "eu", "us", "uk", "usa", "who", "imf", "fbi", "cia", "opec", "unicef", "unesco", "ecowas",
        "asean", "fifa", "uefa", "nasa", "ceo",
    ]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DatelineMatch:
    """A dateline at the head of a paragraph.

    Attributes:
        place: the place as it is written, with its state or country ("RIO DE JANEIRO", "SALEM, Ore."), if any.
        date: the words of the date ("Oct. 23"), if any.
        month: the date's month and
        day: its day; both or neither.
        year: the year, where the dateline states it.
        agency: the agency's tag ("MP"), if any.
        end: where the paragraph proper begins.
        stop: where the dateline's own words end (before the blank that follows).
        reporter: the name that Korean datelines carry.
    """

    place: str | None
    date: str | None
    month: int | None
    day: int | None
    year: int | None
    agency: str | None
    end: int
    stop: int
    reporter: str | None = None


def match(text: str) -> DatelineMatch | None:
    """The dateline at the head of ``text``, or ``None``. A text that is nothing but a dateline matches whole."""
    head = text[:LONGEST]
    for asian in _ASIAN:
        if found := asian.match(head):
            return _asian(found)
    for pattern in _patterns():
        if (found := pattern.match(head)) and _is_dateline(found, text):
            return _taken(found)
    return None


_HAN = r"[\u4e00-\u9fff]"
_ASIAN = (
    # Korean: place = agency, then the reporter; Japanese papers have the reporter behind the sign.
    re.compile(
        r"(?P<open>[(（\[［【])(?P<place>[^=＝()（）\[\]【】]{1,20})[=＝](?P<tag>[^()（）\[\]【】]{2,20})[)）\]］】]\s*"
        r"(?:(?P<name>[가-힣]{2,4})(?:[·,\s]{1,2}[가-힣]{2,4})*\s?(?:특파원|기자)\s?=\s*)?"
    ),
    # Japanese: the agency stands right behind the place, or behind place and day.
    re.compile(
        r"[\[［(（【](?P<place>[^\W\d_]{1,12}?)[\s\u3000]?(?P<date>(?:\d{1,2}月)?\d{1,2}日)?[\s\u3000]?"
        r"(?P<tag>共同|時事|ロイター|聯合ニュース|新華社|AFP(?:[=＝]?時事)?|AP)[\]］)）】]\s*[-–—]?\s*"
    ),
    # Chinese: agency, place, day, "by wire", then the reporters.
    re.compile(
        rf"(?P<tag>{_HAN}{{1,4}}?[社网網报報])(?P<place>{_HAN}{{2,8}}?)(?P<date>(?:\d{{1,2}}月)?\d{{1,2}}日)[电電讯訊](?![话話视視子])\s?"
        rf"(?:[（(](?:记者|記者)[：:\s]?(?P<name>{_HAN}{{2,4}})[^）)]{{0,40}}[）)])?\s*"
    ),
    re.compile(
        rf"[（(](?P<tag>{_HAN}{{2,4}}社)記者(?P<name>{_HAN}{{3}})(?P<place>{_HAN}{{2,8}}?)(?P<date>(?:\d{{1,2}}月)?\d{{1,2}}日)"
        r"[電讯訊][）)]\s*"
    ),
)
_OWN = ("本报", "本報", "本网", "本網", "本社")
"""What a paper calls itself: its own copy, and no agency's."""


def _asian(found: re.Match[str]) -> DatelineMatch:
    parts = found.groupdict()
    tag: str | None = parts["tag"].strip()
    name = parts.get("name")
    if parts.get("open") and tag and script(tag) in ("Han", "Kana"):
        tag, name = None, tag
    numbers = [int(number) for number in re.findall(r"\d+", parts.get("date") or "")]
    month, day = numbers if len(numbers) == 2 else (None, None)
    if tag in _OWN:
        tag = None
    return DatelineMatch(
        parts["place"].strip(), parts.get("date"), month, day, None, tag, found.end(), len(found[0].rstrip()), name
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    name = stamp.month_words()
    day = r"(?:[0-3]?\d)(?:st|nd|rd|th|\.)?"
    date = rf"(?P<date>(?i:{name})\s?{day}(?:,?\s(?:19|20)\d\d)?|{day}\s?(?i:{name})(?:,?\s(?:19|20)\d\d)?)(?![\w:])"
    gap = r"(?:[,.]\s?|\s)"
    filed = rf"(?:{gap}{date})?(?:[,]?\s?{_TAG})?"
    return (
        # Press releases: "PLACE, Date /PRNewswire/ --", "PLACE--(BUSINESS WIRE)--Date--".
        re.compile(
            rf"(?P<place>{_CAPITALS})(?:,\s{_REGION})??(?:,\s{date})?\s?"
            rf"(?:/(?P<slashed>[^/]{{2,20}})/\s?--?|--\s?{_TAG}\s?--(?:(?P<late>(?i:{name})\s?{day},\s(?:19|20)\d\d)\s?--)?)\s*"
        ),
        # A place in capitals, whatever follows of date and agency.
        re.compile(rf"(?P<place>{_CAPITALS})(?:[,.]?\s\(?{_REGION}\)?)??{filed}(?:{_DASH}|(?P<colon>:)\s+)"),
        # A place in small letters needs a date or an agency beside it.
        re.compile(rf"(?P<place>{_MIXED})(?:,\s{_REGION})??{gap}{date}(?:[,]?\s?{_TAG})?{_DASH}"),
        re.compile(rf"(?P<place>{_MIXED})(?:,\s{_REGION})?,?\s?{_TAG}{_DASH}"),
        # With place, date and agency all there, the dash may be missing.
        re.compile(rf"(?P<place>{_MIXED})(?:,\s{_REGION})??{gap}{date}[,]?\s?{_TAG}\s+"),
        # Kyodo and others: the agency stands behind the date, without brackets.
        re.compile(
            rf"(?P<place>{_MIXED})(?:,\s{_REGION})??{gap}{date},\s(?P<bare>[A-Z][A-Za-z]+(?:\s[A-Z][a-z]+)?){_DASH}"
        ),
        # Italian: the agency goes first; Russian: it goes last.
        re.compile(rf"{_TAG}\s?[-–—]\s(?P<place>{_CAPITALS})(?:{gap}{date})?\s[-–—]\s"),
        re.compile(
            rf"(?P<place>{_CAPITALS}){gap}{date}(?:\s[-–—]\s(?P<tag>[^\W\d_]+(?:\s[^\W\d_]+)?)|\.?\s/(?P<slashed>[^/]{{2,20}})/)\.(?:\s|$)"
        ),
        re.compile(rf"(?P<place>){_TAG}{_DASH}"),
    )


def _is_dateline(found: re.Match[str], text: str) -> bool:
    parts = found.groupdict()
    place, rest = parts["place"], text[found.end() :]
    first = re.split(r"[\s/:.,-]", place.lower(), maxsplit=1)[0]
    if first in _LABELS or _SLUG.match(place) or (rest and not _opens(rest)):
        return False
    if parts.get("tag") or parts.get("slashed"):
        return place == "" or _is_name(place)
    if parts.get("date"):
        return _is_name(place)
    if parts.get("colon") and (len(place.split()) > 3 or rest[:40].isupper() or _is_title(rest)):
        return False  # a headline in capitals, or a name and what it is
    # Nothing but a place: in capitals, of a word's length, and no abbreviation.
    return place.isupper() and sum(map(str.isalpha, place)) >= 4 and "." not in place.replace("ST.", "")


def _opens(rest: str) -> bool:
    """Whether a sentence begins here: no dateline goes before a small letter, except in brands (iPhone, al-)."""
    char = rest.lstrip("\"'“‘«([„")[:1]
    return not char.islower() or rest[1:2].isupper() or rest[:3].lower() in ("al-", "el-")


def _is_title(rest: str) -> bool:
    """Whether all of some words begin with a capital: "Norwegian News Agency"."""
    return len(rest.split()) > 1 and all(word[0].isupper() for word in rest.split())


def _is_name(place: str) -> bool:
    """Whether every word of it begins like a name, particles aside."""
    small = {"de", "la", "le", "el", "al", "and", "am", "an", "der", "del", "do", "da", "of", "sur", "upon", "the"}
    words = re.split(r"[\s/]+", place)
    return words[0] not in small and all(word[:1].isupper() or word in small or not word.isascii() for word in words)


def _taken(found: re.Match[str]) -> DatelineMatch:
    parts = found.groupdict()
    region = parts.get("region")
    place = f"{parts['place']}, {region}" if region and parts["place"] else parts["place"] or None
    if place and place.isupper() and " " not in place:
        place = place.rstrip(".")
    words = parts.get("date") or parts.get("late")
    month, day, year = _read(words) if words else (None, None, None)
    tag = parts.get("tag") or parts.get("slashed") or parts.get("bare")
    return DatelineMatch(place, words, month, day, year, tag, found.end(), len(found[0].rstrip()))


def _read(words: str) -> tuple[int | None, int | None, int | None]:
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    named = re.search(r"[^\W\d_]{3,}", re.sub(r"\d+(?:st|nd|rd|th)\b", "", words))
    number = stamp.month(named[0]) if named else None
    days = [n for n in numbers if n <= 31]
    years = [n for n in numbers if n > 1900]
    return (number, days[0], years[0] if years else None) if number and days else (None, None, None)
