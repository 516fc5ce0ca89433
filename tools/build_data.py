"""Builds every generated lexicon: runs each ``tools/build_*.py`` beside it.

``python tools/build_data.py`` writes what ``resources/`` says into ``src/hearsay/data``; with ``--check`` it only says
whether all of it is fresh (exit status 1 where something is not).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve()


def builders() -> list[Path]:
    return [path for path in sorted(HERE.parent.glob("build_*.py")) if path != HERE]


def main(arguments: list[str]) -> int:
    """Run every builder, also after one has failed; 1 if any has."""
    failed = [path.name for path in builders() if subprocess.run([sys.executable, str(path), *arguments]).returncode]
    if failed:
        print("failed or stale:", ", ".join(failed), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
