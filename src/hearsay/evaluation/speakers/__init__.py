"""The suite ``speakers``: who speaks, by gold coreference: MEANTIME, and GUM's news, interviews and speeches.

Neither corpus marks attributions as Hearsay does, so what is asked is what both know: for an event of speech with its
speaker (MEANTIME), whether it was found, whether a speaker was given, and whether that is the one; for every
attribution whose source is a gold mention, the same; for the actors that speak, whether their mentions hang together as
the gold's do, and whether their name is the one that a knowledge base has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.evaluation.corpora import digest, need
from hearsay.evaluation.errors import Miss
from hearsay.evaluation.readings import Reader, read_text
from hearsay.evaluation.scores import Mean, Ratio, Result, Score, Section
from hearsay.evaluation.speakers import counting, gum, meantime
from hearsay.evaluation.stories import names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from hearsay.evaluation.speakers.counting import Judged
    from hearsay.evaluation.speakers.gold import Document
    from hearsay.model.reading import Reading

Found = list[tuple["Document", "Reading"]]


def run(data: Path, reader: Reader) -> Result:
    """Scores the reader's speakers and actors on both corpora."""
    articles = meantime.files(need(data / "data" / "meantime"))
    texts = gum.files(need(data / "data" / "gum"), data / "data" / "wikinews" / "xml")
    ours = _read((meantime.parse(path) for path in articles), reader)
    theirs = _read((gum.parse(*paths) for paths in texts), reader)
    sections = (
        Section("MEANTIME, events of speech", _events(ours)),
        *_sections("MEANTIME", ours),
        *(section for kind in gum.KINDS for section in _sections(f"GUM, {kind}", _of_kind(theirs, kind))),
    )
    files = [*articles, *(path for both in texts for path in both if path)]
    return Result("speakers", digest(files), sections, tuple(misses([*ours, *theirs])))


def misses(found: Found) -> Iterator[Miss]:
    """Events that were not found, speakers that were not given or are others, names that are none of the chain's."""
    for document, reading in found:
        for event, judged in counting.events(document, reading):
            if judged is None:
                around = document.text[max(0, event.cue.start - 80) : event.cue.end + 80]
                words = f"{event.speaker.span.of(document.text)} / {event.cue.of(document.text)}"
                yield Miss("event of speech not found", document.name, words, "", around)
        for one in _sources(document, reading):
            if not one.right:
                kind = f"source is {one.form}: {'another speaker' if one.known else 'no speaker'}"
                yield Miss(kind, one.where, one.gold, one.found, one.words)
        for actor, titles in counting.titled(document, reading):
            if not any(names.alike(title, actor.name) for title in titles):
                yield Miss("name of a speaking actor", document.name, " / ".join(titles), actor.name)


def _read(documents: Iterable[Document], reader: Reader) -> Found:
    read = ((one, read_text(reader, one.name, one.text, dated=one.dated)) for one in documents)
    return [(one, reading) for one, reading in read if reading is not None]


def _of_kind(found: Found, kind: str) -> Found:
    return [one for one in found if one[0].name.startswith(f"GUM_{kind}")]


def _events(found: Found) -> dict[str, Score]:
    every = [judged for one in found for _, judged in counting.events(*one)]
    rows: dict[str, Score] = {"found": Ratio(sum(one is not None for one in every), len(every))}
    rows |= _judged([one for one in every if one is not None])
    return {**rows, "right, of all": Ratio(sum(one is not None and one.right for one in every), len(every))}


def _sections(title: str, found: Found) -> tuple[Section, ...]:
    every = [judged for one in found for judged in _sources(*one)]
    forms = {
        f"{form}: {name}": score
        for form in sorted({one.form for one in every})
        for name, score in _judged([one for one in every if one.form == form]).items()
    }
    return (
        Section(f"{title}, sources", _judged(every)),
        Section(f"{title}, sources by their form", forms, gated=False),
        Section(f"{title}, actors that speak", _actors(found)),
    )


def _sources(document: Document, reading: Reading) -> list[Judged]:
    turns = document.name.startswith(("GUM_interview", "GUM_speech"))
    return [one for one in counting.sources(document, reading) if not (turns and one.form == "I, we or you")]


def _judged(every: Sequence[Judged]) -> dict[str, Score]:
    known = [one for one in every if one.known]
    return {
        "speaker known": Ratio(len(known), len(every)),
        "speaker right, of the known": Ratio(sum(one.right for one in known), len(known)),
    }


def _actors(found: Found) -> dict[str, Score]:
    pairs = [counting.clusters(*one) for one in found]
    precision, recall = (sum(some, Ratio()) for some in zip(*pairs, strict=True)) if pairs else (Ratio(), Ratio())
    both = precision.value + recall.value
    titled = [(actor.name, titles) for one in found for actor, titles in counting.titled(*one)]
    return {
        "mentions in clusters, B³ F1": Mean(2 * precision.value * recall.value / both if both else 0.0),
        "mentions in clusters, precision": precision,
        "mentions in clusters, recall": recall,
        "mentions by name found": sum((counting.named(*one) for one in found), Ratio()),
        "canonical name, strict": _share(titled, names.same),
        "canonical name, lenient": _share(titled, names.alike),
    }


def _share(titled: Sequence[tuple[str, tuple[str, ...]]], same: Callable[[str, str], bool]) -> Ratio:
    return Ratio(sum(any(same(title, name) for title in titles) for name, titles in titled), len(titled))
