"""Real pages with what an editor sees in them: article-extraction-benchmark and the pages of Fundus' tests."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hearsay.evaluation.corpora import need

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its gold; ``headline`` is ``None`` where the corpus states no metadata.

    ``body`` is without the standfirst, which the corpora keep apart or leave out.
    """

    name: str
    html: bytes
    body: str
    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    standfirst: str = ""


def benchmark(folder: Path) -> tuple[Page, ...]:
    """The pages of article-extraction-benchmark: bodies alone."""
    truth = json.loads((need(folder) / "ground-truth.json").read_text("utf-8"))
    return tuple(
        Page(name, gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()), entry["articleBody"])
        for name, entry in sorted(truth.items())
    )


def fundus(folder: Path) -> tuple[Page, ...]:
    """The pages of Fundus, each with the version of the expected record that its manifest names."""
    manifest = json.loads((need(folder) / "manifest.json").read_text("utf-8"))
    return tuple(_fundus(folder, entry) for entry in manifest)


def _fundus(folder: Path, entry: dict[str, str]) -> Page:
    gold = json.loads((folder / entry["expected"]).read_text("utf-8"))[entry["version"]]
    return Page(
        entry["html"].removesuffix(".html.gz").replace("/", "-"),
        gzip.decompress((folder / entry["html"]).read_bytes()),
        _body(gold["body"]),
        gold["title"],
        tuple(gold["authors"]),
        gold["publishing_date"],
        "\n\n".join(gold["body"]["summary"]),
    )


def _body(body: dict[str, Any]) -> str:
    """Sub-headings and paragraphs, in the order of the page."""
    pieces: list[str] = []
    for section in body["sections"]:
        pieces += [*section["headline"], *section["paragraphs"]]
    return "\n\n".join(pieces)
