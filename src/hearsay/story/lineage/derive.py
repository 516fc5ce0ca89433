"""Two reports: whether one has its text from the other, which, how much of it, and how one can tell."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hearsay.model.story import Derivation, Passage
from hearsay.story.lineage import citations, passages, sharing
from hearsay.story.lineage.direction import credit, direction, same_maker
from hearsay.story.lineage.prepared import Prepared, prepare
from hearsay.story.lineage.reasons import MOST, RETOLD
from hearsay.story.lineage.retelling import Retelling, retelling

if TYPE_CHECKING:
    from hearsay.model.reading import Reading

_RETOLD = 1.18
"""The least sum of a retelling's score and of the part of its names and figures that the other has."""
_COMMON = 8  # names and figures that must stand together in both
_SENTENCES = 4  # that must be found again before a text is a retelling
_WORDS = 100  # under which any two reports of one event tell the same
_LONGER = 1.0  # times the words: who tells more has it from elsewhere
_OWN_QUOTED = 15  # words in quotation marks that the other does not have: who has them has asked someone
_LATELY = timedelta(days=92)  # that a report goes on being cited
_SAME_STORY = 0.06  # of what a report tells: less is another story by the medium that it names


def derive(a: Reading, b: Reading) -> tuple[Derivation, ...]:
    """How one of two reports comes from the other; none where they are unrelated.

    Two come back where each cites the other. An update or correction by the outlet that made the report before is an
    origin of its own, whatever it keeps.
    """
    return between(prepare(a), prepare(b))


def between(a: Prepared, b: Prepared) -> tuple[Derivation, ...]:
    """As :func:`derive`, for reports that were prepared once and are compared with many."""
    if a.report.id == b.report.id or not (a.body.words and b.body.words):
        return ()
    if found := _copied(a, b):
        return (found,)
    if same_maker(a, b):
        return ()
    cited = tuple(one for one in (_citing(a, b), _citing(b, a)) if one)
    return cited or tuple(one for one in (_retold(a, b), _retold(b, a)) if one)[:1]


def _copied(a: Prepared, b: Prepared) -> Derivation | None:
    """Words in common."""
    matches = passages.matches(a.body, b.body, b.seeds)
    both = sharing.shared(matches, a.body, b.body)
    if not sharing.related(both, a, b):
        return None
    if same_maker(a, b) and min(both.of_a, both.of_b) < 0.98:
        return None
    which = direction(a, b)
    copy, of = which.copy, which.of
    if copy is not a:
        matches, both = passages.matches(copy.body, of.body, of.seeds), sharing.Shared(both.b, both.a)
        both = sharing.shared(matches, copy.body, of.body)
    passes_on = (
        copy.relayed >= citations.PASSES_ON
        and both.of_a < MOST
        and citations.naming(copy.report.text, copy.body, of.maker)
    )
    relation = "citing" if passes_on else sharing.relation(both.a, copy.body, both.of_b)
    found = passages.joined(matches, copy.body, of.body)
    words = f"{both.of_a:.0%} of its words stand in {_title(of)}"
    return Derivation(
        copy.report.id, of.report.id, relation, round(both.of_a, 3), which.credited, found, (words, *which.reasons)
    )


def _citing(a: Prepared, b: Prepared) -> Derivation | None:
    """``a`` does little but pass on what media report, and names the maker of ``b`` among them."""
    if a.relayed < citations.PASSES_ON or not _lately(b, a):
        return None
    naming = citations.naming(a.report.text, a.body, b.maker)
    if not naming:
        return None
    near = sorted({at for one in naming for at in (one, one + 1) if at < len(a.body.sentences)})
    told, whole = retelling(a.facts, b.facts, near), retelling(a.facts, b.facts)
    if max(told.cover, whole.cover) < _SAME_STORY:
        return None
    reasons = (f"it passes on what other media report and names {_title(b)} as one of them",)
    return Derivation(a.report.id, b.report.id, "citing", round(told.cover, 3), True, _pairs(told, a, b), reasons)


def _retold(a: Prepared, b: Prepared) -> Derivation | None:
    """``a`` tells what ``b`` told before, in the same order and in other words."""
    if a.relayed >= citations.PASSES_ON or not _after(a, b):
        return None
    if not _WORDS <= len(a.body.words) <= _LONGER * len(b.body.words) or _own_quoted(a, b) > _OWN_QUOTED:
        return None
    told = retelling(a.facts, b.facts)
    if told.likeness < _RETOLD or told.common < _COMMON or len(told.pairs) < _SENTENCES:
        return None
    said = credit(a, b)
    how_many = f"{len(told.pairs)} of its {len(a.body.sentences)} sentences"
    reasons = [f"{how_many} tell, {RETOLD}, what {_title(b)} tells: the same names and figures in the same order"]
    if said:
        reasons.append(said)
    else:
        later = f"it came out later ({a.report.published or 'by its dateline'})"
        reasons.append(f"{later}, with hardly a name, a figure or a quoted word that is not there")
    credited = said is not None or bool(citations.naming(a.report.text, a.body, b.maker))
    return Derivation(
        a.report.id, b.report.id, "reworded", round(told.cover, 3), credited, _pairs(told, a, b), tuple(reasons)
    )


def _pairs(told: Retelling, a: Prepared, b: Prepared) -> tuple[Passage, ...]:
    return tuple(
        Passage(a.body.span(*a.body.sentences[one]), b.body.span(*b.body.sentences[other])) for one, other in told.pairs
    )


def _lately(one: Prepared, other: Prepared) -> bool:
    """Whether ``one`` may have come out before ``other``, and not long before."""
    if not (one.published and other.published):
        return True
    return not other.published.before(one.published) and other.published.first - one.published.last <= _LATELY


def _after(one: Prepared, other: Prepared) -> bool:
    """Whether ``one`` came out after ``other``, as far as the stamps of both say."""
    return bool(one.published and other.published and other.published.middle < one.published.middle)


def _own_quoted(a: Prepared, b: Prepared) -> int:
    """How many quoted words of ``a`` stand nowhere in ``b``."""
    there = frozenset(b.body.words)
    return sum(1 for word, quoted in zip(a.body.words, a.body.quoted, strict=True) if quoted and word not in there)


def _title(prepared: Prepared) -> str:
    maker = prepared.report.outlet or prepared.report.agency
    headline = prepared.report.headline
    return " ".join(filter(None, (maker, f"“{headline}”" if headline else None))) or prepared.report.uri
