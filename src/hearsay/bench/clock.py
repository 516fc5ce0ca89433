"""One stage in this process, and what it took as JSON: ``python -m hearsay.bench.clock STAGE FOLDER ROUNDS``."""

from __future__ import annotations

import itertools
import json
import resource
import statistics
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hearsay.bench.stages import STAGES

if TYPE_CHECKING:
    from hearsay.bench.stages import Stage


@dataclass(frozen=True, slots=True)
class Taken:
    """What a round took: its steps, its median seconds by the clock and of this process, and the greatest memory."""

    steps: int
    seconds: float
    cpu_seconds: float
    own_bytes: int
    child_bytes: int

    @property
    def rate(self) -> float:
        """Steps a second."""
        return self.steps / self.seconds


def measure(stage: Stage, folder: Path, rounds: int) -> Taken:
    """Times each round after one for warming up, and takes the median."""
    steps = stage(folder, rounds + 1)
    next(steps)
    ticks = [_now(), *(_now() for _ in steps)]
    each = (len(ticks) - 1) // (rounds + 1)
    ends = list(itertools.pairwise(ticks[each::each] if each else []))
    seconds, cpu = (statistics.median(after[clock] - before[clock] for before, after in ends) for clock in (0, 1))
    own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    unit = 1 if sys.platform == "darwin" else 1024
    return Taken(each, seconds, cpu, own * unit, children * unit)


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def main() -> None:
    """Measures the stage that is named on the command line."""
    name, folder, rounds = sys.argv[1:]
    sys.stdout.write(json.dumps(asdict(measure(STAGES[name][1], Path(folder), int(rounds)))) + "\n")


if __name__ == "__main__":
    main()
