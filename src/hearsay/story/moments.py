"""When something was known: the stamps of reports, and the moment that a view is asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from hearsay.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

_LAST = time.max


def moment(stamp: str) -> datetime:
    """A report's stamp (ISO 8601) as a moment in UTC; a day alone is its beginning, no zone is UTC.

    Raises:
        ValueError: if it is no stamp.
        OverflowError: if it lies outside the years that there are.
    """
    if len(stamp) == len("2024-10-25"):
        return datetime.combine(date.fromisoformat(stamp), time.min, UTC)
    got = datetime.fromisoformat(stamp)
    return got.astimezone(UTC) if got.tzinfo else got.replace(tzinfo=UTC)


def asked(words: str) -> datetime:
    """The moment that a person asks for: a day is asked for as a whole, to its end.

    Raises:
        UsageError: if it is neither a day nor a moment.
    """
    try:
        if len(words) == len("2024-10-25"):
            return datetime.combine(date.fromisoformat(words), _LAST, UTC)
        return moment(words)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"{words!r} is not a day or a moment such as 2024-10-25 or 2024-10-25T03:47+09:00") from error


def known(published: str | None, modified: str | None, kept_at: str, *, first: bool) -> datetime:
    """When a version of a report could be read.

    As its page says: the first when it was published, a later one when it was modified. Where the page says nothing,
    or a time to come, when it was kept.
    """
    kept = moment(kept_at)
    said = [got for stamp in ([published] if first else [modified]) if stamp and (got := _read(stamp))]
    return min(kept, *said) if said else kept


def latest(stamps: Iterable[str | None]) -> str | None:
    """The latest of some stamps, as it is written; what cannot be read is passed over."""
    read = [(got, stamp) for stamp in stamps if stamp and (got := _read(stamp))]
    return max(read)[1] if read else None


def sortable(stamp: str | None) -> str | None:
    """A stamp in UTC, so that the order of the words is the order of the moments."""
    got = _read(stamp) if stamp else None
    return got.isoformat() if got else None


def _read(stamp: str) -> datetime | None:
    try:
        return moment(stamp)
    except (ValueError, OverflowError):
        return None
