"""What changed between two answers to one question; pure.

Claims are the same where their ids are, or else where they share most statements: a report that is linked later may
become a claim's first.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hearsay.watch.standing import ClaimStanding, ReportStanding, Standing, Words

Kind = Literal[
    "new story",
    "new claim",
    "first denial",
    "second source",
    "contested",
    "retraction",
    "revised figure",
    "state",
    "correction",
    "withdrawn",
    "origin withdrawn",
]
MOST_WORDS = 12
"""Statements that one message shows."""
_FOR = ("asserts", "confirms")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what of, from what, to what, by which rule, and the exact words that it follows from.

    ``claim`` is the id of the claim, ``about`` its words, or a report's headline.
    ``before`` is ``None`` for what is new.
    """

    kind: Kind
    story: str
    title: str
    claim: str | None
    about: str
    before: str | None
    after: str
    why: str
    words: tuple[Words, ...]


def compare(before: Standing, after: Standing, *, new: bool) -> tuple[Change, ...]:
    """The changes from one answer to the next, in the order of stories and claims.

    Args:
        before: how things stood.
        after: how they stand.
        new: whether every new story and claim is told (a search, a speaker); else only new claims that more than one
            source or a denial is about.
    """
    known = {one.story for one in before.claims}
    pairs = _pairs(before.claims, after.claims)
    fresh = [one for one in after.claims if one.id not in pairs]
    told = chain(
        _new_stories([one for one in fresh if one.story not in known]) if new else (),
        (_new_claim(one) for one in fresh if _is_told(one, known, new=new)),
        *(_claim(pairs[one.id], one) for one in after.claims if one.id in pairs),
        _reports(before, after),
    )
    return tuple(told)


def _is_told(claim: ClaimStanding, known: set[str], *, new: bool) -> bool:
    if new:
        return claim.story in known
    return bool(known) and claim.state in ("corroborated", "contested", "retracted")


def _pairs(before: Iterable[ClaimStanding], after: Iterable[ClaimStanding]) -> dict[str, ClaimStanding]:
    """For each claim the one that it was, by id, else by the statements that it shares, the most first."""
    held = {one.id: one for one in before}
    pairs = {one.id: held[one.id] for one in after if one.id in held}
    left = [one for one in held.values() if one.id not in pairs]
    scored = sorted(
        (
            (-len(shared), one.id, old.id, old)
            for one in after
            if one.id not in pairs
            for old in left
            if (shared := _keys(one.said) & _keys(old.said))
        ),
        key=lambda got: got[:3],
    )
    taken: set[str] = set()
    for _, name, old_name, old in scored:
        if name not in pairs and old_name not in taken:
            pairs[name] = old
            taken.add(old_name)
    return pairs


def _keys(said: Iterable[Words]) -> set[tuple[str, str | None, str | None, str]]:
    return {(one.report, one.speaker, one.stance, one.text) for one in said}


def _new_stories(claims: Iterable[ClaimStanding]) -> Iterator[Change]:
    stories: dict[str, list[ClaimStanding]] = {}
    for one in claims:
        stories.setdefault(one.story, []).append(one)
    for name, held in stories.items():
        first = held[0]
        why = f"a story that was not there before; {len(held)} of its claims are what is asked for"
        words = tuple(one.said[0] for one in held if one.said)[:MOST_WORDS]
        yield Change("new story", name, first.title, first.id, first.text, None, first.state, why, words)


def _new_claim(one: ClaimStanding) -> Change:
    return _change("new claim", one, None, one.state, one.why, one.said)


def _claim(old: ClaimStanding, now: ClaimStanding) -> Iterator[Change]:
    """The changes of one claim. A state that a denial or a retraction brought about is told with it, once."""
    known = _keys(old.said)
    fresh = [one for one in now.said if not _keys([one]) <= known]
    denied, back = ([one for one in fresh if one.stance == stance] for stance in ("denies", "retracts"))
    told = False
    counted = now.state == "contested"  # a denial at the edge of a claim, which the state does not rest on, is no news
    if denied and counted and not any(one.stance == "denies" for one in old.said):
        told = True
        yield _change("first denial", now, old.state, now.state, now.why, denied)
    if back or (now.state == "retracted" != old.state):
        told = True
        yield _change("retraction", now, old.state, now.state, now.why, back or fresh or now.said)
    if len(old.sources) < 2 <= len(now.sources):
        told = told or now.state == "corroborated"
        added = set(now.sources) - set(old.sources)
        words = [one for one in fresh if one.speaker in added and one.stance in _FOR]
        before, after = (", ".join(one.sources) or "none" for one in (old, now))
        yield _change("second source", now, before, after, now.why, words or fresh or now.said)
    if now.state != old.state and not told and now.state != "repeated":
        kind: Kind = "contested" if now.state == "contested" else "state"
        yield _change(kind, now, old.state, now.state, now.why, fresh or now.said)
    yield from _figures(old, now)


def _figures(old: ClaimStanding, now: ClaimStanding) -> Iterator[Change]:
    known = {(one.speaker, one.told, one.replaced) for one in old.figures}
    for one in now.figures:
        if one.replaced is not None and (one.speaker, one.told, one.replaced) not in known:
            known.add((one.speaker, one.told, one.replaced))
            why = f"{one.speaker or 'the report'} gave {one.replaced} before, and gives {one.told} now."
            yield _change("revised figure", now, one.replaced, one.told, why, [one.words] if one.words else now.said)


def _reports(before: Standing, after: Standing) -> Iterator[Change]:
    """What publishers did to their reports. A report that is new and corrects another tells of a correction too."""
    held = {one.id: one for one in before.reports}
    if not held:
        return
    for now in after.reports:
        old = held.get(now.id)
        if now.status == "withdrawn" and (old is None or old.status != "withdrawn"):
            yield _report("withdrawn", now, old.status if old else None, "withdrawn", "its publisher withdrew it")
            yield from _origin(now, after)
        note, was = now.correction, old.correction if old else None
        if note and note.text != (was.text if was else None):
            yield _report("correction", now, was.text if was else None, note.text, "its publisher corrected it")
        elif now.status == "correction" and note is None and (old is None or old.status != "correction"):
            yield _report("correction", now, old.status if old else None, "correction", "it is marked as a correction")


def _origin(withdrawn: ReportStanding, after: Standing) -> Iterator[Change]:
    """The claims that others copied from a report that was withdrawn."""
    copies = {one.id for one in after.reports if withdrawn.id in one.of and one.status != "withdrawn"}
    where = withdrawn.outlet or withdrawn.uri
    for claim in after.claims:
        carried = [one for one in claim.said if one.report in copies]
        if carried:
            count = len({one.report for one in carried})
            why = f"{where} withdrew the report that {count} other{'s' * (count > 1)} took it from"
            yield _change("origin withdrawn", claim, claim.state, claim.state, why, carried)


def _report(kind: Kind, now: ReportStanding, before: str | None, after: str, why: str) -> Change:
    about, words = now.headline or now.uri, (now.correction,) if now.correction else ()
    return Change(kind, now.story, now.title, None, about, before, after, f"{now.outlet or now.uri}: {why}", words)


def _change(
    kind: Kind, claim: ClaimStanding, before: str | None, after: str, why: str, words: Iterable[Words]
) -> Change:
    shown = tuple(dict.fromkeys(words))[:MOST_WORDS]
    return Change(kind, claim.story, claim.title, claim.id, claim.text, before, after, why, shown)
