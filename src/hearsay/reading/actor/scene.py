"""What has been said so far while a report is read from top to bottom: who was mentioned where, and who spoke."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import crowds, interviews, metonyms, pronouns, strangers
from hearsay.reading.actor.entity import Entity
from hearsay.reading.actor.pronouns import Heard
from hearsay.text import quotations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hearsay.model.reading import ActorType, Attribution
    from hearsay.model.report import Report
    from hearsay.model.span import Span
    from hearsay.reading.actor.cast import Cast
    from hearsay.reading.actor.entity import Mention
    from hearsay.reading.actor.phrases import Phrase

_STEM, _SHORT = 4, 3  # as much of a word is compared, and shorter words tell nothing
_ECHO, _TELLING = 0.4, 2  # what share of a headline's words has to come back, and how many it must have
_PARAGRAPHS = 6  # paragraphs of one speech that are looked back over
_JOINTS = lexicon.words("joints")


@dataclass(frozen=True, slots=True)
class Turn:
    """One attribution whose speaker is settled."""

    attribution: Attribution
    phrase: Phrase | None
    entity: Entity
    at: int


def _alike(entity: Entity, kind: ActorType) -> bool:
    return (entity.type == "person") == (kind == "person")


class Scene:
    """The state of one reading: the cast, everything heard in text order, and the turns taken so far."""

    def __init__(self, report: Report, cast: Cast, attributions: Sequence[Attribution]) -> None:
        self.report, self.cast, self.words = report, cast, cast.words
        contents = sorted(
            (span.start, span.end) for one in attributions for span in one.content if one.kind != "indirect"
        )
        self._contents = contents
        self._starts = [start for start, _ in contents]
        self._heard: list[tuple[int, int, Heard]] = []
        self._extra: dict[str, Entity] = {}
        self._known: dict[str, list[Entity]] = {}
        for entity in cast.entities:
            self._known.setdefault(entity.name.lower(), []).append(entity)
        self.turns: list[Turn] = []
        self._speech = [q.span for q in quotations.outermost(quotations.find(report.text, self.words.regions))]
        self.own: tuple[Span, ...] = ()
        self._said: frozenset[str] = frozenset()
        self.interview = interviews.find(report, cast)
        self._headlines, self._above = report.spans("headline"), False
        for mention in cast.mentions:
            self._hear(self._from(mention))
        for at, entity in strangers.find(self.words, cast):
            self._hear(Heard(at, entity, subject=True, quoted=self.quoted(at)))
        tally = Counter(code for _, code in cast.lands)
        place = report.dateline.place if report.dateline and report.dateline.place else ""
        filed = next((code for word in re.split(r"[,/]", place) if (code := metonyms.country(word.strip()))), None)
        tally.update([filed] * 3 if filed else [])
        self.filed = filed
        self.main = tally.most_common(1)[0][0] if tally else None

    def heard(self) -> Iterator[Heard]:
        """Everything heard, in text order, also what the text says later."""
        return (one for _, _, one in self._heard)

    def attend(self, attribution: Attribution) -> None:
        """Take up an attribution: whom its own quotation alone names is not whom its pronoun means."""
        pieces = (
            [q for span in attribution.content for q in self._inside(span)] if attribution.kind != "indirect" else []
        )
        self._said = self._stems(attribution)
        spans = (*attribution.source, *attribution.cue, *attribution.content)
        self._above = any(one.overlaps(span) for one in self._headlines for span in spans)
        self.own = (*self._before(pieces[0]), *pieces) if pieces else ()

    def echoed(self, may: Callable[[Turn], bool]) -> Entity | None:
        """Who says in the body what the headline's attribution says, among those that may be meant."""
        if not self._above or len(self._said) < _TELLING:
            return None
        told = [(self.likeness(turn.attribution), turn) for turn in self.turns if may(turn)]
        best = max(told, key=lambda one: one[0], default=None)
        return best[1].entity if best is not None and best[0] >= max(2, _ECHO * len(self._said)) else None

    def likeness(self, attribution: Attribution) -> int:
        """How many words of what is being attributed another attribution has too."""
        return len(self._said & self._stems(attribution))

    def shared(self, one: Attribution, other: Attribution) -> int:
        """How many words two contents have in common."""
        return len(self._stems(one) & self._stems(other))

    def _stems(self, attribution: Attribution) -> frozenset[str]:
        """The beginnings of the longer words of a content."""
        inside = (self.words.all[i].lower for span in attribution.content for i in self.words.within(span))
        return frozenset(word[:_STEM] for word in inside if len(word) > _SHORT or word[0].isdigit())

    def _inside(self, span: Span) -> Iterator[Span]:
        """The quotations that touch a content."""
        low = max(bisect_right(self._speech, span.start, key=lambda one: one.start) - 1, 0)
        for one in self._speech[low:]:
            if one.start >= span.end:
                return
            if one.overlaps(span):
                yield one

    def _before(self, first: Span) -> list[Span]:
        """The quotations that fill the paragraphs right before one that opens its own paragraph."""
        found: list[Span] = []
        here, low = first, bisect_right(self._speech, first.start - 1, key=lambda one: one.start) - 1
        while low >= 0 and self._fills(self._speech[low], here) and len(found) < _PARAGRAPHS:
            here = self._speech[low]
            found.append(here)
            low -= 1
        return found

    def _fills(self, one: Span, following: Span) -> bool:
        """Whether a quotation is the paragraph before the one that another opens."""
        number = self.words.paragraph(following.start)
        if number != self.words.paragraph(one.start) + 1:
            return False
        mine, theirs = self.words.regions[number - 1], self.words.regions[number]
        return one.start - mine.start <= 1 and mine.end - one.end <= 1 and following.start - theirs.start <= 1

    def eligible(self, at: int, reach: int = 60) -> Iterator[Heard]:
        """What was heard before a code point and not in the attribution's own quotation, the nearest first."""
        return self.outside(self.recent(at, reach))

    def outside(self, heard: Iterable[Heard]) -> Iterator[Heard]:
        """What of it is not in the attribution's own quotation."""
        return (one for one in heard if not any(span.start <= one.at < span.end for span in self.own))

    def recent(self, at: int, reach: int = 60) -> Iterator[Heard]:
        """What was heard before a code point, the nearest first, at most ``reach`` of it."""
        low = bisect_right(self._heard, (at, -1))
        return (self._heard[i][2] for i in range(low - 1, max(low - 1 - reach, -1), -1))

    def meant(self, at: int, pronoun: str) -> Entity | None:
        """Whom the pronoun at a code point means, of those who are not only in the attribution's own quotation."""
        several = self.crowds if pronoun in pronouns.MANY else ()
        return pronouns.antecedent(self.words, at, pronoun, (*self.eligible(at, 80), *self.outside(several)))

    @cached_property
    def crowds(self) -> tuple[Heard, ...]:
        """Where the text speaks of several people, for "they" to mean."""
        return crowds.find(self)

    def later(self, at: int, reach: int = 8) -> list[Heard]:
        """What is heard after a code point, the nearest first."""
        low = bisect_right(self._heard, (at, 1 << 30))
        return [one for _, _, one in self._heard[low : low + reach]]

    def speaks(self, turn: Turn) -> None:
        """Note that a speaker has spoken."""
        self.turns.append(turn)
        voice = turn.phrase is not None and turn.phrase.head in lexicon.actors().people.mouthpieces
        self._hear(Heard(turn.at, turn.entity, True, True, quoted=self.quoted(turn.at), voice=voice))

    def made(self, name: str, kind: ActorType, *, plural: bool = False, country: str | None = None) -> Entity:
        """The entity that only its description names; the same description twice is one."""
        key = name.lower()
        known = next((one for one in self._known.get(key, ()) if _alike(one, kind)), None)
        if known is not None:
            return known
        if key not in self._extra:
            self._extra[key] = Entity(name, kind, set(key.split()), country=country, plural=plural)
        return self._extra[key]

    def joint(self, members: tuple[Entity, ...], name: str | None = None, kind: ActorType | None = None) -> Entity:
        """Several that speak as one."""
        title = name or "; ".join(member.name for member in members)
        kinds = {member.type for member in members}
        same = kinds.pop() if len(kinds) == 1 else "group"
        entity = self.made(title, kind or (same if same in ("government", "outlet") else "group"), plural=True)
        entity.members = members
        return entity

    def land(self, at: int, *, certain: bool = False) -> str | None:
        """The country in view at a code point: the one where its sentence begins ("In Beijing, …"), or the main one.

        ``certain``: the main one only where the report is filed from it.
        """
        lands, sentence = self.cast.lands, self.words.sentence(at)
        low = bisect_right(lands, (self.words.sentences[sentence].start, ""))
        if low < len(lands) and lands[low][0] < at:
            first = self.words.first(lands[low][0])
            before = self.words.all[first - 1] if first else None
            if before is not None and before.lower == "in" and before.opens:
                return lands[low][1]
        return self.filed if certain else self.main

    def quoted(self, at: int) -> bool:
        """Whether a code point stands inside quoted content."""
        low = bisect_right(self._starts, at)
        return any(start <= at < end for start, end in self._contents[max(low - 3, 0) : low])

    def _hear(self, one: Heard) -> None:
        insort(self._heard, (one.at, len(self._heard), one))

    def _from(self, mention: Mention) -> Heard:
        name, words = mention.name, self.words
        at = words.all[name.begin].start
        before = words.all[name.begin - 1].lower if name.begin else ""
        gap = words.between(name.begin - 1, name.begin) if name.begin else ""
        begins = words.all[name.begin].opens or before in _JOINTS or "," in gap or before in ("the", "The")
        described = before == "the" and metonyms.capital(name.text) and not metonyms.named(name.text)
        owner = words.all[name.last].owner or bool(described)  # "the Paris climate treaty": no capital has an article
        return Heard(at, mention.entity, subject=begins and not owner, owner=owner, quoted=self.quoted(at))
