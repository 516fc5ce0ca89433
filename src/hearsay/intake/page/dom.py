"""A page's tree, in which every run of text knows its place in the source.

libxml2 builds the tree and keeps no places. So the page is first read by a scanner that follows the tokenizer of the
HTML standard (13.2.5): it finds the runs of text between tags, and writes a copy of the page in which each run begins
with a character of its own from the private-use planes. The copy is what libxml2 and trafilatura see; whatever they
keep, drop or move, the characters that come out say which runs they are. Scripts, styles and comments are left out of
the copy: no reader sees them, and parsing is faster.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree
from lxml import html as lxml_html

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_MARK = 0xF0000
MARKS = 0x10FFFD - FIRST_MARK
"""The most runs of text that a page may have: as many as there are characters to tell them apart."""
DEEPEST = 200
"""Elements nested more deeply are dropped, their text is kept: libxml2 stops at 256."""

_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^"'>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?|["'])*+)>""")
_RAW = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes", "title", "textarea", "template"))
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
_CLOSED_BY_LIKE = frozenset(["p", "li", "td", "th", "tr", "option", "dt", "dd", "tbody", "thead"])
_INLINE_ENDS = frozenset(
    ("</a>", "</b>", "</i>", "</em>", "</strong>", "</span>", "</time>", "</small>", "</u>", "</font>")
)
_JSON_TYPE = re.compile(r"""\btype\s*=\s*["']?\s*application/ld\+json""", re.IGNORECASE)
_UNFIT = re.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f\ud800-\udfff\\ufffe\\uffff\U000f0000-\U0010ffff]")
_UNTREED = re.compile("[\x00\ud800-\udfff]")
"""What even the tags of the copy may not hold: libxml2 ends at the one and takes no other."""
_AFTER_NAME = re.compile(r"[\s/>]")
_MARK = re.compile("[\U000f0000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text between two tags: its place in the decoded source, and its characters, references resolved."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page.

    Attributes:
        tree: the root of libxml2's tree over the marked copy, or ``None`` where there is no markup at all.
        runs: the runs of text; a character ``FIRST_MARK + i`` in the tree stands before run ``i``.
        json_ld: the scripts of type ``application/ld+json``, as they stand.
    """

    tree: lxml_html.HtmlElement | None
    runs: tuple[Run, ...]
    json_ld: tuple[str, ...] = ()


def parse(text: str) -> Page:
    """Parse a page, however broken. Time and memory are linear in its length."""
    scan = _Scan(text)
    copy = _UNTREED.sub("", "".join(scan.pieces))
    if len(scan.runs) > MARKS or not copy.strip():
        return Page(None, (), tuple(scan.json_ld))
    parser = lxml_html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(copy, parser=parser)
    except (etree.LxmlError, ValueError):
        tree = None
    return Page(tree, tuple(scan.runs), tuple(scan.json_ld))


def marked(text: str) -> Iterator[tuple[int, int]]:
    """The marks in a text of the tree: the place of each, and the number of the run that it stands before."""
    return ((found.start(), ord(found[0]) - FIRST_MARK) for found in _MARK.finditer(text))


class _Scan:
    """One pass over the source: runs of text, JSON-LD, and the marked copy in pieces."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.runs: list[Run] = []
        self.json_ld: list[str] = []
        self.pieces: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._counts: dict[str, int] = {}
        self._drawings = True
        self._scan()

    def _scan(self) -> None:
        text, at, begun = self.text, 0, 0
        while (at := text.find("<", at)) >= 0:
            tag = _TAG.match(text, at)
            after = at if tag else self._markup(at)
            if after == at and not tag:
                at += 1
                continue
            self._run(begun, at)
            at = begun = self._consume(tag) if tag else after
        self._run(begun, len(text))

    def _markup(self, at: int) -> int:
        """Where the markup at ``at`` that is no tag ends; ``at`` where it is text."""
        text = self.text
        following = text[at + 1 : at + 2]
        if following in ("!", "?"):
            return self._declaration(at)
        if following == "/" and not text[at + 2 : at + 3].isalpha():
            end = text.find(">", at)
            return end + 1 if end >= 0 else len(text)
        if not (following == "/" or (following.isascii() and following.isalpha())):
            return at
        # A tag that never ends swallows the rest (eof-in-tag), which also keeps this linear.
        return len(text)

    def _declaration(self, at: int) -> int:
        text = self.text
        if text.startswith("<!--", at):
            if text.startswith((">", "->"), at + 4):
                return text.index(">", at) + 1
            end = text.find("-->", at + 4)
            return end + 3 if end >= 0 else len(text)
        end = text.find(">", at)
        return end + 1 if end >= 0 else len(text)

    def _consume(self, tag: re.Match[str]) -> int:
        """Copy a tag; return where the scan goes on."""
        name = tag[2].lower()
        if name in _RAW and not tag[1]:
            return self._raw(name, tag)
        if name == "svg" and not tag[1] and (end := self._drawn(tag.end())):
            return end
        if tag[1]:
            self._close(name)
        elif name in _VOID or tag[3].endswith("/"):
            self.pieces.append(tag[0])
        else:
            self._start(name, tag[0])
        return tag.end()

    def _drawn(self, at: int) -> int:
        """Where a drawing ends, which no reader reads; 0 where its end is missing, which is looked for once."""
        end = self.text.find("</svg>", at) if self._drawings else -1
        self._drawings = end >= 0
        return end + 6 if end >= 0 else 0

    def _raw(self, name: str, tag: re.Match[str]) -> int:
        """Step over an element whose content is no markup; its content counts where it is a title or JSON-LD."""
        end = self._end_of(name, tag.end())
        if end is None and tag[3].endswith("/"):
            return tag.end()
        inner = self.text[tag.end() : end[0] if end else len(self.text)]
        if name == "script" and _JSON_TYPE.search(tag[3]):
            self.json_ld.append(inner)
        elif name == "title":
            self.pieces.append(f"<title>{html.escape(_fit(html.unescape(inner)), quote=False)}</title>")
        return end[1] if end else len(self.text)

    def _end_of(self, name: str, at: int) -> tuple[int, int] | None:
        """Where the end tag of an element without markup begins and ends, if there is one."""
        text = self.text
        while (at := text.find("</", at)) >= 0:
            after = at + 2 + len(name)
            if text[at + 2 : after].lower() == name and _AFTER_NAME.match(text, after):
                end = text.find(">", after)
                return at, end + 1 if end >= 0 else len(text)
            at += 2
        return None

    def _start(self, name: str, tag: str) -> None:
        if name in _CLOSED_BY_LIKE and self._open and self._open[-1][0] == name:
            self._pop()
        kept = len(self._open) < DEEPEST
        self._open.append((name, kept))
        self._counts[name] = self._counts.get(name, 0) + 1
        if kept:
            self.pieces.append(tag)

    def _close(self, name: str) -> None:
        if not self._counts.get(name):
            if name in ("p", "br"):
                self.pieces.append(f"</{name}>")
            return
        while self._open[-1][0] != name:
            self._pop()
        if self._pop():
            self.pieces.append(f"</{name}>")

    def _pop(self) -> bool:
        name, kept = self._open.pop()
        self._counts[name] -= 1
        return kept

    def _run(self, start: int, end: int) -> None:
        raw = self.text[start:end]
        if not raw or raw.isspace():
            # libxml2 drops white space between two inline elements of an element that it does not know; not this one.
            inline = self.pieces and self.pieces[-1] in _INLINE_ENDS
            self.pieces.append(raw and ("\N{THIN SPACE}" if inline else " "))
            return
        text = _fit(html.unescape(raw) if "&" in raw else raw)
        if len(self.runs) < MARKS:
            self.pieces.append(chr(FIRST_MARK + len(self.runs)))
        self.pieces.append(html.escape(text, quote=False))
        self.runs.append(Run(start, end, text))


def _fit(text: str) -> str:
    """The text without NUL and the like, U+FFFD for what no tree may hold or what would look like a mark."""
    return _UNFIT.sub(_replace, text)


def _replace(found: re.Match[str]) -> str:
    return "" if found[0] < " " or found[0] == "\x7f" else "\N{REPLACEMENT CHARACTER}"
