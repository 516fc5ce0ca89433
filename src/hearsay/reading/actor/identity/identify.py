"""Actors → the same actors with what is known of them beyond the report.

A person is identified only where everything agrees: the full name, a term of office that began before the report, and
the role and the country where the report states them. Two who fit are nobody. A name that many bear (the lexicon
says so, or it is an English one of a minister known by name alone) needs a role that speaks for the office. What the
report says itself is never overwritten; the name becomes canonical only where the report's is a part of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import metonyms
from hearsay.reading.actor.identity import holders
from hearsay.reading.actor.identity.forms import fold, initials
from hearsay.reading.timex import times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.model.reading import Actor
    from hearsay.model.report import Report
    from hearsay.reading.actor.identity.holders import Holder, Listed

_WORDS = re.compile(r"[\w.'’-]+")
_OWNER = re.compile(r"['’]s?$")
_AFTER = frozenset(
    {"of", "for", "from", "in", "at", "to", "on", "with", "and", "who", "whose", "that", "under", "since"}
)
_POLITICS = re.compile(r"\b(?:Congress|Senate|House of Representatives|[Ss]enators?|Republicans?|Democrats?)\b")
_OF_A_STATE = re.compile(r"\b[Ss]tate (?:Sen\b|Rep\b|Senator|Representative|senator|representative|lawmaker)")
_PRESIDES = {"president": "president", "vice president": "vice_president", "vice-president": "vice_president"}
_HOME = re.compile(r"^(?:US|U\.S\.|American) ")
_BESIDE = 40  # as many code points before a name tell whether its senator is a state's


def identify(report: Report, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors in the same order, with ``wikidata``, ``country`` and ``role`` filled where they are known."""
    anchor = times.anchor(report)
    day = anchor.isoformat() if anchor else None
    taken = {actor.name for actor in actors}
    lands = {actor.country for actor in actors}
    return tuple(
        _person(report, actor, day, lands, taken) if actor.type == "person" and day else _body(report, actor)
        for actor in actors
    )


def _body(report: Report, actor: Actor) -> Actor:
    """A government, a body or an outlet with its id."""
    lists, countries = holders.lists(), lexicon.actors().countries
    if actor.type == "government" and actor.country in countries and countries[actor.country].name == actor.name:
        return replace(actor, wikidata=_land(report, actor.country))
    if actor.type in ("government", "organisation"):
        return replace(actor, wikidata=lists.bodies.get(actor.name))
    return replace(actor, wikidata=lists.outlets.get(actor.name)) if actor.type == "outlet" else actor


def _land(report: Report, code: str) -> str | None:
    """The id of a country; one of a name that a state of another country bears has to be told by a word beside it."""
    return holders.lists().countries.get(code) if metonyms.meant(code, report.text) else None


def _person(report: Report, actor: Actor, day: str, lands: set[str | None], taken: set[str]) -> Actor:
    folded = fold(actor.name)
    if " " not in folded:
        return _known(actor, _presiding(actor, folded, day), day, taken)
    if found := [one for one in holders.named(folded) if _agrees(report, actor, folded, one, day)]:
        return _known(actor, found, day, taken)
    if (fitting := holders.listed(folded)) and (one := _only(report, actor, fitting, day, lands)):
        return replace(actor, country=one.country, wikidata=one.id)
    return actor


def _presiding(actor: Actor, surname: str, day: str) -> list[Holder]:
    """Whom "President" or "Vice President" and a surname mean on a day, in the United States."""
    office = _PRESIDES.get(_HOME.sub("", actor.role or "").lower())
    if office is None or actor.country not in (None, "US"):
        return []
    held = [(one, one.holds(day)) for one in holders.surnamed(surname)]
    return [one for one, term in held if term is not None and term.office == office]


def _known(actor: Actor, found: Sequence[Holder], day: str, taken: set[str]) -> Actor:
    """The actor as the one office-holder found; itself where there is none or more than one."""
    if len(found) != 1:
        return actor
    one, term = found[0], found[0].holds(day)
    part = set(actor.name.split()) < set(one.name.split()) and one.name not in taken
    role = actor.role or (holders.lists().offices[term.office].name if term else None)
    return replace(actor, name=one.name if part else actor.name, role=role, country="US", wikidata=one.id)


def _agrees(report: Report, actor: Actor, folded: str, one: Holder, day: str) -> bool:
    """Whether nothing in the report speaks against an office-holder of that folded name, and enough for one."""
    if one.first_day > day or actor.country not in (None, "US"):
        return False
    shared = one.shared or bool(initials(fold(one.name)) and not initials(folded))
    if any(term.place == "US" for term in one.terms):
        return not shared or one.holds(day) is not None
    if any(_OF_A_STATE.search(report.text, max(0, span.start - _BESIDE), span.end) for span in actor.mentions):
        return False
    if actor.role:
        head, offices = _head(actor.role), [holders.lists().offices[term.office] for term in one.terms]
        return any(head in office.words or (head in office.also and not shared) for office in offices)
    return not shared and _POLITICS.search(report.text) is not None


def _only(report: Report, actor: Actor, found: Sequence[Listed], day: str, lands: set[str | None]) -> Listed | None:
    """The one of those listed under a name whom the report can mean."""
    lists = holders.lists()
    if actor.role and (_head(actor.role) not in lists.public or lists.world & set(_words(actor.role))):
        return None
    fitting = [one for one in found if one.since <= day[:7] and actor.country in (None, one.country)]
    fitting = [one for one in fitting if actor.role or one.country not in lists.anglophone]
    fitting = [one for one in fitting if one.country in lands or _writings(one.country).search(report.text)]
    return fitting[0] if len(fitting) == 1 else None


def _words(role: str) -> list[str]:
    """The words of a role in small letters, without points and the marks of owners."""
    return [_OWNER.sub("", word.lower().replace(".", "")) for word in _WORDS.findall(role)]


def _head(role: str) -> str:
    """The noun of a role: "secretary" of "former secretary of state who ran twice"."""
    words = _words(role)
    end = next((i for i, word in enumerate(words) if i and word in _AFTER), len(words))
    return words[end - 1] if words else ""


@lru_cache(maxsize=64)
def _writings(code: str) -> re.Pattern[str]:
    """The names and adjectives of a country, as news copy writes them."""
    country = lexicon.actors().countries[code]
    names = (country.name, *country.also, *country.adjective, *country.capital)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")
