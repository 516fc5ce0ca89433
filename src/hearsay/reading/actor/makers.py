"""Who made what speaks: the body behind a spokesman, the maker of a report, the writer of a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.model.span import Span
from hearsay.reading.actor import bodies, descriptions, naming, phrases, pronouns

if TYPE_CHECKING:
    from hearsay.reading.actor.cast import Entity, Mention
    from hearsay.reading.actor.phrases import Phrase
    from hearsay.reading.actor.scene import Scene

_BY = frozenset({"by", "from"})
_SEEN = frozenset(
    {"seen", "obtained", "reviewed", "viewed", "cited", "quoted", "published", "carried", "read", "heard", "released"}
)
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


def _mouthpiece(scene: Scene, phrase: Phrase, at: int) -> Entity:
    """The body for which a spokesman speaks; "the spokesman" alone is the one heard last."""
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
        if words.all[i].lower in ("for", "of", "at", "by", "from", "with"):
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
    if head.removesuffix("s") not in lists.things.own_voice and head not in lists.things.own_voice:
        maker = _maker(scene, phrase, at)
        if maker is not None:
            return maker
    if phrase.definite and len(phrase.core) <= 2 and not phrase.tail:
        if (before := _same_document(scene, phrase, at)) is not None:
            return before
        if (full := naming.fullest(scene, phrase.span, head)) is not None:
            return scene.made(full, "document")
    return scene.made(naming.described(scene, phrase), "document")


def _made_by(scene: Scene, i: int) -> bool:
    """Whether the maker follows, and not one who only saw it ("a memo seen by Norstar News")."""
    return scene.words.all[i].lower in _BY and scene.words.all[i - 1].lower not in _SEEN


def _maker(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    by = next((place for place, i in enumerate(phrase.tail) if _made_by(scene, i)), None)
    if by is not None and phrase.tail[by + 1 :]:
        return _part(scene, phrase.tail[by + 1 :], at)
    return _owner(scene, phrase, at) if len(phrase.core) > 1 or phrase.tail else None


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
