"""A body that must stay as it is: the text is the file's decoded content, and its blocks are the paragraphs."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from hearsay.errors import SourceError
from hearsay.intake import language
from hearsay.intake.compose import identify
from hearsay.model.report import Part, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.intake.charset import Decoded
    from hearsay.intake.source import Source

_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"(?:\r?\n|\r(?!\n))[ \t\u3000]*(?:\r?\n|\r(?!\n))")


def keep(source: Source, decoded: Decoded, dated: str | None = None) -> Report:
    """A report whose text is exactly the decoded content; blocks parted by blank lines, or lines, are its paragraphs.

    Raises:
        SourceError: if the content holds a lone surrogate, which no UTF-8 record can keep.
    """
    text = decoded.text
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise SourceError(source.uri, "holds a lone surrogate")
    parts = tuple(Part("paragraph", start, end, decoded.bytes_of(start, end)) for start, end in _blocks(text))
    return Report(
        id=identify(source),
        uri=source.uri,
        source_sha256=hashlib.sha256(source.data).hexdigest(),
        media_type=source.media_type or "text/plain",
        text=text,
        language=language.identify(text),
        charset=decoded.charset,
        published=dated,
        parts=parts,
    )


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the blocks: set off by blank lines where there are any, else one for each line."""
    at = 0
    ends = [*(found.span() for found in _BLANK.finditer(text)), (len(text), len(text))] if _BLANK.search(text) else []
    spans = ends or [(found.end(), found.end()) for found in _LINE.finditer(text)]
    for end, following in spans:
        block = text[at:end]
        if words := block.strip():
            start = at + block.index(words)
            yield start, start + len(words)
        at = following
