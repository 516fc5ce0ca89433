"""``python -m evaluation SUITE``: measure, show, and keep the floors."""

from __future__ import annotations

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation import errors, floors
from evaluation.corpora import AbsentError
from evaluation.publishing import publish
from evaluation.readings import Alone, Lines, Product, Reader
from evaluation.scores import Result, show

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HERE = Path(__file__).parent
SUITES = {
    "attribution": "evaluation.attribution:run",
    "bare": "evaluation.attribution:bare",
    "stories": "evaluation.stories:run",
    "specimen": "evaluation.specimen:run",
    "calibration": "evaluation.calibration:run",
    "pages": "evaluation.pages:run",
    "times": "evaluation.timeml:run",
    "figures": "evaluation.newsquant:run",
    "names": "evaluation.re3d:run",
    "speakers": "evaluation.speakers:run",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the suites that are named, or all; with ``gate`` it fails where a score fell below its floor."""
    given = _arguments().parse_args(arguments)
    reader: Reader = Lines(given.readings) if given.readings else Alone() if given.alone else Product()
    results: list[Result] = []
    for name in [suite for suite in given.suites if suite in SUITES] or SUITES:
        try:
            results.append(_suite(name)(given.data, reader))
        except AbsentError as absent:
            print(f"{name}: absent ({absent}); nothing is measured")
            continue
        print(show(results[-1]))
        print(f"\nerrors: {errors.write(given.errors, name, results[-1].misses)}\n", flush=True)
    if given.json:
        given.json.write_text(json.dumps({r.suite: r.values() for r in results}, indent=1), encoding="utf-8")
    if given.publish:
        publish(given.publish, results)
    return _gate(results, rise=given.rise) if "gate" in given.suites else 0


def _suite(name: str) -> Callable[[Path, Reader], Result]:
    module, _, function = SUITES[name].partition(":")
    suite: Callable[[Path, Reader], Result] = getattr(import_module(module), function)
    return suite


def _gate(results: Sequence[Result], *, rise: bool) -> int:
    kept = floors.load(HERE / "floors.json")
    fallen = [line for result in results for line in floors.fallen(result, kept)]
    print("\n".join(fallen) or f"{len(results)} suites measured, every score at or above its floor")
    if rise:
        floors.save(HERE / "floors.json", floors.raised(results, kept))
    return 1 if fallen else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="evaluation", description=__doc__)
    parser.add_argument("suites", nargs="+", choices=[*SUITES, "all", "gate"], metavar="SUITE | all | gate")
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="the shared corpora")
    parser.add_argument("--readings", type=Path, help="score these JSON lines in place of the installed package")
    parser.add_argument("--alone", action="store_true", help="intake, times and figures without the model: quick")
    parser.add_argument("--errors", type=Path, default=HERE / "errors", help="where the pages of misses go")
    parser.add_argument("--json", type=Path, help="write every score to this file")
    parser.add_argument("--publish", type=Path, help="write the figures into this page, between its marks")
    parser.add_argument("--rise", action="store_true", help="with gate: write risen scores as the new floors")
    return parser


if __name__ == "__main__":
    sys.exit(main())
