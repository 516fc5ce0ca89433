"""Names made comparable: small letters, no marks, no suffixes, the initials apart."""

from __future__ import annotations

import re
import unicodedata

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_POINTS = re.compile(r"[.,'’‘ʼ]")
_JOINTS = re.compile(r"[-‐‑_]")


def fold(name: str) -> str:
    """A name in small letters without marks, points and suffixes; hyphens and underscores become spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    words = _JOINTS.sub(" ", _POINTS.sub("", plain)).split()
    return " ".join(word for word in words if word not in _SUFFIXES)


def short(folded: str) -> str:
    """A folded name without the initials between its first and last words."""
    words = folded.split()
    return " ".join(word for i, word in enumerate(words) if len(word) > 1 or i in (0, len(words) - 1))


def initials(folded: str) -> str:
    """The initials that :func:`short` leaves out, in their order."""
    return "".join(word for word in folded.split()[1:-1] if len(word) == 1)
