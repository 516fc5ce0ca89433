"""Score floors that only rise, each tied to the digest of the data it was measured on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from hearsay.evaluation.scores import Result

TOLERANCE = 0.004
"""What arithmetic moves: another processor or kernel rounds otherwise, and what int8 makes of a window follows its
largest value. The same weights with attention as one operator moved rows by up to .0035, up and down."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The lowest scores allowed for one suite, and the digest of the data they hold for."""

    data: str
    scores: Mapping[str, float]


def load(path: Path) -> dict[str, Floor]:
    """The floors of each suite; none where there is no file yet."""
    if not path.exists():
        return {}
    held = json.loads(path.read_text("utf-8"))
    return {suite: Floor(entry["data"], entry["scores"]) for suite, entry in held.items()}


def fallen(result: Result, floors: Mapping[str, Floor]) -> list[str]:
    """One line for each score below its floor, and for data that are not those of the floors."""
    floor = floors.get(result.suite)
    if floor is None:
        return []
    if floor.data != result.data_sha256:
        return [f"{result.suite}: the data changed ({floor.data[:12]} to {result.data_sha256[:12]}): set new floors"]
    now = result.values(gated=True)
    return [
        f"{result.suite}: {name} fell from {least:.4f} to {now.get(name, 0.0):.4f}"
        for name, least in floor.scores.items()
        if now.get(name, 0.0) < least - TOLERANCE
    ]


def raised(results: Iterable[Result], floors: Mapping[str, Floor]) -> dict[str, Floor]:
    """The floors with every risen score; a floor stays where the score is lower, and all are new for new data."""
    risen = dict(floors)
    for result in results:
        kept = floors.get(result.suite)
        least = kept.scores if kept and kept.data == result.data_sha256 else {}
        now = {name: max(value, least.get(name, 0.0)) for name, value in result.values(gated=True).items()}
        risen[result.suite] = Floor(result.data_sha256, {**least, **now})
    return risen


def save(path: Path, floors: Mapping[str, Floor]) -> None:
    """Writes the floors, in the order of their names."""
    plain = {suite: {"data": f.data, "scores": dict(sorted(f.scores.items()))} for suite, f in sorted(floors.items())}
    path.write_text(json.dumps(plain, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
