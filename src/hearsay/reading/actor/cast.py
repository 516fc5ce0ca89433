"""The cast of a report: its names gathered into persons, bodies and countries, with what the report calls each.

A short name joins the longest name that it belongs to: a surname its person, the first words or the initials of a
body's name that body. What stands beside a name ("Brett Dane, an analyst at …", "the data firm …") tells its type and
is kept to recognise "the analyst" by.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.model.span import Span
from hearsay.reading.actor import apposition, beside, looks, metonyms, names
from hearsay.reading.actor.entity import Entity, Mention
from hearsay.reading.actor.roster import Roster

if TYPE_CHECKING:
    from hearsay.model.report import Report
    from hearsay.reading.actor.beside import Beside
    from hearsay.reading.actor.names import Name
    from hearsay.reading.actor.words import Words

_INITIAL = re.compile(r" [A-Z]\. ")
_OFTEN = 3  # one mention in as many has to be of the place


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of a report, their mentions in text order, and the country at each word that tells one."""

    words: Words
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    lands: tuple[tuple[int, str], ...]
    at: dict[int, Mention]


def gather(report: Report, words: Words) -> Cast:
    """The cast of a report."""
    found = names.find(words)
    read = [beside.read(words, name) for name in found]
    told = ((n.span.start, code) for n in found if (code := _land(words, n, found)))
    lands = tuple((at, code) for at, code in told if metonyms.meant(code, report.text))
    listed = Roster(words, dict(lands))
    for name in found:
        listed.first.setdefault(name.text, name.first)
    listed.often.update(name.text for name in found)
    listed.called.update(name.text for name, near in zip(found, read, strict=True) if near.body)
    listed.alone = _alone(report, words, found)
    for name, near in sorted(zip(found, read, strict=True), key=_telling):
        listed.place(name, near)
    _house(report, listed)
    mentions = tuple(Mention(name, listed.placed[name.first]) for name in found if name.first in listed.placed)
    for mention in mentions:
        mention.entity.mentions.append(_whole(words, mention.name))
    _settle(words, mentions)
    _plainly(mentions)
    for entity in listed.entities:
        if entity.country is not None and not metonyms.meant(entity.country, report.text):
            entity.country = None
    at = {i: m for m in mentions for i in range(m.name.begin, m.name.last + 1)}
    return Cast(words, tuple(listed.entities), mentions, lands, at)


def _alone(report: Report, words: Words, found: tuple[Name, ...]) -> dict[str, int]:
    """The words that stand alone as names below the headline, and not only as places; each with its first place."""
    top = max((span.end for span in report.spans("headline")), default=0)
    alone: dict[str, int] = {}
    for name in found:
        if len(name.words) == 1 and not apposition.placed(words, name) and name.span.start >= top:
            alone.setdefault(name.words[0], name.first)
    return alone


def _whole(words: Words, name: Name) -> Span:
    """The span of a name, with the article that "the North" is known by."""
    first = name.first
    if first and len(name.words) == 1 and words.all[first - 1].lower == "the" and metonyms.half(name.text):
        return Span(words.all[first - 1].start, name.span.end)
    return name.span


def _telling(pair: tuple[Name, Beside]) -> tuple[int, bool]:
    """The longest names first, and of one length those of which the words beside them tell something."""
    name, near = pair
    return -len(name.words), not (near.person or near.body or near.letters)


def _settle(words: Words, mentions: tuple[Mention, ...]) -> None:
    """A name that nothing calls a body and that things often happen "in" or "near" is a place."""
    within = Counter(id(m.entity) for m in mentions if apposition.placed(words, m.name))
    for mention in mentions:
        entity = mention.entity
        plain = entity.type == "organisation" and entity.role is None and entity.country is None
        often = within[id(entity)] * _OFTEN >= len(entity.mentions)
        if often and plain and not looks.bodily(mention.name) and not looks.body_named(entity):
            entity.type = "place"


def _plainly(mentions: tuple[Mention, ...]) -> None:
    """A person whom the text names with and without a middle initial is known without it."""
    told = {(id(m.entity), m.name.text) for m in mentions if m.entity.type == "person"}
    for mention in mentions:
        plain = _INITIAL.sub(" ", mention.entity.name)
        if plain != mention.entity.name and (id(mention.entity), plain) in told:
            mention.entity.name = plain


def _land(words: Words, name: Name, found: tuple[Name, ...]) -> str | None:
    """The country that a name, or the first word of its title, stands for."""
    if (code := metonyms.country(name.text)) is not None:
        return code
    before = words.all[name.first - 1].lower if name.first else ""
    if before == "the" and len(name.words) == 1 and (code := metonyms.half(name.text)):
        wanted = metonyms.name(code)
        return code if any(other.text.startswith(wanted) for other in found) else None
    opening = [words.all[i].text for i in range(name.begin, min(name.begin + 2, name.last + 1))]
    return metonyms.adjective(" ".join(opening)) or metonyms.country(opening[0])


def _house(report: Report, listed: Roster) -> None:
    """The report's own outlet and agency are known to it, also by the first word of their names."""
    for own in (report.outlet, report.agency):
        if own:
            entity = listed.body(own, "outlet")
            entity.house = True
            for first, name in listed.names.items():
                short = name.text.removeprefix("The ")
                if metonyms.country(short) is not None or short.lower() in lexicon.words("regions"):
                    continue  # "Mexico" is not Mexico News Daily
                if entity.name.removeprefix("The ").startswith(short) or entity.name.endswith(f" {short}"):
                    listed.placed[first] = entity
