"""The suite ``calibration``: whether what the reading is sure of is right, on PolNeAR's dev part and held-out stories.

Right is what the confidence estimates: source, cue and content each overlap those of one gold attribution. The
confidence was fitted on PolNeAR's dev part, so that the first table is no measurement on unseen text; the second is.
Attributions that a rule alone found carry a fixed confidence, and count here like all others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.evaluation.attribution import as_triple, polnear, spans
from hearsay.evaluation.calibration import plot, reliability
from hearsay.evaluation.calibration.reliability import Judged
from hearsay.evaluation.corpora import digest, need
from hearsay.evaluation.errors import Miss
from hearsay.evaluation.folding import quote
from hearsay.evaluation.readings import Reader, read_text
from hearsay.evaluation.scores import Plot, Result, Section
from hearsay.evaluation.stories import gold, statements

if TYPE_CHECKING:
    from pathlib import Path

    from hearsay.evaluation.attribution.polnear import Article
    from hearsay.model.reading import Attribution

SURE, UNSURE = 0.9, 0.5

Found = list[tuple["Article", list[tuple["Attribution", bool]]]]


def run(data: Path, reader: Reader) -> Result:
    """Scores the reader's confidences."""
    dev, stories = need(data / "data" / "polnear" / "data" / "dev"), need(data / "story")
    articles = [(article, judge(article, reader)) for article in polnear.load(dev)]
    here = [Judged(one.confidence, right) for _, found in articles for one, right in found]
    there, wanted = _stories(stories, reader)
    groups = {
        "PolNeAR dev": (here, sum(len(article.gold) for article, _ in articles)),
        "held-out stories": (there, wanted),
    }
    tables = [
        Section(f"{title}, {name}", rows, gated=False)
        for title, (judged, size) in groups.items()
        for name, rows in (
            ("confidence", reliability.table(judged)),
            ("left where less is left out", reliability.abstaining(judged, size)),
        )
    ]
    drawn = plot.draw({title: reliability.bins(judged) for title, (judged, _) in groups.items()})
    files = [*dev.glob("*/*"), *(path for path in gold.files(stories) if _pack(path) in gold.HELD_OUT)]
    plots = (Plot("reliability", "Confidence against the share that is right", drawn),)
    return Result("calibration", digest(files), tuple(tables), tuple(misses(articles)), plots)


def judge(article: Article, reader: Reader) -> list[tuple[Attribution, bool]]:
    """The outermost attributions that were found in an article, and whether each is linked with one of the gold."""
    reading = read_text(reader, article.name, article.text)
    ours = [one for one in reading.attributions if one.within is None] if reading else []
    linked = {j for _, j in spans.links(article.gold, [as_triple(article.text, one) for one in ours])}
    return [(one, at in linked) for at, one in enumerate(ours)]


def misses(found: Found) -> list[Miss]:
    """What is wrong though the reading was sure, the surest first, and what is right though it was not."""
    entries: list[tuple[float, Miss]] = []
    for article, judged in found:
        for one, right in judged:
            wrong = one.confidence >= SURE and not right
            if wrong or (one.confidence < UNSURE and right):
                kind = f"sure ({SURE} or more) and wrong" if wrong else f"unsure (below {UNSURE}) and right"
                words = quote(article.text, tuple(sorted((*one.source, *one.cue, *one.content))))
                shown = Miss(kind, article.name, "" if wrong else words, f"{one.confidence:.2f}: {words}")
                entries.append((-one.confidence, shown))
    return [miss for _, miss in sorted(entries, key=lambda entry: entry[0])]


def _stories(folder: Path, reader: Reader) -> tuple[list[Judged], int]:
    """What was found in the originals of the held-out stories, and how many attributions their gold has."""
    judged, wanted = [], 0
    for report in gold.load(folder):
        if report.original and report.pack in gold.HELD_OUT and (reading := reader.read(report.path)):
            said = statements.judge(report, reading)
            used = {j for _, j in said.pairs}
            judged += [Judged(one.confidence, at in used) for at, one in enumerate(said.found)]
            wanted += len(said.gold)
    return judged, wanted


def _pack(path: Path) -> str:
    return path.parent.name if path.name == "gold.json" else path.parent.parent.name
