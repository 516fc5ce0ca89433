"""Common nouns as speakers: officials, "the minister", "one of them", police, "two people familiar with …"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import descriptions, echoes, kinds, metonyms, naming, phrases

if TYPE_CHECKING:
    from hearsay.model.reading import ActorType
    from hearsay.reading.actor.entity import Entity
    from hearsay.reading.actor.phrases import Phrase
    from hearsay.reading.actor.scene import Scene

_EITHER = frozenset(
    {"regulator", "monitor", "agent", "owner", "operator", "manager", "broker", "supplier", "contractor"}
)
# Where police and prosecutors are each town's or state's own.
_LOCAL = frozenset({"US", "GB", "CA", "AU", "DE", "CH", "IN", "BR", "MX"})
# Endings of one who does something; any other noun that no list has is a thing, whom no "he" means.
_AGENTS = ("er", "or", "ist", "ian", "man", "woman", "ant", "ent", "eer", "ee", "one")
_FORCE = re.compile(r"[A-Z]\S* (?:Police|Constabulary|Gendarmerie|Police (?:Department|Service|Force))$")
_SHORT = {"pm": "prime minister", "fm": "foreign minister", "vp": "vice president", "exec": "executive"}
_LONGEST = 3  # words of an epithet
_NATIONS = ("ese", "ish", "nch", "tch", "iss")
_BACK = 400  # words that are looked back over for "four commissioners"
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PARTS = frozenset(
    {
        "one of them",
        "one",
        "another",
        "a second",
        "a third",
        "the second",
        "the third",
        "the other",
        "the first",
        "two of them",
    }
)


def meant(scene: Scene, phrase: Phrase, at: int) -> Entity:
    """Whom a common noun stands for; one described by its own words where the report tells no more."""
    if (post := _SHORT.get(phrase.head)) is not None:
        phrase = replace(phrase, head=post, lower=(*phrase.lower[:-1], *post.split()))
    lists, head = lexicon.actors(), phrase.head
    if (known := _those(scene, phrase) or _bench(scene, phrase, at) or _nation(scene, phrase)) is not None:
        return known
    if head == "police" or (head in ("prosecutors", "authorities") and len(phrase.core) == 1):
        return _force(scene, phrase, at)
    if naming.plural(phrase) or head in lists.people.unnamed_heads:
        return _people(scene, phrase)
    if phrases.is_person_noun(head) and not (head in _EITHER and not phrase.indefinite):
        return _one(scene, phrase, at)
    if head in _EITHER:
        named = scene.echoed(lambda turn: echoes.may_speak(scene, turn, phrase))
        named = named or descriptions.described(scene, phrase, at) or echoes.hinted(scene, phrase, at)
        named = named or descriptions.person(scene, phrase, at)
        if named is not None:
            return named
    if phrases.is_body_noun(head) or head in lists.people.groups:
        found = scene.echoed(lambda turn: kinds.fits(head, turn.entity)) if not phrase.inside else None
        found = found or descriptions.body(scene, phrase, at)
        kind: ActorType = "organisation" if phrases.is_body_noun(head) else "group"
        return found or scene.made(naming.described(scene, phrase), kind, plural=kind == "group")
    if phrase.lower[0] in ("another", "one", "second", "third") or head in (
        "second",
        "third",
        "another",
        "one",
        "them",
    ):
        return _people(scene, phrase)
    found = descriptions.person(scene, phrase, at) or _epithet(scene, phrase, at) if phrase.definite else None
    if found is None:
        found = scene.made(naming.described(scene, phrase), "group" if head.endswith("s") else "unnamed")
        found.thing = not head.endswith(_AGENTS)
    return found


def _bench(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The court of "the judges"."""
    bench = phrase.head in ("judges", "justices") and phrase.definite and len(phrase.core) == 2 and not phrase.tail
    return kinds.court(scene, at) if bench else None


def _nation(scene: Scene, phrase: Phrase) -> Entity | None:
    """The country as which "the Chinese" or "the Russians" speak."""
    head = phrase.head
    if phrase.lower != ("the", head) or phrase.tail or not head.endswith((*_NATIONS, "s")):
        return None
    nation = metonyms.people(head)
    return scene.made(metonyms.name(nation), "government", country=nation) if nation is not None else None


