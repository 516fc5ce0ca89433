"""Years, decades, quarters, halves and seasons."""

from __future__ import annotations

from datetime import date

from hearsay.reading.quantity.lexicon import MEASURES
from hearsay.reading.timex import days, tense
from hearsay.reading.timex.dates import staged
from hearsay.reading.timex.lexicon import listed
from hearsay.reading.timex.meaning import Focus, Hit, Meaning, dated


def year(hit: Hit, _: Focus) -> Meaning | None:
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
    return staged(dated(f"{value:04d}"), hit)


# Classes and words before which, or after which, four bare digits are a number and no year.
_COUNTING = listed("HYPHEN AROUND SLASH THAN")
_SIGNS = listed("$ £ € ¥ no # flight mhz .")
_COUNTED = MEASURES | listed(
    "percent per people dead troops % metres meters dollars euros pounds yen won points homes sq square"
)
_COUNTED_KINDS = listed("UNITS ZONE HYPHEN NUM DAYNUM")
# Classes before which a year stands whatever follows, and those where a plural after it makes it a number.
_SURE_LEADS = listed("IN SINCE THE")
_LEADS = listed("UNTIL BY FROM OF TO BETWEEN AND AFTER BEFORE DURING COMMA EARLY LATE MID FOR")
_MODERN = 1950
_DETERMINERS = listed("THE ITS POSS THIS THAT")
_MEASURED = listed("below above against versus vs on")
# What is of a year, in the plural: "2005 levels", "its 2030 emissions target".
_OF_A_YEAR = listed(
    "level levels target targets goal goals emission emissions election elections midterms protests figures rates "
    "prices averages results olympics games guidelines rules agreement accord budget"
)


def _is_year(hit: Hit, value: int) -> bool:
    """Whether four digits are a year: not after a currency sign or "No.", not before something that is counted."""
    before, after = hit.before(), hit.after()
    if not 1400 <= value <= 2099 or (before is not None and before.low in _SIGNS):
        return False
    exact = value > _MODERN and value % 100 != 0
    if exact and after is not None and after.low in _OF_A_YEAR and (before is None or before.kind != "HYPHEN"):
        return True
    if before is not None and before.kind in _COUNTING:
        further = hit.before(2)
        return before.kind == "HYPHEN" and further is not None and further.low in ("post", "pre")
    if after is not None and (after.low in _COUNTED or after.kind in _COUNTED_KINDS):
        return False
    if before is not None and before.kind in _SURE_LEADS:
        return True
    plural = after is not None and after.kind == "OTHER" and after.low.endswith("s") and not after.low.endswith("ss")
    led = before is not None and before.kind in _LEADS
    if plural and exact and (led or before is None or before.kind in _DETERMINERS or before.low in _MEASURED):
        plural = False  # "its 2030 ambitions": a count of things so exact would stand without "its", and with a comma
    return not plural and (led or value >= 1900)


def decade(hit: Hit, _: Focus) -> Meaning | None:
    """Such as "the 1990s", "the early '90s"."""
    value = hit.number("decade") or 0
    before = hit.before()
    if before is not None and before.kind == "ITS":
        return None  # an age: "in his 30s"
    value = value if value >= 100 else 190 + value if value >= 2 else 200 + value
    return staged(Meaning("DATE", f"{value}X", None, days.covered(str(value)) or (None, None)), hit)


def century(hit: Hit, _: Focus) -> Meaning | None:
    """Such as "the 20th century", "the early 19th century"."""
    number = hit.number("number") or 0
    if hit.code("unit") != "CE" or not 1 < number <= 25:
        return None
    return staged(dated(f"{number - 1:02d}"), hit)


def quarter(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "the third quarter", "the first half of 2024", "last year's fourth quarter"."""
    half = hit.kind("unit") == "HALF"
    number = hit.number("number") or (0 if not hit.token("final") else 2 if half else 4)
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
    at = _ended(hit, focus.anchor)
    if at is not None:
        focus.period = None  # no other quarter that was named before is meant from here on
    at = at or (None if hit.token("latest") else focus.period)
    at = at or days.quarter_value(days.shift(focus.anchor, "Q", -1) or focus.anchor)
    year_ = int(at[:4]) - (1 if hit.token("ago") else 0)
    return dated(f"{year_}{at[4:]}", moves=not hit.token("ago"))


def _ended(hit: Hit, anchor: date) -> str | None:
    """The quarter of "the quarter ended July 31": the calendar's, in which most of those three months lie."""
    after = hit.words[hit.last : hit.last + 2]
    month = after[1].worth if len(after) > 1 and after[1].kind == "MONTH" else None
    if not isinstance(month, int) or after[0].low not in ("ended", "ending"):
        return None
    year_ = anchor.year - (after[0].low == "ended" and month > anchor.month)
    middle = days.shift(date(year_, month, 1), "M", -1)
    return days.quarter_value(middle) if middle else None


def that_quarter(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "the 1988 quarter", "the 1988 period": the same quarter as that which the story stands on."""
    return _same_quarter(hit.number("year") or 0, focus)


def year_before(hit: Hit, focus: Focus) -> Meaning | None:
    """Such as "the same quarter last year", "the corresponding period a year earlier"."""
    if hit.code("unit") != "Y" or focus.anchor is None or hit.low("rel") not in ("", "last"):
        return None
    return _same_quarter((int(focus.period[:4]) if focus.period else focus.anchor.year) - 1, focus)


def _same_quarter(year_: int, focus: Focus) -> Meaning:
    return dated(f"{year_:04d}{focus.period[4:] if focus.period and not focus.longer else ''}")


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
