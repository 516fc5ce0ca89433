"""Who made what speaks: the body behind a spokesman, the maker of a report, the writer of a letter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.model.span import Span
from hearsay.reading.actor import bodies, descriptions, kinds, metonyms, naming, phrases, pronouns

if TYPE_CHECKING:
    from hearsay.reading.actor.entity import Entity, Mention
    from hearsay.reading.actor.phrases import Phrase
    from hearsay.reading.actor.scene import Scene, Turn

_BY = frozenset({"by", "from"})
_SEEN = frozenset(
    {"seen", "obtained", "reviewed", "viewed", "cited", "quoted", "published", "carried", "read", "heard", "released"}
)
_JUDGED = frozenset({"judgment", "judgement", "verdict", "ruling"})
_PRINTED = frozenset({"report", "reports", "article", "story", "editorial", "column", "op-ed", "study", "paper"})
_MEDIA = frozenset({"news", "radio", "television", "tv", "satellite", "state", "press", "public"})
_REMARKS = lexicon.words("remarks")


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
            if phrase.definite and len(phrase.core) < 3 and not phrase.tail
            else None
        )
        return (
            found
            if found is not None and found.type == "outlet"
            else scene.made(naming.described(scene, phrase), "outlet")
        )
    if phrase.head.removesuffix("s") in lists.things.documents or phrase.head in lists.things.documents:
        return _document(scene, phrase, at)
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
    if (owner := _owner(scene, phrase, at)) is not None:
        return _voice(scene, owner)
    if phrase.definite or len(phrase.core) == 1:
        if (named := descriptions.person(scene, phrase, at)) is not None:
            return named
        for turn in reversed(scene.turns):
            if turn.phrase is not None and turn.phrase.head in lexicon.actors().people.mouthpieces:
                return turn.entity
    if (composed := _composed_before(scene, phrase, at)) is not None:
        return composed
    return scene.made(naming.unnamed(scene, phrase), "unnamed")


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


def _owner(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """Who owns the head: "Boeing's", "its", "a Boeing …", "… for the agency", "… by an analyst"."""
    if phrase.possessive is not None:
        return pronouns.antecedent(scene.words, at, phrase.possessive, scene.recent(at, 80))
    if (official := _of_the_premier(scene, phrase, at)) is not None:
        return official
    named = [m for m in phrase.inside if m.name.last in phrase.core]
    if named:
        return _named_owner(scene, phrase, named, at)
    if phrase.owner is not None:
        return _part(scene, phrase.core[: phrase.core.index(phrase.owner) + 1], at)
    if len(phrase.core) > 1 and (composed := _composed_before(scene, phrase, at)) is not None:
        return composed
    return _in_tail(scene, phrase, at)


def _named_owner(scene: Scene, phrase: Phrase, named: list[Mention], at: int) -> Entity | None:
    """The named owner; a country's name with a role before the head is that country's body."""
    entity = named[-1].entity
    if entity.type == "government" and len(phrase.core) > 2:
        composed = _composed_before(scene, phrase, at)
        return composed or entity
    return entity


def _composed_before(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """A public body in the words before the head: "foreign ministry spokesman", "farm ministry figures"."""
    core = phrase.core[: -len(phrase.head.split())]
    if not core:
        return None
    part = phrases.parse(scene.cast, _span(scene, core))
    if part is None or not (bodies.role(part.lower) or phrases.is_body_noun(part.head)):
        return None
    if phrase.lower[0] in ("a", "an") and len(part.core) == 2:  # "a company spokesman": the company is known
        last = scene.turns[-1].entity if scene.turns else None
        if last is not None and kinds.fits(part.head, last):
            return last
        part = replace(part, definite=True, indefinite=False)
    return descriptions.body(scene, part, at)


def _of_the_premier(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The office of a president or prime minister whose spokesman it is."""
    words = [scene.words.all[i].lower for i in phrase.core]
    country = descriptions.land(scene, phrase, at)
    if phrase.owner is None:
        return None
    post = words[: phrase.core.index(phrase.owner) + 1]
    if post[-2:] == ["prime", "minister"] or post[-1:] == ["premier"]:
        name = bodies.compose("premier", country) if country else "Office of the Prime Minister"
        return scene.made(name, "organisation", country=country)
    if country and post[-1:] == ["president"] and len(post) <= 3:
        return scene.made(bodies.compose("presidency", country), "organisation", country=country)
    return None


