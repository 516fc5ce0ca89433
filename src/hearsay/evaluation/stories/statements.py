"""Attributions of a story pack against those of a reading: found or not, and what of the found is right.

found           one-to-one; of source, cue and content each that the gold has overlaps that of the found one
touched         one-to-one; the cue or the content overlaps
judged          what stands in a headline or a paragraph: the gold covers nothing else
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.evaluation.errors import Miss
from hearsay.evaluation.folding import Folded, quote
from hearsay.evaluation.matching import pairs, shared
from hearsay.evaluation.scores import Ratio, Score, Tally
from hearsay.evaluation.stories import locate, names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hearsay.evaluation.stories.gold import GoldReport
    from hearsay.evaluation.stories.locate import Located
    from hearsay.model.reading import Attribution, Reading
    from hearsay.model.span import Span

_ROLES = ("source", "cue", "content")
_PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "you", "his", "her", "their", "who"])


@dataclass(frozen=True, slots=True)
class Judged:
    """One original: its gold attributions in place, those found, and the pairs of the two."""

    report: GoldReport
    reading: Reading
    gold: tuple[Located, ...]
    found: tuple[Attribution, ...]
    pairs: tuple[tuple[int, int], ...]
    touched: int

    def matched(self) -> Iterator[tuple[Located, Attribution]]:
        """The pairs themselves."""
        return ((self.gold[i], self.found[j]) for i, j in self.pairs)


def judge(report: GoldReport, reading: Reading) -> Judged:
    """Places the gold in the reading's text and matches the two."""
    gold = locate.statements(Folded.of(reading.report.text), report.statements)
    found = tuple(one for one in reading.attributions if covered(reading, (*one.source, *one.cue, *one.content)))
    touched = len(pairs(gold, found, _touch))
    return Judged(report, reading, gold, found, tuple(pairs(gold, found, _find)), touched)


def covered(reading: Reading, pieces: Sequence[Span]) -> bool:
    """Whether some piece stands in a headline or paragraph (or the reading has no parts)."""
    regions = reading.report.spans("headline", "paragraph")
    return not reading.report.parts or any(piece.overlaps(region) for piece in pieces for region in regions)


def scores(judged: Sequence[Judged]) -> dict[str, Score]:
    """The table of one group of packs; what follows the first two rows is measured on the found."""
    rows: dict[str, Score] = {
        "attributions found": sum((Tally(len(j.pairs), len(j.found), len(j.gold)) for j in judged), Tally()),
        "attributions touched": sum((Tally(j.touched, len(j.found), len(j.gold)) for j in judged), Tally()),
    }
    for name, right in _RIGHT.items():
        rows[name] = sum((Ratio(right(j.reading, g, f), 1) for j in judged for g, f in j.matched()), Ratio())
    rows["via chains"] = sum((_chain(j.reading, g, f) for j in judged for g, f in j.matched()), Tally())
    rows["said_on dates"] = sum((_dated(j.reading, g, f) for j in judged for g, f in j.matched()), Tally())
    return rows


def classes(judged: Sequence[Judged]) -> dict[str, Score]:
    """Recall of the found, by class of the gold, and speakers and stances of the found, by class."""
    rows: dict[str, Score] = {}
    for j in judged:
        hit = {i for i, _ in j.pairs}
        for i, located in enumerate(j.gold):
            for name in _classes_of(located):
                key = f"found: {name}"
                rows[key] = _plus(rows.get(key), i in hit)
        for located, found in j.matched():
            key = f"speaker (lenient): source is {source_class(located.gold.source)}"
            rows[key] = _plus(rows.get(key), speaker_alike(j.reading, located, found))
            key = f"stance: {located.gold.stance}"
            rows[key] = _plus(rows.get(key), found.stance == located.gold.stance)
    return dict(sorted(rows.items()))


def misses(judged: Judged) -> list[Miss]:
    """Everything that differs, by class."""
    text = judged.reading.report.text
    hit = {i for i, _ in judged.pairs}
    used = {j for _, j in judged.pairs}
    entries = [
        _missed(judged.report.where, text, located, judged.found)
        for i, located in enumerate(judged.gold)
        if i not in hit
    ]
    entries += [
        Miss("found beyond the gold", judged.report.where, "", _found_words(text, found))
        for j, found in enumerate(judged.found)
        if j not in used
    ]
    for located, found in judged.matched():
        entries += _differences(judged, located, found)
    return entries


def speaker(reading: Reading, found: Attribution) -> str:
    """The canonical name of who speaks; the members of a joint one, with semicolons between; empty where unknown."""
    actor = reading.actor(found.speaker)
    if actor is None:
        return ""
    members = [member.name for id_ in actor.members if (member := reading.actor(id_))]
    return "; ".join(members) or actor.name


def speaker_type(reading: Reading, found: Attribution) -> str:
    """The type of who speaks, by the packs' types, which have no outlets and places; empty where unknown."""
    actor = reading.actor(found.speaker)
    return {"outlet": "organisation", "place": "government"}.get(actor.type, actor.type) if actor else ""


def chain(reading: Reading, found: Attribution) -> tuple[str, ...]:
    """The names of the chain that carried it."""
    return tuple(actor.name for id_ in found.via if (actor := reading.actor(id_)))


def source_class(words: str) -> str:
    """What the words of a gold source are, roughly: nothing, a pronoun, with a name in it, or a description."""
    if not words:
        return "absent"
    if words.lower() in _PRONOUNS:
        return "a pronoun"
    return "a name" if any(word[:1].isupper() for word in words.split()[1:] or words.split()) else "a description"


def speaker_alike(reading: Reading, located: Located, found: Attribution) -> bool:
    """Whether the speakers are the same, leniently."""
    return names.alike(located.gold.speaker, speaker(reading, found))


