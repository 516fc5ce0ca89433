"""``python -m benchmarks [--pages DIR]``: pages a second and peak memory, each stage in a process of its own."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.clock import Taken
from benchmarks.pages import Pages, lay_out
from benchmarks.stages import STAGES

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures the stages and prints a table; the peer's rate is the yardstick of the others."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="the shared corpora; the demo if absent")
    parser.add_argument("--pages", type=Path, help="a folder of other pages (*.html, *.html.gz)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds over the pages; the median counts")
    parser.add_argument("--stages", nargs="+", choices=STAGES, default=list(STAGES))
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        pages = lay_out(given.pages, given.data, Path(folder))
        print(
            f"{machine()}\n{pages.count} pages ({pages.origin}); median of {given.rounds} rounds after one to warm up\n"
        )
        print(f"{'stage':<42}{'a second':>9}{'ms each':>9}{'ms CPU':>9}{'of peer':>9}{'peak MB':>12}")
        peer: Taken | None = None
        for name in given.stages:
            taken = _apart(name, pages, given.rounds)
            peer = taken if name == "peer" else peer
            print(_row(STAGES[name][0], taken, peer), flush=True)
    return 0


def machine() -> str:
    """One line on what the figures were taken on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{_processor()}, {cores} cores; Python {platform.python_version()}; {platform.system()} {platform.machine()}"
    )


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text("utf-8").splitlines() if described.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown processor"


def _apart(name: str, pages: Pages, rounds: int) -> Taken:
    """The stage in a fresh process, so that its memory is its own."""
    command = [sys.executable, "-m", "benchmarks.clock", name, str(pages.folder), str(rounds)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Taken(**json.loads(done.stdout.splitlines()[-1]))


def _row(title: str, taken: Taken, peer: Taken | None) -> str:
    ratio = f"{taken.rate / peer.rate:.2f}" if peer else ""
    memory = f"{taken.own_bytes / 1e6:.0f}" + (f"+2×{taken.child_bytes / 1e6:.0f}" if taken.child_bytes else "")
    cpu = "" if taken.child_bytes else f"{1000 * taken.cpu_seconds / taken.steps:.2f}"  # of this process alone
    return f"{title:<42}{taken.rate:>9.1f}{1000 / taken.rate:>9.2f}{cpu:>9}{ratio:>9}{memory:>12}"


if __name__ == "__main__":
    sys.exit(main())
