"""How a claim stands, by rule, and the rule in words. Nothing here says what is true.

*retracted*       whoever said it took it back, and nobody else's word for it is left
*contested*       somebody denies it, or says the opposite
*corroborated*    two or more independent sources say so, and none denies it
*repeated*        several reports with a text of their own carry it, on one independent source's word
*reported once*   one report with a text of its own carries it

A body's last word is its word: who denied and later confirms no longer denies. An outlet's correction takes back what
its earlier reports carried.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.story.claims import polarity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from hearsay.model.reading import Stance
    from hearsay.model.story import State
    from hearsay.story.claims.heard import Heard

_FOR: frozenset[Stance] = frozenset(("asserts", "confirms", "expects"))
_AGAINST: frozenset[Stance] = frozenset(("denies",))
_SILENT: frozenset[Stance] = frozenset(("declines", "demands"))
_NAMED = 4  # names that a sentence lists before it counts the rest


@dataclass(frozen=True, slots=True)
class Standing:
    """A state, the sentence that says why, and whose word the claim rests on."""

    state: State
    why: str
    sources: tuple[str, ...]
    origins: tuple[str, ...]


def judge(heard: Sequence[Heard], core: Collection[tuple[str, str]]) -> Standing:
    """The state of a claim from its statements; those whose keys are in ``core`` decide, the others only carry it."""
    carrying = sorted((one for one in heard if not one.repeats), key=lambda one: one.order) or list(heard)
    origins = tuple(dict.fromkeys(root for one in carrying for root in one.roots))
    own = [one for one in carrying if one.said.key in core] or carrying
    back = [one for one in own if one.stance == "retracts"]
    left = [one for one in own if not any(_takes_back(other, one) for other in back)]
    last = _last_words(left, _opposed(own))
    backed = tuple(body for body, stance in last.items() if stance in _FOR)
    against = tuple(body for body, stance in last.items() if stance in _AGAINST)
    state, why = _state(back, backed, against, origins)
    return Standing(state, why, sources(own), origins)


def sources(heard: Iterable[Heard]) -> tuple[str, ...]:
    """The bodies with knowledge of their own among the speakers, each once; media that only carry words are none."""
    found = (
        one.voice.body for one in heard if one.voice and not one.voice.carrier and one.stance not in _SILENT
    )  # fmt: skip
    return tuple(dict.fromkeys(found))


def _state(
    back: Sequence[Heard], backed: Sequence[str], against: Sequence[str], origins: Sequence[str]
) -> tuple[State, str]:
    if back and not backed:
        return "retracted", f"{listed(_who(one) for one in back)} took it back, and nobody else says so."
    if against and backed:
        return "contested", f"{listed(backed)} {_say(backed)} so; {listed(against)} {_deny(against)} it."
    if against:
        return "contested", f"{listed(against)} {_deny(against)} it; who said so is not in these reports."
    if len(backed) > 1:
        return "corroborated", f"{listed(backed)} each say so of their own knowledge; none denies it."
    whose = f"on the word of {backed[0]} alone" if backed else "without a source that says so of its own knowledge"
    if len(origins) > 1:
        return "repeated", f"{len(origins)} reports with a text of their own carry it, {whose}."
    return "reported once", f"One report with a text of its own carries it, {whose}."


def _opposed(own: Sequence[Heard]) -> frozenset[tuple[str, str]]:
    """The statements that say the opposite of the others, by their keys."""
    says = [one for one in own if one.stance in _FOR]
    return frozenset(
        one.said.key for one in says if polarity.against(one.said, [other.said for other in says if other is not one])
    )


def _last_words(heard: Sequence[Heard], opposed: frozenset[tuple[str, str]]) -> dict[str, Stance]:
    """For each body with knowledge of its own, whether it is last for or against the claim.

    Within one report, who denies it there denies it, unless it confirms it there too.
    """
    found: dict[str, tuple[int, Stance]] = {}
    for one in heard:
        if one.voice is None or one.voice.carrier or one.stance not in _FOR | _AGAINST:
            continue
        word: Stance = "denies" if one.said.key in opposed else one.stance
        rank, stance = found.get(one.voice.body, (-1, word))
        if one.rank > rank or word == "confirms" or (word in _AGAINST and stance != "confirms"):
            found[one.voice.body] = (one.rank, word)
    return {body: stance for body, (_, stance) in found.items()}


def _takes_back(back: Heard, one: Heard) -> bool:
    """Whether a retraction takes back a statement: its speaker's own, or one that its outlet carried before."""
    if one is back or (one.order > back.order and not one.correcting):
        return False
    if back.voice and one.voice and back.voice.body == one.voice.body:
        return True
    carried = back.correcting or back.voice is None or back.voice.carrier
    return carried and (one.correcting or (one.rank < back.rank and bool(set(one.makers) & set(back.makers))))


def _who(one: Heard) -> str:
    if one.voice:
        return one.voice.name
    return one.makers[0] if one.makers else "the report itself"


def listed(names: Iterable[str]) -> str:
    """Names as a sentence has them: three and a few more by number."""
    each = list(dict.fromkeys(names))
    if len(each) > _NAMED:
        each = [*each[: _NAMED - 1], f"{len(each) - _NAMED + 1} others"]
    return each[0] if len(each) == 1 else f"{', '.join(each[:-1])} and {each[-1]}"


def _say(names: Sequence[str]) -> str:
    return "says" if len(names) == 1 else "say"


def _deny(names: Sequence[str]) -> str:
    return "denies" if len(names) == 1 else "deny"
