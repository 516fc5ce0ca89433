"""When a report came out, as far as its page says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hearsay.model.report import Report

_EAST, _WEST = timedelta(hours=14), timedelta(hours=12)  # the farthest zones from UTC
_DAY = timedelta(days=1)
_DATE = len("2024-10-25")


@dataclass(frozen=True, slots=True)
class Window:
    """The earliest and the latest moment at which a report can have come out: one for a stamp with its zone."""

    first: datetime
    last: datetime

    def before(self, other: Window) -> bool:
        """Whether this surely comes before the other."""
        return self.last < other.first

    @property
    def middle(self) -> datetime:
        """The moment that counts where the report needs a place in an order."""
        return self.first + (self.last - self.first) / 2


def window(report: Report) -> Window | None:
    """When the report came out: by its stamp, else by its dateline; ``None`` where neither says."""
    stamp = report.published or (report.dateline.date if report.dateline else None)
    if not stamp:
        return None
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    try:
        if len(stamp) == _DATE:
            moment = moment.replace(tzinfo=UTC)
            return Window(moment - _EAST, moment + _DAY + _WEST)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
            return Window(moment - _EAST, moment + _WEST)
        return Window(moment.astimezone(UTC), moment.astimezone(UTC))
    except OverflowError:
        return None
