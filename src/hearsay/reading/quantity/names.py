"""Numbers that are no quantities: names and parts of names, ages, scores, telephone numbers, pronouns, bare years."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from hearsay.reading.quantity import lexicon, units
from hearsay.reading.timex.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.reading.quantity.scale import Amount
    from hearsay.reading.timex.tokens import Token

_JOINTS = frozenset("-–#+/:.@_&")
_LARGE = 10_000
# Numbers that one dials for help: "911 calls".
_EMERGENCY = frozenset((911, 999, 112))
# Boeing's airliners, which copy names without their maker: "the 737 factory", "two 787 Dreamliners".
_AIRLINERS = frozenset((707, 717, 727, 737, 747, 757, 767, 777, 787))
_OLDEST = 110
# What a street is called: behind its name in English, before it elsewhere.
_STREETS = listed("street st road rd avenue ave lane drive way boulevard blvd court terrace crescent parkway")
_STREETS_FIRST = listed("ave avenue rue via calle")
_STREET_WORDS = 5


def is_none(text: str, words: Sequence[Token], amount: Amount) -> bool:
    """Whether a number without a unit of its own is none of a quantity."""
    seen = _Number(text, words, amount)
    return (
        seen.is_joined()
        or seen.is_numbered()
        or seen.ends_a_name()
        or seen.begins_a_name()
        or _is_age(words, amount)
        or _is_pronoun(words, amount)
        or _is_loose(words, amount)
    )


def is_idiom(words: Sequence[Token], amount: Amount) -> bool:
    """Whether a share or a multiple is none: "a level 3 out of 5 risk", "he doubled down"."""
    before = words[amount.first - 1].low if amount.first else ""
    after = words[amount.last].low if amount.last < len(words) else ""
    return (amount.unit == "share" and before in lexicon.NUMBERED) or (amount.unit == "times" and after == "down")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number with the words beside it."""

    text: str
    words: Sequence[Token]
    amount: Amount

    @property
    def first(self) -> Token:
        return self.words[self.amount.first]

    @property
    def last(self) -> Token:
        return self.words[self.amount.last - 1]

    @property
    def written(self) -> bool:
        """Whether it is in digits."""
        return self.text[self.first.start].isdigit()

    def before(self, back: int = 1) -> Token | None:
        return self.words[self.amount.first - back] if self.amount.first >= back else None

    def after(self, on: int = 0) -> Token | None:
        at = self.amount.last + on
        return self.words[at] if at < len(self.words) else None

    def is_measured(self) -> bool:
        after = self.after()
        return after is not None and (after.low in lexicon.PERCENT or after.low in lexicon.MEASURE_UNITS)

    def is_joined(self) -> bool:
        """Parts of longer runs: "F-16", "Covid-19", "#5", "1-800-…", "26A", "3/4/5", "0800 123"."""
        before, after = self.before(), self.after()
        if _is_number(before) or _is_number(after):
            return True
        if self.first.start and self.text[self.first.start - 1].isalnum():
            return True
        if before is not None and before.end == self.first.start and before.low in _JOINTS:
            return not (self._is_minus() or (self._is_signed(before) and after is not None and self._is_percent(after)))
        return after is not None and after.start == self.last.end and self._runs_on(after)

    def _is_signed(self, sign: Token) -> bool:
        return sign.low in "+-" and not self.text[sign.start - 1 : sign.start].isalnum()

    def _is_minus(self) -> bool:
        further = self.before(2)
        return further is not None and further.low == "minus"

    @staticmethod
    def _is_percent(word: Token) -> bool:
        return word.low in lexicon.PERCENT

    def _runs_on(self, after: Token) -> bool:
        """Whether what is written straight after the number makes it part of a name: "26A", "5/6", "16:9"."""
        if after.kind in ("CAP", "OTHER", "AN"):
            known = after.low in lexicon.MEASURES or self._is_percent(after) or units.is_money(after)
            known = known or units.is_warmth(self.words, self.amount.last)
            return self.written and not known
        further = self.after(1)
        if further is None or after.low not in ("/", ":", "-"):
            return False
        if after.low == "-" and further.kind == "ON":
            return True  # "two-on-one"
        return after.low != "-" or isinstance(further.worth, int | float)

    def is_numbered(self) -> bool:
        """After a noun that is numbered: "article 4", "flight 1282", "No. 10"; never what is measured."""
        before = self.before()
        if before is None:
            return False
        if before.low in lexicon.NUMBERED and not self.is_measured():
            return before.kind == "OTHER" or self.written
        if before.kind == "UNIT" and before.low in ("day", "week", "year") and not self._is_counted():
            return True  # "day two of the strike"
        further = self.before(2)
        listed_before = self.before(3)
        if before.kind in ("AND", "OR", "COMMA", "TO") and _is_number(further) and listed_before is not None:
            return listed_before.low in lexicon.NUMBERED and not self.is_measured()
        return before.low == "." and further is not None and further.low in ("no", "nos") and self.written

    def _is_counted(self) -> bool:
        after = self.after()
        return after is not None and after.kind != "OF" and units.read(self.words, self.amount.last) is not None

    def ends_a_name(self) -> bool:
        """After a name: "737 MAX 9", "Web 3.0", "Apollo Eleven"; a counted noun or a sentence's first word is none."""
        before, after = self.before(), self.after()
        if before is None or not (before.kind == "CAP" or (before.capital and before.kind in ("ZONE", "UNIT"))):
            return False
        if not self.written:
            return self.first.capital
        if before.kind != "CAP":
            return True  # "Local 90", "Week 11"
        if self.first.low.endswith(".0"):
            return True
        if "," in self.first.low or self.amount.low >= _LARGE or self.amount.last > self.amount.first + 1:
            return False
        further = self.before(2)
        counted = self.is_measured() or (after is not None and after.low in lexicon.IRREGULAR)
        named = before.upper and len(before.low) > 1  # "NBC 5", also where it opens the sentence
        return not counted and (named or (further is not None and further.kind != "STOP"))

    def begins_a_name(self) -> bool:
        """Before a name that is not counted: "the 787 Dreamliner", "in the 90049 ZIP Code"."""
        before, after = self.before(), self.after()
        if not self.written or after is None or "," in self.first.low:
            return False
        if self.is_address() or self.is_tax():
            return True
        called = before is not None and before.low.startswith(("call", "dial"))
        if self.amount.low in _EMERGENCY and (called or after.low.startswith(("call", "operator", "dispatcher"))):
            return True
        if self.amount.low in _AIRLINERS and (after.kind == "CAP" or units.read(self.words, self.amount.last) is None):
            return True
        if after.kind != "CAP":
            return False
        if before is None or (before.kind not in ("THE", "AN", "POSS") and before.low != "own"):
            return False
        return self.amount.last == self.amount.first + 1 and units.read(self.words, self.amount.last) is None

    def is_tax(self) -> bool:
        """In the name of a tax: "the 45p top rate"."""
        after, further = self.after(), self.after(1)
        return after is not None and after.low == "p" and further is not None and further.low in ("rate", "tax", "top")

    def is_address(self) -> bool:
        """Before a street: "9 East 71st Street", "358 Elm Way", "22 Rue Foch"; not before what lies there."""
        first = self.after()
        if first is not None and first.capital and first.low in _STREETS_FIRST:
            return True
        for on in range(1, _STREET_WORDS):
            word, beyond = self.after(on - 1), self.after(on)
            if word is None or beyond is None or not (word.capital or word.kind == "ORD"):
                return False
            if beyond.capital and beyond.low in _STREETS:
                next_ = self.after(on + 1)
                return next_ is None or next_.kind != "OTHER" or not units.is_plural(next_)
        return False


