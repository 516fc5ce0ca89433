"""The cast of a report: its names gathered into persons, bodies and countries, with what the report calls each.

A short name joins the longest name that it belongs to: a surname its person, the first words or the initials of a
body's name that body. What stands beside a name ("Brett Dane, an analyst at …", "the data firm …") tells its type and
is kept to recognise "the analyst" by.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.model.span import Span
from hearsay.reading.actor import beside, bodies, firstnames, metonyms, names
from hearsay.reading.actor.beside import PLACED

if TYPE_CHECKING:
    from hearsay.model.reading import ActorType
    from hearsay.model.report import Report
    from hearsay.reading.actor.beside import Beside
    from hearsay.reading.actor.names import Name
    from hearsay.reading.actor.words import Words


_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})


@dataclass(slots=True, eq=False)
class Entity:
    """One who can speak, while a report is being read; :class:`Actor` is what remains of it."""

    name: str
    type: ActorType
    about: set[str] = field(default_factory=set)
    role: str | None = None
    country: str | None = None
    gender: str | None = None
    mentions: list[Span] = field(default_factory=list)
    members: tuple[Entity, ...] = ()
    plural: bool = False
    unsure: bool = False
    vessel: bool = False

    @property
    def person(self) -> bool:
        """Whether "he" or "she" can stand for it."""
        return self.type == "person" or (self.type == "unnamed" and not self.plural)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text and the entity that it names."""

    name: Name
    entity: Entity


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
    lands = tuple((n.span.start, code) for n in found if (code := _land(words, n, found)))
    builder = _Builder(words, dict(lands))
    builder.alone = frozenset(name.words[0] for name in found if len(name.words) == 1)
    for name, near in sorted(zip(found, read, strict=True), key=_telling):
        builder.place(name, near)
    _house(report, builder)
    mentions = tuple(Mention(name, builder.placed[name.first]) for name in found if name.first in builder.placed)
    for mention in mentions:
        mention.entity.mentions.append(_whole(words, mention.name))
    _settle(words, mentions)
    at = {i: m for m in mentions for i in range(m.name.begin, m.name.last + 1)}
    return Cast(words, tuple(builder.entities), mentions, lands, at)


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
    """A name that nothing calls a body and that things happen "in" or "near" is a place."""
    within = {id(m.entity) for m in mentions if m.name.begin and words.all[m.name.begin - 1].lower in PLACED}
    for mention in mentions:
        entity = mention.entity
        plain = entity.type == "organisation" and entity.role is None and entity.country is None
        if id(entity) in within and plain and not _bodily(mention.name) and not _body_named(entity):
            entity.type = "place"


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


def _house(report: Report, builder: _Builder) -> None:
    """The report's own outlet and agency are known to it, also by the first word of their names."""
    for own in (report.outlet, report.agency):
        if own:
            entity = builder.body(own, "outlet")
            for first, name in builder.names.items():
                short = name.text.removeprefix("The ")
                if entity.name.removeprefix("The ").startswith(short) or entity.name.endswith(f" {short}"):
                    builder.placed[first] = entity


