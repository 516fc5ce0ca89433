"""What each line of a page is, by its markup, its words and its place; lines that are nothing are left out.

Three regions: the head from the headline to the body, the body itself with what stands inside it, and the foot.
Signatures, end marks and contact lines are known by the conventions of wire copy, which pages keep; such a block goes
on without a role, since its words alone tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.intake.dates.moments import moments
from hearsay.intake.page.furniture import (
    BOX,
    BRACKETED,
    CHART,
    CREDITED,
    LABELS,
    META,
    NOTE,
    OPENING,
    RIGHTS,
    SIGNED,
    TEASER,
    is_furniture,
    is_picture,
    labels,
)
from hearsay.intake.page.headline import HEADINGS, alike, words
from hearsay.intake.wire import byline, credit, endings, furniture, notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from hearsay.intake.draft import Role
    from hearsay.intake.page.layout import Line, Segment
    from hearsay.model.report import Evidence

_ABOVE = 14
"""Lines above the body, or above the headline, that may hold a section, a byline or a time."""
_BELOW = 16
"""Lines below the body that may hold a signature, a note or a rights line."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch of visible text with its role, and its place in the decoded source."""

    text: str
    start: int
    end: int
    role: Role | None
    stamp: str | None = None
    """The moment in the markup of a time, as it stands."""


def assign(lines: Sequence[Line], body: set[int], headline: int | None, stated: Sequence[Evidence]) -> list[Placed]:
    """The report's blocks in reading order."""
    # Headings above the first paragraph belong to the head: a byline may stand between them and it.
    first = min((number for number in body if lines[number].block.tag not in HEADINGS), default=min(body))
    # What follows the last paragraph is the foot, also where a rights line there was taken for body.
    last = max((number for number in body if _in_body(lines[number]).role == "paragraph"), default=max(body))
    parents = {lines[number].block.getparent() for number in body}
    heads = words(lines[headline].text) if headline is not None else []
    placed: list[Placed] = []
    seen: set[str] = set()
    top = first if headline is None else min(first, headline)
    for number in range(max(0, top - _ABOVE), min(len(lines), last + _BELOW)):
        line = lines[number]
        if number == headline:
            found = [_whole(line, "headline")]
        elif heads and words(line.text) == heads:
            continue
        elif number in body:
            found = [_in_body(line)]
        elif line.hidden:
            continue
        elif number < first:
            found = list(_in_head(line, stated, above=headline is not None and number < headline))
        elif number < last:
            found = list(_inside(line))
        else:
            found = list(_in_foot(line, signed=number < last + 3 and line.block.getparent() in parents))
        # Pages for two screen sizes print a byline or a caption twice.
        placed.extend(p for p in found if p.role in ("paragraph", "subheading") or p.text not in seen)
        seen.update(p.text for p in found)
    return placed


def _in_body(line: Line) -> Placed:
    text = line.text
    if line.block.tag in HEADINGS:
        return _whole(line, "subheading")
    if is_picture(line):
        return _whole(line, _pictured(line))
    if len(text) < 300 and (text[0] in "▲△▼" or CHART.match(text) or (line.pictured and BRACKETED.search(text))):
        return _whole(line, "caption")
    if endings.is_rights(text) and RIGHTS.match(text) and len(text) < 300:
        return _whole(line, "rights")
    if notes.is_correction(text) or (notes.is_translation(text) and len(text) < 200):
        return _whole(line, "note")
    if credit.is_sign_off(text) or endings.is_end(text):
        return _whole(line, None)
    return _whole(line, "paragraph")


def _in_head(line: Line, stated: Sequence[Evidence], *, above: bool) -> Iterator[Placed]:
    if _is_box(line, line.text):
        return
    if role := _pictured(line):
        if not above:
            yield _whole(line, role)
        return
    if not above and _introduces(line, stated):
        yield _whole(line, "subheading")
        return
    for segment in line.segments:
        stamp = _stamp(segment.element)
        role = "time" if stamp else _head_role(line, segment)
        # What stands above the headline is the site's, but for what says that it is the report's.
        if role and (not above or role == "section" or (role == "time" and _labelled_time(segment))):
            yield Placed(segment.text, segment.start, segment.end, role, stamp)


def _stamp(element: HtmlElement) -> str | None:
    """The moment that the markup of a visible time states (HTML standard, 4.5.14)."""
    found = next((each for each in _up(element, 3) if each.tag == "time" or each.get("datetime")), None)
    return found.get("datetime") if found is not None else None


def _labelled_time(segment: Segment) -> bool:
    return any(moment.label for moment in moments(segment.text))


