"""Every statement of a story, in time, with who speaks and whose report it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.story.claims import copies, said
from hearsay.story.claims.heard import Heard, correcting, published
from hearsay.story.claims.voices import Voices, makers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hearsay.model.reading import Reading
    from hearsay.model.story import Lineage
    from hearsay.story.claims.copies import Key


@dataclass(frozen=True, slots=True)
class Gathered:
    """The reports by id, in time; their statements; and for each that repeats another, which one it repeats."""

    readings: Mapping[str, Reading]
    heard: Mapping[Key, Heard]
    twins: Mapping[Key, Key]

    def own(self) -> tuple[Heard, ...]:
        """The statements that stand for themselves, in time."""
        return tuple(one for one in self.heard.values() if not one.repeats)

    def first(self, key: Key) -> Key:
        """The statement that one repeats, over however many copies; itself where it repeats none."""
        while key in self.twins:
            key = self.twins[key]
        return key


def gather(readings: Sequence[Reading], lineages: Sequence[Lineage]) -> Gathered:
    """The statements of the reports, in an order that does not depend on that of the reports."""
    ordered = sorted({one.report.id: one for one in readings}.values(), key=_when)
    voices, taken = Voices(ordered), copies.parents(lineages)
    told = {one.report.id: said.statements(one) for one in ordered}
    spoken = {one.key: voices.of(one.report, one.speaker) for some in told.values() for one in some}
    names = {key: voice.name for key, voice in spoken.items() if voice}
    twins = copies.repeated(told, names, taken)
    heard = {
        one.key: Heard(
            said=one,
            voice=spoken[one.key],
            rank=rank,
            day=published(reading),
            makers=tuple(dict.fromkeys(makers(reading))),
            repeats=one.key in twins,
            roots=copies.roots(one.report, taken),
            correcting=correcting(reading, one),
        )
        for rank, reading in enumerate(ordered)
        for one in told[reading.report.id]
    }
    return Gathered({one.report.id: one for one in ordered}, heard, twins)


def _when(reading: Reading) -> tuple[str, str, str]:
    return published(reading) or "9999", reading.report.published or "", reading.report.id
