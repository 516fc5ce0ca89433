"""Where a page of a list ended: what the rows are ordered by, and the key of the last one."""

from __future__ import annotations

from hearsay.errors import UsageError

MOST_KEY = 2**63 - 1
"""The largest key that a database holds."""


def ended(after: str) -> tuple[str, int]:
    """The order and the key that ``after`` (``order/key``) holds.

    Raises:
        UsageError: if it is not where a page ended.
    """
    order, slash, key = after.rpartition("/")
    if not slash or not key.isascii() or not key.isdecimal() or len(key) > len(str(MOST_KEY)) or int(key) > MOST_KEY:
        raise UsageError(f"{after!r} is not where a page of a list ended")
    return order, int(key)
