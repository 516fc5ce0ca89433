"""What a search found."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from hearsay.model.reading import Stance  # noqa: TC001 - the schema of the interface is made from it
from hearsay.model.report import Status  # noqa: TC001
from hearsay.model.span import Span  # noqa: TC001 - likewise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.record.facets import Facet


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a report that answers a search.

    ``snippet`` is the words of the report's text at ``span``; ``highlights`` are the places in the text (not in the
    snippet) of the words that were found, each inside ``span``. ``attribution`` is the id of the innermost
    attribution in whose content the first highlight lies, ``speaker`` that attribution's canonical name. A higher
    ``score`` is a better answer (BM25); it is 0 where no words were asked. ``status`` is the report's: what was
    withdrawn is found by the words of its last version.
    """

    report_id: str
    version: int
    uri: str
    headline: str | None
    outlet: str | None
    published: str | None
    status: Status
    span: Span
    snippet: str
    highlights: tuple[Span, ...]
    attribution: str | None
    speaker: str | None
    stance: Stance | None
    score: float

    def marked(self) -> Iterator[tuple[str, bool]]:
        """The snippet in pieces, each with whether it is highlighted."""
        at = self.span.start
        for highlight in self.highlights:
            yield self._words(at, highlight.start), False
            yield self._words(highlight.start, highlight.end), True
            at = highlight.end
        yield self._words(at, self.span.end), False

    def _words(self, start: int, end: int) -> str:
        return self.snippet[start - self.span.start : end - self.span.start]

    def _repr_html_(self) -> str:
        words = "".join(f"<mark>{escape(text)}</mark>" if found else escape(text) for text, found in self.marked())
        facts = (self.outlet, self.published, self.speaker, self.stance if self.speaker else None)
        head = f"<b>{escape(self.headline or self.uri)}</b>"
        return f"<p>{' · '.join((head, *(escape(fact) for fact in facts if fact)))}<br>{words}</p>"


@dataclass(frozen=True, slots=True)
class Results:
    """One page of hits, best first. ``next`` is what to give as ``after`` for the next page, ``None`` at the end.

    ``facets`` counts all that was found, where that was asked for.
    """

    hits: tuple[Hit, ...]
    next: str | None = None
    facets: tuple[Facet, ...] = ()

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)

    def __getitem__(self, number: int) -> Hit:
        return self.hits[number]

    def _repr_html_(self) -> str:
        return "".join(hit._repr_html_() for hit in self.hits) or "<p>nothing found</p>"
