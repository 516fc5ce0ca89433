"""What each line of a page is, by its markup, its words and its place; lines that are nothing are left out.

Three regions: the head from the headline to the body, the body itself with what stands inside it, and the foot.
Signatures, end marks and contact lines are known by the conventions of wire copy, which pages keep; such a block goes
on without a role, since its words alone tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.intake.dates.moments import moments
from hearsay.intake.page.furniture import (
    BOX,
    BRACKETED,
    CHART,
    LABELS,
    META,
    NOTE,
    OPENING,
    RIGHTS,
    SIGNED,
    TEASER,
    is_furniture,
    is_picture,
    labelled,
    labels,
)
from hearsay.intake.page.headline import alike, words
from hearsay.intake.page.layout import HEADINGS, above
from hearsay.intake.page.make import is_made, usual_make
from hearsay.intake.page.picture import captioned, picture_role
from hearsay.intake.page.placed import Placed, whole
from hearsay.intake.page.signature import is_about, persons, repeats, signs
from hearsay.intake.wire import byline, caption, credit, endings, furniture, notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from hearsay.intake.draft import Role
    from hearsay.intake.page.layout import Line, Segment
    from hearsay.model.report import Evidence

_ABOVE = 14
"""Lines above the body, or above the headline, that may hold a section, a byline or a time."""
_SHORT = 120
"""Characters of a line under a picture, at most, that is a caption though nothing says so."""
_CLOSING = 3
"""Lines at the end of a body that may be about its authors or its state."""
_BELOW = 16
"""Lines below the body that may hold a signature, a note or a rights line."""


def assign(lines: Sequence[Line], body: set[int], headline: int | None, stated: Sequence[Evidence]) -> list[Placed]:
    """The report's blocks in reading order."""
    # Headings above the first paragraph belong to the head: a byline may stand between them and it.
    first = min((number for number in body if lines[number].block.tag not in HEADINGS), default=min(body))
    # What follows the last paragraph is the foot, also where a rights line there was taken for body.
    last = max(
        (number for number in body if _body_role(lines[number], (), closing=False) == "paragraph"), default=max(body)
    )
    parents = {lines[number].block.getparent() for number in body}
    heads = words(lines[headline].text) if headline is not None else []
    known, usual = persons(stated), usual_make(lines, body)
    placed: list[Placed] = []
    seen: set[str] = set()
    top = first if headline is None else min(first, headline)
    for number in range(max(0, top - _ABOVE), min(len(lines), last + _BELOW)):
        line = lines[number]
        if number == headline:
            found = [whole(line, "headline")]
        elif heads and words(line.text) == heads:
            continue
        elif number in body:
            odd = line.pictured and not is_made(line, usual)
            closing = number > last - _CLOSING
            found = list(_in_body(line, known + _shown(placed) if closing else known, closing=closing, odd=odd))
        elif line.hidden:
            continue
        elif number < first:
            found = list(_in_head(line, stated, known, above=headline is not None and number < headline))
        elif number < last:
            found = list(_inside(line))
        else:
            found = list(_in_foot(line, known, signed=number < last + 3 and line.block.getparent() in parents))
        # Pages for two screen sizes print a byline or a caption twice.
        found = [p for p in found if p.role != "byline" or not _said(p.text, placed)]
        placed.extend(p for p in found if p.role in ("paragraph", "subheading") or p.text not in seen)
        seen.update(p.text for p in found)
    return placed


def _in_body(line: Line, known: Sequence[str], *, closing: bool, odd: bool) -> Iterator[Placed]:
    """A line of the body; ``odd``: it follows a picture and is not made like the paragraphs."""
    if odd and len(line.text) < _SHORT and not furniture.is_prose(line.text) and line.block.tag not in HEADINGS:
        yield whole(line, "caption")
    elif line.block.tag not in HEADINGS and is_picture(line):
        yield from captioned(line, picture_role(line) or "caption")
    else:
        yield whole(line, _body_role(line, known, closing=closing))


def _body_role(line: Line, known: Sequence[str], *, closing: bool) -> Role | None:
    text = line.text
    if line.block.tag in HEADINGS:
        return "subheading"
    if len(text) < 300 and (text[0] in "▲△▼" or CHART.match(text) or (line.pictured and _is_credited(text))):
        return "caption"
    if len(text) < 300 and RIGHTS.match(text) and endings.is_rights(text):
        return "rights"
    if notes.is_correction(text) or (notes.is_translation(text) and len(text) < 200):
        return "note"
    if closing and ((NOTE.match(text) and len(text) < 60) or is_about(text, known)):
        return "note"
    return None if credit.is_sign_off(text) or endings.is_end(text) else "paragraph"


def _is_credited(text: str) -> bool:
    """Whether a line ends as captions do: with a picture's credit in brackets."""
    tail = caption.read(text).tail
    return BRACKETED.search(text) is not None or (tail is not None and "/" in text[slice(*tail)])


def _shown(placed: Sequence[Placed]) -> tuple[str, ...]:
    """The persons of the bylines seen so far."""
    read = (byline.read(each.text, marked=True) for each in placed if each.role == "byline")
    return tuple(name for got in read if got for name in got.names)


