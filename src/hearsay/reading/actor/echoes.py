"""A headline's bare noun for a person ("agent", "canal chief") and the speaker of the body whom it can mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.reading.actor import descriptions

if TYPE_CHECKING:
    from hearsay.reading.actor.entity import Entity
    from hearsay.reading.actor.phrases import Phrase
    from hearsay.reading.actor.scene import Scene, Turn


def hinted(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """Whom a headline's bare noun ("agent", "canal chief") means: who says the same in the body, or speaks as one."""
    bare = not (phrase.definite or phrase.indefinite)
    if not bare or not any(span.start <= at < span.end for span in scene.report.spans("headline")):
        return None
    head = phrase.head.split()[-1]
    fitting = [turn for turn in scene.turns if _speaks_as(scene, turn, head)]
    return (
        max(fitting, key=lambda turn: scene.likeness(turn.attribution), default=fitting[0]).entity if fitting else None
    )


def may_speak(scene: Scene, turn: Turn, phrase: Phrase) -> bool:
    """Whether a headline's words for a person can mean a speaker of the body."""
    if phrase.inside and turn.phrase is not None and turn.phrase.inside:
        ours = {id(mention.entity) for mention in phrase.inside}
        if any(id(mention.entity) in ours for mention in turn.phrase.inside) and turn.entity.type == "unnamed":
            return True
    head = phrase.head.split()[-1]
    return (head in descriptions.leaders() and turn.entity.type == "person") or _speaks_as(scene, turn, head)


def _speaks_as(scene: Scene, turn: Turn, head: str) -> bool:
    """Whether a headline's noun goes with a speaker of the body."""
    entity = turn.entity
    if turn.phrase is None or entity.type not in ("person", "organisation", "unnamed"):
        return False
    verbs = descriptions.DOES.get(head, frozenset())
    if verbs and not verbs.isdisjoint(scene.words.all[i].lower for i in turn.phrase.all):
        return True
    if head in descriptions.CHIEFS and not descriptions.leaders().isdisjoint(entity.about):
        return True
    return any(word.startswith(head) for word in (*turn.phrase.lower, *entity.about))
