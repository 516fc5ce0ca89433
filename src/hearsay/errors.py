"""The errors that Hearsay raises, all under one root.

::

    HearsayError
    ├── SourceError      a source cannot be read: names it and says why
    ├── RecordError      a record cannot be opened, is damaged, or is of a newer version
    └── UsageError       a setting or argument is wrong
"""

from __future__ import annotations


class HearsayError(Exception):
    """Root of every error that Hearsay raises on purpose."""


class SourceError(HearsayError):
    """A source that cannot be read.

    Attributes:
        uri: the source, as it was named.
        why: the reason, one line.
    """

    def __init__(self, uri: str, why: str) -> None:
        super().__init__(f"{uri}: {why}")
        self.uri = uri
        self.why = why


class RecordError(HearsayError):
    """A record that cannot be opened, is damaged, or was made by a newer Hearsay."""


class UsageError(HearsayError):
    """A wrong setting or argument."""
