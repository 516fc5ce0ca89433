"""The suite ``clusters``: which reports are on one development.

Two piles. ECB+ holds two events of one kind for each of its topics, often of the same people and places (two fights of
one boxer); each event is a story. The story packs, all in one pile, hold one report each that shares names and places
with its pack and is on something else.

Topics of even number and four packs are held out: no constant was chosen by them. Beside the product stands a peer that
was tuned on all of ECB+, the one it is measured on included.
"""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from hearsay.evaluation.clusters import ecb, packs, peer
from hearsay.evaluation.clusters.bcubed import bcubed
from hearsay.evaluation.clusters.piles import Pile, pile
from hearsay.evaluation.corpora import digest
from hearsay.evaluation.errors import Miss
from hearsay.evaluation.scores import Ratio, Result, Score, Section
from hearsay.evaluation.stories import gold as stories

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.evaluation.readings import Reader
    from hearsay.model.reading import Reading


PEER = "online TF-IDF tuned on all of ECB+"


def run(data: Path, reader: Reader) -> Result:
    """Scores the stories of both piles, each clustered as a whole."""
    documents = [ecb.parse(path) for path in ecb.files(data / "data" / "ecbplus")]
    reports = packs.load(data / "story")
    events = pile([one.name for one in documents], [one.story for one in documents], _texts(documents, reader))
    readings = [reader.read(one.path) for one in reports]
    packed = pile([one.where for one in reports], [one.story for one in reports], readings)
    odd, ours = [one.topic % 2 == 1 for one in documents], [not one.held for one in reports]
    tables = (
        Section("held out, ECB+", _events(events, [not one for one in odd])),
        Section("held out, packs", _packs(packed, reports, [not one for one in ours])),
        Section("open, ECB+", _events(events, odd)),
        Section("open, packs", _packs(packed, reports, ours)),
        Section("all, ECB+", _events(events, [True] * len(odd))),
        Section(PEER, {"stories, B-cubed": peer.best([d.text for d in documents], events.gold).score}, gated=False),
    )
    used = [*ecb.files(data / "data" / "ecbplus"), *stories.files(data / "story")]
    return Result("clusters", digest(used), tables, (*_misses(events, odd), *_misses(packed, ours)))


def _texts(documents: Sequence[ecb.Document], reader: Reader) -> list[Reading | None]:
    """ECB+ as published texts, a paragraph for each sentence: their headline is not marked, as in a text file."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{one.name}.txt" for one in documents]
        for path, one in zip(paths, documents, strict=True):
            path.write_text(one.text, encoding="utf-8")
        return [reader.read(path) for path in paths]


def _events(events: Pile, chosen: Sequence[bool]) -> dict[str, Score]:
    return {"stories, B-cubed": bcubed(events.found, events.gold, events.only(chosen)).score}


def _packs(packed: Pile, reports: Sequence[packs.Packed], chosen: Sequence[bool]) -> dict[str, Score]:
    at = packed.only(chosen)
    sizes = Counter(packed.found)
    apart = [sizes[packed.found[one]] == 1 for one in at if reports[one].apart]
    members = defaultdict(set)
    for one in at:
        if not reports[one].apart:
            members[reports[one].pack].add(packed.found[one])
    whole = [len(found) == 1 for found in members.values()]
    return {
        "stories, B-cubed": bcubed(packed.found, packed.gold, at).score,
        "reports on something else, apart": Ratio(sum(apart), len(apart)),
        "packs in one story": Ratio(sum(whole), len(whole)),
    }


def _misses(of: Pile, chosen: Sequence[bool]) -> Iterator[Miss]:
    """Each story that was found for more than one of gold, and each of gold that is in several."""
    open_ = of.only(chosen)
    together, split = defaultdict(list), defaultdict(list)
    for at in open_:
        together[of.found[at]].append(at)
        split[of.gold[at]].append(at)
    for members in together.values():
        if len(events := Counter(of.gold[at] for at in members)) > 1:
            kinds = "; ".join(f"{story}: {size}" for story, size in events.most_common())
            yield Miss("several in one", of.names[members[0]], kinds, f"one of {len(members)}")
    for story, members in split.items():
        if len(parts := Counter(of.found[at] for at in members)) > 1:
            main = parts.most_common(1)[0][0]
            strays = ", ".join(of.names[at] for at in members if of.found[at] != main)
            sizes = " + ".join(str(size) for _, size in parts.most_common())
            yield Miss("one in several", story, f"one of {len(members)}", sizes, strays)
