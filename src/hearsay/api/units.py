"""Places of a line of JSON counted as browsers count, in UTF-16 code units (:mod:`hearsay.text.utf16`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hearsay.text.utf16 import Units

if TYPE_CHECKING:
    from hearsay.text.utf16 import Units as Counting


def recounted(line: bytes) -> bytes:
    """A report's line with every place in its text in UTF-16 units; places in the source's bytes stay."""
    value = msgspec.json.decode(line)
    return msgspec.json.encode(_recounted(value, Units.of(value["report"]["text"])))


def _recounted(value: object, units: Counting) -> object:
    if isinstance(value, list):
        return [_recounted(one, units) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: _field(name, one, units) for name, one in value.items()}


def _field(name: str, value: object, units: Counting) -> object:
    if name in {"start", "end"} and isinstance(value, int):
        return units.units(value)
    if name == "source" and isinstance(value, dict):  # a part's bytes
        return value
    return _recounted(value, units)
