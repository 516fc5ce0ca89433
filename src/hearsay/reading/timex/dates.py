"""Days, weekdays and months of the calendar, and what is named from the report's own day."""

from __future__ import annotations

from datetime import date, timedelta

from hearsay.reading.timex import days, tense, yearless
from hearsay.reading.timex.lengths import is_title
from hearsay.reading.timex.meaning import Focus, Hit, Meaning, dated, on

_MODS = {"EARLY": "START", "LATE": "END", "MID": "MID"}
_HALF_WEEK = 3
# Words of what lies before the time that the report has just named, not before its own day.
_PRECEDING = frozenset({"previous", "preceding", "prior"})


def iso(hit: Hit, _: Focus) -> Meaning | None:
    """Such as "2024-10-24", "2024-10-24T03:47"."""
    value = hit.code("iso")
    return dated(value, moves=True, type="TIME" if "T" in value else "DATE") if days.covered(value) else None


def slashed(hit: Hit, _: Focus) -> Meaning | None:
    """Such as "10/24/2024" and "24/10/2024": the order that gives a day of the calendar; month first where both do."""
    first, second, year = (int(each) for each in hit.low("slashed").split("/"))
    year += 0 if year > 99 else 2000 if year < 40 else 1900
    for month, day in ((first, second), (second, first)):
        meaning = _day(year, month, day)
        if meaning is not None:
            return meaning
    return None


def _day(year: int, month: int, day: int) -> Meaning | None:
    try:
        return on(date(year, month, day), "")
    except ValueError:
        return None


def month_day(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "Oct. 24", "24 October", "Monday, Oct. 24, 2024"; without a year the one nearest to the report's date."""
    month, day, year = hit.number("month") or 0, hit.number("day") or 0, hit.number("year") or yearless.ahead(hit)
    if not 1 <= day <= 31:
        return None
    if year is None:
        year = yearless.year_of(hit, month, day, focus)
    else:
        focus.settled[month, day] = year
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}")
    meaning = _day(year, month, day)
    last = hit.number("until")
    if meaning is None or last is None:
        return meaning
    end = _day(year, month, last)
    return Meaning("DATE", meaning.value, None, (meaning.covered[0], end.covered[1] if end else None), moves=True)


