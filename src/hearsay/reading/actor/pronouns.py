"""Whom a pronoun means: the most salient of those named or heard before it.

Each earlier mention is weighed by how many sentences lie between, whether it was the speaker of an attribution or the
subject of its sentence, whether it only owned something or stood inside another's words, and by gender and number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearsay.reading.actor.entity import Entity
    from hearsay.reading.actor.words import Words

_GENDER = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}
_THINGS = frozenset({"it", "its", "itself", "which"})
MANY = frozenset({"they", "them", "their", "themselves", "these", "those"})
_REACH = 9
# What speaks for and against an earlier mention; chosen on the shared stories that are not held out.
SENTENCE, PARAGRAPH, SPEAKS, SUBJECT, OWNER, QUOTED, GENDERED, LAND = 1.8, 0.3, 1.6, 1.2, 1.2, 1.0, 0.5, 1.2


@dataclass(frozen=True, slots=True)
class Heard:
    """A place where an entity was mentioned: its code point, and the part it played there.

    ``voice``: a spokesman spoke there for the entity, so "he" can stand for it.
    """

    at: int
    entity: Entity
    speaks: bool = False
    subject: bool = False
    owner: bool = False
    quoted: bool = False
    voice: bool = False


def fits(entity: Entity, pronoun: str) -> bool:
    """Whether number, kind and gender let the pronoun stand for the entity."""
    if pronoun in _GENDER:
        return entity.person and not entity.vessel and entity.gender in (None, _GENDER[pronoun])
    if entity.vessel:
        return False
    if pronoun == "whose":
        return entity.type in ("person", "organisation")
    if pronoun in _THINGS:
        return entity.type in ("organisation", "government", "outlet", "document")
    if pronoun in MANY:
        return entity.plural or entity.type in ("group", "organisation", "outlet", "government") or bool(entity.members)
    return entity.person


def _may(one: Heard, pronoun: str) -> bool:
    if one.entity.house and not one.speaks:
        return False
    voiced = pronoun in ("he", "she") and (one.voice or (one.entity.unsure and one.speaks and " " in one.entity.name))
    return voiced or fits(one.entity, pronoun)


def antecedent(words: Words, at: int, pronoun: str, heard: Iterable[Heard]) -> Entity | None:
    """The entity that the pronoun at a code point stands for, or ``None`` where nothing before it fits."""
    here, region = words.sentence(at), words.paragraph(at)
    best: tuple[float, Entity] | None = None
    for one in heard:
        apart = here - words.sentence(one.at)
        if one.at >= at or apart > _REACH or not _may(one, pronoun):
            continue
        score = _weight(one, apart, region - words.paragraph(one.at), pronoun) + one.at * 1e-7
        if best is None or score > best[0]:
            best = score, one.entity
    if best is not None and best[1].unsure and pronoun in _GENDER:
        best[1].type, best[1].unsure = "person", False
    return best[1] if best else None


def doubtful(at: int, pronoun: str, heard: Iterable[Heard]) -> Entity | None:
    """The last name that could be a person's as well as a body's, for "he" or "she" with nobody else to mean."""
    if pronoun not in _GENDER:
        return None
    likely = (one for one in heard if one.at < at and one.entity.unsure and not one.owner)
    found = next((one.entity for one in likely if one.speaks or " " in one.entity.name), None)
    if found is not None:
        found.type, found.unsure = "person", False
    return found


def _weight(one: Heard, apart: int, paragraphs: int, pronoun: str) -> float:
    score = -SENTENCE * apart - PARAGRAPH * paragraphs
    score += SPEAKS * one.speaks + SUBJECT * one.subject - OWNER * one.owner - QUOTED * one.quoted
    if pronoun in _GENDER:
        score += GENDERED * (one.entity.gender is not None) - 1.0 * (one.entity.type == "unnamed" and not one.speaks)
    if pronoun in _THINGS:
        score -= 1.0 * one.entity.unsure
        score -= LAND * (one.entity.type == "government") + 1.0 * (one.entity.type == "outlet")
    if pronoun in MANY:
        score -= 1.0 * one.entity.unsure
        score += 1.5 * (one.entity.plural or bool(one.entity.members))
    return score


def cataphor(words: Words, at: int, pronoun: str, heard: Sequence[Heard]) -> Entity | None:
    """The first entity named after a pronoun that nothing before it explains ("When he speaks, Ruto …")."""
    later = [one for one in heard if one.at > at and words.sentence(one.at) - words.sentence(at) <= 1]
    return next((one.entity for one in later if fits(one.entity, pronoun)), None)
