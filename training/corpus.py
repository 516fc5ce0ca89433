"""PolNeAR as documents: text, paragraphs and attributions with cue, source and content pieces."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hearsay.model.span import Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A gold attribution. Pieces are in text order; `source` and `content` may be empty."""

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with the regions that are read and the attributions in them. `name` is the article, without annotator."""

    name: str
    text: str
    regions: tuple[Span, ...]
    attributions: tuple[Attribution, ...]


def polnear(folder: Path) -> dict[str, list[Document]]:
    """Each article of a PolNeAR part (a folder with `text` and `attributions`), one document for each annotator."""
    articles: dict[str, list[Document]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        articles.setdefault(name, []).append(_document(name, text, path.read_bytes().decode("utf-8")))
    return articles


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 over the files' contents in the order of their sorted names."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def paragraphs(text: str) -> tuple[Span, ...]:
    """Every line that holds something, outer white space left out."""
    found = (match.span() for match in _LINE.finditer(text))
    return tuple(Span(*_trim(text, start, stop)) for start, stop in found)


def pieces(spans: Iterable[tuple[int, int]], text: str, regions: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans cut at region borders and trimmed; neighbours in one region with only white space between are one."""
    cut: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        for region in regions:
            low, high = _trim(text, max(start, region.start), min(stop, region.end))
            if low >= high:
                continue
            if cut and cut[-1][0] >= region.start and low - cut[-1][1] <= 2 and not text[cut[-1][1] : low].strip():
                cut[-1] = (cut[-1][0], max(cut[-1][1], high))
            else:
                cut.append((low, high))
    return tuple(Span(a, b) for a, b in cut)


def _trim(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return start, stop


def _document(name: str, text: str, standoff: str) -> Document:
    regions = paragraphs(text)
    marks = dict(_marks(standoff))
    found = []
    for event in re.findall(r"^E\d+\t(.*)$", standoff, re.MULTILINE):
        roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for role, key in (item.split(":") for item in event.split()):
            roles[role.rstrip("0123456789")] += marks.get(key, [])
        cue = pieces(roles["Cue"], text, regions)
        if cue and (roles["Attribution"] or roles["Attribution-no-source"]):
            source, content = (pieces(roles[role], text, regions) for role in ("Source", "Content"))
            found.append(Attribution(cue[0], source, content))
    found.sort(key=lambda a: (a.cue.start, a.cue.end))
    return Document(name, text, regions, tuple(found))


def _marks(standoff: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    for key, spans in re.findall(r"^(T\d+)\t[\w-]+ ([\d ;]+)\t", standoff, re.MULTILINE):
        numbers = (part.split() for part in spans.split(";"))
        yield key, [(int(a), int(b)) for a, b in numbers]
