"""The story packs as one pile: whose reports are one story, and which stands apart from its own pack."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.evaluation.corpora import need
from hearsay.evaluation.stories.gold import HELD_OUT

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Packed:
    """A report of a pack. ``story`` is the pack's name; a report on something else is a story of its own."""

    path: Path
    pack: str
    story: str

    @property
    def apart(self) -> bool:
        """Whether it shares names and places with its pack and is on another story."""
        return self.story != self.pack

    @property
    def held(self) -> bool:
        """Whether the pack is one of those held out."""
        return self.pack in HELD_OUT

    @property
    def where(self) -> str:
        """The report's name on a page of errors."""
        return f"{self.pack}/{self.path.name}"


def load(folder: Path) -> tuple[Packed, ...]:
    """Every report of every pack in the folder of stories."""
    return tuple(report for path in sorted(need(folder).glob("*/gold.json")) for report in _pack(path))


def _pack(path: Path) -> list[Packed]:
    pack = path.parent.name
    return [
        Packed(
            path.parent / "reports" / entry["file"],
            pack,
            f"{pack}: {entry['file']}" if entry["relation"] == "unrelated" else pack,
        )
        for entry in json.loads(path.read_text("utf-8"))["reports"]
    ]
