"""Each attribution's speaker: who stands behind the words of its source.

The attributions are taken in text order, because a pronoun or "the spokesman" leans on who spoke before; the headline
comes last, because the body tells what it only hints at. A source that nothing explains keeps an actor described by
its own words; nobody is guessed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import actors, cast, leads, phrases, references
from hearsay.reading.actor.scene import Scene, Turn
from hearsay.reading.actor.words import Words
from hearsay.reading.attribution import relay

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hearsay.model.reading import Actor, Attribution, SourceType
    from hearsay.model.report import Report
    from hearsay.model.span import Span
    from hearsay.reading.actor.entity import Entity

_KINDS: dict[str, SourceType] = {
    "person": "person", "organisation": "organisation", "government": "government", "document": "document",
    "outlet": "outlet", "group": "group", "unnamed": "unnamed", "place": "government",
}  # fmt: skip


_JOINING = frozenset({"and", "but", "or", "then", "while", "before", "after", "by"})


def resolve(report: Report, attributions: Sequence[Attribution]) -> tuple[tuple[Attribution, ...], tuple[Actor, ...]]:
    """The attributions with speaker, source type and via, and the actors of the report.

    The attributions come back in the order in which they were given.
    """
    words = Words(report.text, report.spans("headline", "paragraph", "caption", "note"))
    scene = Scene(report, cast.gather(report, words), attributions)
    headlines = report.spans("headline")
    spoken = {id(one): _take(scene, one) for one in sorted(attributions, key=lambda one: _order(one, headlines))}
    spoken = leads.unmask(scene, spoken)
    heard = {span: turn.entity for turn in scene.turns for span in turn.attribution.source}
    carried = {id(one): _carriers(scene, one, attributions, heard) for one in attributions}
    speakers = [turn.entity for turn in spoken.values() if turn is not None]
    entities = [*speakers, *(entity for chain in carried.values() for entity in chain)]
    entities += [*references.homelands(scene), *(one for one in scene.cast.entities if _known(one))]
    ids = actors.number(entities)
    return tuple(_filled(one, spoken[id(one)], carried[id(one)], ids) for one in attributions), actors.record(
        entities, ids
    )


def _known(entity: Entity) -> bool:
    """Whether a name that nobody speaks under is surely an actor's: no lone capitalised word."""
    if entity.vessel:
        return False
    if entity.type != "organisation":
        return bool(entity.mentions)
    return len(entity.mentions) > 1 or (len(entity.name.split()) > 1 and not entity.unsure and bool(entity.mentions))


def _order(attribution: Attribution, headlines: Sequence[Span]) -> tuple[bool, int]:
    """Text order, the headline last: what it only hints at, the body has said by then."""
    at = _place(attribution)
    return any(span.start <= at < span.end for span in headlines), at


def _place(attribution: Attribution) -> int:
    """Where an attribution leans on what came before: its source, or else its cue or content."""
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start if spans else 0


def _filled(one: Attribution, turn: Turn | None, carriers: Sequence[Entity], ids: dict[int, str]) -> Attribution:
    own = turn.entity if turn is not None else None
    via = tuple(dict.fromkeys(ids[id(entity)] for entity in carriers if entity is not own))
    if turn is None:
        return replace(one, via=via, source_type="none")
    return replace(one, speaker=ids[id(turn.entity)], via=via, source_type=_source_type(turn))


def _take(scene: Scene, attribution: Attribution) -> Turn | None:
    """Settle one attribution's speaker, and remember the turn."""
    at = _place(attribution)
    scene.attend(attribution)
    if not attribution.source:
        heard = _shared(scene, attribution) or _unsaid(scene, attribution, at)
        if heard is None:
            return None
        turn = Turn(attribution, None, heard, at)
        scene.turns.append(turn)
        return turn
    phrase = phrases.parse(scene.cast, attribution.source[0])
    if phrase is None or phrase.empty:
        return None
    entity = references.refer(scene, phrase)
    if phrase.pronoun is not None and entity.type == "unnamed" and entity.name.lower() == phrase.pronoun:
        return None  # a pronoun that nothing explains
    entity.mentions.extend(attribution.source)
    turn = Turn(attribution, phrase, entity, at)
    scene.speaks(turn)
    return turn


def _shared(scene: Scene, attribution: Attribution) -> Entity | None:
    """The speaker of a verb that shares its subject with one before it: "she praised … and demanded …"."""
    if not attribution.cue or not scene.turns:
        return None
    words, start, last = scene.words, attribution.cue[0].start, scene.turns[-1]
    first = words.first(start)
    if not first or first >= len(words) or last.attribution.within != attribution.within:
        return None
    cue, lead = last.attribution.cue, first - 1
    after = bool(cue) and cue[0].start < start and words.sentence(cue[0].start) == words.sentence(start)
    while lead and words.all[lead].lower.endswith("ly"):
        lead -= 1
    joined = words.all[lead].lower in _JOINING
    participle = words.all[first].lower.endswith("ing") and "," in words.between(first - 1, first)
    return last.entity if after and (joined or participle) else None


def _unsaid(scene: Scene, attribution: Attribution, at: int) -> Entity | None:
    """The speaker of a quotation without a source: who spoke last in its paragraph, or just before."""
    if attribution.within is not None or not scene.turns or (attribution.cue and attribution.kind == "indirect"):
        return None
    last = scene.turns[-1]
    near = scene.words.paragraph(at) - scene.words.paragraph(last.at) <= (1 if attribution.kind == "direct" else 0)
    return last.entity if near and last.attribution.within is None else None


def _carriers(
    scene: Scene, attribution: Attribution, attributions: Sequence[Attribution], heard: Mapping[Span, Entity]
) -> list[Entity]:
    """The entities that carried an attribution, nearest to the speaker first; ``heard``: whom sources stand for."""
    found = []
    for carrier in relay.carriers(scene.report, attribution, attributions):
        phrase = phrases.parse(scene.cast, carrier)
        if phrase is not None:
            entity = heard.get(carrier) or references.refer(scene, phrase)
            entity.mentions.append(carrier)
            found.append(entity)
    return found


def _source_type(turn: Turn) -> SourceType:
    """What the words of the source are."""
    phrase, entity = turn.phrase, turn.entity
    if phrase is None:
        return "none"
    lists = lexicon.actors()
    if entity.members:
        return _KINDS[entity.type]
    if phrase.named is not None and (len(phrase.core) == len(phrase.all) or not phrases.is_person_noun(phrase.head)):
        return _KINDS[entity.type]
    if phrase.set_off is not None and phrase.set_off.entity is entity:
        return _KINDS[entity.type]
    if phrases.is_body_noun(phrase.head) and entity.type in ("organisation", "outlet", "government"):
        return _KINDS[entity.type]
    if phrase.head in lists.people.mouthpieces or (phrases.is_person_noun(phrase.head) and phrase.definite):
        return "role" if entity.type != "unnamed" or phrase.definite else "unnamed"
    if phrase.head in lists.things.documents and phrase.named is None and entity.type != "outlet":
        return "document"
    return _KINDS[entity.type]
