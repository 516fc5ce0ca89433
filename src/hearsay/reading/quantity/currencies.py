"""The currencies as news copy writes them; see ``resources/currencies.yml``."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.data import lexicon


@dataclass(frozen=True, slots=True)
class Currencies:
    """Writings, in small letters, and the ISO 4217 code (or the bare noun) that each stands for.

    ``signs`` stand before or after a number, ``before`` are letters before it, ``dollars`` letters beside "$",
    ``names`` nouns of one currency, ``nations`` what tells which one a ``shared`` noun is. ``letters`` are those of
    ``before`` that need a magnitude or a thousands mark, since models and roads are named by them too.
    """

    codes: frozenset[str]
    signs: dict[str, str]
    before: dict[str, str]
    dollars: dict[str, str]
    names: dict[str, str]
    nations: dict[str, str]
    shared: frozenset[str]
    letters: frozenset[str]


KNOWN = lexicon.load("currencies", Currencies)
# The longest nation in words: "Hong Kong dollars", "New Zealand dollars".
NATION_WORDS = max(len(nation.split()) for nation in KNOWN.nations)
