"""The rules: patterns over word classes, each with what reads it; and the search for them in a region.

The leftmost match wins, and among rules at one place the first of the list; a rule whose reader finds no meaning gives
way to the next place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.reading.timex import dates, holidays, lengths, pattern, periods
from hearsay.reading.timex.lexicon import LETTER, listed
from hearsay.reading.timex.meaning import Focus, Hit, Meaning

if TYPE_CHECKING:
    from hearsay.reading.timex.tokens import Tokens

Reader = Callable[[Hit, Focus], Meaning | None]

_COUNT = "(?: (?P<number>NUMBER) | (?P<one>AN)? (?P<couple>COUPLE) OF? | AN? (?P<few>FEW) | (?P<one2>AN) )"
_MOD = "(?: (?P<mod>AROUND) | (?P<mod2>MORE|LESS) THAN | AT (?P<mod3>LEAST|MOST) | (?P<mod4>UP) TO | (?P<mod5>UNDER) )?"
_AMOUNT = (
    f"{_COUNT} (?: AND AN (?P<half>HALF) )? HYPHEN? MORE? BUSINESS? (?P<unit>ANYUNIT) "
    "(?: AND AN (?P<half2>HALF) | OR SO )?"
)
_THE = "(?: THE | ITS | THIS (?=LAST|NEXT) | THAT (?=SAME) )?"
_LOWER = "(?: (?P<lower>NUMBER) HYPHEN? (?: TO | OR | AND ) | (?P<lower2>NUMBER) HYPHEN (?=NUMBER) )?"
_CLOCK = "(?: (?P<clock>CLOCK) (?P<half>AM)? | (?P<hour>DAYNUM) (?: (?P<half2>AM) | OCLOCK ) | (?P<point>POINT) )"

RULES: tuple[tuple[str, Reader], ...] = (
    ("(?<=[BETWEEN FROM]) (?P<month>MONTH) (?P<day>DAYNUM) (?: AND | TO ) (?P<until>DAYNUM)", dates.month_day),
    ("(?P<month>MONTH) (?P<hundreds>DAYNUM) HYPHEN? (?P<rest>NUM)", dates.spelled_year),
    ("(?P<month>MONTH) (?P<day>DAYNUM) AND (?P<until>DAYNUM) (?=STOP|COMMA|MARK|POSS)", dates.month_day),
    ("(?P<iso>ISO)", dates.iso),
    ("(?P<slashed>SLASHED)", dates.slashed),
    (
        (
            "(?: (?:LAST|NEXT|THIS){0,2} WEEKDAY COMMA? (?:THE|ON)? | LAST | NEXT | THIS )? "
            "(?P<month>MONTH) (?P<day>DAYNUM|ORD) (?: HYPHEN (?P<until>DAYNUM) )? (?: COMMA? (?P<year>YEAR) )?"
        ),
        dates.month_day,
    ),
    (
        (
            "(?: WEEKDAY COMMA? ON? )? THE? (?P<day>DAYNUM|ORD) (?: HYPHEN (?P<until>DAYNUM) )? OF? "
            "(?P<month>MONTH) (?: COMMA? (?P<year>YEAR) )?"
        ),
        dates.month_day,
    ),
    ("(?P<month>MONTH) OF? (?P<rel>LAST|NEXT|THIS) (?P<of>UNIT)", dates.month_of),
    ("THE? (?P<week>UNIT) OF (?P<month>MONTH) (?P<day>DAYNUM|ORD) (?: COMMA? (?P<year>YEAR) )?", dates.week_of),
    ("THE? UNIT? (?P<hundreds>DAYNUM) HYPHEN? (?P<rest>NUM|DAYNUM)", dates.spelled_year),
    ("(?P<unit>UNIT) HYPHEN (?P<edge>END) | (?<=[AROUND BY]) (?P<unit2>UNIT) POSS? (?P<edge2>END)", dates.edge),
    (
        "(?P<stage>STAGE) HYPHEN? (?:TO|AND|OR|SLASH) HYPHEN? (?P<until>STAGE) HYPHEN? (?P<month>MONTH) (?P<year>YEAR)",
        dates.month_year,
    ),
    ("(?P<stage>STAGE) HYPHEN? (?:TO|AND|OR|SLASH) HYPHEN? (?P<until>STAGE) HYPHEN? (?P<month>MONTH)", dates.month),
    ("(?: (?P<stage>STAGE) HYPHEN? )? (?P<month>MONTH) (?:COMMA|OF)? (?P<year>YEAR)", dates.month_year),
    ("(?: THE? (?P<edge>EDGE) HYPHEN? OF ) (?P<month>MONTH) (?P<year>YEAR)", dates.edge),
    ("(?: THE? (?P<edge>EDGE) HYPHEN? OF ) (?: (?P<month>MONTH) | (?P<year>YEAR) )", dates.edge),
    (
        "(?: THE? (?P<edge>EDGE) HYPHEN? OF ) (?: THE? (?P<rel>THIS|LAST|NEXT|THAT|SAME) | THE ) (?P<unit>ONEUNIT)",
        dates.edge,
    ),
    (
        "(?: (?: THIS (?=LAST|NEXT) )? (?P<rel>LAST|NEXT|THIS) | (?P<stage>STAGE) HYPHEN? )? (?P<month>MONTH)",
        dates.month,
    ),
    (
        (
            "THE? (?:FISCAL)? (?P<number>ORD) HYPHEN? (?P<unit>QUARTER|HALF) OF? (?: FISCAL? (?P<year>YEAR) | "
            "(?P<rel>LAST|NEXT|THIS) FISCAL? UNIT )"
        ),
        periods.quarter,
    ),
    ("THE? (?P<final>LAST) (?P<unit>QUARTER|HALF) OF (?P<year>YEAR)", periods.quarter),
    ("(?P<rel>LAST|NEXT|THIS) UNIT POSS FISCAL? (?P<number>ORD) (?P<unit>QUARTER|HALF)", periods.quarter),
    (
        (
            "FISCAL? (?P<number3>ORD) HYPHEN (?P<unit3>QUARTER) | THE (?P<number2>ORD) (?P<unit2>HALF)"
            " | THE? FISCAL? (?P<number>ORD) (?P<unit>QUARTER)"
        ),
        periods.quarter,
    ),
    (
        (
            "THE OTHER? SAME? (?:QUARTER|PERIOD) (?: OF? (?P<rel>LAST) (?P<unit>UNIT) | "
            "AN (?P<unit2>UNIT) (?:AGO|EARLIER) )"
        ),
        periods.year_before,
    ),
    ("THE? UNIT HYPHEN (?:AGO|EARLIER) (?P<number>NUMBER) (?P<unit>UNITS)", lengths.duration),
    ("THE? (?P<ago>UNIT) HYPHEN (?:AGO|EARLIER) (?:ORD? QUARTER | PERIOD)", periods.this_quarter),
    ("THE (?P<year>YEAR) (?P<number>ORD) (?P<unit>QUARTER)", periods.quarter),
    ("THE (?P<year>YEAR) (?:QUARTER|PERIOD)", periods.that_quarter),
    ("THE (?P<latest>LATEST) (?:QUARTER|PERIOD) | THE QUARTER (?!HYPHEN)", periods.this_quarter),
    (
        "(?P<stage>STAGE) HYPHEN? THE? (?P<rel>THIS|LAST|NEXT)? (?P<season>SEASON) (?: OF? (?P<year>YEAR) )?",
        periods.season,
    ),
    (f"{_THE} (?P<rel>THIS|LAST|NEXT) (?P<season>SEASON)", periods.season),
    ("THE? (?P<season>SEASON) OF? (?P<year>YEAR)", periods.season),
    ("(?<=IN) THE? (?P<season>SEASON) | (?<=DURING) THE (?P<season2>SEASON)", periods.season),
    (
        (
            "(?P<sure>FISCAL) UNIT? (?P<year>YEAR) | (?P<sure2>THE) UNIT (?P<year2>YEAR) | (?P<stage>STAGE) "
            "HYPHEN? (?P<sure3>(?P<year3>YEAR))"
        ),
        periods.year,
    ),
    ("(?P<sure>(?P<year>YEAR)) (?:HYPHEN|SLASH) (?P<until>YEAR|NUM|DAYNUM)", periods.year),
    ("(?P<year>YEAR) (?P<month>MONTH) (?!DAYNUM|ORD|YEAR)", dates.month_year),
    ("(?P<year>YEAR)", periods.year),
    ("THE? (?: (?P<stage>STAGE) HYPHEN? )? (?P<number>ORD) HYPHEN? (?P<unit>UNIT)", periods.century),
    ("THE? (?: (?P<stage>STAGE) (?: HYPHEN | TO (?P<until>STAGE) )? )? THE? (?P<decade>DECADE)", periods.decade),
    (
        (
            "(?P<each>EVERY) (?: (?P<number>NUMBER) (?P<unit2>UNITS) | (?P<unit>ONEUNIT) | (?P<weekday>WEEKDAY) | "
            "(?P<part>PARTDAY) | (?P<month>MONTH) )"
        ),
        lengths.every,
    ),
    ("(?: ONCE | NUMBER TIMES ) (?:AN|EVERY) (?P<unit>ONEUNIT)", lengths.every),
    ("(?P<often>OFTEN)", lengths.every),
    ("(?P<weekday>WEEKDAYS) | (?P<weekday2>WEEKDAY) (?P<nights>UNITS)", lengths.weekly),
    (f"{_THE} (?P<rel>LAST|NEXT|THIS) (?P<weekday>WEEKDAY) (?P<part>PART)?", dates.weekday),
    (
        "(?: (?P<stage>EARLY|LATE) (?P<on>ON)? | (?: EARLIER | LATER ) ON ) (?P<weekday>WEEKDAY) (?P<part>PART)?",
        dates.weekday,
    ),
    ("(?P<weekday>WEEKDAY) (?P<part>PART)? (?P<week>LAST|NEXT|THIS) UNIT", dates.weekday),
    ("(?P<weekday>WEEKDAY) (?P<part>PART)?", dates.weekday),
    (
        "(?: (?P<stage>EARLY|LATE) | EARLIER | LATER )? (?P<now>TODAY|YESTERDAY|TOMORROW|TONIGHT) (?P<part>PART)?",
        dates.deictic,
    ),
    ("(?: (?P<stage>EARLY|LATE) | EARLIER | LATER )? (?P<now>THIS) (?P<part>PART)", dates.deictic),
    ("(?P<now>LAST) (?P<part>NIGHT)", dates.deictic),
    ("(?: MID HYPHEN? )? (?P<part>PARTDAY) (?P<now>YESTERDAY|TOMORROW)", dates.deictic),
    ("(?P<now>OVERNIGHT)", dates.deictic),
    ("THE? (?P<rel>NEXT|LAST|SAME|THAT|AFTER) (?P<part>PART)", dates.part),
    ("(?: EARLY | LATE | EARLIER | LATER ) IN THE (?P<part>PART)", dates.part),
    ("(?P<mod>AROUND)? (?P<hour>DAYNUM) IN THE (?P<part>PARTDAY)", lengths.clock),
    ("(?<=IN) THE (?P<part>PART)", dates.part),
    ("(?: (?<=AT) | (?<=BY) THE? | EARLY | LATE | MID HYPHEN? ) (?P<part>PART)", dates.part),
    (f"{_MOD} {_AMOUNT} (?P<way>AGO|EARLIER|LATER)", lengths.distance),
    (f"(?P<mod>DURING) {_AMOUNT} (?P<way>AGO)", lengths.distance),
    (f"{_MOD} {_AMOUNT} (?P<way>FROM) (?P<now>REF)", lengths.distance),
    (f"{_COUNT} HYPHEN? (?P<unit>UNIT|UNITS) (?P<way>BEFORE) (?=STOP|COMMA)", lengths.distance),
    ("THE (?P<one>(?P<unit>UNIT)) (?P<way>BEFORE) (?=STOP|COMMA)", lengths.distance),
    ("(?P<few>(?P<unit>UNITS)) (?P<way>AGO|EARLIER|LATER)", lengths.distance),
    ("(?P<one>(?P<unit>UNIT)) HYPHEN (?P<way>AGO|EARLIER)", lengths.distance),
    ("(?P<these>THIS) (?P<unit>UNITS)", lengths.these_days),
    (f"{_THE} (?P<rel>LAST|NEXT|THIS|CURRENT) {_LOWER} {_AMOUNT}", lengths.duration),
    (f"{_THE} (?P<rel>LAST|NEXT) (?P<few>(?P<unit>UNITS))", lengths.duration),
    ("(?<=[WITHIN FOR]) THE (?P<rel>NEXT) (?P<unit>UNIT) | THE (?P<rel2>LAST) (?P<unit2>UNIT)", lengths.stretch),
    ("(?P<whole>WHOLE) (?P<unit>UNIT)", dates.whole),
    (
        (
            f"(?: (?P<shade>EARLIER|LATER) | (?P<stage>STAGE) )? {_THE} (?P<rel>THIS|LAST|NEXT|THAT|SAME|CURRENT) "
            "FISCAL? (?P<unit>ONEUNIT)"
        ),
        dates.period,
    ),
    ("(?: (?P<shade>EARLIER|LATER) | (?P<stage>STAGE) ) IN (?:THE|THIS) (?P<unit>ONEUNIT)", dates.period),
    ("THE (?P<rel>AFTER) (?P<unit>ONEUNIT)", dates.following),
    ("THE? (?P<rel>LAST|NEXT) (?P<one>(?P<unit>UNIT))", lengths.duration),
    ("THE (?P<unit>WEEKEND)", dates.period),
    (f"THE? (?:ORD)? {_MOD} {_LOWER} {_AMOUNT} (?: HYPHEN LONG )?", lengths.duration),
    ("(?P<recent>RECENT) (?P<few>(?P<unit>UNITS))", lengths.reference),
    ("(?<=IN) THE (?P<past>LAST)", lengths.reference),
    ("(?P<few>(?P<unit>UNITS)) (?: HYPHEN LONG )?", lengths.duration),
    ("(?:THE|ITS) FISCAL? (?P<one>(?P<unit>UNIT)) (?=OTHER)", lengths.ended),
    ("(?<=[DURING FOR]) THE (?:FISCAL|WHOLE)? (?P<unit>UNIT) (?!HYPHEN)", dates.period),
    ("(?<=UNITS OF) THE (?P<unit>UNIT) (?!HYPHEN)", dates.period),
    (
        f"(?P<mod>AROUND)? {_CLOCK} (?: UNITS? ZONE? TIME | UNITS? ZONE )? (?: (?:IN THE | AT) (?P<part>PART) )?",
        lengths.clock,
    ),
    ("(?P<rel>LAST|NEXT|THIS)? (?P<holiday>HOLIDAY) (?: COMMA? (?P<year>YEAR) )?", holidays.holiday),
    ("CAP{1,3} HYPHEN ERA", lengths.era),
    ("RIGHT? (?P<ref>REF)", lengths.reference),
    ("THE (?P<near>OTHER)? (?P<future>FUTURE)", lengths.reference),
    ("(?P<far>SO) FAR | AT THE MOMENT | TO DATE", lengths.reference),
)


@dataclass(frozen=True, slots=True)
class _Rule:
    matcher: re.Pattern[str]
    reader: Reader
    # Group name as written → name of what it holds ("number2" also fills "number").
    names: tuple[tuple[str, str], ...]


def _compiled(written: str, reader: Reader) -> _Rule:
    matcher = re.compile(pattern.letters(written))
    names = tuple((name, name.rstrip("2345")) for name in matcher.groupindex)
    return _Rule(matcher, reader, names)


_RULES = tuple(_compiled(written, reader) for written, reader in RULES)
# Every expression but an era and "the past" has one of these classes, and none begins with a plain word or a mark.
_CORE = listed(
    "ISO SLASHED MONTH WEEKDAY WEEKDAYS UNIT UNITS QUARTER HALF SEASON YEAR DECADE OFTEN PARTDAY NIGHT TODAY YESTERDAY "
    "TOMORROW TONIGHT OVERNIGHT WEEKEND CLOCK AM OCLOCK NOON MIDNIGHT HOLIDAY REF RECENT FUTURE FAR MOMENT DATE "
    "CURRENT LATEST"
)
_PLAIN = {"OTHER", "MARK", "STOP", "COMMA", "POSS", "HYPHEN", "SLASH", "CAP", "ERA"}
_LONGEST = 12
_NAMED = re.compile(r"[?]P<.*?>")
_PLACES = re.compile(
    f"(?=[^{''.join(LETTER[name] for name in _PLAIN)}][^{LETTER['STOP']}]{{0,{_LONGEST}}}?"
    f"(?<=[{''.join(LETTER[name] for name in _CORE)}]))"
    f"|(?={pattern.letters('CAP{1,3} HYPHEN ERA | DAYNUM HYPHEN? NUM | THE LAST')})"
)
# One look at such a place tells which rule is the first that matches there: the group of its number.
_STARTS = re.compile("|".join(f"(?=({_NAMED.sub('?:', rule.matcher.pattern)}))" for rule in _RULES))


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match, as the range of words that it covers, and its meaning."""

    first: int
    last: int
    meaning: Meaning


def search(tokens: Tokens, focus: Focus) -> Iterator[Match]:
    """The expressions of a region, in order; the focus moves along with them."""
    at = 0
    for place in _PLACES.finditer(tokens.letters):
        start = place.start()
        found = _STARTS.match(tokens.letters, start) if start >= at else None
        if found is None or found.lastindex is None:
            continue
        match = _read(tokens, start, focus, _RULES[found.lastindex - 1 :])
        if match is not None:
            if not (start and tokens.words[start - 1].kind in ("BY", "UNTIL")):
                focus.move(match.meaning)
            yield match
            at = match.last


def _read(tokens: Tokens, at: int, focus: Focus, rules: Sequence[_Rule]) -> Match | None:
    for rule in rules:
        found = rule.matcher.match(tokens.letters, at)
        if found is None or found.end() == at:
            continue
        meaning = rule.reader(_hit(tokens, found, rule), focus)
        if meaning is not None:
            return Match(at, found.end(), meaning)
    return None


def _hit(tokens: Tokens, found: re.Match[str], rule: _Rule) -> Hit:
    groups = {meant: found.span(name) for name, meant in rule.names if found.start(name) >= 0}
    return Hit(tokens.words, found.start(), found.end(), groups)
