"""Claims of a story against those of its gold.

found           a claim of ours, answering for one gold claim alone, has half or more of the gold claim's statements
                (of those that the reading has at all), and half or more of those of its own statements that belong to
                any gold claim
of one piece    found; and half or more of all its statements, in the reports that gold statements stand in, are the
                gold claim's: what an editor left aside counts against it
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.evaluation.claims import placing
from hearsay.evaluation.errors import Miss
from hearsay.evaluation.scores import Mean, Ratio, Score, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hearsay.evaluation.claims.gold import GoldClaim, GoldStory
    from hearsay.evaluation.claims.placing import Key
    from hearsay.model.reading import Reading
    from hearsay.model.story import Claim

FIRST = 20  # claims that a person looks at


@dataclass(frozen=True, slots=True)
class Match:
    """A gold claim, the statements of ours that it has, and the claim of ours that answers for it."""

    gold: GoldClaim
    keys: frozenset[Key]
    ours: Claim | None
    rank: int
    recall: float
    precision: float
    strict: float

    @property
    def found(self) -> bool:
        """Whether the claim of ours is this one."""
        return self.recall >= 0.5 and self.precision >= 0.5


@dataclass(frozen=True, slots=True)
class Judged:
    """A story: its gold claims matched, and all the statements of each claim of ours."""

    story: GoldStory
    matches: tuple[Match, ...]
    ours: tuple[frozenset[Key], ...]


def judge(story: GoldStory, readings: Mapping[str, Reading], claims: Sequence[Claim]) -> Judged:
    """Matches the claims of a story with the gold's. ``readings`` are by the names of their files."""
    files = {reading.report.id: file for file, reading in readings.items()}
    ours = tuple(
        frozenset((files[one.report], one.attribution) for one in claim.statements if one.attribution)
        for claim in claims
    )
    placed = {claim.id: placing.place(claim, readings) for claim in story.claims}
    return matched(story, placed, ours, claims)


def matched(
    story: GoldStory,
    placed: Mapping[str, frozenset[Key]],
    ours: Sequence[frozenset[Key]],
    claims: Sequence[Claim] = (),
) -> Judged:
    """The same for groups of statements: ``placed`` are the gold's, ``claims`` what was made of ours, if anything."""
    pairs = dict(_pairs(placed, ours))
    told = {one.file for claim in story.claims for one in claim.statements}
    covered = frozenset[tuple[str, str]]().union(*placed.values())
    return Judged(
        story,
        tuple(_match(one, placed[one.id], pairs.get(one.id), claims, ours, covered, told) for one in story.claims),
        tuple(ours),
    )


def _pairs(placed: Mapping[str, frozenset[Key]], ours: Sequence[frozenset[Key]]) -> Iterator[tuple[str, int]]:
    """One-to-one, those that have most in common (F1 over statements of the gold) first."""
    covered = frozenset[tuple[str, str]]().union(*placed.values())
    scored = [
        (2 * len(keys & held) / (len(keys) + len(held & covered)), name, place)
        for name, keys in placed.items()
        for place, held in enumerate(ours)
        if keys & held
    ]
    taken: set[str | int] = set()
    for _, name, place in sorted(scored, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if not {name, place} & taken:
            taken |= {name, place}
            yield name, place


def _match(
    gold: GoldClaim,
    keys: frozenset[Key],
    place: int | None,
    claims: Sequence[Claim],
    ours: Sequence[frozenset[Key]],
    covered: frozenset[Key],
    told: set[str],
) -> Match:
    if place is None:
        return Match(gold, keys, None, len(ours), 0, 0, 0)
    held, both = ours[place], len(keys & ours[place])
    listed = sum(file in told for file, _ in held)
    answer = claims[place] if claims else None
    return Match(gold, keys, answer, place, both / len(keys), both / len(held & covered), both / max(listed, 1))


def scores(judged: Sequence[Judged]) -> dict[str, Score]:
    """The table of one group of packs; states, sources and marks are those of the claims found."""
    matches = [match for one in judged for match in one.matches]
    found = [(match.gold, match.ours) for match in matches if match.found and match.ours]
    worded = [(gold, ours) for gold, ours in found if gold.worded]
    gone = [match for match in matches if match.gold.status == "retracted"]
    return {
        "claims found": Ratio(len(found), len(matches)),
        "claims of one piece": Ratio(sum(m.found and m.strict >= 0.5 for m in matches), len(matches)),
        "state right, by the rules": Ratio(sum(ours.state in gold.ruled for gold, ours in found), len(found)),
        "state right, by the editor's word": Ratio(sum(o.state in g.worded for g, o in worded), len(worded)),
        "sources within one": Ratio(sum(_near(gold, ours) for gold, ours in found), len(found)),
        "marked revised": Tally(
            sum(gold.status == "revised" and ours.revised for gold, ours in found),
            sum(ours.revised for _, ours in found),
            sum(gold.status == "revised" for gold, _ in found),
        ),
        "retractions seen": Ratio(sum(bool(m.ours and m.ours.state == "retracted") for m in gone), len(gone)),
        f"found, and among the first {FIRST}": Ratio(sum(m.found and m.rank < FIRST for m in matches), len(matches)),
        "statements together (B-cubed)": b_cubed(judged),
    }


def _near(gold: GoldClaim, ours: Claim) -> bool:
    return abs(len(gold.sources) - len(ours.independent_sources)) <= 1


def b_cubed(judged: Iterable[Judged]) -> Mean:
    """B-cubed F1 over the gold's statements that the readings have; one of two claims counts in each."""
    precision: list[float] = []
    recall: list[float] = []
    for one in judged:
        covered = frozenset[tuple[str, str]]().union(*(match.keys for match in one.matches))
        for match in one.matches:
            for key in sorted(match.keys):
                held = next((ours for ours in one.ours if key in ours), frozenset({key})) & covered
                both = len(held & match.keys)
                precision.append(both / len(held))
                recall.append(both / len(match.keys))
    p, r = _mean(precision), _mean(recall)
    return Mean(2 * p * r / (p + r) if p + r else 0.0, f"P {p:.3f}  R {r:.3f}")


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def misses(judged: Judged) -> Iterator[Miss]:
    """Claims that were not found, and what is wrong with those that were."""
    for match in judged.matches:
        gold, ours = match.gold, match.ours
        where = f"{judged.story.pack}/{gold.id}"
        if not match.found or ours is None:
            kind = "not found: in pieces" if match.recall < 0.5 else "not found: with another"
            yield Miss(
                kind, where, gold.text, ours.text if ours else "", f"R {match.recall:.2f} P {match.precision:.2f}"
            )
            continue
        if ours.state not in gold.ruled:
            yield Miss(f"state: {gold.status} taken as {ours.state}", where, gold.text, ours.text, ours.why)
        if not _near(gold, ours):
            kind = "too many sources" if len(ours.independent_sources) > len(gold.sources) else "too few sources"
            yield Miss(kind, where, "; ".join(gold.sources), "; ".join(ours.independent_sources), gold.text)
        if (gold.status == "revised") != ours.revised:
            yield Miss(
                "revised: missed" if not ours.revised else "revised: not in the gold", where, gold.text, ours.text
            )
