"""The words of time and their classes.

Every word has at most one class; a class is one letter in the pattern language of :mod:`hearsay.reading.timex.pattern`.
Sources: ISO 8601 for the calendar, TIMEX3 (TimeML 1.2.1 annotation guidelines) for parts of the day, seasons and vague
references, AP Stylebook for shortened months and zones.
"""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The set of the words of a list written as one string."""
    return frozenset(words.split())


MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
# TIMEX3 designators: D, W, M, Y, DE (decade), CE (century) and, after "T", H, M, S.
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "2W",
    "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
PARTS_OF_DAY = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "midmorning": "MO", "afternoon": "AF",
    "evening": "EV", "dusk": "EV", "sunset": "EV", "nightfall": "EV", "sundown": "EV", "night": "NI", "daytime": "DT",
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF", "recently": "PAST_REF", "recent": "PAST_REF", "lately": "PAST_REF",
    "soon": "FUTURE_REF", "future": "FUTURE_REF",
}  # fmt: skip
FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M",
    "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip

# Shortened titles, which lean on the name after them, and companies' forms, after which a sentence may go on (AP
# Stylebook).
TITLES = listed(
    "mr mrs ms mx dr prof messrs gen lt col sgt cpl capt cmdr maj adm brig sen sens rep reps gov govs rev hon supt "
    "insp st"
)
COMPANIES = listed("inc corp co cos ltd plc llc jr sr bros")

# Named days; how each is dated stands in holidays.py.
HOLIDAYS = (
    "new year's day", "new year's eve", "christmas day", "christmas eve", "christmas", "boxing day", "good friday",
    "easter sunday", "easter monday", "easter", "thanksgiving day", "thanksgiving", "independence day", "labor day",
    "labour day", "memorial day", "veterans day", "halloween", "valentine's day",
)  # fmt: skip

# Class name → its words. Words of the tables above get their classes below.
_CLASSES = {
    "THE": "the", "AN": "a an", "OF": "of", "IN": "in", "ON": "on", "AT": "at", "TO": "to", "AND": "and", "OR": "or",
    "FROM": "from", "BY": "by", "UNTIL": "until till through", "SINCE": "since", "BETWEEN": "between",
    "BEFORE": "before", "AFTER": "after following", "WITHIN": "within", "DURING": "during throughout over",
    "FOR": "for", "NO": "no", "THAN": "than", "MORE": "more", "LESS": "less fewer", "LEAST": "least", "MOST": "most",
    "UP": "up", "AROUND": "about around roughly approximately some almost nearly approx circa", "UNDER": "under",
    "LAST": "last past previous preceding prior", "NEXT": "next coming upcoming", "THIS": "this these",
    "THAT": "that those", "SAME": "same", "CURRENT": "current", "LATEST": "latest",
    "EVERY": "every each", "EARLY": "early", "LATE": "late", "MID": "mid middle", "EARLIER": "earlier",
    "LATER": "later",
    "AGO": "ago", "HALF": "half", "FEW": "few several many", "COUPLE": "couple", "RECENT": "recent",
    "END": "end close", "START": "start beginning", "ITS": "its his her their our my",
    "WHOLE": "whole full entire all",
    "NOON": "noon midday", "MIDNIGHT": "midnight", "TODAY": "today", "YESTERDAY": "yesterday", "TOMORROW": "tomorrow",
    "TONIGHT": "tonight", "OVERNIGHT": "overnight", "OCLOCK": "o'clock o’clock", "FISCAL": "fiscal financial",
    "ZONE": "gmt utc est edt cst cdt mst mdt pst pdt et pt bst cet cest eet eest ist kst jst hkt msk local hrs",
    "AM": "am a.m a.m. pm p.m p.m.", "OLD": "old", "BUSINESS": "business working trading consecutive straight calendar",
    "ERA": "era", "FUTURE": "future", "PAST": "bygone", "MOMENT": "moment", "SO": "so", "FAR": "far", "RIGHT": "right",
    "DATE": "date", "TIMES": "times", "TIME": "time hours", "PERIOD": "period",
    "ONCE": "once twice", "LONG": "long",
}  # fmt: skip


def _letters() -> dict[str, str]:
    names = [
        *_CLASSES, "MONTH", "WEEKDAY", "UNIT", "UNITS", "PARTDAY", "SEASON", "DECADE", "REF", "OFTEN", "YEAR",
        "DAYNUM", "NUM", "ORD", "CLOCK", "ISO", "SLASHED", "HYPHEN", "COMMA", "SLASH", "POSS", "STOP", "CAP", "OTHER",
        "HOLIDAY", "QUARTER", "WEEKEND", "MARK", "NIGHT", "WEEKDAYS",
    ]  # fmt: skip
    return {name: chr(0x100 + index) for index, name in enumerate(names)}


LETTER = _letters()


def _word_classes() -> dict[str, tuple[str, int | str]]:
    found: dict[str, tuple[str, int | str]] = {}
    for name, words in _CLASSES.items():
        found.update({word: (name, word) for word in words.split()})
    tables: list[tuple[str, dict[str, int] | dict[str, str]]] = [
        ("MONTH", MONTHS), ("WEEKDAY", WEEKDAYS), ("PARTDAY", PARTS_OF_DAY), ("SEASON", SEASONS),
        ("DECADE", DECADES), ("OFTEN", FREQUENCIES),
    ]  # fmt: skip
    for name, table in tables:
        found.update({word: (name, meaning) for word, meaning in table.items()})
    found.update({f"{word}s": ("WEEKDAYS", day) for word, day in WEEKDAYS.items() if word.endswith("day")})
    for word, unit in UNITS.items():
        many = "centuries" if word == "century" else f"{word}s"
        found[word], found[many] = ("UNIT", unit), ("UNITS", unit)
    for word, reference in REFERENCES.items():
        found.setdefault(word, ("REF", reference))
    found |= {
        "weekend": ("WEEKEND", "WE"),
        "weekends": ("WEEKEND", "WE"),
        "quarter": ("QUARTER", "Q"),
        "night": ("NIGHT", "NI"),
        "second": ("ORD", 2),
    }
    return found


WORDS = _word_classes()