def _force(scene: Scene, phrase: Phrase, at: int) -> Entity:
    """Police, prosecutors, authorities: a country's where the words or the place of the report tell it."""
    if (known := _own_force(scene, phrase)) is not None:
        return known
    country = descriptions.land(scene, phrase, at, certain=True)
    city = any(_city(scene.words.all[i].text) for i in phrase.all)
    if city or (country in _LOCAL and len(phrase.core) == 1):
        return scene.made(naming.described(scene, phrase), "group", plural=True)
    if phrase.head == "police" and len(phrase.tail) < 2 and country is not None:
        return descriptions.composed(scene, phrase, at) or scene.made(
            naming.described(scene, phrase), "group", plural=True
        )
    name = naming.described(scene, phrase)
    if len(phrase.core) == 1 and not phrase.tail and country is not None:
        name = f"{lexicon.actors().countries[country].adjective[0]} {name}"
    return scene.made(name, "group", plural=True)


def _own_force(scene: Scene, phrase: Phrase) -> Entity | None:
    """The one police force that the report names, for bare "police"."""
    if phrase.head != "police" or len(phrase.all) > 2 or len(phrase.core) > 1 + phrase.definite:
        return None
    named = (m for m in scene.cast.mentions if m.entity.type == "organisation" and _FORCE.search(m.name.text))
    found = dict.fromkeys(m.entity for m in named)
    return next(iter(found)) if len(found) == 1 else None


def _city(word: str) -> bool:
    """Whether a word is a capital, and no country: "Oslo police" are the city's."""
    return metonyms.capital(word) is not None and metonyms.named(word) is None and metonyms.adjective(word) is None


def _one(scene: Scene, phrase: Phrase, at: int) -> Entity:
    """One person by post: a named one, somebody heard before, or one described."""
    if (echoed := scene.echoed(lambda turn: echoes.may_speak(scene, turn, phrase))) is not None:
        return echoed
    before = _heard_before(scene, phrase)
    if before is not None and scene.turns[-1].entity is before:
        return before
    if not phrase.indefinite and (found := descriptions.person(scene, phrase, at)) is not None:
        return found
    if "former" in phrase.lower and scene.turns and scene.turns[-1].entity.type == "person":
        return scene.turns[-1].entity
    if before is not None:
        return before
    if phrase.definite and (later := _named_later(scene, phrase, at)) is not None:
        return later
    if (hinted := echoes.hinted(scene, phrase, at) or _epithet(scene, phrase, at)) is not None:
        return hinted
    return scene.made(naming.unnamed(scene, phrase), "unnamed")


