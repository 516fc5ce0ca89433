"""Every suite by its name, measured one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from hearsay.errors import UsageError
from hearsay.evaluation.corpora import AbsentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from hearsay.evaluation.readings import Reader
    from hearsay.evaluation.scores import Result

SUITES = {
    "attribution": "attribution:run",
    "bare": "attribution:bare",
    "stories": "stories:run",
    "specimen": "specimen:run",
    "speakers": "speakers:run",
    "names": "re3d:run",
    "pages": "pages:run",
    "times": "timeml:run",
    "figures": "newsquant:run",
    "calibration": "calibration:run",
    "lineage": "lineage:run",
    "clusters": "clusters:run",
    "claims": "claims:run",
}
ALL = "all"


@dataclass(frozen=True, slots=True)
class Absent:
    """A suite whose corpus is not there: nothing was measured."""

    suite: str
    why: str


def chosen(named: Sequence[str]) -> tuple[str, ...]:
    """The suites that are named, each once, in the order of the table; every one for ``all``.

    Raises:
        UsageError: for a name that is none.
    """
    unknown = [name for name in named if name not in (*SUITES, ALL)]
    if unknown:
        raise UsageError(f"no suite {unknown[0]!r}; there are {', '.join((*SUITES, ALL))}")
    return tuple(name for name in SUITES if name in named or ALL in named)


def measure(names: Iterable[str], data: Path, reader: Reader) -> Iterator[Result | Absent]:
    """What each suite measures of the reader on the corpora, lazily and in order.

    ``data`` holds ``data/`` (the public corpora), ``story/`` and ``specimen/``; or it is that ``data/`` itself.
    """
    root = data.resolve().parent if data.name == "data" and not (data / "data").exists() else data
    for name in names:
        try:
            yield _suite(name)(root, reader)
        except AbsentError as absent:
            yield Absent(name, str(absent))


def _suite(name: str) -> Callable[[Path, Reader], Result]:
    module, _, function = SUITES[name].partition(":")
    suite: Callable[[Path, Reader], Result] = getattr(import_module(f"{__package__}.{module}"), function)
    return suite
