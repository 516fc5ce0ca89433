"""A statement with what the story knows of it: who speaks, whose report it is, and whether it only repeats one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.model.story import Statement
from hearsay.story.claims.said import note_of

if TYPE_CHECKING:
    from hearsay.model.reading import Reading, Stance, When
    from hearsay.story.claims.said import Said
    from hearsay.story.claims.voices import Voice

_DAY = len("2024-10-24")


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement of a claim.

    ``rank`` is its report's place in time, ``makers`` are its outlet and agency. ``repeats``: a copy's statement that
    another report has too. ``roots`` are the origins that its report leads back to. ``correcting``: it stands in a
    note that takes something back.
    """

    said: Said
    voice: Voice | None
    rank: int
    day: str | None
    makers: tuple[str, ...]
    repeats: bool
    roots: tuple[str, ...]
    correcting: bool

    @property
    def stance(self) -> Stance:
        """What the speaker does to the content."""
        return self.said.attribution.stance

    @property
    def order(self) -> tuple[int, int, int]:
        """Its place in time: by report, and by sentence in it."""
        return self.rank, self.said.first, self.said.last

    @property
    def said_on(self) -> str | None:
        """The day, or longer period, of the speech as far as its report says."""
        return period(self.said.attribution.said_on)

    def statement(self) -> Statement:
        """As the record has it."""
        one = self.said.attribution
        speaker = self.voice.name if self.voice else (self.makers[0] if not one.id and self.makers else None)
        return Statement(self.said.report, one.id or None, speaker, one.stance, self.said_on, one.content)


def period(when: When | None) -> str | None:
    """A day without its hour, or a longer period as it is."""
    if when is None:
        return None
    return when.value[:_DAY] if "T" in when.value else when.value


def published(reading: Reading) -> str | None:
    """The day of a report, by its dateline or else by its stamp."""
    report = reading.report
    filed = report.dateline.date if report.dateline else None
    return filed or (report.published[:_DAY] if report.published else None)


def correcting(reading: Reading, said: Said) -> bool:
    """Whether a statement stands in the report's note of correction."""
    note = note_of(reading.report)
    pieces = (*said.attribution.content, *said.attribution.cue)
    return note is not None and any(piece.overlaps(note) for piece in pieces)
