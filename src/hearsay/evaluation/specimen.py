"""The suite ``specimen``: one real report, field by field, as its expected record says.

The expected record gives words, not places; a found attribution answers for an expected one where source, cue and
content overlap, as in the story packs.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hearsay.evaluation.corpora import digest, need
from hearsay.evaluation.errors import Miss
from hearsay.evaluation.folding import fold, plain, quote
from hearsay.evaluation.scores import Ratio, Result, Score, Section
from hearsay.evaluation.stories import extents, names, statements
from hearsay.evaluation.stories.gold import GoldFigure, GoldReport, GoldTime, Statement
from hearsay.model.reading import Reading
from hearsay.model.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hearsay.evaluation.readings import Reader


def run(data: Path, reader: Reader) -> Result:
    """Every field, attribution, time, figure and actor, and what the record must hold."""
    folder = need(data / "specimen")
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    reading = reader.read(folder / "report.txt") or Reading(Report("", "", "", "", ""))
    checks = [*_fields(expected["report"], reading.report), *_actors(expected["actors"], reading)]
    gold = _gold(expected, folder / "report.txt")
    said = statements.judge(gold, reading)
    times, figures = extents.times(gold, reading, everywhere=True), extents.figures(gold, reading)
    fields: dict[str, Score] = {name: Ratio(wanted == had, 1) for name, wanted, had in checks}
    sections = (
        Section("specimen, fields and actors", fields),
        Section("specimen, attributions", statements.scores([said])),
        Section("specimen, times and figures", {**extents.time_scores([times]), **extents.figure_scores([figures])}),
        Section("specimen, must hold", _must_hold(fields, expected["report"], said)),
    )
    misses = [Miss(f"field: {name}", "specimen", wanted, had) for name, wanted, had in checks if wanted != had]
    misses += [*statements.misses(said), *extents.time_misses(times), *extents.figure_misses(figures)]
    return Result("specimen", digest(folder.glob("*")), sections, tuple(misses))


def _must_hold(fields: dict[str, Score], page: dict[str, Any], said: statements.Judged) -> dict[str, Score]:
    words = said.reading.report.text.lower()
    stanced = [(g, f) for g, f in said.matched() if g.gold.stance in ("denies", "confirms")]
    wanted = sum(one.gold.stance in ("denies", "confirms") for one in said.gold)
    right = sum(statements.speaker_alike(said.reading, g, f) for g, f in said.matched())
    shares = [word for word in page["not_in_text"] if word in words.split()]
    return {
        "all fields": Ratio(sum(s.value for n, s in fields.items() if n.startswith("report")), _reports(fields)),
        "attributions with the right speaker (11 of 12)": Ratio(right, len(said.gold)),
        "denials and confirmations with their stance": Ratio(
            sum(f.stance == g.gold.stance for g, f in stanced), wanted
        ),
        "share words absent": Ratio(len(page["not_in_text"]) - len(shares), len(page["not_in_text"])),
    }


def _reports(fields: dict[str, Score]) -> int:
    return sum(name.startswith("report") for name in fields)


def _fields(page: dict[str, Any], report: Report) -> Iterator[tuple[str, str, str]]:
    """Name, expected and found of each field, as comparable words."""
    dateline, media = report.dateline, report.media[0] if report.media else None
    for name in ("headline", "slug", "section", "agency", "rights"):
        yield f"report {name}", plain(page[name]), plain(getattr(report, name))
    wanted = [(one["name"], *one["also"]) for one in page["byline"]]
    yield "report byline", str(wanted), str([(one.name, *one.also) for one in report.byline])
    yield "report published", page["published"].split()[0], report.published or ""
    for name in ("place", "date", "agency"):
        yield f"report dateline {name}", page["dateline"][name], str(getattr(dateline, name, None))
    yield "report caption", fold(page["media"][0]["caption"]), fold(media.caption or "" if media else "")
    yield "report picture credit", page["media"][0]["credit"], str(media.credit if media else None)
    yield "report end mark", page["end_mark"], quote(report.text, report.spans("end_mark"))


def _actors(expected: dict[str, str], reading: Reading) -> Iterator[tuple[str, str, str]]:
    """Each expected mention, its actor's name, and the name of an actor with such a mention ("" where none)."""
    for words, name in expected.items():
        for mention in words.split(" / "):
            held = [
                actor.name
                for actor in reading.actors
                for span in actor.mentions
                if fold(span.of(reading.report.text)) == fold(mention)
            ]
            right = [one for one in held if names.alike(name, one)]
            yield f"actor {mention}", name, name if right else "; ".join(sorted(set(held)))


def _gold(expected: dict[str, Any], path: Path) -> GoldReport:
    return GoldReport(
        pack="specimen", path=path, headline="", authors=(), published=None, place=None, filed=None, agency=None,
        outlet=None, original=True, body_first="", body_last="", not_body=(),
        statements=tuple(
            Statement(
                one["source"] or "", one["cue"] or "", tuple(one["content"]), one["kind"], one["speaker"],
                one["speaker_type"], tuple(one["via"]), one["stance"], one["said_on"], one.get("within", False),
            )
            for one in expected["attributions"]
        ),
        times=tuple(GoldTime(one["text"], one["value"], one["begin"], one["end"]) for one in expected["times"]),
        figures=tuple(
            GoldFigure(one["text"], one["low"], one["high"], one["modifier"], one["unit"], one["about"])
            for one in expected["figures"]
        ),
    )  # fmt: skip