class _Builder:
    """Places names one by one, the longest first."""

    def __init__(self, words: Words, lands: dict[int, str]) -> None:
        self.words, self.lands = words, lands
        self.entities: list[Entity] = []
        self.placed: dict[int, Entity] = {}
        self.names: dict[int, Name] = {}
        self._by_name: dict[str, Entity] = {}
        self._by_surname: dict[str, list[Entity]] = {}
        self._by_start: dict[str, list[Entity]] = {}
        self._by_letters: dict[str, Entity] = {}
        self.alone: frozenset[str] = frozenset()
        tally = Counter(lands.values())
        self.main = tally.most_common(1)[0][0] if tally else None

    def place(self, name: Name, near: Beside) -> None:
        """Find or make the entity of a name, and note what stands beside it."""
        self.names[name.first] = name
        if metonyms.people(name.text) and not metonyms.named(name.text):
            return
        entity = self._country(name) or self._known(name) or self._same(name, near) or self._new(name, near)
        self.placed[name.first] = entity
        if entity.type == "government":
            return
        entity.about.update(near.about)
        entity.vessel = entity.vessel or (near.vessel and entity.type == "organisation")
        if entity.type == "person" or not near.person:
            entity.role = entity.role or near.role
        entity.gender = entity.gender or near.gender
        if entity.gender is None and entity.type == "person":
            entity.gender = firstnames.gender(name.words)
        if near.letters:
            self._by_letters.setdefault(near.letters, entity)

    def body(self, name: str, kind: ActorType, country: str | None = None) -> Entity:
        """The body of that canonical name."""
        found = self._by_name.get(name.lower())
        if found is None:
            found = self._add(Entity(name, kind, set(name.lower().split()), country=country))
        return found

    def _add(self, entity: Entity) -> Entity:
        self.entities.append(entity)
        words = entity.name.split()
        self._by_name[entity.name.lower()] = entity
        if entity.type == "person":
            last = next((word for word in reversed(words) if word.rstrip(".") not in _SUFFIXES), words[-1])
            key = words[0] if firstnames.family_first(words) else last
            self._by_surname.setdefault(key.lower(), []).append(entity)
        elif entity.type != "government":
            words = words[1:] if words[0] == "The" and len(words) > 1 else words
            self._by_start.setdefault(words[0], []).append(entity)
            self._by_letters.setdefault(_initials(words), entity)
        return entity

    def _maybe(self, name: Name, near: Beside) -> bool:
        """Whether an unknown name of two or three words is rather a person's: its last word also stands alone, say."""
        if near.body or near.letters or not 2 <= len(name.words) <= 3 or _bodily(name):
            return False
        begin = name.begin
        if begin and self.words.all[begin - 1].lower == "the":
            return False
        if name.words[0] in self.alone and name.words[-1] not in self.alone:
            return False
        return name.words[-1] in self.alone or (begin > 0 and self.words.all[begin - 1].owner)

    def _country(self, name: Name) -> Entity | None:
        code = self.lands.get(name.span.start)
        if code is None or name.title:
            return None
        if not (metonyms.named(name.text) or metonyms.capital(name.text) or metonyms.half(name.text)):
            return None
        return self.body(metonyms.name(code), "government", code)

    def _known(self, name: Name) -> Entity | None:
        if known := bodies.known(name.text):
            return self.body(known.name, "government" if known.type == "government" else "organisation", known.country)
        if outlet := bodies.outlet(name.text):
            return self.body(outlet, "outlet")
        role = bodies.role_of(name.text)
        country = self._owning(name) or self.main
        if role is not None and country is not None:
            return self.body(bodies.compose(role, country), "organisation", country)
        return None

    def _owning(self, name: Name) -> str | None:
        """The country that owns a name ("Nigeria's Senate")."""
        before = self.words.all[name.begin - 1] if name.begin else None
        return metonyms.country(before.text) if before is not None and before.owner else None

    def _same(self, name: Name, near: Beside) -> Entity | None:
        """An entity that is already there under a longer name or another writing."""
        if (found := self._by_name.get(name.text.lower())) is not None:
            return found
        if name.begin and self.words.all[name.begin - 1].lower in PLACED:
            return None
        if len(name.words) == 1:
            return self._short(name.words[0], bool(name.title) or near.person, near)
        if ended := [e for e in self._by_surname.get(name.words[-1].lower(), ()) if e.name.endswith(f" {name.text}")]:
            return ended[0]  # "Vargas Llosa" of Mario Vargas Llosa
        return next((e for e in self._by_start.get(name.words[0], ()) if e.name.startswith(name.text + " ")), None)

    def _short(self, word: str, person: bool, near: Beside) -> Entity | None:
        people = self._by_surname.get(word.lower(), [])
        if people:
            fitting = [e for e in people if not near.gender or e.gender in (None, near.gender)] or people
            return max(fitting, key=lambda e: len(e.about & near.about))
        if person:
            return None
        letters = word.replace(".", "")
        if letters.isupper() and letters in self._by_letters:
            return self._by_letters[letters]
        started = self._by_start.get(word, ())
        return started[0] if started and not near.body else None

    def _new(self, name: Name, near: Beside) -> Entity:
        kind: ActorType = "person" if _is_person(name, near, self.words) or self._maybe(name, near) else "organisation"
        if kind == "organisation" and (_is_outlet(name) or near.outlet):
            kind = "outlet"
        unsure = (
            kind == "organisation"
            and 2 <= len(name.words) <= 3
            and not (near.body or near.letters)
            and not _bodily(name)
        )
        about = set() if kind == "person" else {word.lower() for word in name.words}
        return self._add(Entity(name.text, kind, about, country=near.country, unsure=unsure))


def _bodily(name: Name) -> bool:
    """Whether a word of the name says that it is a body's, or that it is no plain name."""
    words = lexicon.actors().things.body_words
    return any(word in words or word.isupper() or not word.isalpha() for word in name.words)


def _body_named(entity: Entity) -> bool:
    return any(word in lexicon.actors().things.body_words for word in entity.name.split())


def _is_person(name: Name, near: Beside, words: Words) -> bool:
    lists = lexicon.actors()
    if any(word in lists.things.body_words for word in name.words):
        return False
    if near.person:
        return True
    if near.body or near.letters or len(name.words) > 4 or len(name.words) == 1:
        return False
    if words.all[name.first - 1].lower == "the" and name.first and not name.title:
        return False
    return firstnames.person(name.words)


def _initials(parts: list[str]) -> str:
    return "".join(word[0] for word in parts if word[0].isupper())


def _is_outlet(name: Name) -> bool:
    return name.words[-1] in lexicon.actors().outlets.words