def _epithet(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """Whom an epithet means ("the 34-year-old", "the Serb", "the mayor of Hemet"): the last person spoken of.

    One with more words than a noun and an adjective means somebody of whom the report has told nothing else.
    """
    if (
        phrase.lower[0] != "the"
        or not _epithetic(phrase.head)
        or phrase.owner is not None
        or len(phrase.core) > _LONGEST
    ):
        return None
    bare = not phrase.tail and not phrase.inside
    reach = 3 if bare else 1
    near = (one for one in scene.recent(at, 12) if scene.words.sentence(at) - scene.words.sentence(one.at) <= reach)
    known = [one.entity for one in near if one.entity.type == "person" and not one.owner]
    new = any(scene.words.all[i].lower in ("a", "an", "who") for i in phrase.all)  # "the head of a firm that …"
    if not known or (not bare and (new or known[0].about)):
        return None
    return None if known[0].about & _titles(phrase) else known[0]


def _epithetic(head: str) -> bool:
    """Whether a noun can stand for a person whom other words have named."""
    return phrases.is_person_noun(head) or head.endswith("-year-old") or metonyms.people(head) is not None


def _titles(phrase: Phrase) -> frozenset[str]:
    """The posts that a holder of this one does not have besides."""
    leads = phrase.head.split()[-1] in descriptions.leaders()
    return descriptions.leaders() if leads else frozenset()


def _named_later(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """Whom a lead describes and the next sentences name without a word on who it is."""
    if scene.words.paragraph(at) > 2 and not (phrase.tail or phrase.owner is not None):
        return None
    for one in scene.later(at, 16):
        if one.entity.type == "person" and min(one.entity.mentions).start >= at and not one.owner:
            near = scene.words.paragraph(one.at) - scene.words.paragraph(at) <= 2
            return one.entity if near and one.subject and _may_hold(phrase, one.entity) else None
    return None


def _may_hold(phrase: Phrase, entity: Entity) -> bool:
    """Whether what the report calls someone leaves room for another post."""
    chief = not descriptions.CHIEFS.isdisjoint(phrase.lower) and not descriptions.leaders().isdisjoint(entity.about)
    return entity.role is None or chief or phrase.head in entity.about


def _people(scene: Scene, phrase: Phrase) -> Entity:
    """People without a name, as many as the words say."""
    if phrase.core[-1] - phrase.core[0] <= 1 and (part := _one_of(scene, phrase)) is not None:
        return part
    if not phrase.indefinite and (before := _heard_before(scene, phrase)) is not None:
        return before
    many = naming.plural(phrase)
    if many and not naming.counted(phrase) and phrase.head not in lexicon.actors().people.unnamed_heads - {"people"}:
        bare = len(phrase.all) == 1 and phrase.lower[0] in ("many", "some", "others", "several", "few")
        return scene.made(naming.described(scene, phrase), "unnamed" if bare else "group", plural=True)
    return scene.made(naming.unnamed(scene, phrase), "unnamed", plural=many)


def _those(scene: Scene, phrase: Phrase) -> Entity | None:
    """The last ones heard who are as many as "the three"."""
    if len(phrase.core) != 2 or phrase.lower[0] not in ("the", "all", "these"):
        return None
    count = _NUMBERS.get(phrase.lower[1])
    if count is None:
        return None
    for turn in reversed(scene.turns):
        if turn.entity.plural and (
            len(turn.entity.members) == count or phrase.lower[1] in turn.entity.name.lower().split()
        ):
            return turn.entity
    return _counted_before(scene, phrase)


def _counted_before(scene: Scene, phrase: Phrase) -> Entity | None:
    """The people of whom the text said before that they are as many: "four commissioners … the four"."""
    words = scene.words
    for i in range(phrase.core[0] - 1, max(phrase.core[0] - _BACK, 0), -1):
        if words.all[i].lower == phrase.lower[1]:
            noun = next((at for at in range(i + 1, min(i + 4, len(words))) if _peopled(words.all[at].lower)), None)
            if noun is not None:
                told = " ".join(words.all[at].text for at in range(i, noun + 1))
                return scene.made(told[:1].lower() + told[1:], "group", plural=True)
    return None


def _peopled(noun: str) -> bool:
    return noun in lexicon.actors().people.groups


def _one_of(scene: Scene, phrase: Phrase) -> Entity | None:
    """One of the unnamed people heard last, or of those just spoken of ("one of them", "a second")."""
    words = " ".join(scene.words.all[i].lower for i in (*phrase.core, *phrase.tail))
    if words not in _PARTS:
        return None
    if (near := _many_before(scene, phrase)) is not None and "them" in words:
        return scene.made(f"unnamed {naming.single(near)}", "unnamed")
    last = next(
        (
            turn.entity
            for turn in reversed(scene.turns)
            if turn.entity.plural and turn.entity.type in ("unnamed", "group")
        ),
        None,
    )
    if last is None:
        return None
    ordinal = next((word for word in ("second", "third") if word in words), None)
    return scene.made(f"{ordinal + ' ' if ordinal else ''}unnamed {naming.single(last.name)}", "unnamed")


def _many_before(scene: Scene, phrase: Phrase) -> str | None:
    """The last people in the plural before a phrase, in its sentence or the one before ("14 Conservative MPs")."""
    words, groups = scene.words, lexicon.actors().people.groups
    here = words.all[phrase.core[0]]
    for i in range(phrase.core[0] - 1, max(phrase.core[0] - 30, -1), -1):
        word = words.all[i]
        if here.sentence - word.sentence > 1:
            return None
        if (word.lower in groups or word.text in groups) and word.lower not in naming.PLURALS and not word.owner:
            before = (
                words.all[i - 1]
                if i and words.all[i - 1].text[0].isupper() and words.between(i - 1, i) == " "
                else None
            )
            return f"{before.text} {word.text}" if before and not before.opens else word.text
    return None


def _heard_before(scene: Scene, phrase: Phrase) -> Entity | None:
    """A described speaker of the same head noun who has spoken already."""
    if phrase.tail or phrase.inside or phrase.owner is not None or phrase.possessive or not phrase.definite:
        return None
    head = phrase.head.split()[-1]
    for turn in reversed(scene.turns):
        if turn.entity.type in ("unnamed", "group") and head in turn.entity.name.lower().split():
            return turn.entity
    return None
