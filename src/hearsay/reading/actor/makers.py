"""Who made what speaks: the body behind a spokesman, an office or an outlet; documents have a module of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import bodies, descriptions, documents, naming, owners, pronouns

if TYPE_CHECKING:
    from hearsay.reading.actor.entity import Entity
    from hearsay.reading.actor.phrases import Phrase
    from hearsay.reading.actor.scene import Scene

_MEDIA = frozenset({"news", "radio", "television", "tv", "satellite", "state", "press", "public"})


def of(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The maker of a document, the body of a mouthpiece, or the document itself; ``None`` for any other noun."""
    lists = lexicon.actors()
    if phrase.head in lists.people.mouthpieces:
        return _mouthpiece(scene, phrase, at)
    if phrase.head in ("office", "offices") and (office := _office(scene, phrase, at)) is not None:
        return office
    if phrase.head in ("paper", "newspaper") and phrase.definite and len(phrase.core) == 2:
        papers = (one.entity for one in scene.recent(at, 200) if one.entity.type == "outlet")
        return next(papers, None) or scene.made(naming.described(scene, phrase), "outlet")
    if len(phrase.all) == 1 and phrase.head == "reports":
        return scene.made("media reports", "outlet")
    if phrase.head in lists.outlets.nouns and phrase.head not in lists.things.documents:
        if (own := _own_outlet(scene, phrase)) is not None:
            return own
        found = (
            descriptions.body(scene, phrase, at)
            if phrase.definite and len(phrase.core) - len(phrase.head.split()) < 2 and not phrase.tail
            else None
        )
        return (
            found
            if found is not None and found.type == "outlet"
            else scene.made(naming.described(scene, phrase), "outlet")
        )
    if phrase.head.removesuffix("s") in lists.things.documents or phrase.head in lists.things.documents:
        return documents.of(scene, phrase, at)
    return None


def _own_outlet(scene: Scene, phrase: Phrase) -> Entity | None:
    """The outlet whose name stands before its noun: "the state-owned Al-Sahel television"."""
    named = [m for m in phrase.inside if m.name.last in phrase.core and not scene.words.all[m.name.last].owner]
    if not named or phrase.tail or named[-1].entity.type not in ("organisation", "outlet"):
        return None
    between = {scene.words.all[i].lower for i in range(named[-1].name.last + 1, phrase.core[-1])}
    if not between <= _MEDIA:
        return None  # "the Jongno police station"
    entity = named[-1].entity
    entity.type, entity.unsure = "outlet", False
    return entity


def _mouthpiece(scene: Scene, phrase: Phrase, at: int) -> Entity:
    """The body for which a spokesman speaks; "the spokesman" alone is the one heard last."""
    if (minister := _minister(scene, phrase, at)) is not None:
        return minister
    if (owner := owners.of(scene, phrase, at)) is not None:
        return _voice(scene, owner)
    if phrase.definite or len(phrase.core) == 1:
        if (named := descriptions.person(scene, phrase, at)) is not None:
            return named
        for turn in reversed(scene.turns):
            if turn.phrase is not None and turn.phrase.head in lexicon.actors().people.mouthpieces:
                return turn.entity
    if (composed := owners.composed_before(scene, phrase, at)) is not None:
        return composed
    if len(phrase.core) <= 2 and not phrase.tail and (spoken := _spoken_for(scene, at)) is not None:
        return _voice(scene, spoken)
    return scene.made(naming.unnamed(scene, phrase), "unnamed")


def _spoken_for(scene: Scene, at: int) -> Entity | None:
    """Whom a bare "a spokesman" speaks for: the body or the leader most spoken of right before."""
    houses = (one for one in scene.eligible(at, 60) if not one.entity.house and not one.entity.unsure)
    heard = [one for one in houses if one.entity.type == "organisation" or _leads(one.entity)]
    return pronouns.antecedent(scene.words, at, "whose", heard)


def _leads(entity: Entity) -> bool:
    leads = not descriptions.leaders().isdisjoint(entity.about)
    return entity.type == "person" and leads and "former" not in entity.about


def _minister(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The minister who spoke just before and whom "the government spokesman" means, where no other spokesman speaks."""
    last = scene.turns[-1] if scene.turns else None
    if last is None or phrase.lower[0] != "the" or phrase.tail or not set(phrase.lower[1:-1]) <= {"government"}:
        return None
    begun = min((span.start for span in scene.own), default=at)
    near = scene.words.paragraph(begun) - scene.words.paragraph(last.at) <= 2
    voices = lexicon.actors().people.mouthpieces
    other = any(turn.phrase is not None and turn.phrase.head in voices for turn in scene.turns)
    holds = last.entity.type == "person" and not descriptions.leaders().isdisjoint(last.entity.about)
    return last.entity if near and holds and not other else None


def _voice(scene: Scene, owner: Entity) -> Entity:
    """A body's spokesman speaks as the body; a person's is known by whom he speaks for."""
    if owner.type == "person":
        return scene.made(f"spokesman for {owner.name}", "unnamed")
    return owner


def _office(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The office of the post that the owner of "his office" holds."""
    if (official := owners.premier(scene, phrase, at)) is not None:
        return official
    if phrase.possessive is None:
        return None
    owner = scene.meant(at, phrase.possessive)
    if owner is None or owner.type != "person":
        return None
    country = owner.country or scene.land(at)
    for word, role in (("prime", "premier"), ("premier", "premier"), ("president", "presidency")):
        if word in owner.about and country is not None:
            return scene.made(bodies.compose(role, country), "organisation", country=country)
    return scene.made(f"office of {owner.name}", "organisation")