def _is_number(word: Token | None) -> bool:
    return word is not None and word.kind in ("NUM", "DAYNUM", "YEAR") and word.low[0].isdigit()


_OF_AGE = frozenset((("age", "of"), ("ages", "of")))
_BEING = listed("was is turned turns 'm ’m")
_PERSONS = listed("he she i who you")


def _is_age(words: Sequence[Token], amount: Amount) -> bool:
    """Such as "Kim, 35, said", a number between commas after a name, "18-year-old" and "at the age of 30"."""
    first, last = amount.first, amount.last
    old = any(word.kind == "OLD" for word in words[last + 1 : last + 4])
    if old and words[last].kind in ("HYPHEN", "UNIT", "UNITS"):
        return True
    if first > 1 and (words[first - 2].low, words[first - 1].low) in _OF_AGE:
        return True
    if last < len(words) and words[last].kind in ("COMMA", "STOP") and first > 1 and words[first - 1].low in _BEING:
        return words[first - 2].low in _PERSONS
    if last >= len(words) or first < 2 or not isinstance(amount.low, int) or not 0 < amount.low < _OLDEST:
        return False
    between = (words[first - 1].kind == "COMMA" and words[last].kind in ("COMMA", "STOP")) or (
        words[first - 1].low == "(" and words[last].low == ")"
    )
    named = words[first - 2].kind == "CAP" or (first > 2 and words[first - 3].low in ("jr", "sr"))
    return between and named and amount.high == amount.low