def _in_tail(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The maker after "for", "of", "by", "at" …: a name, or a body."""
    words = scene.words
    for place, i in enumerate(phrase.tail):
        if words.all[i].lower in ("for", "of", "at", "by", "from", "with") and words.all[i - 1].lower not in _SEEN:
            rest = phrase.tail[place + 1 :]
            return _part(scene, rest, at) if rest else None
    return None


def _part(scene: Scene, ids: tuple[int, ...], at: int) -> Entity | None:
    """Who a part of a phrase stands for, where it is a name or a body."""
    part = phrases.parse(scene.cast, _span(scene, ids))
    if part is None:
        return None
    if part.named is not None:
        return part.named.entity
    if phrases.is_body_noun(part.head):
        return descriptions.body(scene, part, at)
    if not phrases.is_person_noun(part.head):
        return None
    found = None if part.indefinite else descriptions.person(scene, part, at)
    return found or scene.made(naming.unnamed(scene, part), "unnamed")


def _span(scene: Scene, ids: tuple[int, ...]) -> Span:
    last = scene.words.all[ids[-1]]
    return Span(scene.words.all[ids[0]].start, last.start + len(last.text))


def _office(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The office of the post that the owner of "his office" holds."""
    if (official := _of_the_premier(scene, phrase, at)) is not None:
        return official
    if phrase.possessive is None:
        return None
    owner = pronouns.antecedent(scene.words, at, phrase.possessive, scene.recent(at, 80))
    if owner is None or owner.type != "person":
        return None
    country = owner.country or scene.land(at)
    for word, role in (("prime", "premier"), ("premier", "premier"), ("president", "presidency")):
        if word in owner.about and country is not None:
            return scene.made(bodies.compose(role, country), "organisation", country=country)
    return scene.made(f"office of {owner.name}", "organisation")


def _document(scene: Scene, phrase: Phrase, at: int) -> Entity:
    """The maker of a document where the text tells one; else the document."""
    lists, head = lexicon.actors(), phrase.head
    if not phrase.inside and (echoed := scene.echoed(lambda turn: _through(scene, turn, head))) is not None:
        return echoed
    if head.removesuffix("s") not in lists.things.own_voice and head not in lists.things.own_voice:
        maker = _maker(scene, phrase, at)
        if maker is not None:
            return maker
    if phrase.definite and len(phrase.core) <= 2 and not phrase.tail:
        if head in _JUDGED and (court := kinds.court(scene, at)) is not None:
            return court
        if head == "constitution" and (country := scene.filed or scene.land(at)) is not None:
            return scene.made(f"Constitution of {metonyms.name(country)}", "document", country=country)
        if (before := _same_document(scene, phrase, at)) is not None:
            return before
        if (full := naming.fullest(scene, phrase.span, head)) is not None:
            return scene.made(full, "document")
    return scene.made(naming.described(scene, phrase), "document")


def _through(scene: Scene, turn: Turn, noun: str) -> bool:
    """Whether somebody speaks as, or "in", a document of that name ("wrote in the order")."""
    spans = (*turn.attribution.source, *turn.attribution.cue)
    return any(noun in span.of(scene.words.text).lower().split() for span in spans)


def _made_by(scene: Scene, i: int) -> bool:
    """Whether the maker follows, and not one who only saw it ("a memo seen by Norstar News")."""
    return scene.words.all[i].lower in _BY and scene.words.all[i - 1].lower not in _SEEN


def _maker(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    if phrase.head in _PRINTED and (printed := _printed_in(scene, phrase)) is not None:
        return printed
    by = next((place for place, i in enumerate(phrase.tail) if _made_by(scene, i)), None)
    if by is not None and phrase.tail[by + 1 :]:
        return _part(scene, phrase.tail[by + 1 :], at)
    return _owner(scene, phrase, at) if len(phrase.core) > 1 or phrase.tail else None


def _printed_in(scene: Scene, phrase: Phrase) -> Entity | None:
    """The paper of "a report in the Argus Leader of Sioux Falls"."""
    if len(phrase.tail) < 2 or scene.words.all[phrase.tail[0]].lower != "in":
        return None
    named = next((m for m in phrase.inside if m.name.begin in phrase.tail[1:3]), None)
    return named.entity if named is not None and named.entity.type in ("outlet", "organisation") else None


def _same_document(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """Who spoke through the same document before: "… said in a statement. The statement added …"."""
    noun = phrase.head.removesuffix("s")
    for turn in reversed(scene.turns):
        if turn.at >= at or scene.words.paragraph(at) - scene.words.paragraph(turn.at) > 6:
            break
        if (
            noun in ("document", "text", "paper")
            and turn.phrase is not None
            and turn.phrase.head in lexicon.actors().things.documents
        ):
            return turn.entity
        if turn.phrase is not None and noun in (word.removesuffix("s") for word in turn.phrase.lower):
            return turn.entity
    if noun not in _REMARKS or not scene.turns:
        return None
    last = next((turn for turn in reversed(scene.turns) if turn.entity.type != "document"), scene.turns[-1])
    between = scene.words.text[last.at : at].lower()
    near = scene.words.paragraph(at) - scene.words.paragraph(last.at) <= 1
    return last.entity if near and (noun in between or noun in ("statement", "post", "tweet", "document")) else None
