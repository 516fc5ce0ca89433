"""Open text to make copies of: Wikinews articles (CC BY) as GUM carries them, with their summaries (CC BY 4.0)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.evaluation.corpora import need

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BEFORE = re.compile(r"\s+([.,;:?!%)\]’”]|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b)")
_AFTER = re.compile(r"([(\[$£€“‘])\s+")
_MARK = re.compile(r'"\s*([^"]*?)\s*"')
_WHO = re.compile(r"^\([^)]*\)\s*")
_LEAST = 8  # words: shorter paragraphs are dates, captions and headings


@dataclass(frozen=True, slots=True)
class Article:
    """A published text: its headline, its paragraphs, the day it is of, and what others made of it in a sentence."""

    name: str
    headline: str
    day: str
    paragraphs: tuple[str, ...]
    summaries: tuple[str, ...]


def load(data: Path) -> tuple[Article, ...]:
    """The news articles, by name; those without two paragraphs of a day are left out.

    Raises:
        AbsentError: where the corpus is absent.
    """
    articles = (_article(path) for path in files(data) if path.name.startswith("GUM_news"))
    return tuple(one for one in articles if len(one.paragraphs) > 2 and len(one.day) == len("2017-07-18"))


def asides(data: Path) -> tuple[str, ...]:
    """Paragraphs on other things, from the interviews: what an outlet may add to a report."""
    folder = need(data / "data" / "wikinews" / "xml")
    found = (_article(path).paragraphs for path in sorted(folder.glob("GUM_interview_*.xml")))
    long = (one for paragraphs in found for one in sorted(paragraphs, key=len)[-2:])
    return tuple(one[:600].rsplit(". ", 1)[0].rstrip(".") + "." for one in long)


def files(data: Path) -> list[Path]:
    """Everything that the texts come from."""
    return sorted(need(data / "data" / "wikinews" / "xml").glob("GUM_*.xml"))


def _article(path: Path) -> Article:
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus that is kept beside the project
    head = next((_words(one) for one in root.iter("head")), "")
    paragraphs = tuple(text for one in root.iter("p") if len((text := _words(one)).split()) >= _LEAST)
    summaries = tuple(_WHO.sub("", root.attrib[key]) for key in sorted(root.attrib) if key.startswith("summary"))
    return Article(path.stem, head or root.attrib["title"], root.attrib["dateCreated"], paragraphs, summaries)


def _words(element: ET.Element) -> str:
    """The element's tokens (first column of each line) as running text; those inside one ``w`` stand together."""
    text = _BEFORE.sub(r"\1", " ".join(_tokens(element)))
    return _MARK.sub(r'"\1"', _AFTER.sub(r"\1", text))


def _tokens(element: ET.Element) -> Iterator[str]:
    if element.tag == "w":
        yield "".join(_column("".join(element.itertext())))
        return
    yield from _column(element.text or "")
    for child in element:
        yield from _tokens(child)
        yield from _column(child.tail or "")


def _column(lines: str) -> list[str]:
    return [line.split("\t")[0] for line in lines.splitlines() if "\t" in line]