_NOT_ONE = listed("no this that which the each every any some another first last next only")
_ONE_STOP = listed("another day side thing way hand time point such bit")


def _is_pronoun(words: Sequence[Token], amount: Amount) -> bool:
    """Such as "one" without its noun, and "the two"."""
    first = words[amount.first]
    before = words[amount.first - 1].low if amount.first else ""
    after = words[amount.last] if amount.last < len(words) else None
    if first.low == "one" and amount.last == amount.first + 1 and amount.low == 1:
        ahead = [word.low for word in words[amount.last : amount.last + 14]]
        if any(pair in (("the", "other"), ("and", "another")) for pair in pairwise(ahead)):
            return True
        noun = after is not None and after.kind in ("OTHER", "CAP") and after.low not in lexicon.STOPPERS
        verb = after is not None and after.kind == "OTHER" and units.is_plural(after)  # "as one heads south"
        verb = verb or _describes_one(words, amount.last)
        return not noun or verb or before in _NOT_ONE or (after is not None and after.low in _ONE_STOP)
    further = words[amount.first - 2] if amount.first > 1 else None
    if first.low == "two" and before == "or" and further is not None and further.kind == "OTHER":
        return not units.is_plural(further)  # "a tornado or two"
    if first.low == "zero" and units.read(words, amount.last) is None:
        return True  # "net zero", "zero tolerance"
    again = before in ("the", "these", "those", "other", "his", "her", "their", "all") and not first.low[0].isdigit()
    ranked = before in ("top", "bottom", "last", "first", "final") and units.read(words, amount.last) is None
    return (again and amount.low <= 10) or ranked or (after is not None and after.kind == "TIMES")


def _describes_one(words: Sequence[Token], at: int) -> bool:
    """Whether a participle behind "one" says which it is: "matching one used by the group"."""
    if at + 1 >= len(words) or words[at].kind != "OTHER":
        return False
    return words[at].low.endswith("ed") and words[at + 1].low in lexicon.STOPPERS


def _is_loose(words: Sequence[Token], amount: Amount) -> bool:
    """Four bare digits that may be a year, and list numbers at the start of a line."""
    first = words[amount.first]
    after = words[amount.last] if amount.last < len(words) else None
    if first.kind == "YEAR" and amount.last == amount.first + 1:
        return units.read(words, amount.last) is None or (after is not None and after.kind == "CAP")
    before = words[amount.first - 1].low if amount.first else ""
    return after is not None and after.low in (".", ")") and (amount.first == 0 or (before == "(" and after.low == ")"))
