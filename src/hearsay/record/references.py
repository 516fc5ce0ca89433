"""The references inside one reading: ids that must be there, once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.model.reading import Reading


def dangling(reading: Reading) -> Iterator[tuple[str, str]]:
    """Each reference that leads nowhere, and each id that is not one record's own: where it is, and why."""
    said = {attribution.id for attribution in reading.attributions}
    actors = {actor.id for actor in reading.actors}
    ids = Counter([*(one.id for one in reading.attributions), *(one.id for one in reading.actors)])
    yield from ((name, f"{times} records have this id") for name, times in ids.items() if times > 1)
    for where, target in _to_actors(reading):
        if target not in actors:
            yield where, f"there is no actor {target}"
    for where, target in _to_attributions(reading):
        if target not in said or target == where.partition(".")[0]:
            yield where, f"there is no other attribution {target}"


def _to_actors(reading: Reading) -> Iterator[tuple[str, str]]:
    for attribution in reading.attributions:
        if attribution.speaker is not None:
            yield f"{attribution.id}.speaker", attribution.speaker
        yield from ((f"{attribution.id}.via.{number}", name) for number, name in enumerate(attribution.via))
    for actor in reading.actors:
        yield from ((f"{actor.id}.member.{number}", name) for number, name in enumerate(actor.members))


def _to_attributions(reading: Reading) -> Iterator[tuple[str, str]]:
    for attribution in reading.attributions:
        if attribution.within is not None:
            yield f"{attribution.id}.within", attribution.within
    for number, figure in enumerate(reading.figures):
        if figure.attribution is not None:
            yield f"figure.{number}.attribution", figure.attribution
