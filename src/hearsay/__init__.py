"""Hearsay reads the news as it is published and keeps a record of who said what, according to whom, when.

``read`` gives one reading, ``read_all`` many, ``open_record`` a record that keeps them and finds them again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hearsay.errors import HearsayError, RecordError, SourceError
from hearsay.model.reading import Actor, Attribution, Figure, Reading, Time, When
from hearsay.model.report import Rejected, Report
from hearsay.model.span import Span
from hearsay.version import __version__

if TYPE_CHECKING:
    from hearsay.pipeline import Record, open_record, read, read_all

__all__ = [
    "Actor",
    "Attribution",
    "Figure",
    "HearsayError",
    "Reading",
    "Record",
    "RecordError",
    "Rejected",
    "Report",
    "SourceError",
    "Span",
    "Time",
    "When",
    "__version__",
    "open_record",
    "read",
    "read_all",
]


def __getattr__(name: str) -> Any:
    """The verbs, loaded when first used: the records alone do not need the model's runtime."""
    if name in {"Record", "open_record", "read", "read_all"}:
        from hearsay import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'hearsay' has no attribute {name!r}")
