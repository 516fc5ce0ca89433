r"""Lone surrogates: halves of a character that JSON may escape (``\ud800``) and no encoding can write."""

from __future__ import annotations

import re

_LONE = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """The text with U+FFFD for each half that stands alone (Python has joined those that stand together)."""
    return text if text.isascii() else _LONE.sub("\N{REPLACEMENT CHARACTER}", text)
