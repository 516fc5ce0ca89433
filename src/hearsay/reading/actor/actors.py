"""Entities of a reading as the record's actors: ids in the order in which the text first mentions them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.model.reading import Actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearsay.reading.actor.entity import Entity


def number(entities: Iterable[Entity]) -> dict[int, str]:
    """An id for each entity (by its identity), in text order, members before the joint that they make."""
    unique = {id(one): one for entity in entities for one in (*entity.members, entity)}
    ordered = sorted(unique.values(), key=lambda one: (_first(one), bool(one.members), one.name))
    return {id(entity): f"e{place}" for place, entity in enumerate(ordered, 1)}


def record(entities: Sequence[Entity], ids: dict[int, str]) -> tuple[Actor, ...]:
    """The actors, in the order of their ids."""
    unique = {id(one): one for entity in entities for one in (*entity.members, entity)}
    ordered = sorted(unique.values(), key=lambda one: int(ids[id(one)][1:]))
    return tuple(_actor(one, ids) for one in ordered)


def _actor(entity: Entity, ids: dict[int, str]) -> Actor:
    return Actor(
        ids[id(entity)],
        entity.name,
        entity.type,
        role=entity.role,
        country=entity.country,
        mentions=tuple(sorted(set(entity.mentions))),
        members=tuple(ids[id(member)] for member in entity.members),
    )


def _first(entity: Entity) -> int:
    return min((span.start for span in entity.mentions), default=1 << 40)
