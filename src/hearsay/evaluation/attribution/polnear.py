"""Gold attributions in PolNeAR's format: texts, and brat standoff files beside them.

Each event ``E1  Attribution:T3 Source:T1 Cue:T2 Content:T4 Content2:T5`` is one attribution; a numbered role is more of
the same role. ``Discard`` and ``Discuss`` marks are the annotators' notes to themselves and are left out. An article
with several annotators counts once, as its first by name has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.evaluation.corpora import need
from hearsay.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

ROLES = ("source", "cue", "content")
_EVENT = re.compile(r"^E\d+\t(.*)$", re.MULTILINE)
_MARK = re.compile(r"^(T\d+)\t\w[\w-]* ([\d ;]+)\t", re.MULTILINE)
_WORDS = re.compile(r"[^\n]*\S[^\n]*")
_QUOTED = re.compile(r"[\"“][^\"“”]*(?:[\"”]|$)")


@dataclass(frozen=True, slots=True)
class Triple:
    """One attribution as its pieces, in text order, each inside one paragraph."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def role(self, name: str) -> tuple[Span, ...]:
        """The pieces of ``source``, ``cue`` or ``content``."""
        pieces: tuple[Span, ...] = getattr(self, name)
        return pieces


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its gold attributions; ``name`` begins with its publisher."""

    name: str
    text: str
    gold: tuple[Triple, ...]

    @property
    def publisher(self) -> str:
        """The publisher's code in the corpus."""
        return self.name.split("_", 1)[0]


def load(folder: Path) -> tuple[Article, ...]:
    """Every article of a part: a folder that holds ``text`` and ``attributions``."""
    chosen: dict[str, Path] = {}
    for path in sorted(need(folder / "attributions").glob("*.ann")):
        chosen.setdefault(path.stem.rsplit("_", 1)[0], path)
    return tuple(_article(name, folder / "text" / f"{name}.txt", path) for name, path in chosen.items())


def cut(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The same words as pieces that each lie in one paragraph, outer white space left out, neighbours joined."""
    found: list[Span] = []
    for span in sorted(spans):
        for line in _WORDS.finditer(text, span.start, span.end):
            words = line.group()
            start = line.start() + len(words) - len(words.lstrip())
            piece = Span(start, line.start() + len(words.rstrip()))
            if found and "\n" not in (gap := text[found[-1].end : piece.start]) and not gap.strip():
                piece = Span(found.pop().start, piece.end)
            found.append(piece)
    return tuple(found)


def kind(text: str, content: tuple[Span, ...]) -> str:
    """PARC's kinds by the quotation marks: direct (all is quoted), indirect (nothing is) or mixed."""
    words = [piece.of(text) for piece in content]
    if not any(mark in piece for piece in words for mark in '"“”'):
        return "indirect"
    bare = [_QUOTED.sub("", piece) for piece in words]
    return "mixed" if any(c.isalnum() for piece in bare for c in piece) else "direct"


def _article(name: str, text_path: Path, standoff_path: Path) -> Article:
    text = text_path.read_bytes().decode("utf-8")
    standoff = standoff_path.read_bytes().decode("utf-8")
    triples = (_triple(event, dict(_marks(standoff)), text) for event in _EVENT.findall(standoff))
    gold = (triple for triple in triples if triple is not None)
    return Article(name, text, tuple(sorted(gold, key=lambda t: (t.cue or t.content or t.source)[0])))


def _triple(event: str, marks: dict[str, list[Span]], text: str) -> Triple | None:
    roles: dict[str, list[Span]] = {}
    for item in event.split():
        role, _, key = item.partition(":")
        roles.setdefault(role.rstrip("0123456789").lower(), []).extend(marks.get(key, ()))
    if not ("attribution" in roles or "attribution-no-source" in roles):
        return None
    source, cue, content = (cut(roles.get(role, ()), text) for role in ROLES)
    return Triple(source, cue, content) if source or cue or content else None


def _marks(standoff: str) -> Iterator[tuple[str, list[Span]]]:
    for key, ranges in _MARK.findall(standoff):
        yield key, [Span(*map(int, part.split())) for part in ranges.split(";")]
