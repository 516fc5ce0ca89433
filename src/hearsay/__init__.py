"""Hearsay reads the news as it is published and keeps a record of who said what, according to whom, when.

>>> import hearsay
>>> reading = hearsay.read("demo/pages/ferry.html")          # doctest: +SKIP
>>> with hearsay.open_record("my.db") as record:             # doctest: +SKIP
...     for kept in record.take("demo/pages"): ...
...     for hit in record.search("ferry"): ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hearsay.errors import HearsayError, RecordError, SourceError
from hearsay.model.reading import Actor, Attribution, Figure, Reading, Time, When
from hearsay.model.report import Rejected, Report
from hearsay.model.span import Span

if TYPE_CHECKING:
    from hearsay.pipeline import Record, open_record, read, read_all

__version__ = "0.1.0"

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
