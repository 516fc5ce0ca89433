"""What the rules of a page hand on: a stretch of visible text, its role and its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hearsay.intake.draft import Role
    from hearsay.intake.page.layout import Line


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch of visible text with its role, and its place in the decoded source."""

    text: str
    start: int
    end: int
    role: Role | None
    stamp: str | None = None
    """The moment in the markup of a time, as it stands."""


def whole(line: Line, role: Role | None) -> Placed:
    """A whole line in a role."""
    return Placed(line.text, line.start, line.end, role)
