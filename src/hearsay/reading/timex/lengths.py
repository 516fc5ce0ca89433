"""Durations, distances in time ("two days earlier"), sets, clock times, vague references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.reading.quantity.lexicon import STOPPERS
from hearsay.reading.timex import days, tense
from hearsay.reading.timex.meaning import Focus, Hit, Meaning, dated

if TYPE_CHECKING:
    from datetime import date

_MODS = {
    "AROUND": "APPROX", "MORE": "MORE_THAN", "LESS": "LESS_THAN", "LEAST": "EQUAL_OR_MORE", "MOST": "EQUAL_OR_LESS",
    "UP": "EQUAL_OR_LESS", "UNDER": "LESS_THAN", "DURING": "MORE_THAN",
}  # fmt: skip


# "A week ago" names a day; six weeks ago are a week of the calendar, as TIMEX3's annotators have it.
_ROUND_WEEKS = 3


def length(unit: str, count: str) -> str:
    """The TIMEX3 value of a duration: ("W", "3") → "P3W", ("TH", "X") → "PTXH", ("CE", "1") → "P100Y"."""
    years = {"DE": 10, "CE": 100}.get(unit)
    if years and count != "X":
        return f"P{float(count) * years:g}Y"
    if unit == "Q" and count != "X":
        return f"P{float(count) * 3:g}M"
    if unit == "2W":
        return f"P{count if count == 'X' else f'{float(count) * 2:g}'}W"
    if unit == "NI":
        unit = "D"
    return f"PT{count}{unit[1:]}" if unit.startswith("T") else f"P{count}{unit}"


def _count(hit: Hit) -> str:
    """How many, as TIMEX3 writes it: digits, or X for a vague number."""
    number = hit.token("number")
    if hit.token("lower"):
        return "X"  # "four to eight hours": TIMEX3 has no ranges
    if hit.token("half"):
        base = 0.0
        if number is not None and isinstance(number.worth, int | float):
            base = float(number.worth)
        elif hit.token("one"):
            base = 1.0
        return f"{base + 0.5:g}"
    if number is not None and isinstance(number.worth, int | float):
        return f"{number.worth:.10g}"
    if hit.token("couple"):
        return "2"
    return "1" if hit.token("one") and not hit.token("few") else "X"


def duration(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "three days", "a month", "the past two weeks", "10-year", "decades"; never an age ("18-year-old")."""
    after = hit.after()
    if is_title(hit):
        return None
    if hit.kind("rel") and hit.token("one") and not hit.token("number") and hit.code("unit") not in ("DE", "CE"):
        return None
    if after is not None and after.kind == "HYPHEN" and _then(hit) in ("ago", "earlier"):
        return None
    kinds = [word.kind for word in hit.words[hit.first : hit.last]]
    if "HYPHEN" in kinds and kinds[0] in ("THE", "AN") and not hit.token("rel"):
        return None  # the article belongs to the noun: "the 14-day | wait"
    if hit.code("unit") == "Q" and (
        hit.token("one") or "HYPHEN" in kinds or (after is not None and after.kind == "OF")
    ):
        return None  # a share: "three-quarters of"
    if after is not None and (after.kind == "OLD" or (after.kind == "HYPHEN" and _then(hit).startswith("old"))):
        return None
    before = hit.before()
    if before is not None and before.low in ("aged", "age", "$", "£", "€"):
        return None
    if before is not None and before.kind in ("NUM", "DAYNUM", "HYPHEN") and not hit.token("number"):
        return None
    if hit.token("one") and hit.last - hit.first == 2 and _is_rate(hit):
        return None
    value = length(hit.code("unit"), _count(hit))
    return Meaning("DURATION", value, _MODS.get(hit.kind("mod")), _reach(hit, focus))


def ended(hit: Hit, _: Focus) -> Meaning | None:
    """Such as "the year ended June 30"."""
    after = hit.after()
    if after is None or after.low not in ("ended", "ending") or hit.code("unit") == "Q":
        return None
    return Meaning("DURATION", length(hit.code("unit"), "1"))


