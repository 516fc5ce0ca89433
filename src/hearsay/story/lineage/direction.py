"""Which of two reports with common words is the copy, and the sentences that say why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.story.lineage import citations, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.story.lineage.prepared import Prepared

_TEXT_OF = 4.0  # the report says whose text it carries
_NAMED = 2.0  # it names the other's maker as its source
_LATER = 3.0  # surely later by its stamp
_DAY_LATER = 1.0  # later by stamps that do not say the hour or the zone
_WIRE = 0.5  # the other is an agency's own page
_TELLING = 5  # letters of a name that is looked for within a line
_KEYED = 0.75  # the other has a slug or an end mark
_LONGER = 0.5  # the other has more words


@dataclass(frozen=True, slots=True)
class Direction:
    """The copy, what it was taken from, and why; ``credited`` tells whether the copy names where it is from."""

    copy: Prepared
    of: Prepared
    credited: bool
    reasons: tuple[str, ...]


def direction(a: Prepared, b: Prepared) -> Direction:
    """Which of the two is the copy: by credit lines, then times, then who is an agency, then length, then id."""
    for_a, for_b = list(_signs(a, b)), list(_signs(b, a))
    weights = sum(sign[0] for sign in for_a), sum(sign[0] for sign in for_b)
    if weights[0] > weights[1] or (weights[0] == weights[1] and _key(a) > _key(b)):
        return _decided(a, b, for_a)
    return _decided(b, a, for_b)


def credit(copy: Prepared, of: Prepared) -> str | None:
    """The words by which a report says that its text is the other's, or ``None``."""
    if copy.maker.outlet & of.maker.own or not copy.maker.wire:
        return None if not _listed(copy, of) else f"it names {_name(of)} as its source"
    if copy.maker.wire & of.maker.own:
        return f"it credits its text to {copy.report.agency}"
    if copy.maker.wire & of.maker.wire:
        return f"both carry the text of {copy.report.agency}"
    return f"it names {_name(of)} as its source" if _listed(copy, of) else None


def same_maker(a: Prepared, b: Prepared) -> bool:
    """Whether one house published both.

    Of two that name an agency and no outlet, the later is the agency's own where it is an update or has a correction
    that the earlier has not; else they may be two papers' copies.
    """
    if a.maker.outlet or b.maker.outlet:
        return bool(a.maker.outlet & b.maker.outlet)
    earlier, later = sorted((a, b), key=_key)
    new = later.report.status != "usable" and later.report.correction != earlier.report.correction
    return bool(a.maker.wire & b.maker.wire) and new


def _decided(copy: Prepared, of: Prepared, signs: list[tuple[float, str]]) -> Direction:
    credited = credit(copy, of) is not None or bool(citations.naming(copy.report.text, copy.body, of.maker))
    why = tuple(reason for _, reason in signs)
    if not why:
        why = ("nothing on either page says which came first",)
    return Direction(copy, of, credited, why)


def _signs(copy: Prepared, of: Prepared) -> Iterator[tuple[float, str]]:
    """What speaks for ``copy`` being taken from ``of``, each with its weight."""
    if said := credit(copy, of):
        yield (0.0 if said.startswith("both") else _TEXT_OF), said
    elif citations.naming(copy.report.text, copy.body, of.maker) and not copy.maker.own & of.maker.own:
        yield _NAMED, f"it cites {_name(of)}"
    if copy.published and of.published:
        if of.published.before(copy.published):
            yield _LATER, f"it came out later ({copy.report.published or 'by its dateline'})"
        elif of.published.middle < copy.published.middle:
            yield _DAY_LATER, f"its stamp is later ({copy.report.published or 'by its dateline'})"
    if of.maker.is_wire and not copy.maker.is_wire:
        yield _WIRE, f"{_name(of)} is an agency's own page"
    if _keyed(of) and not _keyed(copy):
        yield _KEYED, "the other has the marks of wire copy"
    if len(of.body.words) > len(copy.body.words):
        yield _LONGER, "the other has the longer text"


def _listed(copy: Prepared, of: Prepared) -> bool:
    """Whether the report's list of what it is based on, or a credit line, names the other's maker."""
    report = copy.report
    if copy.maker.own & of.maker.own:
        return False
    lines = [*report.based_on, *(span.of(report.text) for span in report.spans("credit", "byline", "note", "rights"))]
    return any(name in names.folded(line) for line in lines for name in of.maker.own if len(name) >= _TELLING)


def _keyed(one: Prepared) -> bool:
    return bool(one.report.slug or one.report.spans("slug", "end_mark"))


def _name(of: Prepared) -> str:
    return of.report.outlet or of.report.agency or "the other"


def _key(prepared: Prepared) -> tuple[float, str]:
    window = prepared.published
    return (window.middle.timestamp() if window else float("-inf"), prepared.report.id)
