"""The gold records of the story packs: what a careful editor would keep of each report."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any

from hearsay.evaluation.corpora import need
from hearsay.evaluation.folding import plain

if TYPE_CHECKING:
    from pathlib import Path

HELD_OUT = ("dam", "hack", "jet", "visa")


@dataclass(frozen=True, slots=True)
class Statement:
    """A gold attribution, as words of its report; an empty string or tuple where the text has none."""

    source: str
    cue: str
    content: tuple[str, ...]
    kind: str
    speaker: str
    speaker_type: str
    via: tuple[str, ...]
    stance: str
    said_on: str | None
    within: bool


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A gold temporal expression."""

    text: str
    value: str
    begin: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A gold quantity."""

    text: str
    low: float | None
    high: float | None
    modifier: str
    unit: str | None
    about: str


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report of a pack, what its page states, and (for an original) all that is said in it.

    ``outlet`` is ``None`` where the page does not name it: what is not stated is not asked for.
    """

    pack: str
    path: Path
    headline: str
    authors: tuple[str, ...]
    published: str | None
    place: str | None
    filed: str | None
    agency: str | None
    outlet: str | None
    original: bool
    body_first: str
    body_last: str
    not_body: tuple[str, ...]
    statements: tuple[Statement, ...]
    times: tuple[GoldTime, ...]
    figures: tuple[GoldFigure, ...]

    @property
    def where(self) -> str:
        """The report's name on a page of errors."""
        return f"{self.pack}/{self.path.name}"


def load(folder: Path) -> tuple[GoldReport, ...]:
    """Every report of every pack in the folder of stories."""
    packs = sorted(need(folder).glob("*/gold.json"))
    return tuple(report for path in packs for report in _pack(path))


def files(folder: Path) -> list[Path]:
    """Everything that the scores depend on."""
    return [*folder.glob("*/gold.json"), *folder.glob("*/reports/*")]


def _pack(path: Path) -> list[GoldReport]:
    gold = json.loads(path.read_text("utf-8"))

    def of(name: str, key: str) -> list[dict[str, Any]]:
        return [entry for entry in gold[key] if entry["file"] == name]

    return [
        _report(
            path.parent,
            entry,
            tuple(_statement(one) for one in of(entry["file"], "attributions")),
            tuple(GoldTime(one["text"], one["value"], one["begin"], one["end"]) for one in of(entry["file"], "times")),
            tuple(_figure(one) for one in of(entry["file"], "figures")),
        )
        for entry in gold["reports"]
    ]


def _report(
    pack: Path,
    entry: dict[str, Any],
    statements: tuple[Statement, ...],
    times: tuple[GoldTime, ...],
    figures: tuple[GoldFigure, ...],
) -> GoldReport:
    dateline, path = entry["dateline"] or {}, pack / "reports" / entry["file"]
    return GoldReport(
        pack=pack.name,
        path=path,
        headline=entry["headline"],
        authors=tuple(entry["authors"]),
        published=entry["published"],
        place=dateline.get("place"),
        filed=dateline.get("date"),
        agency=entry["agency"],
        outlet=entry["outlet"] if plain(entry["outlet"]) in plain(_words(path)) else None,
        original=entry["relation"] in ("original", "update"),
        body_first=entry["body_first"],
        body_last=entry["body_last"],
        not_body=tuple(entry["not_body"]),
        statements=statements,
        times=times,
        figures=figures,
    )


def _words(path: Path) -> str:
    return unescape(path.read_bytes().decode("utf-8", "replace"))


def _statement(entry: dict[str, Any]) -> Statement:
    return Statement(
        source=entry["source"] or "",
        cue=entry["cue"] or "",
        content=tuple(entry["content"]),
        kind=entry["kind"],
        speaker=entry["speaker"],
        speaker_type=entry["speaker_type"],
        via=tuple(entry["via"]),
        stance=entry["stance"],
        said_on=entry["said_on"],
        within=entry.get("within", False),
    )


def _figure(entry: dict[str, Any]) -> GoldFigure:
    return GoldFigure(
        entry["text"], entry["low"], entry["high"], entry["modifier"], entry["unit"], entry["about"] or ""
    )
