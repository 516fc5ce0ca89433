"""XML whose text knows its place in the source, and which cannot do harm.

As for pages (:mod:`hearsay.intake.page.dom`), the source is scanned once, and libxml2 sees a copy of the tags in which
each run of text is one character of a private-use plane. Document types, processing instructions and comments are left
out of the copy: no entity is ever declared, so none expands (billion laughs), and nothing outside is ever named to the
parser (XXE), which besides may load no DTD, resolve no entity and use no network.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from lxml import etree

from hearsay.intake.draft import Block
from hearsay.intake.formats.passage import Passage, Stretch, written

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from hearsay.intake.draft import Legible, Role

FIRST_MARK = 0xF0000
MARKS = 0x10FFFD - FIRST_MARK
"""The most runs of text of a document: as many as there are characters to tell them apart."""

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)"
    r"|<!DOCTYPE(?:[^\[<>\"']++|\"[^\"]*+\"|'[^']*+')*+(?:\[(?:[^\]\"'<]++|\"[^\"]*+\"|'[^']*+'|<!--.*?-->|<)*+\]\s*+)?>"
    r"|(?P<tag></?+[^\s<>/!?\"'=](?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+>)",
    re.DOTALL,
)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\U000f0000-\U0010ffff]")
BREAK = -1
"""What a walk gives in place of a run where a block ends."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text between two tags: its place in the decoded source, and whether it stands there as it is meant."""

    start: int
    end: int
    plain: bool


class Document:
    """A parsed document.

    Raises:
        ValueError: if there is no element in it, or more text than can be told apart.
    """

    def __init__(self, decoded: Legible) -> None:
        self.decoded = decoded
        self._runs: list[Run] = []
        copy = "".join(self._copied(decoded.text))
        if len(self._runs) > MARKS:
            raise ValueError("too many pieces of text")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, recover=True, huge_tree=False
        )
        try:
            root = etree.fromstring(copy, parser=parser) if copy.strip() else None
        except (etree.XMLSyntaxError, ValueError) as error:
            raise ValueError("not well-formed XML") from error
        if root is None:
            raise ValueError("not well-formed XML")
        self.root: etree._Element = root

    def passage(self, element: etree._Element | None) -> Passage:
        """All the text of an element, as it is meant, white space as it stands."""
        words: list[str] = []
        stretches: list[Stretch] = []
        length = 0
        for number in self._numbers(element):
            got = self._read(number)
            words.append(got.text)
            stretches += [Stretch(length + each.at, each.start, each.end, each.plain) for each in got.stretches]
            length += len(got.text)
        return Passage("".join(words), tuple(stretches))

    def text(self, element: etree._Element | None) -> str:
        """The text of an element, white space folded."""
        return " ".join(self.passage(element).text.split())

    def block(self, element: etree._Element, role: Role | None) -> Block | None:
        """An element as one block, or ``None`` where it has no text."""
        return self._block(self._numbers(element), role)

    def flow(
        self, element: etree._Element, roles: Mapping[str, Role | None], without: Collection[str] = ()
    ) -> Iterator[Block]:
        """The blocks of running text.

        Args:
            element: what holds it.
            roles: the names of elements that are blocks, and the role of each.
            without: the names of elements that are passed over.
        """
        runs: list[int] = []
        role: Role | None = None
        for number, of in chain(self._walk(element, roles, without, None), [(BREAK, None)]):
            if number != BREAK:
                runs.append(number)
                role = of
            elif got := self._block(runs, role):
                yield got
            if number == BREAK:
                runs = []

    def _walk(
        self,
        element: etree._Element,
        roles: Mapping[str, Role | None],
        without: Collection[str],
        role: Role | None,
    ) -> Iterator[tuple[int, Role | None]]:
        """The runs below an element, each with the role of the block around it, and breaks between blocks.

        It goes as deep as libxml2 does: 256 elements.
        """
        yield from ((number, role) for number in _marks(element.text))
        for each in element:
            called = name(each) if isinstance(each.tag, str) else ""
            apart = called in roles or called in without or called == "br"
            if apart:
                yield BREAK, None
            if called and called not in without:
                yield from self._walk(each, roles, without, roles.get(called, role))
            if apart:
                yield BREAK, None
            yield from ((number, role) for number in _marks(each.tail))

    def _block(self, numbers: Sequence[int], role: Role | None) -> Block | None:
        read = [(number, self._read(number)) for number in numbers]
        shown = [got for _, got in read if got.text.strip()]
        if not shown:
            return None
        first, last = shown[0], shown[-1]
        start = first.place(len(first.text) - len(first.text.lstrip()), len(first.text))[0]
        end = last.place(0, len(last.text.rstrip()))[1]
        text = _SPACE.sub(" ", "".join(got.text for _, got in read)).strip()
        return Block(text, self.decoded.bytes_of(start, max(start, end)), role)

    def _read(self, number: int) -> Passage:
        run, source = self._runs[number], self.decoded.text
        if run.plain:
            return Passage(source[run.start : run.end], (Stretch(0, run.start, run.end, plain=True),))
        return written(source, run.start, run.end, _REFERENCE, lambda found: html.unescape(found[0]))

    def _numbers(self, element: etree._Element | None) -> list[int]:
        return [] if element is None else _marks("".join(element.itertext()))

    def _copied(self, text: str) -> Iterator[str]:
        at = 0
        for found in _TOKEN.finditer(text):
            yield self._run(at, found.start(), plain="&" not in text[at : found.start()])
            if found["tag"]:
                yield _UNFIT.sub("", found["tag"])
            elif found["cdata"]:
                yield self._run(*found.span("cdata"), plain=True)
            at = found.end()
        yield self._run(at, len(text), plain="&" not in text[at:])

    def _run(self, start: int, end: int, *, plain: bool) -> str:
        if start >= end or (not self._runs and not self.decoded.text[start:end].strip()):
            return ""
        self._runs.append(Run(start, end, plain))
        return chr(FIRST_MARK + len(self._runs) - 1) if len(self._runs) <= MARKS else ""


def name(element: etree._Element) -> str:
    """The name of an element without its namespace, which slices of a message no longer declare."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element at a path of names below another."""
    for step in path:
        if element is None:
            return None
        element = next((each for each in element if isinstance(each.tag, str) and name(each) == step), None)
    return element


def children(element: etree._Element | None, called: str) -> list[etree._Element]:
    """The elements of a name right below another."""
    return [] if element is None else [e for e in element if isinstance(e.tag, str) and name(e) == called]


def below(element: etree._Element | None, called: str) -> Iterator[etree._Element]:
    """The elements of a name anywhere below another, and it itself."""
    if element is not None:
        yield from (e for e in element.iter() if isinstance(e.tag, str) and name(e) == called)


def _marks(text: str | None) -> list[int]:
    return [ord(char) - FIRST_MARK for char in text or "" if ord(char) >= FIRST_MARK]
