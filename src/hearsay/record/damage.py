"""What check finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["file", "source", "line", "span", "reference", "row", "version", "index", "story"]


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that does not hold: its kind, where it is, and why it is damage.

    ``file``: SQLite finds the file broken. ``source``: stored bytes are not those that were kept. ``line``: a stored
    reading is not the one that was kept. ``span``: the text at a span is not what it quoted. ``reference``: something
    points to what is not there. ``row``: a row does not say what the reading says. ``version``: the numbering, or
    which reading is shown. ``index``: the full-text index is out of step. ``story``: what was worked out across reports
    is not what it was worked out from.
    """

    kind: Kind
    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.where}: {self.why}"
