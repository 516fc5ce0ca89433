"""One who can speak, while a report is being read, and one mention of it by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hearsay.model.reading import ActorType
    from hearsay.model.span import Span
    from hearsay.reading.actor.names import Name


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
    house: bool = False
    thing: bool = False

    @property
    def person(self) -> bool:
        """Whether "he" or "she" can stand for it."""
        return self.type == "person" or (self.type == "unnamed" and not self.plural and not self.thing)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text and the entity that it names."""

    name: Name
    entity: Entity
