"""How much of one body stands in another, paragraph by paragraph, and which relation that makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.story.lineage.retelling import STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.model.story import Relation
    from hearsay.story.lineage.body import Body
    from hearsay.story.lineage.passages import Match
    from hearsay.story.lineage.prepared import Prepared

_LEAST_WORDS = 25
_LEAST_SHARE = 0.25
_PLAIN = 0.5  # of one of the two: so much may be bits of sentences
_NAMES = 3  # names and figures that less than all must hold
_SAME = 0.5  # of those in the shared words: fewer in the other text, and both only fill in one form
_TAKEN = 0.8  # of a sentence: so much, and it was taken over
_MOSTLY, _PARTLY = 0.5, 0.25  # of a sentence
_SPOKEN = 0.25  # what a word between quotation marks counts: it is the speaker's, and any reporter may have it
_WHOLE = 0.95
_CARRIED = 0.85  # of the words of paragraphs that were taken over, where others were added
_OWN = 0.3  # of a paragraph: less, and the copy wrote it
_OWN_WORDS = 12  # that make an addition


@dataclass(frozen=True, slots=True)
class Shared:
    """Which words of two bodies stand in each other: a 1 for each that does."""

    a: bytes
    b: bytes

    @property
    def of_a(self) -> float:
        """The part of the first body that stands in the second."""
        return sum(self.a) / len(self.a) if self.a else 0.0

    @property
    def of_b(self) -> float:
        """The part of the second body that stands in the first."""
        return sum(self.b) / len(self.b) if self.b else 0.0


def shared(found: Sequence[Match], a: Body, b: Body) -> Shared:
    """The words that the matches cover, on both sides."""
    of_a, of_b = bytearray(len(a.words)), bytearray(len(b.words))
    for match in found:
        of_a[match.first : match.first + match.length] = b"\1" * match.length
        of_b[match.other : match.other + match.length] = b"\1" * match.length
    return Shared(bytes(of_a), bytes(of_b))


def related(both: Shared, a: Prepared, b: Prepared) -> bool:
    """Whether so much is shared that one text was made from the other.

    Words of quotations count for little. What is less than all must name something, and name the same in both: what
    stands under many reports names nothing, or only its house, and what a form says of another day or another place
    has the form's words alone. What is less than half must be whole sentences: bits of sentences are what two
    reporters have from one release.
    """
    if min(both.of_a, both.of_b) >= _WHOLE:
        return True
    if not _same(both.a, a, b):
        return False
    parts = [_part(marks, one.body) for marks, one in ((both.a, a), (both.b, b))]
    if max(words for words, _ in parts) < _LEAST_WORDS:
        return False
    highest = max(part for _, part in parts)
    if highest >= _WHOLE:
        return True
    if highest >= _PLAIN:
        return _named(both.a, a) >= _NAMES
    return highest >= _LEAST_SHARE and _whole(both.a, a.body) >= _LEAST_WORDS and _named(both.a, a) >= _NAMES


def _part(marks: bytes, body: Body) -> tuple[float, float]:
    """The shared words, those of quotations for a part, and what part of all words they are."""
    spoken = sum(x & y for x, y in zip(marks, body.quoted, strict=True))
    words = sum(marks) - (1 - _SPOKEN) * spoken
    whole = len(marks) - (1 - _SPOKEN) * sum(body.quoted)
    return words, words / whole if whole else 0.0


def _whole(marks: bytes, body: Body) -> float:
    """The words of sentences that were taken over whole, those of quotations for a part."""
    taken = ((first, stop) for first, stop in body.sentences if sum(marks[first:stop]) >= _TAKEN * (stop - first))
    return sum(stop - first - (1 - _SPOKEN) * sum(body.quoted[first:stop]) for first, stop in taken)


def _named(marks: bytes, one: Prepared) -> int:
    """How many names and figures the shared words hold, each once."""
    return len(_names(marks, one, _MOSTLY))


def _same(marks: bytes, one: Prepared, other: Prepared) -> bool:
    """Whether the names and figures of the sentences that ``one`` shares in part stand in the other for the most."""
    names = _names(marks, one, _PARTLY)
    return sum(fact in other.facts.where for fact in names) >= _SAME * len(names)


def _names(marks: bytes, one: Prepared, least: float) -> frozenset[str]:
    """The names and figures of the sentences of which so much is shared."""
    return frozenset(
        fact
        for (first, stop), told in zip(one.body.sentences, one.facts.told, strict=True)
        if sum(marks[first:stop]) >= least * (stop - first)
        for fact, weight in told.items()
        if weight >= STRONG
    )


def relation(marks: bytes, body: Body, of: float) -> Relation:
    """What the copy did with the text: ``marks`` are its words that stand in the other, ``of`` the other's part."""
    parts = [(sum(marks[first:stop]), stop - first) for first, stop in body.paragraphs]
    taken = [(got, length) for got, length in parts if got >= _OWN * length]
    own = len(marks) - sum(length for _, length in taken)
    kept = sum(got for got, _ in taken) / max(1, sum(length for _, length in taken))
    if own >= _OWN_WORDS and kept >= _CARRIED:
        return "extended"
    if kept < _WHOLE:
        return "reworded"
    return "verbatim" if of >= _WHOLE else "truncated"
