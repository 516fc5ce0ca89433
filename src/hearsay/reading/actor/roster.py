"""Names placed one by one, the longest first: each finds the entity that it belongs to, or makes a new one."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import apposition, bodies, firstnames, looks, metonyms
from hearsay.reading.actor.entity import Entity
from hearsay.reading.actor.seats import Seats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.model.reading import ActorType
    from hearsay.reading.actor.beside import Beside
    from hearsay.reading.actor.names import Name
    from hearsay.reading.actor.words import Words

_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
_NAMESAKES = 40  # as many people of one surname are compared


class Roster:
    """Places names one by one, the longest first."""

    def __init__(self, words: Words, lands: dict[int, str]) -> None:
        self.words, self.lands = words, lands
        self.entities: list[Entity] = []
        self.placed: dict[int, Entity] = {}
        self.names: dict[int, Name] = {}
        self._by_name: dict[str, Entity] = {}
        self._by_surname: dict[str, list[Entity]] = {}
        self._by_token: dict[str, list[Entity]] = {}
        self._by_start: dict[str, list[Entity]] = {}
        self._by_letters: dict[str, Entity] = {}
        self._aliases: dict[str, Entity] = {}
        self._told: dict[int, list[int]] = {}
        self.alone: dict[str, int] = {}
        self.first: dict[str, int] = {}
        self.called: Counter[str] = Counter()
        self.often: Counter[str] = Counter()
        self._seats = Seats(words, lands)

    def place(self, name: Name, near: Beside) -> None:
        """Find or make the entity of a name, and note what stands beside it."""
        self.names[name.first] = name
        if metonyms.people(name.text) and not metonyms.named(name.text) and not self._surnamed(name):
            return
        entity = (
            self._country(name)
            or self._alias(name)
            or self._known(name)
            or self._same(name, near)
            or self._new(name, near)
        )
        self.placed[name.first] = entity
        if len(name.words) > 1:
            insort(self._told.setdefault(id(entity), []), name.first)
        if entity.type == "government":
            return
        entity.about.update(near.about)
        entity.vessel = entity.vessel or (near.vessel and entity.type == "organisation")
        if entity.type == "person" or not near.person:
            entity.role = entity.role or near.role
        entity.gender = entity.gender or near.gender
        if entity.gender is None and entity.type == "person":
            entity.gender = firstnames.gender(name.words)
        if near.letters and entity.type != "person":  # a person's are a party's
            self._by_letters.setdefault(near.letters, entity)
            if _in_order(near.letters.lower(), name.text.lower()):
                self._aliases.setdefault(near.letters, entity)

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
            self._by_surname.setdefault(_surname(words), []).append(entity)
            for word in dict.fromkeys(words if len(words) > 1 else ()):
                self._by_token.setdefault(word, []).append(entity)
        elif entity.type != "government":
            words = words[1:] if words[0] == "The" and len(words) > 1 else words
            self._by_start.setdefault(words[0], []).append(entity)
            self._by_letters.setdefault(_initials(words), entity)
        return entity

    def _maybe(self, name: Name, near: Beside) -> bool:
        """Whether an unknown name of two or three words is rather a person's: its last word also stands alone, say."""
        if near.body or near.letters or not 2 <= len(name.words) <= 3 or looks.bodily(name) or looks.area(name):
            return False
        begin = name.begin
        if begin and self.words.all[begin - 1].lower == "the":
            return False
        last, first = name.words[-1], self.first.get(name.text, name.first)
        if metonyms.country(last) or looks.regional(name):
            return False
        if name.words[0] in self.alone and last not in self.alone:
            return False
        return self.alone.get(last, -1) > first or self._seats.owning(name) is not None

    def _country(self, name: Name) -> Entity | None:
        code = self.lands.get(name.span.start)
        if code is None or name.title or self._surnamed(name):
            return None
        if not (metonyms.named(name.text) or metonyms.capital(name.text) or metonyms.half(name.text)):
            return None
        return self.body(metonyms.name(code), "government", code)

    def _surnamed(self, name: Name) -> bool:
        """Whether one word is the surname of a person of the report: "Paris" and "Finn" of Jane Paris and Colm Finn."""
        before = self.words.all[name.first - 1].lower if name.first else ""
        plain = len(name.words) == 1 and before not in ("the", "a", "an") and not apposition.placed(self.words, name)
        return plain and name.words[0].lower() in self._by_surname

    def _alias(self, name: Name) -> Entity | None:
        """The body after whose name the report has these letters in brackets."""
        return self._aliases.get(name.text.replace(".", "")) if not name.title else None

    def _known(self, name: Name) -> Entity | None:
        if known := bodies.known(name.text):
            return self.body(known.name, "government" if known.type == "government" else "organisation", known.country)
        if outlet := bodies.outlet(name.text):
            return self.body(outlet, "outlet")
        role = bodies.role_of(name.text)
        country = self._seats.country(name, role) if role else None
        if role is not None and country is not None:
            return self.body(bodies.compose(role, country), "organisation", country)
        return None

    def _same(self, name: Name, near: Beside) -> Entity | None:
        """An entity that is already there under a longer name or another writing."""
        if (found := self._by_name.get(name.text.lower())) is not None:
            return found
        if apposition.placed(self.words, name) and not self._around_someone(name):
            return None
        if len(name.words) == 1:
            return self._short(name, bool(name.title) or near.person, near)
        if (person := self._shortened(name)) is not None or near.person:
            return person
        return next((e for e in self._by_start.get(name.words[0], ()) if e.name.startswith(name.text + " ")), None)

    def _around_someone(self, name: Name) -> bool:
        """Whether a word after "in" or "around" also stands elsewhere, and is a person's name: "those around Trump"."""
        word = name.words[-1]
        return word in self.alone and (word.lower() in self._by_surname or word in self._by_token)

    def _shortened(self, name: Name) -> Entity | None:
        """The person whose longer name holds these words, in this order, up to the surname: Vargas Llosa."""
        if (nicknamed := self._nicknamed(name)) is not None:
            return nicknamed
        keys = {word.lower(): None for word in (name.words[-1], name.words[0], _surname(name.words))}
        known = [e for key in keys for e in self._by_surname.get(key, ())]
        fitting = [e for e in known if _in_order(_core(name.words), e.name.split())]
        ended = [e for e in fitting if e.name.endswith(f" {name.text}")] or fitting
        return max(ended[:_NAMESAKES], key=lambda e: self._nearest(e, name.first), default=None)

    def _nicknamed(self, name: Name) -> Entity | None:
        """The person of the same surname whose first name this one shortens or writes out: Josh and Joshua Dane."""
        first, *rest = name.words
        for other in self._by_surname.get(name.words[-1].lower(), ())[:_NAMESAKES]:
            theirs, *others = other.name.split()
            shorter, longer = sorted((first, theirs), key=len)
            clash = firstnames.gender(name.words) not in (None, other.gender or firstnames.gender(other.name.split()))
            if rest == others and len(shorter) > 2 and longer.startswith(shorter) and not clash:
                return other
        return None

    def _short(self, name: Name, person: bool, near: Beside) -> Entity | None:
        """Whom one word names: by surname, by letters, or by the one full name that holds it."""
        word = name.text
        if people := self._by_surname.get(word.lower(), []):
            fitting = [e for e in people if not near.gender or e.gender in (None, near.gender)] or people
            return max(fitting[:_NAMESAKES], key=lambda e: (len(e.about & near.about), self._nearest(e, name.first)))
        letters = word.replace(".", "")
        if letters.isupper() and letters in self._by_letters and not person:
            return self._by_letters[letters]
        if len(holders := self._by_token.get(word, [])) == 1 and not (near.body or near.letters):
            return holders[0]  # "Anwar" of Anwar Ibrahim
        if (paper := self._paper(name)) is not None:
            return paper
        started = () if person or near.body else self._by_start.get(word, ())
        at = self.alone.get(word, name.first)
        return next((e for e in started if self.first.get(e.name, -1) <= at), None)

    def _paper(self, name: Name) -> Entity | None:
        """The outlet that "the Chronicle" shortens."""
        if name.words[0] not in lexicon.actors().outlets.words or not self._determined(name):
            return None
        ended = (one for one in self.entities if one.type == "outlet" and one.name.endswith(f" {name.text}"))
        return next(ended, None)

    def _determined(self, name: Name) -> bool:
        return name.begin > 0 and self.words.all[name.begin - 1].lower == "the"

    def _nearest(self, entity: Entity, at: int) -> int:
        """The last place before a word where an entity was named in full; -1 where it was not."""
        told = self._told.get(id(entity), [])
        low = bisect_left(told, at)
        return told[low - 1] if low else -1

    def _new(self, name: Name, near: Beside) -> Entity:
        if near.body and firstnames.sure(name.words) and self.called[name.text] * 3 < self.often[name.text]:
            near = replace(near, body=False)  # "a Jane Doe board" makes no board of her
        kind: ActorType = (
            "person" if looks.person(name, near, self.words) or self._maybe(name, near) else "organisation"
        )
        if kind == "organisation" and (looks.outlet(name) or near.outlet):
            kind = "outlet"
        if kind == "organisation" and looks.area(name):
            kind = "place"
        if several := kind == "organisation" and not near.body and looks.followers(name):
            kind = "group"
        unsure = kind == "organisation" and not (near.body or near.letters) and self._doubtful(name)
        about = set() if kind == "person" else {word.lower() for word in name.words}
        unsure = unsure or self._either(name, kind)
        entity = self._add(Entity(name.text, kind, about, country=near.country, unsure=unsure, plural=several))
        if entity.unsure and kind == "outlet":
            self._by_token.setdefault(name.words[-1], []).append(entity)
        return entity

    def _either(self, name: Name, kind: ActorType) -> bool:
        """Whether the name of an outlet may be a person's: "Serhii Radio", whom a "he" further on makes one."""
        return kind == "outlet" and firstnames.sure(name.words) and not self._determined(name)

    def _doubtful(self, name: Name) -> bool:
        """Whether a name may be a person's too, or be no name at all: a lone word that only ever opens a sentence."""
        if len(name.words) == 1:
            return name.text not in self.words.proper and not name.text.isupper() and name.text.isalpha()
        return (
            len(name.words) <= 3 and not looks.bodily(name) and not self._determined(name) and not looks.regional(name)
        )


def _initials(parts: list[str]) -> str:
    return "".join(word[0] for word in parts if word[0].isupper())


def _surname(words: Sequence[str]) -> str:
    """The word that a person is called by, lower case: the last but "Jr.", or the first of an East Asian name."""
    plain = [word for word in words if word.rstrip(".") not in _SUFFIXES] or list(words)
    return (plain[0] if firstnames.family_first(plain) else plain[-1]).lower()


def _core(words: Sequence[str]) -> list[str]:
    """A name without initials and "Jr."; all of it where less than two words are left."""
    plain = [word for word in words if len(word.rstrip(".")) > 1 and word.rstrip(".") not in _SUFFIXES]
    return plain if len(plain) > 1 else list(words)


def _in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether all words of one name stand in another in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)
