"""``hearsay evaluate``: measures Hearsay on corpora with known answers, and holds the scores to their floors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from hearsay.cli.terminal import message, print_json, print_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.evaluation.readings import Reader
    from hearsay.evaluation.scores import Result

Suites = Annotated[list[str], typer.Argument(metavar="SUITE…", help="Suites by name, or all.")]
Data = Annotated[Path, typer.Option("--data", metavar="DIR", help="Where the corpora lie.")]
Readings = Annotated[
    Path | None,
    typer.Option("--readings", metavar="FILE", exists=True, dir_okay=False, help="Score these lines of JSON instead."),
]
Alone = Annotated[bool, typer.Option("--alone", help="Intake, times and figures without the model: seconds.")]
Errors = Annotated[Path, typer.Option("--errors", metavar="DIR", help="Where the pages of errors go.")]
Publish = Annotated[
    Path | None,
    typer.Option("--publish", metavar="FILE", exists=True, dir_okay=False, help="Write the figures into this page."),
]
Gate = Annotated[bool, typer.Option("--gate", help="Fail where a score fell below its floor.")]
Floors = Annotated[Path, typer.Option("--floors", metavar="FILE", help="Where the floors are kept.")]
Rise = Annotated[bool, typer.Option("--rise", help="Make risen scores the new floors.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line for each suite, in place of tables.")]


def evaluate(
    suites: Suites,
    data: Data = Path("../shared"),
    readings: Readings = None,
    alone: Alone = False,
    errors: Errors = Path("evaluation/errors"),
    publish: Publish = None,
    gate: Gate = False,
    floors: Floors = Path("evaluation/floors.json"),
    rise: Rise = False,
    as_json: Json = False,
) -> None:
    """Measure how well reports are read, on corpora with known answers."""
    from hearsay.evaluation import publishing
    from hearsay.evaluation.suites import ALL, Absent, chosen, measure

    results, absent = [], False
    for got in measure(chosen(suites), data, _reader(readings, alone=alone)):
        if isinstance(got, Absent):
            absent = True
            message(f"{got.suite}: {got.why}; nothing is measured")
        else:
            results.append(got)
            _show(got, errors, as_json=as_json)
    if publish:
        publishing.publish(publish, results)
    fallen = _hold(results, floors, gate=gate, rise=rise)
    raise typer.Exit(2 if absent and ALL not in suites else 1 if fallen else 0)


def _reader(readings: Path | None, *, alone: bool) -> Reader:
    from hearsay.evaluation.readings import Alone, Lines, Product

    return Lines(readings) if readings else Alone() if alone else Product()


def _show(result: Result, folder: Path, *, as_json: bool) -> None:
    from hearsay.evaluation import errors
    from hearsay.evaluation.scores import show

    page = errors.write(folder, result.suite, result.misses)
    if as_json:
        held = {"suite": result.suite, "data_sha256": result.data_sha256, "scores": result.values()}
        print_json(msgspec.json.encode(held))
        return
    for line in show(result).splitlines():
        print_line(line)
    print_line("")
    message(f"{result.suite}: errors in {page}")


def _hold(results: Sequence[Result], path: Path, *, gate: bool, rise: bool) -> bool:
    """Whether a score fell below its floor; told with ``gate``. With ``rise`` the risen scores are kept."""
    from hearsay.evaluation import floors

    kept = floors.load(path)
    fallen = [line for result in results for line in floors.fallen(result, kept)] if gate else []
    for line in fallen:
        message(line)
    if gate and not fallen:
        message(f"{len(results)} suites measured, every score at or above its floor")
    if rise:
        floors.save(path, floors.raised(results, kept))
    return bool(fallen)
