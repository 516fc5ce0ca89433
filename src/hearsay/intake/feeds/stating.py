"""What a feed states about an item, as evidence: weaker than anything that the item's own page says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hearsay.intake.dates.moments import normal
from hearsay.model.report import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

OLDEST = "1990"
"""A feed that dates a page before the web was made has no date for it (0, 1970, 0001)."""
_AHEAD = timedelta(days=1)
"""How far ahead of now a date may lie: the other side of the earth, and clocks that are wrong."""


def state(where: str, **fields: str | None) -> tuple[Evidence, ...]:
    """Evidence from what a feed says; fields that are empty, or dates that cannot be, are left out."""
    return tuple(_kept(where, fields))


def _kept(where: str, fields: dict[str, str | None]) -> Iterator[Evidence]:
    for field, value in fields.items():
        words = " ".join((value or "").split())
        if field in ("published", "modified"):
            words = _moment(words) or ""
        if words:
            yield Evidence(field, words[:1000], where)


def _moment(words: str) -> str | None:
    """A moment in ISO 8601, if it can be one at which a page was published."""
    found = normal(words) if words else None
    if found is None or found < OLDEST:
        return None
    return found if found[:10] <= (datetime.now(UTC) + _AHEAD).date().isoformat() else None
