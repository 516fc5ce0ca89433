"""A text as words: where each stands, in which sentence, whether it opens one, whether it is a possessor."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hearsay.data import lexicon
from hearsay.text import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.model.span import Span

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:['’]s\b)?|[^\W_]+(?:[-.'’&][^\W_]+)*\+?")
_LABEL = re.compile(r"[A-Z]{5,}-(?=[A-Z])")  # "CORRECTED-Ford says": a label and a name
_OWNERS = re.compile(r"\b([A-Z][a-z]+)['’]s\b")
_SPACES = re.compile(r"\s+")
_POSSESSIVE, _APOSTROPHES, _ARABIC = ("'s", "’s"), frozenset("'’"), ("al-", "el-", "ul-")
_ABBREVIATED = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Rep|Sen|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Rev|St|Jr|Sr|No|Inc|Corp|Co|Ltd|[A-Z])$"
)


class Word(NamedTuple):  # a tuple is made in a fifth of a frozen dataclass's time, and a report has a thousand
    """One word, its possessive ending left off.

    ``owner``: it has one. ``opens``: it is first in its sentence. ``capital``: it begins as a name does.
    """

    start: int
    end: int
    text: str
    lower: str
    sentence: int
    opens: bool
    owner: bool
    capital: bool


class Words:
    """The words of some regions of a text, in order, found by their place."""

    def __init__(self, text: str, regions: Sequence[Span]) -> None:
        self.text = text
        self.regions = tuple(regions)
        self.sentences = tuple(one for region in regions for one in sentences.split(text, region))
        houses = _houses(text)
        self.all = tuple(
            word for number, span in enumerate(self.sentences) for word in _of_sentence(text, span, number, houses)
        )
        self._starts = [word.start for word in self.all]
        self._heads = [span.start for span in self.sentences]
        self._tops = [region.start for region in regions]

    def __len__(self) -> int:
        return len(self.all)

    def first(self, at: int) -> int:
        """The index of the first word that starts at or after a code point."""
        low = bisect_right(self._starts, at)
        return low - 1 if low and self._starts[low - 1] == at else low

    def within(self, span: Span) -> range:
        """The indices of the words that start inside a span."""
        return range(self.first(span.start), self.first(span.end))

    def sentence(self, at: int) -> int:
        """The number of the sentence at a code point (0 before the first)."""
        return max(bisect_right(self._heads, at) - 1, 0)

    def paragraph(self, at: int) -> int:
        """The number of the region at a code point (0 before the first)."""
        return max(bisect_right(self._tops, at) - 1, 0)

    def between(self, left: int, right: int) -> str:
        """The characters between two words, given by index; each stretch of white space as one space."""
        gap = self.text[self.all[left].end : self.all[right].start]
        return gap if gap == " " else _SPACES.sub(" ", gap)

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words that the text writes with a capital inside a sentence."""
        return frozenset(word.text for word in self.all if not word.opens and word.text[0].isupper())

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Words after a first name or a form of address: "King" where the text has Martin Luther King."""
        given, forms = lexicon.actors().given, lexicon.actors().people.honorifics
        addresses = {form.rstrip(".") for kind in ("he", "she") for form in forms[kind]}
        found, person = set(), False
        for one, two in pairwise(self.all):
            listed = one.text in given.male or one.text in given.female or one.text in given.either
            listed = listed or one.text in addresses
            person = one.capital and (person or listed) and self.text[one.end : two.start] == " " and not one.owner
            if person and two.capital:
                found.add(two.text)
        return frozenset(found)

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that the text writes without a capital."""
        return frozenset(word.text for word in self.all if word.text[0].islower())


def _houses(text: str) -> frozenset[str]:
    """The companies of a text whose own name ends as an owner's does, without that end: "Lloyd" of Lloyd's List."""
    found = {match.group(1) for match in _OWNERS.finditer(text)}
    known = (stem for stem in found if f"{stem.lower()}'s" in lexicon.words("houses"))
    return frozenset(stem for stem in known if not re.search(rf"\b{stem}\b(?!['’]s)", text))


def _of_sentence(text: str, span: Span, number: int, houses: frozenset[str]) -> list[Word]:
    found: list[Word] = []
    last = -1
    for match in _WORD.finditer(text, span.start, span.end):
        raw, (start, end), owner = match.group(), match.span(), False
        follows = text[end] if end < span.end else ""
        if follows != " " or not raw.isalpha():
            if "-" in raw and (label := _LABEL.match(raw)) is not None:
                raw, start = raw[label.end() :], start + label.end()
            owner = raw.endswith(_POSSESSIVE) and len(raw) > 2 and raw[:-2] not in houses
            if owner:
                raw = raw[:-2]
            elif follows in _APOSTROPHES and raw[-1] == "s" and text[end + 1 : end + 2] == " ":
                owner = True
            elif follows == "." and _ABBREVIATED.fullmatch(raw):
                end += 1
        opens = last < 0 or (start - last > 1 and _opened(text, last, start))
        lower, last = raw.lower(), end
        capital = lower != raw and (raw[0].isupper() or (lower.startswith(_ARABIC) and raw[3:4].isupper()))
        found.append(Word(start, end, raw, lower, number, opens, owner, capital))
    return found


def _opened(text: str, left: int, right: int) -> bool:
    """Whether a quotation mark that opens, a colon or a dash stands between two words."""
    gap = text[left:right]
    return any(mark in gap for mark in '“"‘:—') and not gap.endswith(("”", "’"))
