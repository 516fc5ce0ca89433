"""Calendar dates: days, weekdays, months, years, decades, quarters, seasons, holidays."""

from __future__ import annotations

from datetime import date, timedelta

from hearsay.reading.timex import days, tense
from hearsay.reading.timex.lexicon import listed
from hearsay.reading.timex.meaning import Focus, Hit, Meaning, dated, on

_MODS = {"EARLY": "START", "LATE": "END", "MID": "MID"}
_HALF_YEAR = 183


def iso(hit: Hit, _: Focus) -> Meaning | None:
    """Such as "2024-10-24", "2024-10-24T03:47"."""
    value = hit.code("iso")
    return dated(value, moves=True, type="TIME" if "T" in value else "DATE") if days.covered(value) else None


def slashed(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "10/24/2024" and "24/10/2024": the order that gives a day of the calendar; month first where both do."""
    first, second, year = (int(each) for each in hit.low("slashed").split("/"))
    year += 0 if year > 99 else 2000 if year < 40 else 1900
    for month, day in ((first, second), (second, first)):
        meaning = _day(year, month, day, focus)
        if meaning is not None:
            return meaning
    return None


def _day(year: int, month: int, day: int, _: Focus) -> Meaning | None:
    try:
        return on(date(year, month, day), "")
    except ValueError:
        return None


def month_day(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "Oct. 24", "24 October", "Monday, Oct. 24, 2024"; without a year the one nearest to the report's date."""
    month, day, year = hit.number("month") or 0, hit.number("day") or 0, hit.number("year")
    if not 1 <= day <= 31:
        return None
    if year is None:
        year = _nearest_year(hit, month, day, focus)
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}")
    meaning = _day(year, month, day, focus)
    last = hit.number("until")
    if meaning is None or last is None:
        return meaning
    end = _day(year, month, last, focus)
    return Meaning("DATE", meaning.value, None, (meaning.covered[0], end.covered[1] if end else None), moves=True)


