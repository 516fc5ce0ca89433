"""The suite ``lineage``: copies and origins, in the story packs and in copies made of open text by known edits.

Packs that are held out come first and in numbers alone; the misses are those of the open ones and of the made copies.
A pair is a copy and an origin that it leads back to, whatever lies between; whoever merges or cites several has
several. Where a page only cites, the gold says which outlets; of an outlet with one earlier report that report is
meant, of one with several none is asked for.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hearsay.evaluation.corpora import AbsentError, digest, need
from hearsay.evaluation.lineage import copies, gold, pages, scoring, wikinews
from hearsay.evaluation.scores import Result, Section
from hearsay.evaluation.stories.gold import HELD_OUT
from hearsay.evaluation.stories.gold import files as story_files
from hearsay.model.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearsay.evaluation.lineage.gold import Expected
    from hearsay.evaluation.lineage.scoring import Traced
    from hearsay.evaluation.readings import Reader


def run(data: Path, reader: Reader) -> Result:
    """Traces every pack by itself, and all made copies together."""
    folder = need(data / "story")
    packs = {name: _traced(expected, reader) for name, expected in gold.load(folder).items()}
    held = [traced for name, traced in packs.items() if name in HELD_OUT]
    ours = {name: traced for name, traced in packs.items() if name not in HELD_OUT}
    files = story_files(folder)
    sections = [
        Section("held out", scoring.scores(held)),
        Section("open", scoring.scores(list(ours.values()))),
        Section("held out, found by kind", scoring.kinds(held), gated=False),
        Section("open, found by kind", scoring.kinds(list(ours.values())), gated=False),
    ]
    misses = [miss for name, traced in ours.items() for miss in scoring.misses(name, traced)]
    try:
        made = _made(data, reader)
        files = [*files, *wikinews.files(data)]
        sections.append(Section("made of open text", scoring.scores([made])))
        sections.append(Section("made of open text, found by kind", scoring.kinds([made]), gated=False))
        misses += scoring.misses("made", made)
    except AbsentError:
        pass
    return Result("lineage", digest(files), tuple(sections), tuple(misses))


def _traced(expected: Iterable[Expected], reader: Reader) -> Traced:
    """The reports as intake has them: what is said in them is not asked for."""
    wanted = tuple(expected)
    taken = {one.name: reader.take(one.path) for one in wanted if one.path}
    return scoring.trace(wanted, {name: Reading(report) for name, report in taken.items() if report})


def _made(data: Path, reader: Reader) -> Traced:
    """Copies that are made, written out and taken in as any page is."""
    with tempfile.TemporaryDirectory() as folder:
        made = copies.made(wikinews.load(data), wikinews.asides(data))
        outlets = {one.name: one.outlet for one in made}
        expected = [
            gold.Expected(
                one.name,
                one.relation,
                one.credited,
                one.of,
                one.kind,
                one.outlet,
                tuple(outlets[of] for of in one.of),
                pages.write(one, Path(folder)),
            )
            for one in made
        ]
        return _traced(expected, reader)
