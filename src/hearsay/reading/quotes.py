"""Quotation states: which characters of a text stand inside quoted speech."""

from collections.abc import Sequence

from hearsay.model.span import Span
from hearsay.text import quotations

OUTSIDE, OPEN, INSIDE, CLOSE = 0, 1, 2, 3


def states(text: str, regions: Sequence[Span]) -> bytes:
    """One state for each code point of `text`: OUTSIDE, OPEN (the mark itself), INSIDE or CLOSE (the mark itself).

    Only outermost quotations count, and only those in the regions.
    """
    out = bytearray(len(text))
    for quotation in quotations.outermost(quotations.find(text, regions)):
        start, end = quotation.span.start, quotation.span.end
        out[start:end] = bytes([INSIDE]) * (end - start)
        out[start] = OPEN
        if quotation.closed:
            out[end - 1] = CLOSE
    return bytes(out)
