"""How alike statements are: for each pair, what speaks for and against their being about one proposition.

Each feature is a symmetric matrix over the statements. What is said is compared in four views, from the content alone
to the whole paragraph: by shared terms (cosine of stems weighted by rarity in the language and in the story) and by
meaning (cosine of summed word vectors, as they are and with the story's own mean taken off). Statements of one report
stand nearer or farther in its text; those of several reports do not, so each view counts for the two cases on its own.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from hearsay.story.claims import meaning, terms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from hearsay.story.claims.said import Said

    Matrix = NDArray[np.float32]

_COMMON = 0.9  # how much of the story's mean direction is taken off each vector
_VIEWS: dict[str, Callable[[Said], tuple[str, ...]]] = {
    "own": lambda said: said.own,
    "sentence": lambda said: said.sentence,
    "around": lambda said: said.around,
    "block": lambda said: said.block,
}


def features(said: Sequence[Said], speakers: Sequence[str]) -> dict[str, Matrix]:
    """Every feature by name. ``speakers`` names who speaks in each statement, empty where nobody is known."""
    same = _equal([one.report for one in said])
    texts = _texts(said)
    found = {"bias": np.ones_like(same), "same report": same}
    for name, matrix in texts.items():
        found[f"{name}, one report"] = matrix * same
        found[f"{name}, two reports"] = matrix * (1 - same)
    return found | _places(said, same) | _voices(said, speakers, same) | _figures(said)


def _texts(said: Sequence[Said]) -> dict[str, Matrix]:
    weights = _weights(said)
    order = {stem: at for at, stem in enumerate(weights)}
    views = {name: [view(one) for one in said] for name, view in _VIEWS.items()}
    bags = {name: _bags(texts, weights, order) for name, texts in views.items()}
    found = {f"terms of {name}": rows @ rows.T for name, rows in bags.items()}
    meant = {name: _sums(texts) for name, texts in views.items()}
    for name, rows in meant.items():
        found[f"meaning of {name}"] = rows @ rows.T
        apart = _unit(rows - np.float32(_COMMON) * rows.mean(0))
        found[f"own meaning of {name}"] = apart @ apart.T
    inside = meant["own"] @ meant["block"].T
    found["meaning of own in block"] = np.maximum(inside, inside.T)
    found["meaning of both in block"] = np.minimum(inside, inside.T)
    for other in ("sentence", "around", "block"):
        across = bags["own"] @ bags[other].T
        found[f"terms of own in {other}"] = np.maximum(across, across.T)
    found["terms of both in block"] = np.minimum(across, across.T)
    found["rarest term"] = _rarest([set(map(terms.stem, one.own)) for one in said], weights)
    return found


def _weights(said: Sequence[Said]) -> dict[str, float]:
    """How much each stem tells: by its rarity in the language, and in the story's statements."""
    spread: Counter[str] = Counter()
    rarity: dict[str, float] = {}
    for one in said:
        for word in (*one.around, *one.block, *one.own):
            stem = terms.stem(word)
            rarity[stem] = min(rarity.get(stem, math.inf), terms.weight(word))
        spread.update({terms.stem(word) for word in one.sentence})
    return {stem: rarity[stem] * math.log(1 + len(said) / max(spread[stem], 1)) for stem in sorted(rarity)}


