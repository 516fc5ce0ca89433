"""The suite ``attribution``: PolNeAR's dev part, read through the public interface, and counted CofeNet's way too.

PolNeAR marks the outermost attribution alone, so what lies within another is not judged. All else that the product
finds counts, also what its rules add beside the model (a quotation without a cue): such a one is wrong here unless
the annotators marked it. ``bare`` scores the model's own triples, before any rule, to tell the two apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.evaluation.attribution import cofenet, spans
from hearsay.evaluation.attribution.polnear import Article, Triple, cut, load
from hearsay.evaluation.corpora import digest, need
from hearsay.evaluation.readings import Reader, read_text
from hearsay.evaluation.scores import Result
from hearsay.model.span import Span

if TYPE_CHECKING:
    from pathlib import Path

    from hearsay.model.reading import Attribution, Reading

Found = list[tuple[Article, tuple[Triple, ...]]]


def run(data: Path, reader: Reader) -> Result:
    """Scores the reader's attributions."""
    articles = load(need(data / "data" / "polnear" / "data" / "dev"))
    found = [(article, outermost(read_text(reader, article.name, article.text))) for article in articles]
    return _result("attribution", data, found)


def bare(data: Path, reader: Reader) -> Result:  # noqa: ARG001 - the suites share one signature
    """Scores the triples of the packaged model, without the rules of the product."""
    from hearsay.reading import encoder

    articles = load(need(data / "data" / "polnear" / "data" / "dev"))
    model = encoder.load()
    found: Found = []
    for article in articles:
        regions = cut([Span(0, len(article.text))], article.text)
        triples = model.find(article.text, regions)
        text = article.text
        found.append(
            (article, tuple(Triple(cut(t.source, text), cut([t.cue], text), cut(t.content, text)) for t in triples))
        )
    return _result("bare", data, found)


def outermost(reading: Reading | None) -> tuple[Triple, ...]:
    """The attributions that lie in no other, as pieces; none where there is no reading."""
    if reading is None:
        return ()
    return tuple(as_triple(reading.report.text, one) for one in reading.attributions if one.within is None)


def as_triple(text: str, one: Attribution) -> Triple:
    """An attribution as pieces that each lie in one paragraph."""
    return Triple(cut(one.source, text), cut(one.cue, text), cut(one.content, text))


def _result(suite: str, data: Path, found: Found) -> Result:
    tagged = data / "data" / "polnear" / "cofenet" / "valid.txt"
    texts = {article.name: article.text for article, _ in found}
    triples = {article.name: pieces for article, pieces in found}
    counted = cofenet.section("CofeNet's counting", cofenet.load(tagged), texts, triples)
    files = [path for path in (data / "data" / "polnear" / "data" / "dev").glob("*/*") if path.is_file()]
    tables = (*spans.sections("PolNeAR dev", found), counted)
    return Result(suite, digest([*files, tagged]), tables, tuple(spans.misses(found)))
