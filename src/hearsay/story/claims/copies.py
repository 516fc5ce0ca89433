"""Statements of copies and where they come from: the statement of the origin that each one repeats.

A copy adds a report to a claim, and no source. Its statements are therefore not weighed on their own: each goes where
the statement goes whose words it has. What a copy adds of its own stands for itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.story.claims import terms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hearsay.model.story import Lineage
    from hearsay.story.claims.said import Said

_SAME = 0.6  # of the weight of the words that both have, so that one is taken from the other
_SAME_VOICE = 0.4  # … where both have one speaker

Key = tuple[str, str]


def parents(lineages: Sequence[Lineage]) -> dict[str, tuple[str, ...]]:
    """For each copy the reports that it was taken from, those with the larger share first."""
    found: dict[str, dict[str, float]] = {}
    for lineage in lineages:
        for copy in lineage.copies:
            shares = found.setdefault(copy.report, {})
            shares[copy.of] = max(copy.share, shares.get(copy.of, 0))
    return {copy: tuple(sorted(shares, key=lambda of: (-shares[of], of))) for copy, shares in found.items()}


def roots(copy: str, taken: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The origins that a report leads back to: itself where it is one."""
    found: list[str] = []
    todo, seen = [copy], {copy}
    while todo:
        report = todo.pop()
        above = [of for of in taken.get(report, ()) if of not in seen]
        seen.update(above)
        todo.extend(above)
        if not taken.get(report):
            found.append(report)
    return tuple(sorted(found)) or (copy,)


def repeated(
    said: Mapping[str, Sequence[Said]], speakers: Mapping[Key, str], taken: Mapping[str, tuple[str, ...]]
) -> dict[Key, Key]:
    """For each statement of a copy that has one, the statement of a report before it that it repeats.

    ``said`` has the statements of each report, ``speakers`` the name of who speaks in each.
    """
    found: dict[Key, Key] = {}
    for copy, origins in taken.items():
        before = [one for origin in origins for one in said.get(origin, ())]
        for one in said.get(copy, ()):
            twin = _twin(one, before, speakers)
            if twin is not None:
                found[one.key] = twin.key
    return found


def _twin(one: Said, before: Sequence[Said], speakers: Mapping[Key, str]) -> Said | None:
    best, most = None, 0.0
    for other in before:
        voice = bool(speakers.get(one.key)) and speakers.get(one.key) == speakers.get(other.key)
        shared = terms.shared(one.own, other.own)
        if shared >= (_SAME_VOICE if voice else _SAME) and shared + voice > most:
            best, most = other, shared + voice
    return best
