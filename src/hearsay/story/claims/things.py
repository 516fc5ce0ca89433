"""What a figure counts, so that figures on different things are never put in one history.

Two figures count one thing where their units agree and nothing tells them apart: what befell the counted (dead against
injured), whether it has happened (sent so far against expected), and the place (one town against the whole country).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hearsay.model.reading import Figure

# What befalls people and things in news copy, after the figures that agencies give in one sentence: each row is one
# fate, by the stems of the words that name it (cf. the casualty slots of MUC-4 and the "counts" of ACLED's codebook).
_FATES = {
    "dead": "dead|death|deaths|die|died|dies|kill|killed|killing|kills|fatalit|toll|lost their lives|lives lost|bodies",
    "hurt": "injur|wounded|hurt|hospitali|treated|burned|burnt",
    "missing": "missing|unaccounted|disappeared|trapped",
    "held": "arrest|detain|detention|in custody|jailed|held|charged|warrant|indicted",
    "homeless": "displaced|homeless|evacuat|fled|flee|refugee|shelter|flown out",
    "rescued": "rescued|pulled alive|saved|survivor",
    "sent": "sent|dispatched|deployed|delivered|arrived|shipped",
    "destroyed": "destroyed|collapsed|damaged|demolished|burnt down|levelled|flattened",
    "waiting": "waiting|queue|held up|stranded|stuck|backlog",
    "struck": "strike|walked out|walkout",
}
_FATE = re.compile(r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _FATES.items()) + ")", re.IGNORECASE)
_COMING = re.compile(
    r"\b(?:will|would|could|may|might|expect\w*|plan\w*|forecast\w*|predict\w*|estimate\w*|by the end|fear\w*|up to"
    r"|eventually|another|further|more)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:in|at|near|around|across|from)\s+((?:the\s+)?[\w-]*-?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)")
_NEAR = 48  # characters around a figure that say what befell the counted


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: its unit, its fate, whether it is still to come, and the places named with it."""

    unit: str | None
    fate: str | None
    coming: bool
    places: frozenset[str]

    def same(self, other: Thing) -> bool:
        """Whether two figures may stand in one history."""
        if self.unit != other.unit or self.coming != other.coming:
            return False
        if self.fate != other.fate:
            return False
        return not (self.places and other.places) or bool(self.places & other.places)


def thing(text: str, start: int, end: int, figure: Figure) -> Thing:
    """What a figure counts, by its unit and the words beside it in the clause ``text[start:end]``."""
    span = figure.span
    before = text[max(start, span.start - _NEAR) : span.start]
    after = text[span.end : min(end, span.end + _NEAR)]
    words = f"{figure.about or ''} {after}"
    fate = _FATE.search(figure.about or "") or _FATE.search(span.of(text)) or _FATE.search(after)
    fate = fate or _last(before)
    places = frozenset(match[1].removeprefix("the ") for match in _PLACE.finditer(f"{words}"))
    return Thing(figure.unit, fate.lastgroup if fate else None, bool(_COMING.search(before)), places)


def _last(text: str) -> re.Match[str] | None:
    return next(iter(reversed(list(_FATE.finditer(text)))), None)
