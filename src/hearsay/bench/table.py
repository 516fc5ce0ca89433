"""Pages a second and peak memory, each stage in a process of its own: the entry of this folder."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hearsay.bench.clock import Taken
from hearsay.bench.pages import lay_out
from hearsay.bench.stages import STAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.bench.pages import Pages

HEAD = f"{'stage':<42}{'a second':>9}{'ms each':>9}{'ms CPU':>9}{'of peer':>9}{'peak MB':>12}"


@dataclass(frozen=True, slots=True)
class Row:
    """What a stage took. ``of_peer`` is its rate beside that of the peer, measured in the same run."""

    stage: str
    title: str
    taken: Taken
    of_peer: float | None

    def __str__(self) -> str:
        taken = self.taken
        ratio = "" if self.of_peer is None else f"{self.of_peer:.2f}"
        memory = f"{taken.own_bytes / 1e6:.0f}" + (f"+2×{taken.child_bytes / 1e6:.0f}" if taken.child_bytes else "")
        cpu = "" if taken.child_bytes else f"{1000 * taken.cpu_seconds / taken.steps:.2f}"  # of this process alone
        return f"{self.title:<42}{taken.rate:>9.1f}{1000 / taken.rate:>9.2f}{cpu:>9}{ratio:>9}{memory:>12}"


def machine() -> str:
    """One line on what figures are taken on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{_processor()}, {cores} cores; Python {platform.python_version()}; {platform.system()} {platform.machine()}"
    )


def measure(named: Path | None, data: Path, stages: Sequence[str], rounds: int) -> Iterator[str | Row]:
    """A line on the machine, a line on the pages, then each stage as it is measured.

    Args:
        named: a folder of pages (``*.html``, ``*.html.gz``); those of ``data`` where none is named.
        data: the shared corpora; the demo of a checkout where they are absent.
        stages: names of :data:`~hearsay.bench.stages.STAGES`; the peer, if it is the first, is the yardstick.
        rounds: over the pages, after one to warm up; the median counts.

    Raises:
        UsageError: if there is not one page.
    """
    with tempfile.TemporaryDirectory() as folder:
        pages = lay_out(named, data, Path(folder))
        yield machine()
        yield f"{pages.count} pages ({pages.origin}); median of {rounds} rounds after one to warm up"
        peer: Taken | None = None
        for name in stages:
            taken = _apart(name, pages, rounds)
            peer = taken if name == "peer" else peer
            yield Row(name, STAGES[name][0], taken, taken.rate / peer.rate if peer else None)


def plain(row: Row) -> dict[str, object]:
    """A row for machines: its rate a second, and bytes and seconds as they were taken."""
    return {"stage": row.stage, "a_second": row.taken.rate, "of_peer": row.of_peer, **asdict(row.taken)}


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text("utf-8").splitlines() if described.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown processor"


def _apart(name: str, pages: Pages, rounds: int) -> Taken:
    """The stage in a fresh process, so that its memory is its own."""
    command = [sys.executable, "-m", "hearsay.bench.clock", name, str(pages.folder), str(rounds)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 (our own interpreter and module)
    return msgspec.json.decode(done.stdout.splitlines()[-1], type=Taken)
