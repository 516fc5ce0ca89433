"""The body that somebody works for: "his ministry", "her investigators" are those of the body of his or her post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import bodies, kinds, nouns

if TYPE_CHECKING:
    from hearsay.reading.actor.entity import Entity
    from hearsay.reading.actor.scene import Scene

_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_BEYOND = re.compile(r" (?:of|at|for|in|who|and)\b.*")


def of(scene: Scene, person: Entity) -> Entity | None:
    """The body that the report names beside a person, or that the person's post heads in a country."""
    if person.type != "person" or not person.about:
        return None
    letters = set(_CAPITALS.findall(person.role or ""))
    bodily = [one for one in scene.cast.entities if one.type == "organisation" and one.mentions and not one.vessel]
    named = [one for one in bodily if kinds.names(one) <= person.about or nouns.initials(one.name) in letters]
    return max(named, key=lambda one: len(one.mentions), default=None) or _headed(scene, person)


def _headed(scene: Scene, person: Entity) -> Entity | None:
    """The ministry or service that a post heads: "Japanese defence minister"."""
    role = bodies.headed(_BEYOND.sub("", person.role or "").lower().split())
    if role is None or person.country is None:
        return None
    return scene.made(bodies.compose(role, person.country), "organisation", country=person.country)


def works(noun: str) -> bool:
    """Whether people of that noun are a body's, and not the one's whom "his" means: investigators, but not lawyers."""
    return noun in lexicon.words("staff")