def week_of(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "the week of March 6"."""
    day = month_day(hit, focus) if hit.code("week") == "W" else None
    return dated(days.week_value(day.covered[0])) if day and day.covered[0] else None


def month_year(hit: Hit, _: Focus) -> Meaning | None:
    """Such as "October 2024", "early October 2024"."""
    return staged(dated(f"{hit.number('year'):04d}-{hit.number('month'):02d}"), hit)


def month(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "October", "last October", "mid-October": the way that the tense points."""
    number = hit.number("month") or 0
    if _is_march(hit):
        return None
    if focus.anchor is None:
        return Meaning("DATE", f"XXXX-{number:02d}", _MODS.get(hit.kind("stage")))
    year = focus.anchor.year
    rel, gap = hit.kind("rel"), number - focus.anchor.month
    way = tense.PAST if rel == "LAST" else tense.FUTURE if rel == "NEXT" else hit.direction()
    if yearless.has_happened(hit.words[hit.last : hit.last + 2]):
        way = tense.PAST
    if rel != "THIS":
        if way == tense.FUTURE and (gap < 0 or (gap == 0 and rel == "NEXT")):
            year += 1
        elif way != tense.FUTURE and (gap > 0 or (gap == 0 and rel == "LAST")):
            year -= 1
    return staged(dated(f"{year:04d}-{number:02d}"), hit)


def _is_march(hit: Hit) -> bool:
    """Whether people march: "the annual March for Life", "the March of the Mothers"."""
    after, further = hit.after(), hit.words[hit.last + 1] if hit.last + 1 < len(hit.words) else None
    led = after is not None and after.low in ("for", "of", "on") and further is not None
    return hit.low("month") == "march" and led and further is not None and further.kind in ("CAP", "THE", "PARTDAY")


def month_of(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "June last year"."""
    if hit.code("of") != "Y" or focus.anchor is None:
        return None
    turn = {"LAST": -1, "NEXT": 1}.get(hit.kind("rel"), 0)
    return dated(f"{focus.anchor.year + turn:04d}-{hit.number('month'):02d}")


_HUNDREDS = {"eighteen": 18, "nineteen": 19, "twenty": 20}


def spelled_year(hit: Hit, _: Focus) -> Meaning | None:
    """Such as "nineteen ninety-six", "May nineteen ten", as broadcasters' scripts write a year."""
    hundreds, rest = _HUNDREDS.get(hit.low("hundreds")), hit.number("rest")
    if hundreds is None or rest is None or not 10 <= rest <= 99 or hit.low("rest")[0].isdigit():
        return None
    month = hit.number("month")
    return dated(f"{hundreds * 100 + rest}" if month is None else f"{hundreds * 100 + rest}-{month:02d}")


def staged(meaning: Meaning, hit: Hit) -> Meaning:
    """Narrow a period to its early, middle or late part, as the words say."""
    stage = hit.kind("stage")
    first, last = meaning.covered
    if stage not in _MODS:
        return meaning
    if first is None or last is None:
        return Meaning(meaning.type, meaning.value, _MODS[stage])
    begin, end = days.part((first, last), stage)
    last_stage = hit.kind("until")
    if last_stage in _MODS:
        return Meaning("DATE", meaning.value, None, (begin, days.part((first, last), last_stage)[1]))
    return Meaning(meaning.type, meaning.value, _MODS[stage], (begin, end))


def edge(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "the end of October", "the start of 2024", "the middle of next week"."""
    inner = _whole(hit, focus)
    if inner is None:
        return None
    first, last = days.covered(inner.value) or inner.covered
    kind = hit.kind("edge")
    mod = {"END": "END", "START": "START", "MID": "MID"}[kind]
    if first is None or last is None:
        return Meaning("DATE", inner.value, mod)
    middle = first + (last - first) // 2
    day = {"END": last, "START": first, "MID": middle}[kind]
    return Meaning("DATE", inner.value, mod, (day, day))


def _whole(hit: Hit, focus: Focus) -> Meaning | None:
    if hit.token("month"):
        return month_year(hit, focus) if hit.token("year") else month(hit, focus)
    if hit.token("year"):
        return dated(f"{hit.number('year'):04d}")
    return period(hit, focus)


def weekday(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "Friday", "last Friday", "late on Friday", "Friday night"."""
    number = hit.number("weekday") or 0
    before, after = hit.before(), hit.after()
    if before is not None and before.kind == "THE" and after is not None and after.kind == "CAP":
        return None  # "the Sunday Herald": a name
    suffix = _suffix(hit)
    mod = _MODS.get(hit.kind("stage")) if not suffix else None
    if focus.anchor is None:
        return Meaning("TIME" if suffix else "DATE", f"XXXX-WXX-{number + 1}{suffix}", mod)
    gap = (focus.anchor.weekday() - number) % 7
    rel = hit.kind("rel")
    if hit.low("rel") in _PRECEDING and focus.day is not None:
        return on(focus.day - timedelta((focus.day.weekday() - number) % 7 or 7), "", suffix, mod)
    ahead = rel == "NEXT" or (rel != "LAST" and gap > 0 and _is_ahead(hit, focus, number, gap))
    back = gap - 7 if ahead else gap or (7 if rel == "LAST" else 0)
    if hit.kind("week") in ("LAST", "NEXT", "THIS"):
        monday = focus.anchor - timedelta(focus.anchor.weekday())
        turn = {"LAST": -7, "NEXT": 7, "THIS": 0}[hit.kind("week")]
        return on(monday + timedelta(number + turn), "", suffix, mod)
    return on(focus.anchor - timedelta(back), "", suffix, mod)


def _is_ahead(hit: Hit, focus: Focus, weekday: int, gap: int) -> bool:
    """Whether a weekday is the coming one: by the tense, or since the report has said so of it before."""
    way = hit.direction()
    if way == tense.FUTURE:
        focus.ahead.add(weekday)
    after = hit.after()
    open_ = way == tense.NONE or (after is not None and after.kind == "POSS")
    return way == tense.FUTURE or (open_ and weekday in focus.ahead and gap > _HALF_WEEK)


def _suffix(hit: Hit) -> str:
    """The part of the day that the words name ("TMO"): "late on Friday" is its night, "early on" its morning."""
    if hit.token("part"):
        return f"T{hit.code('part')}"
    if hit.token("on"):
        return {"LATE": "TNI", "EARLY": "TMO"}.get(hit.kind("stage"), "")
    return ""


def deictic(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "today", "late yesterday", "tomorrow morning", "tonight", "this morning", "last night", "overnight"."""
    word = hit.kind("now")
    suffix = _suffix(hit) or ("TNI" if word in ("TONIGHT", "OVERNIGHT") else "")
    mod = _MODS.get(hit.kind("stage"))
    back = {"YESTERDAY": 1, "TOMORROW": -1, "LAST": 1, "OVERNIGHT": 1}.get(word, 0)
    if focus.anchor is None:
        return Meaning("TIME" if suffix else "DATE", f"XXXX-XX-XX{suffix}" if suffix else "PRESENT_REF", mod)
    meaning = on(focus.anchor - timedelta(back), "", suffix, mod)
    if word == "OVERNIGHT":
        return Meaning("TIME", meaning.value, None, (focus.anchor - timedelta(1), focus.anchor))
    return meaning


def part(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "in the morning", "at dawn" of the report's day; "that evening", "the next morning" of the story's."""
    back = {"NEXT": -1, "LAST": 1, "AFTER": -1}.get(hit.kind("rel"), 0)
    base = focus.day if hit.token("rel") else focus.anchor
    return on(base - timedelta(back) if base else None, "XXXX-XX-XX", f"T{hit.code('part')}")


def period(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "this month", "last week", "early next year", "that day", "the previous day", "the weekend"."""
    unit, rel = hit.code("unit"), hit.kind("rel")
    if is_title(hit):
        return None
    if unit.startswith("T") or unit == "NI" or (unit == "D" and hit.low("rel") in ("last", "past")):
        return None  # "the last day of the talks"
    if rel in ("THAT", "SAME") and unit in ("M", "Y") and focus.period_begin is not None:
        return dated(days.value_of(focus.period_begin, unit))
    base = focus.day if rel in ("THAT", "SAME") or (unit == "D" and rel != "THIS") else focus.anchor
    if unit in ("M", "Y") and hit.low("rel") in _PRECEDING:
        base = focus.period_begin or base
    if base is None:
        return Meaning("DATE", {"LAST": "PAST_REF", "NEXT": "FUTURE_REF"}.get(rel, "PRESENT_REF"))
    if unit in ("DE", "CE") and rel in ("LAST", "NEXT"):
        return None
    turn = {"LAST": -1, "NEXT": 1}.get(rel, 0)
    if unit == "WE" and not rel and base.weekday() < 5 and hit.direction() != tense.FUTURE:
        turn = -1
    day = days.shift(base, unit, turn)
    if day is None:
        return None
    meaning = dated(days.value_of(day, unit), moves=unit == "D")
    return _within(staged(meaning, hit), hit, focus)


def whole(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "all week", "all year": the one that the report's day lies in."""
    return period(hit, focus) if hit.low("whole") == "all" and hit.code("unit") in ("W", "M", "Y") else None


def following(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "the following year", "the following Monday's week": counted from the last time named."""
    unit = hit.code("unit")
    base = focus.day if unit in ("D", "W", "WE") else focus.period_begin
    if hit.low("rel") != "following" or unit not in ("D", "W", "WE", "M", "Y") or base is None:
        return None
    day = days.shift(base, unit, 1)
    return dated(days.value_of(day, unit), moves=unit == "D") if day else None


def _within(meaning: Meaning, hit: Hit, focus: Focus) -> Meaning:
    """Cut "this month" at the report's own day: "earlier" ends there, "later" begins there, else the tense decides."""
    first, last = meaning.covered
    if hit.kind("rel") not in ("THIS", "") or first is None or last is None or focus.anchor is None:
        return meaning
    shade = hit.kind("shade")
    if not first <= focus.anchor <= last or hit.kind("stage"):
        return meaning
    if shade == "EARLIER":
        return Meaning("DATE", meaning.value, None, (first, focus.anchor))
    if shade == "LATER":
        return Meaning("DATE", meaning.value, None, (focus.anchor, last))
    if hit.direction() == tense.FUTURE:
        return meaning
    return Meaning(meaning.type, meaning.value, meaning.mod, (first, focus.anchor), meaning.moves)
