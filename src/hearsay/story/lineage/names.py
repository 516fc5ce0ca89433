"""Who made a report, under which names: for telling whom a credit means and whom another report cites.

A name is kept as its letters and digits alone, folded and run together without its article (``cedarvalleytribune``),
so that ``The Cedar Valley Tribune``, ``CEDAR VALLEY TRIBUNE`` and ``CedarValleyTribune`` are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from hearsay.data import lexicon
from hearsay.story.lineage import lists
from hearsay.text import scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.model.report import Report

_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LATIN = re.compile(r"[A-Za-z]{2}")
_SHORTEST = 4  # letters of what an agency's name may be cut down to
_OWNER = re.compile(
    r"(?:(?:[Cc]opyright\W*)?(?:©|ⓒ|\([cC]\))|[Cc]opyright)\W*(?:\d{4}\W+)?(?:by\s)?((?:[A-Z][\w’'&-]*|of|the|and|&)(?:\s(?:[A-Z][\w’'&-]*|of|the|and|&))*)"
)


@dataclass(frozen=True, slots=True)
class Maker:
    """Who published a report and who wrote its text, each under every name that is known.

    ``wire`` is the text's writer where the page names one, which is the outlet itself on an agency's own page.
    ``also`` are names that the page gives besides (its owner, its site), good for being cited by and for no more;
    ``sound`` is the outlet's name in Latin letters where the page writes it in others.
    """

    outlet: frozenset[str]
    wire: frozenset[str]
    also: frozenset[str] = frozenset()
    sound: str = ""

    @property
    def own(self) -> frozenset[str]:
        """The names of the house that published the report: its outlet's, or its agency's where no outlet is known."""
        return self.outlet or self.wire

    @property
    def cited(self) -> frozenset[str]:
        """Under which names others cite this very report."""
        return self.own | self.also

    @property
    def is_wire(self) -> bool:
        """Whether the report is an agency's own page."""
        return bool(self.wire) and (not self.outlet or bool(self.outlet & self.wire))


def maker(report: Report) -> Maker:
    """Who published and who wrote a report."""
    outlet = frozenset(_forms(report.outlet or ""))
    wire = frozenset(_forms(report.agency or "", agency=True))
    if wire and report.dateline and report.dateline.agency:
        wire |= frozenset(_forms(report.dateline.agency))
    if outlet & wire:
        outlet |= wire
    also = frozenset(form for name in _beside(report) for form in _forms(name)) - wire - outlet
    foreign = bool(report.outlet) and not _LATIN.search(report.outlet or "")
    return Maker(outlet, wire, also, folded(scripts.romanise(report.outlet or "")) if foreign else "")


def folded(name: str) -> str:
    """A name's letters and digits, lower case, run together without its article."""
    return "".join(_words(name))


def _words(name: str) -> list[str]:
    found = [re.sub(r"['’]", "", word).casefold() for word in _WORDS.findall(name)]
    return found[1:] if len(found) > 1 and found[0] == "the" else found


def _forms(name: str, *, agency: bool = False) -> Iterator[str]:
    """The name, what is left of it without words that are often left out, and its names in the table of agencies."""
    words = _words(name)
    if not words:
        return
    yield "".join(words)
    yield from _known().get("".join(words), ())
    while len(words) > 1 and words[-1] in lists.BEHIND:
        words = words[:-1]
        yield "".join(words)
    if agency or words[-1] in lists.WIRE:
        while len(words) > 1 and words[-1] in lists.WIRE:
            words = words[:-1]
        if sum(map(len, words)) >= _SHORTEST:
            yield "".join(words)


def _beside(report: Report) -> Iterator[str]:
    """Names of the house that the page has besides: what other places call the outlet, and who holds the rights."""
    yield from (item.value for item in report.evidence if item.field == "outlet")
    for span in report.spans("rights"):
        yield from (found[1] for found in _OWNER.finditer(span.of(report.text)))


class _Agency(msgspec.Struct, frozen=True):
    name: str
    tags: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, ...]]:
    """Every name of each agency of the shipped table by each of its names."""
    found: dict[str, tuple[str, ...]] = {}
    for agency in lexicon.load("agencies", tuple[_Agency, ...]):
        forms = tuple(dict.fromkeys(filter(None, map(folded, (agency.name, *agency.also, *agency.tags)))))
        found |= dict.fromkeys(forms, forms)
    return found
