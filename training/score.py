"""Scores of predicted attributions against gold ones.

Exact F1 of a role is counted twice: by contiguous piece (`source_piece`), and by the whole set of pieces that an
attribution has in that role (`source`). `linked` counts a prediction right if cue, source and content each overlap the
gold attribution's (none matches none); `whole` if all three are exact. Each gold attribution is matched at most once.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from hearsay.model.span import Span


class Attributed(Protocol):
    """Anything with the three roles."""

    @property
    def cue(self) -> Span:
        """The words of attributing."""

    @property
    def source(self) -> tuple[Span, ...]:
        """Who is quoted; empty if nobody is named."""

    @property
    def content(self) -> tuple[Span, ...]:
        """What is attributed, piece by piece."""


@dataclass(slots=True)
class Counts:
    """True positives, predictions and gold items of each measure, over documents."""

    hits: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Sequence[Attributed], predicted: Sequence[Attributed]) -> None:
        """Count one document."""
        for name, items in _items(gold).items():
            other = _items(predicted)[name]
            self.gold[name] += items.total()
            self.predicted[name] += other.total()
            self.hits[name] += (items & other).total()
        for name in ("linked", "overlap_cue"):
            self.gold[name] += len(gold)
            self.predicted[name] += len(predicted)
            self.hits[name] += sum(linked(gold, predicted, name == "overlap_cue"))

    def f1(self, name: str) -> float:
        """F1 of one measure; 0 where there is nothing."""
        total = self.predicted[name] + self.gold[name]
        return 2 * self.hits[name] / total if total else 0.0

    def scores(self) -> dict[str, float]:
        """F1 of every measure, and precision and recall of the linked one."""
        names = ("cue", "source", "source_piece", "content", "content_piece", "whole", "linked", "overlap_cue")
        out = {name: round(self.f1(name), 4) for name in names}
        out["linked_precision"] = round(self.hits["linked"] / max(1, self.predicted["linked"]), 4)
        out["linked_recall"] = round(self.hits["linked"] / max(1, self.gold["linked"]), 4)
        return out


def _items(found: Sequence[Attributed]) -> dict[str, Counter[object]]:
    return {
        "cue": Counter(a.cue for a in found),
        "source": Counter(a.source for a in found if a.source),
        "source_piece": Counter(s for a in found for s in a.source),
        "content": Counter(a.content for a in found if a.content),
        "content_piece": Counter(s for a in found for s in a.content),
        "whole": Counter((a.cue, a.source, a.content) for a in found),
    }


def linked(gold: Sequence[Attributed], predicted: Sequence[Attributed], cue_alone: bool = False) -> list[bool]:
    """For each prediction whether it is linked right (or, `cue_alone`, whether its cue overlaps a gold one)."""
    taken: set[int] = set()
    hits = []
    for one in predicted:
        match = next((n for n, g in enumerate(gold) if n not in taken and one.cue.overlaps(g.cue)
                      and (cue_alone or _linked(one, g))), None)  # fmt: skip
        hits.append(match is not None)
        if match is not None:
            taken.add(match)
    return hits


def _linked(one: Attributed, other: Attributed) -> bool:
    return _overlap(one.source, other.source) and _overlap(one.content, other.content)


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    if not some or not others:
        return not some and not others
    return any(a.overlaps(b) for a in some for b in others)
