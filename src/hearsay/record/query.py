"""What is asked of the record: a forgiving query language, and where a text answers it.

Words are joined by AND; ``OR`` (capitals) separates alternatives; ``NOT`` excludes the next word; ``"…"`` is a phrase;
``*`` after a word or phrase matches any ending. Every string is a query: a stray operator or an open quotation mark is
passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.errors import UsageError
from hearsay.model.span import Span
from hearsay.record.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hearsay.record.words import Words

MOST_WORDS = 200
"""A query of more words than this is refused: FTS5 refuses them too, later and less clearly."""

_TERM = re.compile(r'["“”]([^"“”]*)["“”]?(\*?)|([^\s"“”]+)')


@dataclass(frozen=True, slots=True)
class Phrase:
    """Forms that follow each other; with ``prefix``, the last may go on."""

    forms: tuple[str, ...]
    prefix: bool = False

    def expression(self) -> str:
        """The phrase in FTS5's language; a form holds no quotation mark (see :func:`hearsay.record.words.fold`)."""
        return f'"{" ".join(self.forms)}"' + ("*" if self.prefix else "")


@dataclass(frozen=True, slots=True)
class Clause:
    """One alternative: every phrase wanted, none of the unwanted."""

    wanted: tuple[Phrase, ...]
    unwanted: tuple[Phrase, ...] = ()

    def expression(self) -> str:
        """The clause in FTS5's language."""
        wanted = " AND ".join(phrase.expression() for phrase in self.wanted)
        if not self.unwanted:
            return f"({wanted})"
        return f"(({wanted}) NOT ({' OR '.join(phrase.expression() for phrase in self.unwanted)}))"


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query. ``blank`` tells that nothing was asked; one that is not blank and has no clause finds nothing."""

    clauses: tuple[Clause, ...]
    blank: bool = False

    def expression(self) -> str:
        """The query in FTS5's language."""
        return " OR ".join(clause.expression() for clause in self.clauses)

    @property
    def wanted(self) -> tuple[Phrase, ...]:
        """Every phrase that a text may answer with."""
        return tuple(dict.fromkeys(phrase for clause in self.clauses for phrase in clause.wanted))


@dataclass(frozen=True, slots=True)
class Within:
    """A query that has clauses, asked of one column of an index, or of the whole."""

    query: Query
    column: str | None = None

    def expression(self) -> str:
        """The question in FTS5's language."""
        asked = self.query.expression()
        return asked if self.column is None else f"{{{self.column}}} : ({asked})"


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a text that answers the query, and which of :attr:`Query.wanted` it answers."""

    span: Span
    phrase: int


def parse(asked: str) -> Query:
    """The query that a person's words state.

    Raises:
        UsageError: if it holds more than :data:`MOST_WORDS` words.
    """
    clauses: list[Clause] = []
    wanted: list[Phrase] = []
    unwanted: list[Phrase] = []
    negated = False
    for term in _terms(asked):
        if term == "OR":
            clauses.append(Clause(tuple(wanted), tuple(unwanted)))
            wanted, unwanted, negated = [], [], False
        elif isinstance(term, Phrase):
            (unwanted if negated else wanted).append(term)
            negated = False
        else:
            negated = term == "NOT"
    clauses.append(Clause(tuple(wanted), tuple(unwanted)))
    query = Query(tuple(clause for clause in clauses if clause.wanted), blank=not asked.strip())
    if sum(len(p.forms) for c in query.clauses for p in (*c.wanted, *c.unwanted)) > MOST_WORDS:
        raise UsageError(f"the query is longer than {MOST_WORDS} words")
    return query


def _terms(asked: str) -> Iterator[Phrase | str]:
    for match in _TERM.finditer(asked):
        quoted, star, bare = match.groups()
        if bare in ("AND", "OR", "NOT"):
            yield bare
        elif phrase := _phrase(bare or quoted, prefix=bool(star) or (bare is not None and bare.endswith("*"))):
            yield phrase


def _phrase(said: str, *, prefix: bool) -> Phrase | None:
    found = words(said)
    if not found:
        return None
    last = len(found) - 1
    dense = last in found.reaches
    if dense and last - 1 in found.reaches and found.reach(last - 1) == found.reach(last):
        # The last character of a run is in the pair before it; left out, the run may go on in the text.
        return Phrase(tuple(found.forms[:-1]))
    return Phrase(tuple(found.forms), prefix or dense)


def matches(query: Query, found: Words) -> tuple[Match, ...]:
    """Where the words of a text answer the query, in text order."""
    starting: dict[str, list[tuple[int, Phrase]]] = {}
    open_ended: list[tuple[int, Phrase]] = []
    for number, phrase in enumerate(query.wanted):
        if phrase.prefix and len(phrase.forms) == 1:
            open_ended.append((number, phrase))
        else:
            starting.setdefault(phrase.forms[0], []).append((number, phrase))
    beginnings = tuple(phrase.forms[0] for _, phrase in open_ended)
    answered: list[Match] = []
    for at, form in enumerate(found.forms):
        candidates = starting.get(form, [])
        if beginnings and form.startswith(beginnings):
            candidates = candidates + open_ended
        for number, phrase in candidates:
            if (span := _follows(phrase, found, at)) is not None:
                answered.append(Match(span, number))
    return tuple(answered)


def _follows(phrase: Phrase, found: Words, at: int) -> Span | None:
    """The place of a phrase that begins at a word, if it does."""
    *before, form = phrase.forms
    last = at + len(before)
    if last >= len(found) or found.forms[at:last] != before:
        return None
    start, end = found.places[at][0], found.places[last][1]
    if phrase.prefix:
        return Span(start, end) if found.forms[last].startswith(form) else None
    return Span(start, found.reach(last)) if found.forms[last] == form else None


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap or touch made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
