"""Story packs as documents: the originals' headline and body with the attributions of their gold record.

Contents are brought to the corpus's convention: adjacent quotation marks and the conjunction "that" belong to the
content, an unquoted final period does not. Left out: attributions inside another one, those without a cue, and those
that cannot be placed.
"""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hearsay.model.span import Span
from training.corpus import Attribution, Document, paragraphs, pieces

HELD_OUT = frozenset({"dam", "hack", "jet", "visa"})

_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"<(script|style|head|nav|button)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"</?(p|div|br|h\d|li|ul|ol|article|main|section|header|footer|figure|figcaption|table|tr|td|"
                    r"aside|blockquote|time|pre|body|html)\b[^>]*>", re.IGNORECASE)  # fmt: skip
_TAG = re.compile(r"<[^>]+>")
_OPENING, _CLOSING = "\"“‘'„«", "\"”’'“»"


def load(folder: Path, packs: frozenset[str] | None = None) -> list[Document]:
    """The originals of the packs named (all but HELD_OUT if none are)."""
    found = []
    for path in sorted(folder.glob("*/gold.json")):
        wanted = path.parent.name not in HELD_OUT if packs is None else path.parent.name in packs
        if wanted:
            found += _pack(path)
    return found


def _pack(path: Path) -> list[Document]:
    gold = json.loads(path.read_text("utf-8"))
    found = []
    for report in gold["reports"]:
        rows = [a for a in gold["attributions"] if a["file"] == report["file"]]
        if report["relation"] in ("original", "update") and rows:
            text = _text(path.parent / "reports" / report["file"], report, rows)
            found.append(_document(f"{path.parent.name}/{report['file']}", text, rows))
    return found


def _text(path: Path, report: dict[str, Any], rows: list[dict[str, Any]]) -> str:
    """Headline and body paragraphs, one line each."""
    lines = [_fold(block) for block in _blocks(path)]
    first, last = _fold(report["body_first"]), _fold(report["body_last"])
    begin = next((i for i, line in enumerate(lines) if first in line), 0)
    end = next((i for i in range(len(lines) - 1, -1, -1) if last in lines[i]), len(lines) - 1)
    body = lines[begin : end + 1]
    if not body:
        raise ValueError(f"no body in {path}")
    body[-1] = body[-1][: body[-1].find(last) + len(last)] if last in body[-1] else body[-1]
    wanted = [_fold(piece) for row in rows for piece in [row["source"] or "", *row["content"]]]
    drop = [_fold(item) for item in report["not_body"]]
    keep = [b for b in body if not any(d in b for d in drop) or any(w and w in b for w in wanted)]
    return "\n\n".join([_fold(report["headline"]), *(b for b in keep if b)])


def _blocks(path: Path) -> list[str]:
    raw = path.read_bytes()
    charset = _CHARSET.search(raw[:2000])
    text = raw.decode(charset.group(1).decode() if charset else "utf-8", errors="replace")
    if path.suffix == ".html":
        text = _TAG.sub("", _BREAK.sub("\n\n", re.sub(r"\s+", " ", _HIDDEN.sub(" ", text))))
        return html.unescape(text).split("\n\n")
    return re.split(r"\n[ \t]*\n|\n(?=[ \t]{2,}\S)", text.replace("\r\n", "\n"))


def _fold(text: str) -> str:
    return " ".join(text.split())


def _document(name: str, text: str, rows: list[dict[str, Any]]) -> Document:
    regions = paragraphs(text)
    used: list[Span] = []
    placed = []
    for row in rows:
        if row.get("within") or not row["cue"]:
            continue
        found = _place(text, row, used)
        if found is None:
            continue
        used.append(found.cue)
        content = pieces([_corpus_form(text, piece) for piece in found.content], text, regions)
        placed.append(Attribution(found.cue, found.source, content))
    placed.sort(key=lambda a: (a.cue.start, a.cue.end))
    return Document(name, text, regions, tuple(placed))


def _place(text: str, row: dict[str, Any], used: list[Span]) -> Attribution | None:
    """Where the exact texts of a gold row stand: the cue nearest to its source and content, not used before."""
    source = list(_occurrences(text, row["source"])) if row["source"] else []
    heads = [list(_occurrences(text, piece)) for piece in row["content"]]
    best: tuple[int, Attribution] | None = None
    for cue in _occurrences(text, row["cue"]):
        chosen = [_nearest(options, cue) for options in heads]
        where = _nearest([s for s in source if not any(c and c.overlaps(s) and len(c) > len(s) for c in chosen)], cue)
        if None in chosen or (row["source"] and where is None):
            continue
        content = tuple(c for c in chosen if c is not None)
        if any(c.overlaps(cue) for c in (*content, *([where] if where else []))):
            continue
        cost = (1000 * (cue in used) + min((_gap(c, cue) for c in content), default=0)
                + (3 * _gap(where, cue) if where else 0))  # fmt: skip
        if best is None or cost < best[0]:
            best = cost, Attribution(cue, (where,) if where else (), content)
    return best[1] if best and best[0] < 1000 else None


def _nearest(options: list[Span], cue: Span) -> Span | None:
    free = [option for option in options if not option.overlaps(cue)]
    return min(free, key=lambda option: _gap(option, cue), default=None)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _occurrences(text: str, wanted: str) -> Iterator[Span]:
    words = _fold(wanted)
    edges = (r"(?<!\w)" if words[:1].isalnum() else "", r"(?!\w)" if words[-1:].isalnum() else "")
    for match in re.finditer(edges[0] + re.escape(words) + edges[1], text):
        yield Span(*match.span())


def _corpus_form(text: str, piece: Span) -> tuple[int, int]:
    """A content piece with the quotation marks and the conjunction beside it, without an unquoted final period."""
    start, stop = piece.start, piece.end
    opened = start > 0 and text[start - 1] in _OPENING and (start < 2 or not text[start - 2].isalnum())
    closing = re.compile(rf"[,.?!]?[{_CLOSING}](?!\w)").match(text, stop)
    if opened:
        start -= 1
    elif text.endswith("that ", 0, start):
        start -= len("that ")
    if closing and (opened or text[start] in _OPENING or any(q in text[start:stop] for q in '"“‘')):
        stop = closing.end()
    elif text[stop - 1] == "." and not re.search(r"\b(?:[A-Z]|Mr|Dr|Inc|Co|Corp|Sept|Oct|Nov|Dec|Aug|a\.m|p\.m)\.$",
                                                text[start:stop]):  # fmt: skip
        stop -= 1
    return start, stop
