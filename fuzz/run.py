"""Fuzz the targets with atheris: ``python -m fuzz.run [--minutes M] [TARGET …]``; Linux, one process after another.

A find is kept under ``fuzz/found/TARGET`` and the run goes on: of each kind (what was raised, and where in Hearsay) the
shortest input. An input that takes longer than :data:`SLOW` seconds, or more memory than :data:`MEGABYTES`, is a find
too. Once mended it belongs under ``fuzz/crashes/TARGET``, where the tests read it.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent
SLOW = 5.0
"""Seconds of the processor for one input of at most :data:`LONGEST` bytes; honest work takes a fraction of this."""
MEGABYTES = 2048
LONGEST = 65_536


def main() -> int:
    """Run each target in a process of its own, and say what was found."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--minutes", type=float, default=2.0, help="for each target")
    ask.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    ask.add_argument("targets", nargs="*", help="all when none is named")
    asked = ask.parse_args()
    if asked.inside:
        _fuzz(asked.targets[0], int(asked.minutes * 60))
        return 0
    from fuzz.targets import TARGETS

    for name in asked.targets or TARGETS:
        begun = time.monotonic()
        command = [sys.executable, "-m", "fuzz.run", "--inside", "--minutes", str(asked.minutes), name]
        got = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        last = [line for line in got.stderr.splitlines() if line.startswith("#") or "Done" in line][-1:]
        found = _found(name)
        print(f"{name:9} {time.monotonic() - begun:5.0f} s  {found} found  {' '.join(last)}", flush=True)
        if got.returncode:
            print(got.stderr[-2000:], file=sys.stderr)
    return 1 if any(_found(name) for name in asked.targets or TARGETS) else 0


def _fuzz(name: str, seconds: int) -> None:
    """Fuzz one target; ends the process."""
    import atheris

    with atheris.instrument_imports(include=["hearsay.intake", "feedparser", "protego"]):
        from fuzz.targets import TARGETS
    found = HERE / "found" / name
    found.mkdir(parents=True, exist_ok=True)
    # libFuzzer writes what is new into the first folder that it is given.
    grown = tempfile.mkdtemp(prefix="hearsay-fuzz-")
    folders = [grown, *(str(HERE / kind / name) for kind in ("corpus", "crashes") if (HERE / kind / name).is_dir())]
    atheris.Setup(
        [
            sys.argv[0], *folders, f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-dict={HERE / 'words.dict'}",
            f"-artifact_prefix={found}/", "-timeout=60", f"-rss_limit_mb={MEGABYTES}", "-print_final_stats=1",
            f"-malloc_limit_mb={MEGABYTES}",
        ],
        watched(TARGETS[name], found),
    )  # fmt: skip
    atheris.Fuzz()


def watched(run: Callable[[bytes], None], found: Path) -> Callable[[bytes], None]:
    """A target that keeps its finds and goes on."""
    shortest: dict[str, int] = {}

    def keep(kind: str, data: bytes, told: str) -> None:
        if len(data) < shortest.get(kind, LONGEST + 1):
            shortest[kind] = len(data)
            name = hashlib.sha256(kind.encode()).hexdigest()[:12]
            (found / name).write_bytes(data)
            (found / f"{name}.txt").write_text(told)

    def once(data: bytes) -> None:
        begun = time.process_time()
        try:
            run(data)
        except Exception as error:
            keep(_kind(error), data, traceback.format_exc())
        if (took := time.process_time() - begun) > SLOW:
            keep("slow", data, f"{took:.1f} seconds\n")

    return once


def _kind(error: Exception) -> str:
    """What was raised, and where: the innermost line of Hearsay's own."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "hearsay" in frame.filename or "fuzz" in frame.filename]
    return f"{type(error).__name__} {own[-1].filename}:{own[-1].name}:{own[-1].lineno}" if own else type(error).__name__


def _found(name: str) -> int:
    folder = HERE / "found" / name
    return sum(not one.name.endswith(".txt") for one in folder.iterdir()) if folder.is_dir() else 0


if __name__ == "__main__":
    sys.exit(main())
