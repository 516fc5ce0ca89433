"""Who has what from whom in the story packs, as a careful editor says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hearsay.evaluation.corpora import need
from hearsay.evaluation.folding import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

CITING = "citing"


@dataclass(frozen=True, slots=True)
class Expected:
    """What is true of a report: its relation to its parents, whether it credits them, and whom it cites.

    ``of`` are the names of its parents, ``cites`` the outlets that one which only cites rests on, as far as there are
    reports of theirs. ``relation`` is ``None`` for one with a text of its own; ``kind`` says more.
    """

    name: str
    relation: str | None = None
    credited: bool = False
    of: tuple[str, ...] = ()
    kind: str = ""
    outlet: str = ""
    cites: tuple[str, ...] = ()
    path: Path | None = None


def load(folder: Path) -> dict[str, tuple[Expected, ...]]:
    """The packs under ``folder`` by name, each with what is true of its reports.

    Raises:
        AbsentError: where there are none.
    """
    packs = sorted(need(folder).glob("*/gold.json"))
    return {path.parent.name: _pack(path) for path in packs}


def pairs(expected: Iterable[Expected]) -> frozenset[tuple[str, str]]:
    """Every copy with each origin that it leads back to."""
    parents = {one.name: one.of for one in expected}

    def origins(name: str) -> frozenset[str]:
        above = parents.get(name, ())
        return frozenset().union(*(origins(of) for of in above)) if above else frozenset({name})

    return frozenset((name, origin) for name, of in parents.items() if of for origin in origins(name))


def _pack(path: Path) -> tuple[Expected, ...]:
    reports: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["reports"]
    return tuple(_expected(one, reports, path.parent / "reports") for one in reports)


def _expected(one: Mapping[str, Any], reports: Sequence[Mapping[str, Any]], folder: Path) -> Expected:
    relation, path, name, outlet = one["relation"], folder / one["file"], one["file"], one["outlet"]
    if one["copy_of"]:
        known = "reworded" if relation == "uncredited" else relation
        return Expected(name, known, relation != "uncredited", (one["copy_of"],), relation, outlet, path=path)
    if relation == CITING:
        meant = _meant(one, reports)
        of = tuple(dict.fromkeys(files[0] for files in meant.values() if len(files) == 1))
        return Expected(name, CITING, True, of, CITING, outlet, tuple(meant), path)
    return Expected(name, None, False, (), relation, outlet, path=path)


def _meant(one: Mapping[str, Any], reports: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The outlets that are cited, each with its reports before this one; those without are left out.

    Which of several is meant the gold does not say.
    """
    before = [other for other in reports if other["file"] < one["file"]]
    found = {
        name: [other["file"] for other in before if _bare(other["outlet"]) == _bare(name)] for name in one["cites"]
    }
    return {name: files for name, files in found.items() if files}


def _bare(name: str) -> str:
    return plain(name).removeprefix("the ")
