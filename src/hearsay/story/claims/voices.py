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
_SMALL = frozenset(["the", "a", "an", "of", "for", "and", "in", "at", "de", "la", "le", "du", "des"])
# Posts whose holder speaks with the voice of the body. Officials of a state speak for themselves: what a minister
# says and what the ministry says are counted apart, as editors do.
_MOUTHS = re.compile(
    r"\b(?:spokes\w+|speaker for|press secretary|chief executive|ceo|chair(?:man|woman|person)?|managing director"
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
        self._media = {_folded(name) for reading in readings for name in makers(reading)}
        speaking = [(r.report.id, actor) for r in readings for actor in _speaking(r)]
        self._names = _longest({actor.name for _, actor in speaking if actor.type == "person"})
        self._bodies = {_folded(actor.name): actor.name for _, actor in speaking if actor.type == "organisation"}
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
        return _folded(name) in self._media

    def _voice(self, actor: Actor) -> Voice:
        name = self._name(actor)
        carrier = actor.type == "outlet" or self.medium(name)
        return Voice(name, name if carrier else self._body(name), actor.country, carrier)

    def _name(self, actor: Actor) -> str:
        return self._names.get(actor.name, actor.name)

    def _body(self, name: str) -> str:
        for role in self._roles.get(name, ()):
            if _MOUTHS.search(role):
                words = _folded(_OWNER.sub("", role))
                held = [body for folded, body in self._bodies.items() if set(folded.split()) <= set(words.split())]
                if held:
                    return max(held, key=lambda body: (len(body), body))
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
