"""Plain text → Draft: pages as people save them, and wire copy as it comes off the line.

The lines become blocks (:mod:`hearsay.intake.wire.wrapping`). The body reaches from the first paragraph, which a
dateline or plain prose shows, to the last line of prose that is no plea to the reader. What stands above is named line
by line, what stands below is kept only where it is an end mark, a credit, a note, a contact or rights line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.intake.dates import stamp
from hearsay.intake.draft import Block, Draft
from hearsay.intake.wire import byline, caption, credit, dateline, endings, furniture, masthead, notes, slug
from hearsay.intake.wire.wrapping import Run, runs
from hearsay.model.report import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.intake.draft import Legible, Role

HEAD = 60
"""Blocks within which the first paragraph is looked for."""
SHORT = 120
"""Characters of a line below the body in which a moment is that of publication."""
_SENTENCE = re.compile(r"[\"“‘'(]?[A-ZÀ-Þ][^:|<>\[\]@/]*\s[^:|<>\[\]@/]*[.!?…][\"”’')]*")
"""A sentence too short for prose, as reports may end in ("He did not elaborate.")."""
TAIL_CHARS = 700
"""A group of lines after the body longer than this is body."""


def parse(decoded: Legible) -> Draft:
    """The draft of a plain text; one without blocks where no paragraph is found."""
    found = [run for run in runs(decoded.text) if not endings.is_page_mark(run.text)]
    first = _first(found)
    if first is None:
        return Draft(())
    last = _last(found, first)
    head, above = _head(found[:first], decoded)
    body = list(_body(_rejoined(found[first : last + 1]), decoded))
    tail, below = _tail(found[last + 1 :], decoded)
    return Draft((*head, *body, *tail), (*above, *below))


# --- the body -------------------------------------------------------------------------------------------------------


def _first(found: Sequence[Run]) -> int | None:
    """The first paragraph: after a dateline; else the first block that reads like prose; else the longest block."""
    texts = [run.text for run in found]
    before = 0
    for index, text in enumerate(texts[:HEAD]):
        before += furniture.is_prose(text) and len(text) >= 90 and not _named(text)
        if before > 2:
            break  # prose without a dateline: a later one is of another report, or a quotation
        if (
            (at := dateline.match(text))
            and (len(text) > at.end + 20 or _prose_follows(texts, index))
            and not _named(text)
        ):
            return index
    for index, text in enumerate(texts):
        if furniture.is_prose(text) and not _named(text) and (len(text) >= 90 or _prose_follows(texts, index)):
            return index
    rest = [i for i, text in enumerate(texts) if not _named(text) and not _furnished(text) and len(text.split()) >= 3]
    return max(rest, key=lambda i: len(texts[i])) if rest and len(found) > 0 else None


def _prose_follows(texts: Sequence[str], index: int) -> bool:
    return any(furniture.is_prose(text) and len(text) >= 60 for text in texts[index + 1 : index + 3])


def _named(text: str) -> bool:
    """Whether the form of a block says that it stands above or below a body."""
    return (
        text.startswith("^")
        or caption.is_marked(text)
        or notes.is_editors(text)
        or slug.is_routing(text)
        or slug.keywords(text) is not None
        or (len(text) < 200 and (endings.is_rights(text) or endings.is_end(text) or furniture.is_crumb(text)))
        or (len(text) < 160 and byline.read(text) is not None)
        or (len(text) < 90 and stamp.find(text) is not None)
        or (len(text) < 160 and (furniture.is_plea(text) or furniture.is_menu(text)))
    )


def _furnished(text: str) -> bool:
    return furniture.is_rule(text) or furniture.is_share(text) or furniture.is_menu(text) or furniture.is_plea(text)


def _last(found: Sequence[Run], first: int) -> int:
    """The last paragraph: groups of lines are taken off the end while they are no part of the body."""
    last = len(found) - 1
    for index in range(first + 1, len(found)):
        if endings.is_end(found[index].text):
            last = index - 1
            break
    while last > first:
        group = found[last].group
        begin = last
        while begin - 1 > first and found[begin - 1].group == group:
            begin -= 1
        kept = _kept(found[begin : last + 1])
        if kept is not None:
            return begin + kept
        last = begin - 1
    return first


def _kept(group: Sequence[Run]) -> int | None:
    """The index of the last run of a group that belongs to the body; ``None`` where none does."""
    texts = [run.text for run in group]
    loose = sum(map(len, texts)) <= TAIL_CHARS and any(_closing(text) or _furnished(text) for text in texts)
    for index in range(len(texts) - 1, -1, -1):
        text = texts[index]
        if _closing(text) or (_furnished(text) and len(text) < 300):
            continue
        if not furniture.is_prose(text) and not (_SENTENCE.fullmatch(text) and not _named(text)):
            continue
        if not loose or len(text) >= 160 or notes.is_correction(text) or _indented(group[index]):
            return index
    return None


def _indented(run: Run) -> bool:
    return run.lines[0].indent >= 3


def _closing(text: str) -> bool:
    """Whether a block is what follows a body rather than a part of it."""
    if notes.is_correction(text):
        return False
    return (
        endings.is_end(text)
        or (len(text) <= 300 and endings.is_rights(text))
        or credit.is_sign_off(text)
        or credit.source(text) is not None
        or (len(text) <= 160 and endings.is_contact(text) and '"' not in text and "“" not in text)
        or notes.is_editors(text)
    )


def _rejoined(body: Sequence[Run]) -> list[Run]:
    """The body with paragraphs that a page mark had cut put together again."""
    whole: list[Run] = []
    for run in body:
        cut = whole and whole[-1].text[-1:].isalnum() and run.text[:1].islower() and run.group != whole[-1].group
        if cut and len(whole[-1].text) > 40:
            whole[-1] = Run(whole[-1].lines + run.lines, run.group)
        else:
            whole.append(run)
    return whole


def _body(body: Sequence[Run], decoded: Legible) -> Iterator[Block]:
    dropped = False
    for index, run in enumerate(body):
        text = run.text
        if dropped and furniture.is_bullet(text) and not furniture.is_prose(text):
            continue
        dropped = not furniture.is_prose(text) and len(text) <= 200 and furniture.is_plea(text)
        if furniture.is_rule(text) or furniture.is_share(text) or slug.is_pickup(text):
            continue
        if dropped:
            continue
        if caption.is_marked(text) and index:
            yield from _caption(run, decoded)
        elif index == 0 and (at := dateline.match(text)):
            yield _block(run, decoded, 0, at.stop)
            if at.end < len(text):
                yield _block(run, decoded, at.end, len(text), "paragraph")
        elif (
            index
            and len(text) <= 60
            and not furniture.is_prose(text)
            and not text[-1:].isdigit()
            and _between(body, index)
        ):
            yield _block(run, decoded, 0, len(text), "subheading")
        else:
            yield _block(run, decoded, 0, len(text), "paragraph")


def _between(body: Sequence[Run], index: int) -> bool:
    return index + 1 < len(body) and all(furniture.is_prose(body[i].text) for i in (index - 1, index + 1))


# --- above and below ------------------------------------------------------------------------------------------------


def _head(above: Sequence[Run], decoded: Legible) -> tuple[list[Block], list[Evidence]]:
    lines = [run.lines[0].text if len(run.lines) == 1 else run.text for run in above]
    blocks: list[Block] = []
    evidence: list[Evidence] = []
    seen: set[tuple[str, str]] = set()
    for named in masthead.name(lines):
        run = above[named.index]
        if (named.kind, named.value) not in seen:
            blocks.extend(_head_blocks(named, run, decoded))
            evidence.extend(_head_evidence(named, lines[named.index]))
        seen.add((named.kind, named.value))
    return blocks, evidence


_HEAD_ROLES: dict[masthead.Kind, Role | None] = {
    "headline": "headline", "text": "subheading", "slug": None, "byline": "byline", "note": "note", "rights": "rights",
}  # fmt: skip


def _head_blocks(named: masthead.Named, run: Run, decoded: Legible) -> Iterator[Block]:
    if named.kind == "caption":
        yield from _caption(run, decoded)
    elif named.kind in _HEAD_ROLES:
        start = len(run.text) - len(run.text.lstrip("^ "))
        yield _block(run, decoded, start, len(run.text), _HEAD_ROLES[named.kind])


def _head_evidence(named: masthead.Named, line: str) -> Iterator[Evidence]:
    if named.kind in ("headline", "slug", "section", "outlet"):
        yield Evidence(named.kind, named.value, f"{named.kind} line")
    elif named.kind == "routing" and (words := slug.keywords(line)):
        yield Evidence("slug", words, "routing line")
    elif named.kind == "crumb":
        yield from _crumb_evidence(named.index, line)
    if named.kind == "time":
        yield from _time_evidence(named.index, line)
    elif named.kind not in ("headline", "note") and len(line) <= 2 * SHORT and (found := stamp.find(line)):
        yield Evidence("published", found.value, f"{named.kind} line")


def _crumb_evidence(index: int, line: str) -> Iterator[Evidence]:
    pieces = furniture.pieces(line)
    if index == 0:
        yield Evidence("outlet", masthead.outlet(line), "masthead")
    trail = [piece for piece in pieces if piece.lower() not in ("home", "print view", "print")]
    if not furniture.is_menu(line) or len(pieces) <= 3:
        yield from (Evidence("section", piece, "trail") for piece in trail[-1:] if index or len(pieces) > 1)


def _time_evidence(index: int, line: str) -> Iterator[Evidence]:
    got = masthead.stated(line)
    where = "masthead" if index == 0 else "time line"
    if got.published:
        yield Evidence("published", got.published, where)
    if got.modified:
        yield Evidence("modified", got.modified, where)
    yield from (Evidence("author", author, where) for author in got.authors)
    yield from (Evidence("uploader", name, where) for name in got.posted)
    yield from (Evidence("agency", name, where) for name in got.partners)
    others = list(got.others)
    if index == 0 and others and len(others[0].split()) <= 6:
        yield Evidence("outlet", masthead.outlet(others.pop(0)), where)
    yield from (Evidence("section", other, where) for other in others[:1] if len(other.split()) <= 3)


def _tail(below: Sequence[Run], decoded: Legible) -> tuple[list[Block], list[Evidence]]:
    blocks: list[Block] = []
    evidence: list[Evidence] = []
    for run in below:
        text = run.text
        role = _tail_role(text)
        if (found := stamp.find(text)) and (endings.is_end(text) or (found.timed and len(text) <= SHORT)):
            evidence.append(Evidence("published", found.value, "end mark"))
        if named := credit.source(text):
            evidence.append(Evidence("based_on", named, "source line"))
        if role is not None or endings.is_end(text) or endings.is_contact(text):
            blocks.append(_block(run, decoded, 0, len(text), role))
    return blocks, evidence


def _tail_role(text: str) -> Role | None:
    if endings.is_end(text) or furniture.is_share(text):
        return None
    if notes.is_correction(text) or notes.is_editors(text) or notes.is_translation(text):
        return "note"
    if credit.is_sign_off(text) or credit.source(text):
        return "credit"
    return "rights" if endings.is_rights(text) else None


def _caption(run: Run, decoded: Legible) -> Iterator[Block]:
    """A caption's words without their mark, and the trailing credit as a block of its own."""
    got = caption.read(run.text)
    if got.start < got.end:
        yield _block(run, decoded, got.start, got.end, "caption")
    if got.tail:
        yield _block(run, decoded, *got.tail, "credit")


def _block(run: Run, decoded: Legible, start: int, end: int, role: Role | None = None) -> Block:
    """A block of the folded characters ``[start, end)`` of a run, with the bytes that they were read from."""
    text = run.text[start:end]
    return Block(text, decoded.bytes_of(run.place(start), run.place(end - 1) + 1), role)
