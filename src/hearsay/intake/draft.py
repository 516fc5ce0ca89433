"""What a parser of one format hands on: blocks of visible text in reading order, and what the page states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from hearsay.model.report import Evidence, Provenance, Status
    from hearsay.model.span import Span

Role = Literal[
    "headline", "subheading", "paragraph", "caption", "credit", "byline", "time", "section", "rights", "note"
]


class Legible(Protocol):
    """What a parser reads: characters, and the bytes that each was read from."""

    @property
    def text(self) -> str:
        """The characters."""

    def bytes_of(self, start: int, end: int) -> Span:
        """The range of bytes of the source that the characters ``[start, end)`` were read from."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of visible text, white space folded, before it is typed as a part.

    ``source`` is the range of bytes of the stored source that it was read from; ``role`` is what the markup says it
    is, or ``None`` where only the words can tell.
    """

    text: str
    source: Span | None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A parsed source: the blocks kept, in reading order, and every statement of the page about the report.

    ``item`` is the name that the publisher gave to the report for all its versions (a guid, a ninjs ``uri``);
    ``status`` and ``provenance`` are what a wire format states in fields of its own.
    """

    blocks: tuple[Block, ...]
    evidence: tuple[Evidence, ...] = ()
    language: str | None = None
    item: str | None = None
    status: Status | None = None
    provenance: Provenance | None = None