def _said(text: str, placed: Sequence[Placed]) -> bool:
    """Whether a byline only repeats those above it."""
    return repeats(text, (each.text for each in placed if each.role == "byline"))


def _in_head(line: Line, stated: Sequence[Evidence], known: Sequence[str], *, above: bool) -> Iterator[Placed]:
    if _is_box(line, line.text):
        return
    if role := picture_role(line):
        yield from () if above else captioned(line, role)
        return
    if not above and _introduces(line, stated, known):
        yield whole(line, "subheading")
        return
    for segment in line.segments:
        stamp = _stamp(segment.element)
        role = "time" if stamp else _head_role(line, segment, known)
        # What stands above the headline is the site's, but for what says that it is the report's.
        if role and (not above or role == "section" or (role == "time" and _labelled_time(segment))):
            yield Placed(segment.apart, segment.start, segment.end, role, stamp)


def _stamp(element: HtmlElement) -> str | None:
    """The moment that the markup of a visible time states (HTML standard, 4.5.14)."""
    found = next((each for each in above(element, 3) if each.tag == "time" or each.get("datetime")), None)
    return found.get("datetime") if found is not None else None


def _labelled_time(segment: Segment) -> bool:
    return any(moment.label for moment in moments(segment.text))


def _head_role(line: Line, segment: Segment, known: Sequence[str]) -> Role | None:
    text = segment.apart
    around = f"{labels(segment.element)} {labelled(line, 3)}"
    marked = bool(LABELS["byline"].search(around) or _marked(segment, line, "byline"))
    signed = signs(text, labelled=marked or META.search(around) is not None, known=known)
    if len(text) < 160 and next(moments(text), None):
        return "byline" if signed and byline.read(text) else "time"
    if signed:
        return "byline"
    if len(text) < 40 and LABELS["section"].search(around):
        return "section"
    return "note" if NOTE.match(text) and len(text) > 25 else None


def _introduces(line: Line, stated: Sequence[Evidence], known: Sequence[str]) -> bool:
    """Whether a line under the headline sums the report up: its label, a heading, or the page's own description."""
    text = line.text
    if len(text) <= 30 or (len(text) < 160 and next(moments(text), None)):
        return False
    if signs(text, labelled=bool(LABELS["byline"].search(labelled(line, 2))), known=known):
        return False
    if LABELS["subheading"].search(labelled(line, 3)) or line.block.tag in ("h2", "h3"):
        return True
    own = words(text)
    return any(alike(own, words(e.value)) > 0.8 for e in stated if e.field == "description")


def _inside(line: Line) -> Iterator[Placed]:
    """A line between body paragraphs that is not body."""
    text = line.text
    if _is_box(line, text):
        return
    if role := picture_role(line):
        yield from captioned(line, role)
    elif len(text) > 25 and _is_note(text):
        yield whole(line, "note")
    elif credit.is_sign_off(text) or endings.is_end(text):
        yield whole(line, None)


def _in_foot(line: Line, known: Sequence[str], *, signed: bool) -> Iterator[Placed]:
    """A line below the body; ``signed``: it stands where a report's signature would."""
    text = line.text
    if is_furniture(text) or furniture.is_plea(text) or _is_linked(line):
        return
    if len(text) > 25 and (_is_note(text) or notes.is_translation(text) or notes.is_editors(text)):
        yield whole(line, "note")
    elif credit.is_sign_off(text) or endings.is_end(text) or SIGNED.search(text[:300]) or endings.is_contact(text):
        yield whole(line, None)
    elif RIGHTS.match(text) and len(text) < 300:
        yield whole(line, "rights")
    elif len(text) < 120 and _closes(line, text, known, bare=signed):
        yield whole(line, "byline")


def _is_linked(line: Line) -> bool:
    """Whether a line is a row of links, or of labels that signs part."""
    return line.linked > 0.8 * len(line.text) and (line.text.count("|") > 0 or len(line.text) > 60)


def _is_note(text: str) -> bool:
    return notes.is_correction(text) or NOTE.match(text) is not None


def _is_box(line: Line, text: str) -> bool:
    """Whether a line beside the body is furniture: by its words, its element or its element's labels."""
    if is_furniture(text) or furniture.is_share(text) or furniture.is_plea(text):
        return True
    around = list(above(line.block, 4))
    boxed = any(each.tag in ("nav", "footer", "button", "form") or BOX.search(labels(each)) for each in around)
    # "teaser" is what some houses call the standfirst.
    return boxed and not (len(text) > 60 and TEASER.search(labels(line.block)))


def _marked(segment: Segment, line: Line, name: str) -> bool:
    """Whether the element that a segment stands in, or its block, is labelled so."""
    return bool(LABELS[name].search(labels(segment.element)) or LABELS[name].search(labels(line.block)))


def _closes(line: Line, text: str, known: Sequence[str], *, bare: bool) -> bool:
    """Whether a line signs the report: it opens like a byline, its label says so, or it is a name where one signs."""
    marked = _marked(line.segments[0], line, "byline")
    if not (OPENING.match(text) or bare or marked or LABELS["credit"].search(labels(line.block))):
        return False
    return signs(text, labelled=marked, known=known)
