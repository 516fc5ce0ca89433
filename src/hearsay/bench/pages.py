"""The pages that are measured: the shared corpora's, or the demo's where those are absent."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

from hearsay.errors import UsageError

DEMO = Path("demo/pages")
"""Of a checkout, where the command is run in one."""

_FOLDERS = ("data/article-extraction-benchmark/html", "data/fundus-publisher-pages", "story")


@dataclass(frozen=True, slots=True)
class Pages:
    """A folder of unpacked pages, how many they are, and where they come from."""

    folder: Path
    count: int
    origin: str


def lay_out(named: Path | None, data: Path, folder: Path) -> Pages:
    """Unpacks pages into a folder: those of ``named``, or else the shared corpora in ``data``, or else the demo.

    Raises:
        UsageError: if there is not one page.
    """
    corpora = [data / part for part in _FOLDERS if (data / part).is_dir()]
    roots, origin = ([named], named.name) if named else (corpora, "shared corpora") if corpora else ([DEMO], "demo")
    found = sorted(path for root in roots for pattern in ("*.html", "*.html.gz") for path in root.rglob(pattern))
    for at, path in enumerate(found):
        packed = path.read_bytes()
        name = f"{at:04d}-{path.name.removesuffix('.gz')}"
        (folder / name).write_bytes(gzip.decompress(packed) if path.suffix == ".gz" else packed)
    if not found:
        raise UsageError(f"no page (*.html, *.html.gz) in {', '.join(map(str, roots))}; name a folder of pages")
    return Pages(folder, len(found), origin)
