"""Lines that belong to a picture: captions and credits."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hearsay.intake.page.furniture import CREDITED, LABELS, is_picture, labelled, labels
from hearsay.intake.page.layout import above
from hearsay.intake.page.placed import Placed
from hearsay.intake.wire import credit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from hearsay.intake.draft import Role
    from hearsay.intake.page.layout import Line, Segment


def picture_role(line: Line) -> Role | None:
    """What a line is beside a picture: its caption or its credit; ``None`` where it belongs to none."""
    text = line.text
    if not (is_picture(line) or _under_image(line)):
        return None
    own = f"{labels(line.block)} {labels(line.segments[0].element)}"
    if LABELS["credit"].search(own) or (CREDITED.match(text) and len(text) < 80) or credit.known(text):
        return "credit"
    return "credit" if text.isupper() and len(text.split()) < 3 else "caption"


def captioned(line: Line, role: Role) -> Iterator[Placed]:
    """A picture's line as its caption and its credit, where an element of the line is labelled so."""
    groups = [(credited, list(group)) for credited, group in groupby(line.segments, lambda s: _credits(s, line))]
    for credited, segments in groups:
        text = " ".join(segment.apart for segment in segments).strip(" -–—|/")
        if text:
            kind: Role = "credit" if credited else role if len(groups) == 1 else "caption"
            yield Placed(text, segments[0].start, segments[-1].end, kind)


def _credits(segment: Segment, line: Line) -> bool:
    """Whether the element that a segment stands in, below the line's own block, is labelled as a credit."""
    here: HtmlElement | None = segment.element
    while here is not None and here is not line.block:
        if LABELS["credit"].search(labels(here)):
            return True
        here = here.getparent()
    return False


def _under_image(line: Line) -> bool:
    """Whether a line right after an image reads like its caption: labelled so, in small type, or with a credit."""
    if not line.pictured or len(line.text) > 400 or len(line.text) < 12:
        return False
    small = any(each.tag in ("small", "i", "em", "font") for each in above(line.segments[0].element, 2))
    return small or bool(CREDITED.match(line.text)) or bool(LABELS["picture"].search(labelled(line, 2)))