def _head_role(line: Line, segment: Segment) -> Role | None:
    text = segment.text
    around = f"{labels(segment.element)} {_labelled(line, 3)}"
    signed = byline.read(text, marked=bool(LABELS["byline"].search(around))) is not None
    if not signed and META.search(around) and (read := byline.read(text, marked=True)):
        signed = any(byline.is_name(name) for name in read.names)
    if len(text) < 160 and next(moments(text), None):
        return "byline" if signed and byline.read(text) else "time"
    if signed and len(text) < 200:
        return "byline"
    if _marked(segment, line, "byline") and len(text) < 100:
        return "byline"
    if len(text) < 40 and LABELS["section"].search(around):
        return "section"
    return "note" if NOTE.match(text) and len(text) > 25 else None


def _introduces(line: Line, stated: Sequence[Evidence]) -> bool:
    """Whether a line under the headline sums the report up: its label, a heading, or the page's own description."""
    text = line.text
    if len(text) <= 30 or _signs(line, text):
        return False
    if LABELS["subheading"].search(_labelled(line, 3)) or line.block.tag in ("h2", "h3"):
        return True
    own = words(text)
    return any(alike(own, words(e.value)) > 0.8 for e in stated if e.field == "description")


def _signs(line: Line, text: str) -> bool:
    """Whether a line is a byline or states a moment."""
    if len(text) < 160 and next(moments(text), None):
        return True
    return len(text) < 200 and byline.read(text, marked=bool(LABELS["byline"].search(_labelled(line, 2)))) is not None


def _inside(line: Line) -> Iterator[Placed]:
    """A line between body paragraphs that is not body."""
    text = line.text
    if _is_box(line, text):
        return
    if role := _pictured(line):
        yield _whole(line, role)
    elif len(text) > 25 and _is_note(text):
        yield _whole(line, "note")
    elif credit.is_sign_off(text) or endings.is_end(text):
        yield _whole(line, None)


def _in_foot(line: Line, *, signed: bool) -> Iterator[Placed]:
    """A line below the body; ``signed``: it stands where a report's signature would."""
    text = line.text
    if is_furniture(text) or furniture.is_plea(text):
        return
    if len(text) > 25 and (_is_note(text) or notes.is_translation(text) or notes.is_editors(text)):
        yield _whole(line, "note")
    elif credit.is_sign_off(text) or endings.is_end(text) or SIGNED.search(text[:300]) or endings.is_contact(text):
        yield _whole(line, None)
    elif RIGHTS.match(text) and len(text) < 300:
        yield _whole(line, "rights")
    elif len(text) < 120 and _is_byline(line, text, bare=signed):
        yield _whole(line, "byline")


def _is_note(text: str) -> bool:
    return notes.is_correction(text) or NOTE.match(text) is not None


def _pictured(line: Line) -> Role | None:
    """Whether a line belongs to a picture: its caption or its credit."""
    if not (is_picture(line) or _under_image(line)):
        return None
    own = f"{labels(line.block)} {labels(line.segments[0].element)}"
    credited = LABELS["credit"].search(own) or (CREDITED.match(line.text) and len(line.text) < 80)
    return "credit" if credited else "caption"


def _under_image(line: Line) -> bool:
    """Whether a line right after an image reads like its caption: labelled so, in small type, or with a credit."""
    if not line.pictured or len(line.text) > 400 or len(line.text) < 12:
        return False
    small = any(each.tag in ("small", "i", "em", "font") for each in _up(line.segments[0].element, 2))
    return small or bool(CREDITED.match(line.text)) or bool(LABELS["picture"].search(_labelled(line, 2)))


def _is_box(line: Line, text: str) -> bool:
    """Whether a line beside the body is furniture: by its words, its element or its element's labels."""
    if is_furniture(text) or furniture.is_share(text) or furniture.is_plea(text):
        return True
    around = list(_up(line.block, 4))
    boxed = any(each.tag in ("nav", "footer", "button", "form") or BOX.search(labels(each)) for each in around)
    # "teaser" is what some houses call the standfirst.
    return boxed and not (len(text) > 60 and TEASER.search(labels(line.block)))


def _marked(segment: Segment, line: Line, name: str) -> bool:
    """Whether the element that a segment stands in, or its block, is labelled so."""
    return bool(LABELS[name].search(labels(segment.element)) or LABELS[name].search(labels(line.block)))


def _is_byline(line: Line, text: str, *, bare: bool) -> bool:
    """Whether a line signs the report: it opens like a byline, its label says so, or it is a name where one signs."""
    labelled = _marked(line.segments[0], line, "byline")
    if OPENING.match(text):
        return byline.read(text) is not None
    if bare and (read := byline.read(text)):
        return any(byline.is_name(name) for name in read.names)
    return labelled and byline.read(text, marked=True) is not None


def _labelled(line: Line, levels: int) -> str:
    return " ".join(labels(each) for each in _up(line.block, levels))


def _up(element: HtmlElement, levels: int) -> Iterator[HtmlElement]:
    """An element and those around it, up to the page's body."""
    here: HtmlElement | None = element
    for _ in range(levels):
        if here is None or here.tag in ("body", "html"):
            return
        yield here
        here = here.getparent()


def _whole(line: Line, role: Role | None) -> Placed:
    return Placed(line.text, line.start, line.end, role)