def _find(gold: Located, found: Attribution) -> float:
    roles = ((gold.source, found.source), (gold.cue, found.cue), (gold.content, found.content))
    together = [-1 if wanted is None else shared(wanted, have) for wanted, have in roles]
    needed = [overlap for overlap, (wanted, _) in zip(together, roles, strict=True) if wanted != ()]
    return float(sum(together)) if needed and all(overlap > 0 for overlap in needed) else 0.0


def _touch(gold: Located, found: Attribution) -> float:
    return float(1000 * bool(shared(gold.cue or (), found.cue)) + shared(gold.content or (), found.content))


def _via_right(reading: Reading, gold: Located, found: Attribution) -> bool:
    ours, theirs = chain(reading, found), gold.gold.via
    return len(ours) == len(theirs) and all(map(names.alike, theirs, ours))


def said_on(found: Attribution) -> str | None:
    """The date of the speech as the packs write it: a day without its hour, a month, a year.

    They have no weeks (FORMAT.md: "YYYY-MM-DD or YYYY-MM or null"): "last week" is written as the month that holds
    all of it. A week of two months stays a week, which is never right.
    """
    when = found.said_on
    if when is None or "-W" not in when.value or when.begin is None or when.end is None:
        return when.value[:10] if when else None
    return when.begin[:7] if when.begin[:7] == when.end[:7] else when.value


_RIGHT: dict[str, Callable[[Reading, Located, Attribution], bool]] = {
    "kind right": lambda _, gold, found: found.kind == gold.gold.kind,
    "speaker right, strict": lambda reading, gold, found: names.same(gold.gold.speaker, speaker(reading, found)),
    "speaker right, lenient": speaker_alike,
    "speaker known": lambda reading, _, found: bool(speaker(reading, found)),
    "speaker type right": lambda reading, gold, found: speaker_type(reading, found) == gold.gold.speaker_type,
    "stance right": lambda _, gold, found: found.stance == gold.gold.stance,
    "said_on right": lambda _, gold, found: said_on(found) == gold.gold.said_on,
    "via right": _via_right,
    "within right": lambda _, gold, found: bool(found.within) == gold.gold.within,
}


def _chain(reading: Reading, gold: Located, found: Attribution) -> Tally:
    right = bool(gold.gold.via) and _via_right(reading, gold, found)
    return Tally(right, bool(found.via), bool(gold.gold.via))


def _dated(_: Reading, gold: Located, found: Attribution) -> Tally:
    right = bool(gold.gold.said_on) and said_on(found) == gold.gold.said_on
    return Tally(right, found.said_on is not None, gold.gold.said_on is not None)


def _plus(score: Score | None, right: bool) -> Ratio:
    return (score if isinstance(score, Ratio) else Ratio()) + Ratio(right, 1)


def _classes_of(located: Located) -> list[str]:
    gold = located.gold
    marks = {"inside another": gold.within, "with a chain": gold.via, "no source": not gold.source}
    marks |= {"no content": not gold.content, "several pieces": len(gold.content) > 1}
    return [gold.kind, *(name for name, has in marks.items() if has)]


def _missed(where: str, text: str, located: Located, found: Sequence[Attribution]) -> Miss:
    """A gold attribution that was not found: why, and what stands nearest to it."""
    near = max(found, key=lambda one: _touch(located, one), default=None)
    if near is None or not _touch(located, near):
        lost = [role for role in _ROLES if getattr(located, role) is None]
        why = f"{', '.join(lost)} not in the text" if lost else "nothing there"
        return Miss(f"missed: {why}{', inside another' * located.gold.within}", where, _gold_words(located), "")
    apart = [
        role for role in _ROLES if (own := getattr(located, role)) != () and not shared(own or (), getattr(near, role))
    ]
    why = f"other {', '.join(apart)}" if apart else "taken by another"
    return Miss(f"missed: {why}", where, _gold_words(located), _found_words(text, near))


def _differences(judged: Judged, located: Located, found: Attribution) -> Iterator[Miss]:
    gold, reading = located.gold, judged.reading
    where, words = judged.report.where, _gold_words(located)
    if not speaker_alike(reading, located, found):
        kind = f"speaker: source is {source_class(gold.source)}{'' if speaker(reading, found) else ', none given'}"
        yield Miss(kind, where, gold.speaker, speaker(reading, found), words)
    elif speaker_type(reading, found) != gold.speaker_type:
        wrong = speaker_type(reading, found)
        yield Miss(f"type: {gold.speaker_type} taken as {wrong}", where, gold.speaker, speaker(reading, found), words)
    if found.stance != gold.stance:
        yield Miss(f"stance: {gold.stance} taken as {found.stance}", where, gold.stance, found.stance, words)
    if not _via_right(reading, located, found):
        kind = "wrong" if found.via and gold.via else "missed" if gold.via else "not there"
        yield Miss(f"via: {kind}", where, " < ".join(gold.via), " < ".join(chain(reading, found)), words)
    if said_on(found) != gold.said_on:
        kind = "wrong" if found.said_on and gold.said_on else "missed" if gold.said_on else "not stated"
        yield Miss(f"said_on: {kind}", where, gold.said_on or "", said_on(found) or "", words)
    if found.kind != gold.kind:
        yield Miss(f"kind: {gold.kind} taken as {found.kind}", where, gold.kind, found.kind, words)


def _gold_words(located: Located) -> str:
    gold = located.gold
    return f"[{gold.source or '∅'}] {gold.cue or '∅'} «{' … '.join(gold.content)}»"


def _found_words(text: str, found: Attribution) -> str:
    return f"[{quote(text, found.source) or '∅'}] {quote(text, found.cue) or '∅'} «{quote(text, found.content)}»"
