"""Who speaks, across reports: one name for each body and person, and whose word is whose.

In each report actors have been resolved on their own. Here the same person under a longer and a shorter name becomes
one (``Janet L. Yellen``, ``Janet Yellen``), and a person who speaks for a body that speaks in the story too becomes
that body (``spokesman for X``, ``chief executive of X``). Unnamed speakers are known by their description in one
report; copies apart, two reports may mean two people, so the words stay their name.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hearsay.model.reading import Actor, Reading

_WORD = re.compile(r"[^\W_]+")
_OWNER = re.compile(r"['’]s\b")
_OF = re.compile(
    r"\b(?:reports?|statements?|data|figures|letters?|memos?|filings?|surveys?|polls?)\b.*?\b(?:by|from|of) (.+)"
)
_OWN = re.compile(r"\b(?:its|their|his|her) ")
_PAPERS = frozenset(("document", "unnamed"))
_TELLING = 4  # letters of one word that stands for an outlet's whole name
_SMALL = frozenset(["the", "a", "an", "of", "for", "and", "in", "at", "de", "la", "le", "du", "des"])
# Posts whose holder speaks with the voice of the body. Officials of a state speak for themselves: what a minister
# says and what the ministry says are counted apart, as editors do.
_MOUTHS = re.compile(
    r"\b(?:spokes\w+|speaker for|press secretary|president|director general|secretary general|general secretary"
    r"|chief executive|ceo|chair(?:man|woman|person)?|managing director"
    r"|chief (?:operating|financial|communications) officer|representative|lawyers? for|attorney for)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker. ``name`` is how it is shown, ``body`` whom it speaks for, ``country`` whose government it is of.

    ``carrier``: an outlet, agency or other medium that only carries the words of others.
    """

    name: str
    body: str
    country: str | None = None
    carrier: bool = False


class Voices:
    """The speakers of a story's reports, by report and actor."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._media = [made.split() for made in sorted({_folded(n) for one in readings for n in makers(one)}) if made]
        speaking = [(r.report.id, actor) for r in readings for actor in _speaking(r)]
        self._names = _longest({actor.name for _, actor in speaking if actor.type == "person"})
        self._bodies = _fullest({actor.name for _, actor in speaking if actor.type == "organisation"})
        self._roles: dict[str, list[str]] = {}
        for _, actor in speaking:
            if actor.type == "person" and actor.role:
                self._roles.setdefault(self._name(actor), []).append(actor.role)
        self._known = {(report, actor.id): self._voice(actor) for report, actor in speaking}

    def of(self, report: str, actor: Actor | None) -> Voice | None:
        """Who that actor of that report is; ``None`` for nobody."""
        return self._known.get((report, actor.id)) if actor else None

    def medium(self, name: str) -> bool:
        """Whether it is the name of an outlet or agency of these reports."""
        words = _folded(name).split()
        return any(words == made[: len(words)] and (len(words) > 1 or len(name) > _TELLING) for made in self._media)

    def _voice(self, actor: Actor) -> Voice:
        name = self._name(actor)
        carrier = actor.type == "outlet" or self.medium(name)
        body = self._author(name) if actor.type in _PAPERS else self._body(name)
        return Voice(name, name if carrier else body, actor.country, carrier)

    def _name(self, actor: Actor) -> str:
        if actor.type == "organisation":
            return self._bodies.get(actor.name, actor.name)
        return self._names.get(actor.name, actor.name)

    def _author(self, name: str) -> str:
        """The body whose paper or data it is ("report by X"), or the words for it, less possessives."""
        of = _OF.search(name)
        made = [body for body in self._bodies if of and _folded(of[1]).startswith(_folded(body))]
        return self._bodies[max(made, key=lambda body: (len(body), body))] if made else _OWN.sub("", name)

    def _body(self, name: str) -> str:
        for role in self._roles.get(name, ()):
            if _MOUTHS.search(role):
                words = set(_folded(_OWNER.sub("", role)).split())
                held = [n for n in self._bodies if set(_folded(n).split()) <= words or _initials(n) in words]
                if held:
                    return self._bodies[max(held, key=lambda name: (len(name), name))]
        return name


def makers(reading: Reading) -> Iterator[str]:
    """The names of those who publish a report and of those who wrote it."""
    yield from filter(None, (reading.report.outlet, reading.report.agency))


def _speaking(reading: Reading) -> Iterator[Actor]:
    heard = {one.speaker for one in reading.attributions}
    yield from (actor for actor in reading.actors if actor.id in heard)


def _folded(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(word for word in _WORD.findall(plain) if word not in _SMALL)


def _fullest(names: Iterable[str]) -> dict[str, str]:
    """For each name of a body the fullest that can be the same.

    Names that differ in case, accents, apostrophes and small words are one. A name that says less ("the commission",
    "Department of Financial Services") is the one body whose name has all its words and ends or begins with them.
    """
    alike: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        alike.setdefault(_folded(name), name)
    found: dict[str, str] = {}
    for name in names:
        words = _folded(name).split()
        fuller = [other for other in alike if words and _part(words, other.split())]
        found[name] = alike[fuller[0]] if len(fuller) == 1 else alike[_folded(name)]
    return found


def _initials(name: str) -> str:
    """The short form of a name of three words or more ("UAW")."""
    words = _folded(name).split()
    return "".join(word[0] for word in words) if len(words) > 2 else " "


def _part(words: list[str], longer: list[str]) -> bool:
    size = len(words)
    return size < len(longer) and (words == longer[-size:] or (size > 1 and words == longer[:size]))


def _longest(names: Iterable[str]) -> dict[str, str]:
    """For each name of a person the longest that can be the same: first and last words equal, the rest left out.

    A family name alone is whoever bears it, where only one person does.
    """
    ordered = sorted(names, key=lambda name: (-len(name), name))
    found: dict[str, str] = {}
    for name in ordered:
        words = _folded(name).split()
        same = [
            other for other in ordered if found.get(other) == other and words and _same(words, _folded(other).split())
        ]
        found[name] = same[0] if len(same) == 1 or (same and len(words) > 1) else name
    return found


def _same(words: list[str], longer: list[str]) -> bool:
    if len(words) == 1:
        return words[0] == longer[-1]
    return words[-1] == longer[-1] and words[0] == longer[0]
