"""The line formats of the teletype age: a header between SOH and STX, a text between STX and ETX, a time behind it.

Both are byte formats whose control characters are one byte each in every charset that they are sent in. A view of the
same length, with what is not to be read blanked out, is read as wire copy; places stay those of the source.

Sources: ANPA 1312 ("Wire Service Transmission Guidelines"); IPTC 7901 ("The IPTC Recommended Message Format").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.intake.wire import plain
from hearsay.model.report import Evidence

if TYPE_CHECKING:
    from hearsay.intake.draft import Draft, Legible
    from hearsay.model.span import Span

SOH, STX, ETX = "\x01", "\x02", "\x03"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Blanked:
    """A source of which only a part is to be read; every character keeps its place."""

    text: str
    decoded: Legible

    def bytes_of(self, start: int, end: int) -> Span:
        """The range of bytes of the source that the characters ``[start, end)`` were read from."""
        return self.decoded.bytes_of(start, end)


def body(decoded: Legible) -> Draft:
    """The draft of what stands between STX and ETX."""
    text = decoded.text
    begin = text.find(STX) + 1
    end = text.find(ETX, begin)
    end = len(text) if end < 0 else end
    shown = _CONTROL.sub(" ", text[begin:end])
    return plain.parse(Blanked(_blank(text[:begin]) + shown + _blank(text[end:]), decoded))


def behind(text: str) -> str:
    """What stands behind the ETX: the time of transmission."""
    at = text.find(ETX, text.find(STX) + 1)
    return _CONTROL.sub(" ", text[at + 1 : at + 80]) if at >= 0 else ""


def stated(field: str, value: str, where: str) -> tuple[Evidence, ...]:
    """A statement of the header, if it says anything."""
    value = " ".join(value.split())
    return (Evidence(field, value, where),) if value else ()


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)
