"""Builds every generated lexicon: what each ``tools/build_*.py`` beside it makes of ``resources/``.

``python tools/build_data.py`` writes them into ``src/hearsay/data``; with ``--check`` it only says which are fresh
(exit status 1 where one is not). A builder has a table ``BUILT``: the name of a file, and the function that gives what
goes into it.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).resolve()
OUT = HERE.parents[1] / "src" / "hearsay" / "data"


def builders() -> list[Path]:
    return [path for path in sorted(HERE.parent.glob("build_*.py")) if path != HERE]


def built(builder: Path) -> Iterator[tuple[str, str]]:
    """Each file of a builder, by name, with its text."""
    spec = importlib.util.spec_from_file_location(builder.stem, builder)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    table: dict[str, Callable[[], object]] = module.BUILT
    for name, build in table.items():
        made = json.dumps(build(), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        yield name, made + "\n"


def main(arguments: list[str], out: Path = OUT) -> int:
    """Write every lexicon, or say which are stale; 1 where one is."""
    stale = []
    for builder in builders():
        for name, text in built(builder):
            path = out / name
            if "--check" not in arguments:
                path.write_text(text, "utf-8")
            elif not path.exists() or path.read_text("utf-8") != text:
                stale.append(name)
    if stale:
        print("stale, run python tools/build_data.py:", ", ".join(stale), file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
