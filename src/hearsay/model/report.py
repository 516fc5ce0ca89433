"""A report: one published text and what its page states about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hearsay.model.span import Span

PartKind = Literal[
    "slug", "headline", "byline", "dateline", "paragraph", "caption", "credit", "note", "end_mark", "rights", "contact"
]
Credit = Literal["own", "agency", "agency+own", "partner", "release", "unknown"]
Status = Literal["usable", "update", "correction", "withdrawn", "embargoed"]


@dataclass(frozen=True, slots=True)
class Part:
    """A typed stretch of a report's text. Parts are ordered and do not overlap.

    ``start`` and ``end`` are code points of :attr:`Report.text`. ``source`` is the range of bytes of the stored
    source that the part was read from (it may hold markup), or ``None`` for a part that the page only states in
    its metadata.
    """

    kind: PartKind
    start: int
    end: int
    source: Span | None = None

    @property
    def span(self) -> Span:
        """The part's place in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Author:
    """A reporter, and the other writings of the same name that the page has (송상호 for Song Sang-ho)."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when the report was filed. ``date`` is ISO 8601, completed with the report's year."""

    place: str | None = None
    date: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """A picture that the page shows: its caption and who is credited for it."""

    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One station that a report passed: who had it, when (ISO 8601), and what was done to it (``created`` …)."""

    party: str
    moment: str | None = None
    actions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a report comes from, as a wire format or an archive states it in fields of its own.

    Attributes:
        item: the publisher's name for the report in all its versions (``guid``, ``uri``, ``doc-id``).
        version: the publisher's number of this version.
        provider: who issued it.
        distributor: who passed it on.
        sources: whose information it uses (NewsML-G2 and ninjs ``infoSource``).
        hops: the stations that it passed, in order.
        embargoed: the moment before which it may not be published, ISO 8601.
        fetched: when an archive fetched it, ISO 8601.
    """

    item: str | None = None
    version: str | None = None
    provider: str | None = None
    distributor: str | None = None
    sources: tuple[str, ...] = ()
    hops: tuple[Hop, ...] = ()
    embargoed: str | None = None
    fetched: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement of the page about the report, and where it stands (``json-ld datePublished``, ``byline`` …).

    ``used`` tells whether the record's field was taken from it.
    """

    field: str
    value: str
    where: str
    used: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One published text: a web page, a piece of wire copy, a plain text.

    ``text`` is immutable; every span of every record points into it, in Unicode code points. ``published`` and
    ``modified`` are ISO 8601, with the zone where the page states one and without where it does not.
    ``language`` is ISO 639-1.
    """

    id: str
    uri: str
    source_sha256: str
    media_type: str
    text: str
    language: str | None = None
    charset: str | None = None
    headline: str | None = None
    slug: str | None = None
    section: str | None = None
    byline: tuple[Author, ...] = ()
    uploader: str | None = None
    outlet: str | None = None
    agency: str | None = None
    credit: Credit = "unknown"
    published: str | None = None
    modified: str | None = None
    dateline: Dateline | None = None
    status: Status = "usable"
    correction: str | None = None
    based_on: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    rights: str | None = None
    parts: tuple[Part, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    provenance: Provenance | None = None

    def __post_init__(self) -> None:
        at = 0
        for part in self.parts:
            if not at <= part.start <= part.end <= len(self.text):
                raise ValueError(f"part {part.kind} {part.start}..{part.end} is out of order or runs past the text")
            at = part.end

    def spans(self, *kinds: PartKind) -> tuple[Span, ...]:
        """The places of the parts of the given kinds, in reading order."""
        return tuple(part.span for part in self.parts if part.kind in kinds)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A source that could not be read, and why, in one line."""

    uri: str
    why: str


@dataclass(frozen=True, slots=True)
class Skipped(Rejected):
    """A record of an archive that holds no report and was not expected to: an image, a request, a revisit.

    ``why`` is of few kinds, so that records can be counted by it.
    """
