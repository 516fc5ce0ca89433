"""Which statements of a reading the gold's statements are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.evaluation.folding import Folded
from hearsay.evaluation.matching import pairs, shared
from hearsay.evaluation.stories import names
from hearsay.evaluation.stories.statements import speaker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hearsay.evaluation.claims.gold import GoldClaim, GoldStatement
    from hearsay.model.reading import Attribution, Reading

Key = tuple[str, str]
"""A statement of ours: the report's file, and the attribution's id."""

_ALIKE = 0.3  # F1 of characters from which two contents are the same words
_LEAST = 8  # characters that a part of a content has in common
_PART, _CUE, _VOICE, _STANCE = 0.25, 0.15, 0.3, 0.05


def place(claim: GoldClaim, readings: Mapping[str, Reading]) -> frozenset[Key]:
    """The attributions that state the claim, each for one gold statement; those that no reading has are left out."""
    found: set[Key] = set()
    for file in sorted({one.file for one in claim.statements}):
        reading = readings.get(file)
        if reading is None:
            continue
        wanted = [one for one in claim.statements if one.file == file]
        folded = Folded.of(reading.report.text)
        matched = pairs(wanted, reading.attributions, lambda g, f, r=reading, t=folded: _score(g, f, r, t))  # type: ignore[misc]
        found.update((file, reading.attributions[place].id) for _, place in matched)
    return frozenset(found)


def _score(gold: GoldStatement, found: Attribution, reading: Reading, folded: Folded) -> float:
    best = 0.0
    for spot in folded.find(gold.content):
        both = shared((spot,), found.content)
        length = sum(len(piece) for piece in found.content)
        alike = 2 * both / (length + len(spot)) if both else 0.0
        if alike < _ALIKE:
            alike = _PART if both >= _LEAST or (both and 2 * both >= length) else 0.0
        best = max(best, alike or _CUE * bool(shared((spot,), found.cue)))
    if not best:
        return 0.0
    voice = names.alike(gold.speaker, speaker(reading, found))
    return best + _VOICE * voice + _STANCE * (found.stance == gold.stance)
