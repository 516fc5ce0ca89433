"""Statements of a story's reports become claims, each with how it stands: the entry of this folder.

Every statement of every report is gathered; those of copies go beside the ones that they repeat; the rest are
compared and put together; then each claim gets its state, its sources and its figures. The result depends on the set
of reports alone, not on the order in which they are given.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from hearsay.model.story import Claim
from hearsay.story.claims import counts, groups, scorer, states
from hearsay.story.claims.gather import gather

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from hearsay.model.reading import Reading
    from hearsay.model.story import Lineage
    from hearsay.story.claims.gather import Gathered
    from hearsay.story.claims.heard import Heard

_MOST = 1500  # statements that are compared with each other; of a longer story the later ones stand alone
_NO_CLAIM = frozenset(("declines", "demands"))
_SETTLING = frozenset(("denies", "retracts"))
_EDGE = 0.6  # log odds below the most central statement of a claim, from which one stands at its edge
_SHORT = 4  # words that a claim's text has at least, where any statement has


def claims(readings: Sequence[Reading], lineages: Sequence[Lineage]) -> tuple[Claim, ...]:
    """The claims of a story, those that matter most first.

    First come claims that many independent sources speak to, in many reports, and that are contested.
    """
    gathered = gather(readings, lineages)
    own = gathered.own()
    if not own:
        return ()
    followers = _followers(gathered)
    compared = own[:_MOST]
    odds = scorer.log_odds([one.said for one in compared], [one.voice.name if one.voice else "" for one in compared])
    grouped = groups.groups(odds, scorer.shipped().least)
    central = {own[place].said.key: near for group in grouped for place, near in _near(odds, group)}
    found = [[own[place] for place in group] for group in grouped] + [[one] for one in own[_MOST:]]
    made = [_claim(group, followers, central) for group in found if _claims(group)]
    return tuple(claim for _, claim in sorted(made, key=lambda pair: pair[0]))


def _near(odds: NDArray[np.float64], group: Sequence[int]) -> Iterator[tuple[int, float]]:
    """For each member of a group the mean of its log odds with the others."""
    inside = odds[np.ix_(group, group)]
    others = max(len(group) - 1, 1)
    for place, total, itself in zip(group, inside.sum(1), inside.diagonal(), strict=True):
        yield place, float((total - itself) / others)


def _claims(group: Sequence[Heard]) -> bool:
    """Whether some statement says that something is so, or not so."""
    return any(one.stance not in _NO_CLAIM for one in group)


def _followers(gathered: Gathered) -> dict[tuple[str, str], list[Heard]]:
    """The repetitions of each statement, in time."""
    found: dict[tuple[str, str], list[Heard]] = {}
    for key, one in gathered.heard.items():
        if one.repeats:
            found.setdefault(gathered.first(key), []).append(one)
    return found


def _claim(
    own: Sequence[Heard],
    followers: Mapping[tuple[str, str], list[Heard]],
    central: Mapping[tuple[str, str], float],
) -> tuple[tuple[float, str], Claim]:
    """A claim, and where it stands among the others."""
    heard = sorted((*own, *(one for first in own for one in followers.get(first.said.key, ()))), key=_order)
    standing = states.judge(heard, _core(own, central))
    figures = counts.history(heard)
    claim = Claim(
        id=_id(own),
        text=_text(own, central),
        state=standing.state,
        why=standing.why,
        revised=any(True for _ in counts.changes(figures)),
        first_said=min((day for one in heard if (day := one.said_on or one.day)), default=None),
        statements=tuple(one.statement() for one in heard),
        origins=standing.origins,
        independent_sources=standing.sources,
        figures=figures,
    )
    return (-_matters(own, claim), claim.id), claim


def _core(own: Sequence[Heard], central: Mapping[tuple[str, str], float]) -> frozenset[tuple[str, str]]:
    """The statements by which a claim is judged: those near its middle, and whoever denies or takes back.

    What stands at its edge is listed with it and decides nothing: it may be on something beside.
    """
    near = {one.said.key: central.get(one.said.key, 0.0) for one in own}
    least = max(near.values()) - _EDGE
    return frozenset(one.said.key for one in own if near[one.said.key] >= least or one.stance in _SETTLING)


def _order(one: Heard) -> tuple[int, int, int, str]:
    return *one.order, one.said.attribution.id


def _matters(own: Sequence[Heard], claim: Claim) -> float:
    """How much a claim matters: who speaks to it, in how many reports, whether they disagree, and what headlines it."""
    reports = len({statement.report for statement in claim.statements})
    headlines = any(one.said.headline for one in own)
    disputed = claim.state in ("contested", "retracted") or claim.revised
    return len(claim.independent_sources) + len(own) + 0.5 * reports + 2 * disputed + headlines


def _text(own: Sequence[Heard], central: Mapping[tuple[str, str], float]) -> str:
    """The words of the statement that the others are most like, one that says so if there is one."""
    best = max(
        own,
        key=lambda one: (
            len(one.said.text.split()) >= _SHORT,
            one.stance not in _NO_CLAIM,
            not one.correcting,
            central.get(one.said.key, 0.0),
            -one.rank,
            -one.said.first,
        ),
    )
    return " ".join((best.said.text or " ".join(best.said.sentence)).split())


def _id(own: Iterable[Heard]) -> str:
    """Made from the claim's earliest statement, so that it stays as later reports join."""
    first = min(own, key=_order)
    return hashlib.sha256("\0".join(first.said.key).encode()).hexdigest()[:16]
