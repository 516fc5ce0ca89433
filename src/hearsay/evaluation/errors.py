"""The page of misses: gold beside found, the most frequent class of error first, in Markdown without HTML."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SHOWN = 80  # entries of one class on the page; the count says how many there are
_SIGNS = re.compile(r"([\\`*<|])")  # what Markdown would take for its own, in words of the corpora


@dataclass(frozen=True, slots=True)
class Miss:
    """One error: its class, where it is, what the gold has, what was found, and words around it."""

    kind: str
    where: str
    gold: str
    found: str
    context: str = ""


def page(suite: str, misses: Iterable[Miss]) -> str:
    """The misses as Markdown, by class, the most frequent class first."""
    classes: dict[str, list[Miss]] = defaultdict(list)
    for miss in misses:
        classes[miss.kind].append(miss)
    ranked = sorted(classes.items(), key=lambda item: (-len(item[1]), item[0]))
    total = sum(map(len, classes.values()))
    head = [f"# Errors of `{suite}`", ""]
    if not ranked:
        return "\n".join([*head, "None."]) + "\n"
    lines = [
        *head,
        f"{total} in {len(ranked)} classes, the most frequent first.",
        "",
        "| class | count |",
        "| --- | ---: |",
    ]
    lines += [f"| {_line(kind)} | {len(entries)} |" for kind, entries in ranked]
    for kind, entries in ranked:
        lines += ["", f"## {_line(kind)} ({len(entries)})", ""]
        for miss in entries[:SHOWN]:
            lines += _entry(miss)
        if len(entries) > SHOWN:
            lines.append(f"- … and {len(entries) - SHOWN} more")
    return "\n".join(lines) + "\n"


def write(folder: Path, suite: str, misses: Iterable[Miss]) -> Path:
    """Writes the page of a suite into ``folder`` and says where."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{suite}.md"
    path.write_text(page(suite, misses), encoding="utf-8")
    return path


def _entry(miss: Miss) -> list[str]:
    lines = [f"- **{_line(miss.where)}**", f"  - gold:  {_line(miss.gold)}", f"  - found: {_line(miss.found)}"]
    return [*lines, f"  - in: {_line(miss.context)}"] if miss.context else lines


def _line(words: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(words.split())) or "—"
