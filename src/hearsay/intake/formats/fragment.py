"""Running text that stands in a field of a wire format: plain, or as a fragment of HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.intake.draft import Block
from hearsay.intake.page import dom, layout
from hearsay.intake.wire import wrapping

if TYPE_CHECKING:
    from hearsay.intake.draft import Legible, Role

_TAGS = re.compile(
    r"</?(?:p|br|a|h[1-6]|div|span|section|article|table|ul|li|strong|em|b|i)\b[^<>]{0,300}>", re.IGNORECASE
)
_ROLES: dict[str, Role] = {
    "h1": "subheading", "h2": "subheading", "h3": "subheading", "h4": "subheading", "h5": "subheading",
    "h6": "subheading", "hl2": "subheading", "figcaption": "caption",
}  # fmt: skip


def is_html(text: str) -> bool:
    """Whether a field that does not say what it holds holds HTML."""
    return _TAGS.search(text) is not None


def blocks(view: Legible, *, html: bool, role: Role = "paragraph") -> list[Block]:
    """The blocks of a field's text, each with its bytes.

    Args:
        view: the field's text.
        html: whether it is a fragment of HTML.
        role: what its paragraphs are.
    """
    if html:
        found = layout.lines(dom.parse(f"<div>{view.text}</div>"))
        shift = len("<div>")
        return [
            Block(line.text, view.bytes_of(line.start - shift, line.end - shift), _ROLES.get(line.block.tag, role))
            for line in found
            if line.text.strip() and not line.hidden
        ]
    whole = [(run.text, run.place(0), run.place(len(run.text) - 1) + 1) for run in wrapping.runs(view.text)]
    return [Block(text, view.bytes_of(start, end), role) for text, start, end in whole if text]
