"""Who owns what speaks: "Boeing's", "its", "a Boeing …", "… for the agency", "… by an analyst"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.reading.actor import bodies, descriptions, kinds, naming, phrases

if TYPE_CHECKING:
    from hearsay.reading.actor.entity import Entity, Mention
    from hearsay.reading.actor.phrases import Phrase
    from hearsay.reading.actor.scene import Scene

# What somebody does with a document whose maker somebody else is.
SEEN = frozenset(
    {"seen", "obtained", "reviewed", "viewed", "cited", "quoted", "published", "carried", "read", "heard", "released"}
)


def of(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """Who owns the head: "Boeing's", "its", "a Boeing …", "… for the agency", "… by an analyst"."""
    if phrase.possessive is not None:
        return scene.meant(at, phrase.possessive)
    if (official := premier(scene, phrase, at)) is not None:
        return official
    named = [m for m in phrase.inside if m.name.last in phrase.core]
    if named:
        return _named_owner(scene, phrase, named, at)
    if phrase.owner is not None:
        return part(scene, phrase.core[: phrase.core.index(phrase.owner) + 1], at)
    if len(phrase.core) > 1 and (composed := composed_before(scene, phrase, at)) is not None:
        return composed
    return _in_tail(scene, phrase, at)


def _named_owner(scene: Scene, phrase: Phrase, named: list[Mention], at: int) -> Entity | None:
    """The named owner; a country's name with a role before the head is that country's body."""
    entity = named[-1].entity
    if entity.type == "government" and len(phrase.core) > 2:
        composed = composed_before(scene, phrase, at)
        return composed or entity
    return entity


def composed_before(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """A public body in the words before the head: "foreign ministry spokesman", "farm ministry figures"."""
    core = phrase.core[: -len(phrase.head.split())]
    inner = phrases.parse(scene.cast, _span(scene, core)) if core else None
    if inner is None or not (bodies.role(inner.lower) or phrases.is_body_noun(inner.head)):
        return None
    if phrase.lower[0] in ("a", "an") and len(inner.core) == 2:  # "a company spokesman": the company is known
        last = scene.turns[-1].entity if scene.turns else None
        if last is not None and kinds.may(inner.head, last):
            return last
        inner = replace(inner, definite=True, indefinite=False)
    return descriptions.body(scene, inner, at)


def premier(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
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
        if words.all[i].lower in ("for", "of", "at", "by", "from", "with") and words.all[i - 1].lower not in SEEN:
            rest = phrase.tail[place + 1 :]
            return part(scene, rest, at) if rest else None
    return None


def part(scene: Scene, ids: tuple[int, ...], at: int) -> Entity | None:
    """Who a part of a phrase stands for, where it is a name, a body or a person."""
    inner = phrases.parse(scene.cast, _span(scene, ids))
    if inner is None:
        return None
    if inner.named is not None:
        return inner.named.entity
    if phrases.is_body_noun(inner.head):
        return descriptions.body(scene, inner, at)
    if not phrases.is_person_noun(inner.head):
        return None
    found = None if inner.indefinite else descriptions.person(scene, inner, at)
    return found or scene.made(naming.unnamed(scene, inner), "unnamed")


def _span(scene: Scene, ids: tuple[int, ...]) -> Span:
    last = scene.words.all[ids[-1]]
    return Span(scene.words.all[ids[0]].start, last.start + len(last.text))
