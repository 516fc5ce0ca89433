"""Whom a lead keeps for later: "a Norstar official warned that …", and four paragraphs on she has a name.

Both say much the same, and the report calls the one who is named a holder of a post at the same body.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.reading.actor import naming, nouns, phrases

if TYPE_CHECKING:
    from hearsay.reading.actor.entity import Entity
    from hearsay.reading.actor.scene import Scene, Turn

_REGIONS = 3  # headline, byline and lead: a description below them stays one
_SHARE, _LEAST = 0.25, 2  # what share of the lead's words come back, and how many at least
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_KEPT = ("not to be", "anonym", "condition", "unnamed", "not authori", "declined to be")  # who wants no name gets none


def unmask(scene: Scene, turns: dict[int, Turn | None]) -> dict[int, Turn | None]:
    """The turns, with those of a lead's unnamed person given to the one whom the body names."""
    found = {id(turn.entity): named for turn in scene.turns if (named := _named(scene, turn)) is not None}
    for turn in scene.turns:
        if id(turn.entity) in found:
            found[id(turn.entity)].mentions.extend(turn.entity.mentions)
            turn.entity.mentions = []
    return {
        key: replace(turn, entity=found[id(turn.entity)]) if turn is not None and id(turn.entity) in found else turn
        for key, turn in turns.items()
    }


def _named(scene: Scene, turn: Turn) -> Entity | None:
    """Who is named further down for a description in the lead that is not definite."""
    phrase = turn.phrase
    if turn.entity.type != "unnamed" or phrase is None or phrase.definite or not phrases.is_person_noun(phrase.head):
        return None
    if scene.words.paragraph(turn.at) >= _REGIONS or naming.plural(phrase) or _kept(scene, turn):
        return None
    told = [(scene.shared(turn.attribution, one.attribution), one) for one in scene.turns if _same_body(turn, one)]
    best = max(told, key=lambda one: one[0], default=None)
    alone = len({id(one.entity) for _, one in told}) == 1
    enough = 1 if alone else max(_LEAST, _SHARE * scene.shared(turn.attribution, turn.attribution))
    return best[1].entity if best is not None and best[0] >= enough else None


def _kept(scene: Scene, turn: Turn) -> bool:
    """Whether the report says of somebody so described, here or later, that no name may be given."""
    turns = (one for one in scene.turns if one.entity is turn.entity)
    told = (scene.words.sentences[scene.words.sentence(one.at)].of(scene.words.text) for one in turns)
    return any(mark in sentence for sentence in told for mark in _KEPT)


def _same_body(turn: Turn, other: Turn) -> bool:
    """Whether a later speaker is a person whom the report ties to a body that the description names."""
    if other.at <= turn.at or other.entity.type != "person" or turn.phrase is None:
        return False
    role = other.entity.role or ""
    post = (other.entity.role or "").lower().split()
    if post and nouns.head(post) == turn.phrase.head.split()[-1] and "prime" not in post:
        return True
    named = [mention.entity.name for mention in turn.phrase.inside]
    return any(name in role or nouns.initials(name) in _CAPITALS.findall(role) for name in named)
