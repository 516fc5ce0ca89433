"""Reports that rest on each other, or on what was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.model.story import Circle, Derivation
from hearsay.story.lineage import body, citations
from hearsay.story.lineage.corrections import Correction, carrying, corrections
from hearsay.story.lineage.family import below, children

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hearsay.story.lineage.family import Family


def circles(family: Family, parents: Mapping[str, tuple[Derivation, ...]]) -> tuple[Circle, ...]:
    """What rests on itself: outlets that cite each other, and copies of what was corrected since."""
    return (*_mutual(family, parents), *_survivals(family, parents), *_living(family, parents))


def _mutual(family: Family, parents: Mapping[str, tuple[Derivation, ...]]) -> Iterator[Circle]:
    """A report that cites another outlet, whose only report on it cites the first."""
    for report, some in parents.items():
        for one in some:
            if one.relation == "citing" and _names_back(one.of, report, family):
                names = (_title(one.of, family), _title(report, family))
                yield Circle((one.of, report), f"{names[0]} cites {names[1]}, and {names[1]} cites {names[0]}")


def _names_back(earlier: str, later: str, family: Family) -> bool:
    """Whether the earlier report rests on the later one's outlet, of which there is none before it."""
    text = family.reports[earlier]
    words = body.body(text)
    if citations.relayed(text.text, words) < citations.PASSES_ON:
        return False
    if not citations.naming(text.text, words, family.makers[later]):
        return False
    return not any(family.own(other, later) for other in family.reports if family.place[other] < family.place[earlier])


def _survivals(family: Family, parents: Mapping[str, tuple[Derivation, ...]]) -> Iterator[Circle]:
    """Copies that still carry what the house they have it from has taken back."""
    under = children(parents)
    for correction in sorted(corrections(family), key=lambda one: family.place[one.of]):
        if family.reports[correction.of].status == "withdrawn":
            continue
        copies = {
            report: parents[report][0].relation
            for report in sorted(below(correction.of, under))
            if report != correction.by
        }
        left = sorted(carrying(correction, family, copies), key=family.place.__getitem__)
        if left:
            yield Circle((correction.of, *left), _why(correction, family, len(left)))


def _living(family: Family, parents: Mapping[str, tuple[Derivation, ...]]) -> Iterator[Circle]:
    """What others have from a report that its publisher withdrew, and have not withdrawn themselves."""
    under = children(parents)
    for name, report in family.reports.items():
        if report.status != "withdrawn":
            continue
        copies = [one for one in below(name, under) if family.reports[one].status != "withdrawn"]
        left = sorted((one for one in copies if not family.own(one, name)), key=family.place.__getitem__)
        if left:
            day = f" on {report.modified[:10]}" if report.modified else ""
            live = "one copy lives on" if len(left) == 1 else f"{len(left)} copies live on"
            yield Circle((name, *left), f"{_title(name, family)} withdrew this{day} — {live}")


def _why(correction: Correction, family: Family, left: int) -> str:
    by = family.reports[correction.by]
    day = (by.published or (by.dateline.date if by.dateline else None) or "")[:10]
    carry = "one copy still carries it" if left == 1 else f"{left} copies still carry it"
    done = "withdrew" if "withdr" in correction.note.lower() else "corrected"
    return (
        f"{_title(correction.of, family)} {done} this{f' on {day}' if day else ''}: {correction.note.strip()} — {carry}"
    )


def _title(report: str, family: Family) -> str:
    one = family.reports[report]
    return one.outlet or one.agency or one.headline or one.uri
