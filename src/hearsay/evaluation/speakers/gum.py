"""GUM's news, interviews and speeches: tokens in one file with their coreference and titles, the layout in another.

Zeldes, "The GUM Corpus: Creating Multilayer Resources in the Classroom" (2017). The corpus states which part each text
is of; those of its test parts are left out. A text without a file of its layout is laid out as one paragraph.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from hearsay.evaluation.corpora import need
from hearsay.evaluation.speakers.gold import Document, Mention
from hearsay.evaluation.tokens import Token, lay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS = ("news", "interview", "speech")
_BLOCKS = frozenset(["p", "head", "caption", "figure", "item", "l", "sp", "list", "lg"])
_MARK = re.compile(r"(\()?([^()\s]+)(\))?")
_KEY = re.compile(r"(\w+-\d+)(?:-(.+))?")


@dataclass(slots=True)
class _Page:
    """What a walk through the layout has gathered: paragraphs of tokens."""

    paragraphs: list[list[Token]] = field(default_factory=lambda: [[]])

    def gather(self, element: ET.Element, *, joined: bool = False) -> None:
        """Walks an element; a block begins and ends a paragraph, ``w`` holds tokens that are written as one."""
        block, word = element.tag in _BLOCKS, element.tag == "w"
        self._break(block)
        self._add(element.text, joined=joined or word, first=word)
        for child in element:
            self.gather(child, joined=joined or word)
            self._add(child.tail, joined=joined or word, first=False)
        self._break(block)

    def _add(self, lines: str | None, *, joined: bool, first: bool) -> None:
        for line in (lines or "").splitlines():
            if line.strip():
                self.paragraphs[-1].append(Token(line.split("\t", 1)[0], joined and not first))
                first = False

    def _break(self, block: bool) -> None:
        if block and self.paragraphs[-1]:
            self.paragraphs.append([])


def files(folder: Path, layouts: Path) -> list[tuple[Path, Path | None]]:
    """The chains, and the layout where there is one, of each text that is of no test part."""
    parts = _parts(need(folder / "splits.md").read_text("utf-8"))
    every = (path for kind in KINDS for path in sorted((folder / "conll").glob(f"GUM_{kind}_*.conll")))
    chosen = [path for path in every if parts.get(path.stem) in ("train", "dev")]
    pages = (layouts / f"{path.stem}.xml" for path in chosen)
    return [(path, page if page.exists() else None) for path, page in zip(chosen, pages, strict=True)]


def parse(chains: Path, layout: Path | None = None) -> Document:
    """One text.

    Raises:
        ValueError: where the two files do not have the same tokens.
    """
    rows = [line.split("\t") for line in chains.read_text("utf-8").splitlines() if line and line[0] != "#"]
    page, root = _Page(), ET.parse(layout).getroot() if layout else None  # noqa: S314
    if root is None:
        page.paragraphs = [[Token(row[1]) for row in rows]]
    else:
        page.gather(root)
    if [row[1] for row in rows] != [token.word for paragraph in page.paragraphs for token in paragraph]:
        raise ValueError(f"{chains.name} and its layout do not have the same tokens")
    laid = lay(page.paragraphs)
    found = [(key, title, laid.span(tokens)) for key, title, tokens in marks([row[2] for row in rows])]
    titles = {key: (unquote(title).replace("_", " "),) for key, title, _ in found if title}
    mentions = tuple(Mention(span, key) for key, _, span in found)
    return Document(chains.stem, laid.text, mentions, titles, dated=None if root is None else root.get("dateCreated"))


def marks(column: list[str]) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Key, title (or "") and first and last token of each mention in the last column of the file."""
    open_: dict[str, list[int]] = {}
    for at, cell in enumerate(column):
        for opens, name, closes in _MARK.findall("" if cell == "_" else cell):
            if opens:
                open_.setdefault(name, []).append(at)
            if closes and open_.get(name):
                found = _KEY.fullmatch(name)
                yield found[1] if found else name, (found and found[2]) or "", (open_[name].pop(), at)


def _parts(page: str) -> dict[str, str]:
    """The part of each text, from the corpus's own page of parts: a heading, and a list beneath it."""
    parts, part = {}, ""
    for line in page.splitlines():
        if line.startswith("## "):
            part = line[3:].strip()
        elif line.strip().startswith("* "):
            parts[line.strip()[2:]] = part
    return parts