def _nearest_year(hit: Hit, month: int, day: int, focus: Focus) -> int | None:
    if focus.anchor is None:
        return None
    way = hit.direction()
    best: tuple[int, int] | None = None
    for year in (focus.anchor.year - 1, focus.anchor.year, focus.anchor.year + 1):
        try:
            away = (date(year, month, day) - focus.anchor).days
        except ValueError:
            continue
        cost = abs(away) + (_HALF_YEAR // 2 if away * way < 0 or (away > 0 and way != tense.FUTURE) else 0)
        best = min(best or (cost, year), (cost, year))
    return best[1] if best else focus.anchor.year


def month_year(hit: Hit, _: Focus) -> Meaning | None:
    """Such as "October 2024", "early October 2024"."""
    return _stage(dated(f"{hit.number('year'):04d}-{hit.number('month'):02d}"), hit)


def month(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "October", "last October", "mid-October": the way that the tense points."""
    number = hit.number("month") or 0
    if focus.anchor is None:
        return Meaning("DATE", f"XXXX-{number:02d}", _MODS.get(hit.kind("stage")))
    year = focus.anchor.year
    rel, gap = hit.kind("rel"), number - focus.anchor.month
    way = tense.PAST if rel == "LAST" else tense.FUTURE if rel == "NEXT" else hit.direction()
    if rel != "THIS":
        if way == tense.FUTURE and (gap < 0 or (gap == 0 and rel == "NEXT")):
            year += 1
        elif way != tense.FUTURE and (gap > 0 or (gap == 0 and rel == "LAST")):
            year -= 1
    return _stage(dated(f"{year:04d}-{number:02d}"), hit)


def month_of(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "June last year"."""
    if hit.code("of") != "Y" or focus.anchor is None:
        return None
    turn = {"LAST": -1, "NEXT": 1}.get(hit.kind("rel"), 0)
    return dated(f"{focus.anchor.year + turn:04d}-{hit.number('month'):02d}")


_HUNDREDS = {"eighteen": 18, "nineteen": 19, "twenty": 20}


def spelled_year(hit: Hit, _: Focus) -> Meaning | None:
    """Such as "nineteen ninety-six", as broadcasters' scripts write a year."""
    hundreds, rest = _HUNDREDS.get(hit.low("hundreds")), hit.number("rest")
    if hundreds is None or rest is None or not 10 <= rest <= 99 or hit.low("rest")[0].isdigit():
        return None
    return dated(f"{hundreds * 100 + rest}")


def _stage(meaning: Meaning, hit: Hit) -> Meaning:
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


def year(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "2024", "early 2024", "fiscal 2024", "the year 2000"; a bare number must stand where a year can."""
    value = hit.number("year") or 0
    if not hit.token("sure") and not _is_year(hit, value):
        return None
    if hit.token("until"):
        last = hit.number("until") or 0
        last += value // 100 * 100 if last < 100 else 0
        ends = days.covered(f"{last:04d}")
        begins = days.covered(f"{value:04d}")
        return Meaning("DATE", f"{value:04d}", None, (begins[0], ends[1])) if begins and ends and last > value else None
    return _stage(dated(f"{value:04d}"), hit)


_LEADS = listed("IN SINCE UNTIL BY FROM OF TO BETWEEN AND AFTER BEFORE DURING THE COMMA STAGE EARLY LATE MID FOR")
_COUNTED = listed(
    "percent per people dead troops miles km feet metres meters dollars euros pounds yen won points homes"
)


def _is_year(hit: Hit, value: int) -> bool:
    """Whether four digits are a year: not after a currency sign or "No.", not before something that is counted."""
    before, after = hit.before(), hit.after()
    if not 1400 <= value <= 2099:
        return False
    if before is not None and (
        before.low in ("$", "£", "€", "¥", "no", "#", "flight", "mhz", ".")
        or before.kind in ("HYPHEN", "AROUND", "SLASH", "THAN")
    ):
        return (
            before.kind == "HYPHEN"
            and before.start > 0
            and hit.before(2) is not None
            and (hit.before(2) or before).low in ("post", "pre")
        )
    if after is not None and (
        after.low in _COUNTED or after.low == "%" or after.kind in ("UNITS", "ZONE", "HYPHEN", "NUM", "DAYNUM")
    ):
        return False
    if before is not None and before.kind in _LEADS:
        plural = (
            after is not None
            and after.kind == "OTHER"
            and after.low.endswith("s")
            and before.kind not in ("IN", "SINCE", "THE")
        )
        return not (plural and not after.low.endswith(("ss", "'s")))  # type: ignore[union-attr]
    return value >= 1900 and not (after is not None and after.kind == "OTHER" and after.low.endswith("s"))


def decade(hit: Hit, _: Focus) -> Meaning | None:
    """Such as "the 1990s", "the early '90s"."""
    value = hit.number("decade") or 0
    value = value if value >= 100 else 190 + value if value >= 2 else 200 + value
    return _stage(Meaning("DATE", f"{value}", None, days.covered(str(value)) or (None, None)), hit)


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
    if rel == "LAST":
        back = gap or 7
    elif rel == "NEXT":
        back = gap - 7
    elif rel == "THIS":
        back = gap - 7 if gap and hit.direction() == tense.FUTURE else gap
    else:
        back = gap - 7 if gap and hit.direction() == tense.FUTURE else gap
    if hit.kind("week") in ("LAST", "NEXT", "THIS"):
        monday = focus.anchor - timedelta(focus.anchor.weekday())
        turn = {"LAST": -7, "NEXT": 7, "THIS": 0}[hit.kind("week")]
        return on(monday + timedelta(number + turn), "", suffix, mod)
    return on(focus.anchor - timedelta(back), "", suffix, mod)


def _suffix(hit: Hit) -> str:
    """Such as "TMO" … for the part of the day that the words name: "late on Friday" is its night, "early on" its morning."""
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
        day = focus.day if focus.day is not None and hit.token("reference") else focus.anchor
        return Meaning("TIME", meaning.value, None, (day - timedelta(1), day))
    return meaning


def part(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "in the morning", "that evening", "at dawn", "the next morning": a part of the day that the story stands on."""
    back = {"NEXT": -1, "LAST": 1, "AFTER": -1}.get(hit.kind("rel"), 0)
    base = focus.day if hit.token("rel") else focus.anchor
    return on(base - timedelta(back) if base else None, "XXXX-XX-XX", f"T{hit.code('part')}")


def quarter(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "the third quarter", "the first half of 2024", "last year's fourth quarter"."""
    number = hit.number("number") or 0
    half = hit.kind("unit") == "HALF"
    if not 1 <= number <= (2 if half else 4):
        return None
    year_ = hit.number("year")
    turn = {"LAST": -1, "NEXT": 1}.get(hit.kind("rel"), 0)
    code = "H" if half else "Q"
    if year_ is None and focus.anchor is None:
        return Meaning("DATE", f"XXXX-{code}{number}")
    if year_ is None and focus.anchor is not None:
        year_ = focus.anchor.year + turn
        begins = days.covered(f"{year_}-{code}{number}")
        if not hit.token("rel") and begins and begins[0] > focus.anchor and hit.direction() != tense.FUTURE:
            year_ -= 1
    return dated(f"{year_}-{code}{number}", moves=True)


def this_quarter(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "the quarter", "the latest quarter", "the year-ago quarter": the quarter that the story stands on."""
    if focus.anchor is None:
        return Meaning("DATE", "XXXX-QX")
    at = focus.period or days.quarter_value(days.shift(focus.anchor, "Q", -1) or focus.anchor)
    year_ = int(at[:4]) - (1 if hit.token("ago") else 0)
    return dated(f"{year_}{at[4:]}", moves=not hit.token("ago"))


def season(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "last summer", "the winter of 2024", "this spring"."""
    code, year_ = hit.code("season"), hit.number("year")
    if year_ is None:
        if focus.anchor is None:
            return Meaning("DATE", f"XXXX-{code}")
        year_ = focus.anchor.year
        begins = days.covered(f"{year_}-{code}") or (focus.anchor, focus.anchor)
        rel = hit.kind("rel")
        if rel == "LAST" and begins[1] >= focus.anchor:
            year_ -= 1
        elif rel == "NEXT" and begins[0] <= focus.anchor:
            year_ += 1
        elif not rel and begins[0] > focus.anchor and hit.direction() != tense.FUTURE:
            year_ -= 1
    return dated(f"{year_}-{code}")


def period(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "this month", "last week", "early next year", "that day", "the previous day", "the weekend"."""
    unit, rel = hit.code("unit"), hit.kind("rel")
    if unit.startswith("T") or unit == "NI":
        return None
    if rel in ("THAT", "SAME") and unit in ("M", "Y") and focus.period_begin is not None:
        return dated(days.value_of(focus.period_begin, unit))
    base = focus.day if rel in ("THAT", "SAME") or (unit == "D" and rel != "THIS") else focus.anchor
    if base is None:
        return Meaning("DATE", {"LAST": "PAST_REF", "NEXT": "FUTURE_REF"}.get(rel, "PRESENT_REF"))
    if unit in ("DE", "CE") and rel in ("LAST", "NEXT"):
        return None
    turn = {"LAST": -1, "NEXT": 1}.get(rel, 0)
    if unit == "WE" and not rel and base.weekday() < 5 and hit.direction() != tense.FUTURE:
        turn = -1
    if unit == "W" and rel == "LAST" and base.weekday() == 6:
        turn = 0
    day = days.shift(base, unit, turn)
    if day is None:
        return None
    meaning = dated(days.value_of(day, unit), moves=unit == "D")
    return _within(_stage(meaning, hit), hit, focus)


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