def _bags(texts: Sequence[tuple[str, ...]], weights: dict[str, float], order: dict[str, int]) -> Matrix:
    rows = np.zeros((len(texts), len(order)), np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in text:
            stem = terms.stem(word)
            row[order[stem]] = weights[stem]
    return _unit(rows)


def _sums(texts: Sequence[tuple[str, ...]]) -> Matrix:
    rows = np.zeros((len(texts), meaning.width()), np.float32)
    if not texts:
        return rows
    for row, text in zip(rows, texts, strict=True):
        for word in text:
            row += meaning.vector(word)
    return _unit(rows)


def _unit(rows: Matrix) -> Matrix:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Matrix = (rows / np.where(lengths > 1e-6, lengths, 1)).astype(np.float32)
    return unit


def _rarest(sets: Sequence[set[str]], weights: dict[str, float]) -> Matrix:
    """The weight of the most telling stem that two statements share."""
    found = np.zeros((len(sets), len(sets)), np.float32)
    holders: dict[str, list[int]] = {}
    for place, stems in enumerate(sets):
        for stem in stems:
            holders.setdefault(stem, []).append(place)
    for stem, places in sorted(holders.items()):
        if len(places) > 1:
            block = np.ix_(places, places)
            found[block] = np.maximum(found[block], weights[stem])
    return found


def _equal(values: Sequence[str]) -> Matrix:
    """1 where two values are the same and not empty."""
    numbers = {value: number for number, value in enumerate(dict.fromkeys(values), start=1)}
    coded = np.array([numbers[value] if value else 0 for value in values])
    equal: Matrix = ((coded[:, None] == coded) & (coded > 0)).astype(np.float32)
    return equal


def _places(said: Sequence[Said], same: Matrix) -> dict[str, Matrix]:
    first, last = np.array([one.first for one in said]), np.array([one.last for one in said])
    apart = np.maximum(0, np.maximum(first[:, None] - last, first - last[:, None]))
    part = np.array([one.part for one in said])
    inside = {one.key: place for place, one in enumerate(said)}
    nested = np.zeros_like(same)
    for place, one in enumerate(said):
        outer = inside.get((one.report, one.attribution.within or ""))
        if outer is not None:
            nested[place, outer] = nested[outer, place] = 1
    found = {f"{n} sentences apart": same * (apart == n) for n in range(3)}
    found["few sentences apart"] = same * ((apart > 2) & (apart < 6))
    return found | {"one paragraph": same * (part[:, None] == part), "nested": nested}


def _voices(said: Sequence[Said], speakers: Sequence[str], same: Matrix) -> dict[str, Matrix]:
    first, last = np.array([one.first for one in said]), np.array([one.last for one in said])
    near = same * (np.maximum(first[:, None] - last, first - last[:, None]) <= 1)
    voice = _equal(speakers)
    declined = _either([one.attribution.stance == "declines" for one in said])
    bare = _either([not one.text for one in said])
    return {
        "one speaker": voice,
        "one speaker, two reports": voice * (1 - same),
        "one speaker, side by side": voice * near,
        "a refusal": declined,
        "a refusal, side by side": declined * near,
        "no content": bare,
        "no content, side by side": bare * near,
    }


def _either(marks: Sequence[bool]) -> Matrix:
    marked = np.array(marks, dtype=bool)
    either: Matrix = (marked[:, None] | marked).astype(np.float32)
    return either


def _figures(said: Sequence[Said]) -> dict[str, Matrix]:
    units = [frozenset(figure.unit for figure in one.figures if figure.unit) for one in said]
    values = [frozenset((f.low, f.high, f.unit) for f in one.figures if (f.low or f.high or 0) > 2) for one in said]
    counted = np.array([bool(unit) for unit in units], dtype=bool)
    unit, value = _sharing(units), _sharing(values)
    both = (counted[:, None] & counted).astype(np.float32)
    return {
        "one unit": unit,
        "other units": both * (1 - unit),
        "figures in one alone": (counted[:, None] != counted).astype(np.float32),
        "one value": value,
    }


def _sharing(sets: Sequence[frozenset[object]]) -> Matrix:
    """1 where two sets have something in common."""
    order = {item: at for at, item in enumerate(dict.fromkeys(item for items in sets for item in items))}
    rows = np.zeros((len(sets), max(len(order), 1)), np.float32)
    for row, items in zip(rows, sets, strict=True):
        row[[order[item] for item in items]] = 1
    shared: Matrix = (rows @ rows.T > 0).astype(np.float32)
    return shared