def stretch(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "within the next week", "the past year": as long from the report's day on, or up to it."""
    unit, rel = hit.code("unit"), hit.low("rel")
    if unit not in ("D", "W", "M", "Y") or focus.anchor is None or (hit.kind("rel") == "LAST" and rel != "past"):
        return None
    other = days.shift(focus.anchor, unit, -1 if rel == "past" else 1)
    covered = (other, focus.anchor) if rel == "past" else (focus.anchor, other)
    return Meaning("DURATION", length(unit, "1"), None, covered)


def is_title(hit: Hit) -> bool:
    """Whether the words are a programme's or a book's name: “This Week”, “60 Minutes”."""
    before, unit = hit.before(), hit.token("unit")
    return before is not None and before.low in _QUOTES and unit is not None and unit.capital


def _is_rate(hit: Hit) -> bool:
    """Whether "a day" says how often: "$5 a day", "two flights a week"."""
    before, further = hit.before(), hit.before(2)
    if before is None:
        return False
    if before.kind in ("NUM", "DAYNUM", "YEAR") or before.low in ("%", "percent", "cent", "m", "bn", "k"):
        return True
    counted = further is not None and further.kind in ("NUM", "DAYNUM", "YEAR", "UNITS", "OTHER")
    return before.kind in ("OTHER", "UNITS") and before.low.endswith("s") and counted and not before.low.endswith("ss")


def _then(hit: Hit) -> str:
    return hit.words[hit.last + 1].low if hit.last + 1 < len(hit.words) else ""


def _reach(hit: Hit, focus: Focus) -> tuple[date | None, date | None]:
    """The days of "the past three days" and "the next two weeks"; other durations lie nowhere."""
    rel, count, unit = hit.kind("rel"), _count(hit), hit.code("unit")
    after = hit.after()
    if after is not None and after.low == "after":
        return _between(focus.near_day(), unit, count)
    if focus.anchor is None or rel not in ("LAST", "NEXT"):
        return None, None
    if count == "X":
        return (None, focus.anchor) if rel == "LAST" else (focus.anchor, None)
    turn = -1 if rel == "LAST" else 1
    whole = -(-int(float(count)) // 24) if unit == "TH" else 0 if unit.startswith("T") else int(float(count))
    other = days.shift(focus.anchor, "D" if unit.startswith("T") else "D" if unit == "NI" else unit, turn * whole)
    return (other, focus.anchor) if turn < 0 else (focus.anchor, other)


def _between(later: date | None, unit: str, count: str) -> tuple[date | None, date | None]:
    """The days from one event to the next: in "on Friday, two days after …" from Wednesday to Friday."""
    if later is None or unit not in ("D", "NI", "TH", "TM", "W") or (count == "X" and not unit.startswith("T")):
        return None, None
    earlier = days.shift(later, "W" if unit == "W" else "D", -(0 if unit.startswith("T") else int(float(count))))
    return earlier, later


def distance(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "two days ago", "a week earlier", "six months later": counted from the report or from the story's day."""
    way = hit.kind("way")
    unit, count = hit.code("unit"), _count(hit)
    back = way == "EARLIER" and unit in ("D", "NI")
    base = focus.day if back or way in ("LATER", "BEFORE") else focus.anchor
    if way in ("LATER", "BEFORE") and unit in ("M", "Y", "DE"):
        base = focus.period_begin or base
    turn = 1 if way in ("LATER", "FROM") else -1
    if base is None or (count == "X" and not unit.startswith("T")):
        told = way == "LATER" and hit.direction() == tense.PAST
        return Meaning("DATE", "FUTURE_REF" if turn > 0 and not told else "PAST_REF")
    if unit.startswith("T"):
        return Meaning("DATE", base.isoformat(), None, (base, base))
    if unit == "Y" and count == "1" and focus.period and not focus.longer and way in ("AGO", "EARLIER"):
        return dated(f"{int(focus.period[:4]) - 1}{focus.period[4:]}")
    whole = int(float(count))
    day = days.shift(base, "D" if unit == "NI" else unit, turn * whole)
    if day is None:
        return None
    if unit == "W" and whole >= _ROUND_WEEKS:
        return dated(days.week_value(day), _MODS.get(hit.kind("mod")))
    if unit in ("D", "NI", "W", "2W", "WE"):
        return Meaning("DATE", day.isoformat(), _MODS.get(hit.kind("mod")), (day, day), moves=unit == "D")
    return dated(days.value_of(day, "Y" if unit in ("DE", "CE") else unit), _MODS.get(hit.kind("mod")))


def every(hit: Hit, _: Focus) -> Meaning | None:
    """Such as "every Monday", "each year", "twice a week", "every two hours", "daily"."""
    if hit.token("often"):
        token = hit.token("often")
        before, after = hit.before(), hit.after()
        if token is None or (token.capital and not (before is None or before.kind == "STOP")):
            return None
        if after is not None and after.kind == "CAP" and before is not None and before.kind in ("CAP", "THE"):
            return None  # a newspaper: "the daily Granma"
        return Meaning("SET", hit.code("often"))
    if hit.token("weekday"):
        return Meaning("SET", f"XXXX-WXX-{(hit.number('weekday') or 0) + 1}")
    if hit.token("month"):
        return Meaning("SET", f"XXXX-{hit.number('month'):02d}")
    if hit.token("part"):
        return Meaning("SET", f"XXXX-XX-XXT{hit.code('part')}")
    number = hit.token("number")
    count = (
        f"{number.worth:g}"
        if number is not None and isinstance(number.worth, int | float) and hit.token("each")
        else "1"
    )
    return Meaning("SET", length(hit.code("unit"), count))


def weekly(hit: Hit, _: Focus) -> Meaning | None:
    """Such as "Sundays", "Tuesday nights"."""
    nights = hit.low("nights")
    if nights not in ("", "nights"):
        return None
    return Meaning("SET", f"XXXX-WXX-{(hit.number('weekday') or 0) + 1}{'TNI' if nights else ''}")


_QUOTES = frozenset("\"“‘'`")


def these_days(hit: Hit, _: Focus) -> Meaning | None:
    """Such as "these days": the present."""
    return Meaning("DATE", "PRESENT_REF") if hit.low("these") == "these" and hit.code("unit") == "D" else None


_CLOCK = re.compile(r"(\d{1,2})(?::(\d\d))?")


def clock(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "9:30 a.m.", "5pm", "0430 GMT", "six o'clock", "noon": on the day that the story stands on."""
    moment = _moment(hit)
    if moment is None:
        return None
    day = focus.near_day()
    mod = "APPROX" if hit.token("mod") else None
    return Meaning("TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{moment}", mod, (day, day))


def _moment(hit: Hit) -> str | None:
    if hit.token("point"):
        return "12:00" if hit.kind("point") == "NOON" else "24:00"
    token = hit.token("clock") or hit.token("hour")
    match = _CLOCK.match(str(token.worth) if token else "")
    if match is None:
        return None
    hour, minute = int(match.group(1)), int(match.group(2) or 0)
    half = hit.low("half")[:1]
    late = half == "p" or hit.code("part") in ("AF", "EV") or (hit.code("part") == "NI" and hour > 5)
    if late and hour < 12:
        hour += 12
    elif (half == "a" or hit.code("part") == "MO") and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < 25 and minute < 60 else None


def reference(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "now", "recently", "the future", "so far", "right now", "recent years"."""
    if hit.token("unit"):
        return Meaning("DURATION", length(hit.code("unit"), "X"))
    value = hit.code("ref")
    before, after = hit.before(), hit.after()
    if value == "FUTURE_REF" and (
        (before and before.low in ("as", "too")) or (after and after.kind in ("AFTER", "BEFORE"))
    ):
        return None
    if hit.token("past") and (
        hit.low("past") != "past" or (after and after.kind in ("OTHER", "CAP") and after.low not in STOPPERS)
    ):
        return None  # "in the past campaign"
    if hit.token("ref") and after and after.kind == "HYPHEN":
        return None  # "his now-husband"
    if hit.token("near") and hit.low("near") not in ("near", "foreseeable", "immediate", "distant"):
        return None
    gone = before is not None and before.low in ("go", "goes", "went", "gone", "only")
    if (hit.token("far") and (gone or (after and after.low == "as"))) or (
        hit.token("future") and after and after.kind == "OF"
    ):
        return None  # "went so far as to", "the future of the party"
    if hit.token("far"):
        return Meaning("DATE", "PRESENT_REF", None, (None, focus.anchor))
    return Meaning(
        "DATE", value or ("FUTURE_REF" if hit.token("future") else "PAST_REF" if hit.token("past") else "PRESENT_REF")
    )


def era(_hit: Hit, _focus: Focus) -> Meaning | None:
    """Such as "Cold War-era", "Soviet-era": a stretch of the past that a name stands for."""
    return Meaning("DATE", "PAST_REF")
