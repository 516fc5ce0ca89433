"""Which body a bare noun means: "the company", "the agency", "the commission".

Every earlier mention of a body is weighed by how well the body goes with the noun (its own name, what the report calls
it, the class of noun) and by how near and how prominent the mention is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import log2
from typing import TYPE_CHECKING

from hearsay.data import lexicon

if TYPE_CHECKING:
    from hearsay.reading.actor.entity import Entity
    from hearsay.reading.actor.pronouns import Heard
    from hearsay.reading.actor.scene import Scene

# How well a body goes with a noun; chosen with the weights below on the shared stories that are not held out.
NAMED, CALLED, AKIN, UNKNOWN, OTHER, NEVER = 6.0, 3.5, 2.0, 0.0, -1.0, -9.0
APART, FURTHEST, HERE, SPEAKS, SUBJECT, OWNER, OFTEN, STRANGE = 0.4, 3.0, 1.0, 0.5, 0.5, 0.5, 0.3, 7.0
LEAST = -2.5
# Nouns of which a body has to be known as one; its being of a like kind is not enough.
_OWN = frozenset({"commission", "council", "department", "university", "embassy", "mission", "campaign", "party"})
# And those that must fit at all.
_TOLD = frozenset({"ministry", "court", "union", "police", "junta", "coalition"})
_NO_COMPANIES = ("force", "court", "ministry", "assembly")


@dataclass(frozen=True, slots=True)
class Sought:
    """The noun, every word of its description, and those that tell which body: "ward" in "the ward office"."""

    noun: str
    wanted: frozenset[str]
    telling: frozenset[str]


def recent(scene: Scene, sought: Sought, at: int) -> Entity | None:
    """The last body spoken of that the noun can mean."""
    best: tuple[float, Entity] | None = None
    for number, one in enumerate(scene.recent(at, 200)):
        suits = _suits(sought.noun, one.entity)
        doubtful = sought.noun in _TOLD or (one.entity.unsure and not one.speaks)
        if suits <= NEVER or (suits <= UNKNOWN and doubtful):
            continue
        score = suits + _weight(scene, sought, one, at) - 0.01 * number
        if score > LEAST and (best is None or score > best[0]):
            best = score, one.entity
    return best[1] if best else None


def _weight(scene: Scene, sought: Sought, one: Heard, at: int) -> float:
    """How near and how prominent a mention is, and how much of the description the report says of the body."""
    entity, apart = one.entity, scene.words.sentence(at) - scene.words.sentence(one.at)
    score = len(sought.wanted & entity.about) - min(APART * apart, FURTHEST) - 1.0 * entity.unsure
    score += HERE * (apart == 0)
    score -= STRANGE * (bool(sought.telling) and sought.telling.isdisjoint(entity.about | names(entity)))
    score += OFTEN * log2(1 + len(entity.mentions)) + SPEAKS * one.speaks + SUBJECT * one.subject - OWNER * one.owner
    return score


def court(scene: Scene, at: int) -> Entity | None:
    """The court whose judges or judgment a bare noun means."""
    return recent(scene, Sought("court", frozenset(), frozenset()), at)


def to_come(scene: Scene, noun: str, at: int) -> Entity | None:
    """The company that a lead describes and the next paragraphs name as one that speaks or acts."""
    if noun not in lexicon.actors().things.bodies["company"] or scene.words.paragraph(at) > 2:
        return None
    for one in scene.later(at, 16):
        near = scene.words.paragraph(one.at) - scene.words.paragraph(at) <= 2
        if near and one.entity.type == "organisation" and not one.entity.vessel and not one.entity.unsure:
            return one.entity if one.subject and _suits(noun, one.entity) >= UNKNOWN else None
    return None


def may(noun: str, entity: Entity) -> bool:
    """Whether a noun may stand for a body, or for a name that is rather a body's than a person's."""
    return _suits(noun, entity) >= UNKNOWN


def fits(noun: str, entity: Entity) -> bool:
    """Whether nothing speaks against a noun for a body."""
    return may(noun, entity) and not entity.unsure


def names(entity: Entity) -> set[str]:
    """The words of a body's name, lower case."""
    return {word.lower() for word in entity.name.split()}


def _suits(noun: str, entity: Entity) -> float:
    """How well a body goes with a noun, by its own name and by what the report calls it."""
    if entity.type not in ("organisation", "outlet", "government") or entity.plural or entity.vessel:
        return NEVER
    if noun in entity.about:
        return NAMED if noun in names(entity) else CALLED
    if entity.type == "government":
        return 1.0 if noun in ("government", "country") else NEVER
    if entity.type == "outlet" or noun in _OWN:
        return NEVER
    return _by_class(noun, entity)


def _by_class(noun: str, entity: Entity) -> float:
    """How well a body goes with a noun, by the classes of noun that both belong to."""
    lists = lexicon.actors().things
    of_noun = {kind for kind, words in lists.bodies.items() if noun in words}
    of_body = {kind for kind, words in _marks() if not entity.about.isdisjoint(words)}
    if of_noun & of_body or (noun == "agency" and "force" in of_body):
        return AKIN
    if "company" in of_noun and "agency" not in of_noun and not of_body.isdisjoint(_NO_COMPANIES):
        return NEVER
    return OTHER if of_body or noun in ("ministry", "court", "union") else UNKNOWN


@lru_cache(maxsize=1)
def _marks() -> tuple[tuple[str, frozenset[str]], ...]:
    """Each class of body with the words that mark it, in a description or in a name."""
    things = lexicon.actors().things
    return tuple((kind, words | things.signs.get(kind, frozenset())) for kind, words in things.bodies.items())
