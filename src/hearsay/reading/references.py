"""Whom the words of a source or of a carrier stand for.

Pronouns first, then the report itself, names joined by "and", a name, a name set off by a comma, the maker behind a
spokesman or a document, and last what a common noun can tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading import makers, phrases, pronouns, roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.reading.cast import Entity, Mention
    from hearsay.reading.phrases import Phrase
    from hearsay.reading.scene import Scene

_FIRST = frozenset({"i", "we", "you", "my", "our", "your", "me", "us"})
_AND = frozenset({"and", "&"})


def refer(scene: Scene, phrase: Phrase) -> Entity:
    """The entity that a phrase stands for; one described by its own words where nothing else is known."""
    at = phrase.span.start
    if phrase.pronoun is not None and (found := _pronoun(scene, phrase)) is not None:
        return found
    if (own := _itself(scene, phrase)) is not None:
        return own
    if (several := _several(scene, phrase)) is not None:
        return several
    if (phrase.named is not None and not scene.words.all[phrase.core[-1]].owner) or (
        phrase.named and len(phrase.all) == len(phrase.core)
    ):
        return phrase.named.entity
    if phrase.set_off is not None and _set_off_names(phrase, phrase.set_off.entity):
        return phrase.set_off.entity
    return makers.of(scene, phrase, at) or roles.meant(scene, phrase, at)


def _set_off_names(phrase: Phrase, entity: Entity) -> bool:
    """Whether the name after the comma says who the words before it mean."""
    head = phrase.head
    if entity.type in ("person", "government"):
        return entity.type == "person" and phrase.head not in lexicon.actors().things.documents
    return phrases.is_person_noun(head) or phrases.is_body_noun(head) or head in ("them", "another", "other", "one")


def _pronoun(scene: Scene, phrase: Phrase) -> Entity | None:
    word, at = phrase.pronoun or "", phrase.span.start
    if word in ("who", "which", "that", "whose"):
        before = [one for one in scene.recent(at, 3) if scene.words.sentence(one.at) == scene.words.sentence(at)]
        found = [one.entity for one in before if one.entity.person == (word == "who") or word not in ("who", "which")]
        return found[0] if found else None
    if word in _FIRST:
        return _first_person(scene, at)
    if word in ("this", "that", "these", "those", "one"):
        return None
    heard = pronouns.antecedent(scene.words, at, word, scene.recent(at, 80))
    heard = heard or pronouns.doubtful(at, word, scene.recent(at, 12))
    return heard or pronouns.cataphor(scene.words, at, word, scene.later(at))


def _first_person(scene: Scene, at: int) -> Entity | None:
    """Whoever speaks, for "I" in a quotation; outside one, the writer."""
    if scene.turns and scene.quoted(at):
        return scene.turns[-1].entity
    if scene.report.byline:
        return scene.made(scene.report.byline[0].name, "person")
    return scene.turns[-1].entity if scene.turns else None


def _itself(scene: Scene, phrase: Phrase) -> Entity | None:
    """The report's own outlet, where the report speaks of itself."""
    words = " ".join(scene.words.all[i].lower for i in phrase.all)
    own = scene.report.agency or scene.report.outlet
    itself = words.startswith(lexicon.actors().things.itself) and len(phrase.core) <= 5
    if own and itself:
        return scene.made(own, "outlet")
    if (phrase.named and phrase.named.entity.type == "outlet") or (
        phrase.inside and phrase.inside[0].entity.type == "outlet"
    ):
        houses = {name.lower() for name in (scene.report.agency, scene.report.outlet) if name}
        entity = phrase.inside[0].entity
        if entity.name.lower() in houses and phrase.head in (
            "stories",
            "story",
            "report",
            "article",
            "reporter",
            "copy",
            "reports",
        ):
            return entity
    return None


def _several(scene: Scene, phrase: Phrase) -> Entity | None:
    """Two or more that are joined by "and" at the top of the phrase, each a name."""
    ids = phrase.all
    cut = [i for i in ids if scene.words.all[i].lower in _AND and i not in scene.cast.at]
    if not cut:
        return None
    last = next((i for i in ids if i > cut[-1] and scene.words.all[i].lower != "the"), None)
    named = [m for m in phrase.inside if m.name.last < cut[-1] and _ends_part(scene, m, cut)]
    if not named or scene.words.all[named[0].name.begin].start > scene.words.all[ids[0]].end + 5:
        return None
    after = scene.cast.at.get(last) if last is not None else None
    if after is not None and not scene.words.all[after.name.last].owner:
        members = tuple(dict.fromkeys(m.entity for m in (*named, after)))
        return scene.joint(members) if len(members) > 1 else None
    if all(m.entity.type == "outlet" for m in named):
        return _outlets(scene, phrase, named)
    return None


def _outlets(scene: Scene, phrase: Phrase, named: Sequence[Mention]) -> Entity:
    """Named outlets "and other outlets", under their own words."""
    words = " ".join(phrase.span.of(scene.words.text).split())
    return scene.joint(tuple(m.entity for m in named), words, "outlet")


def _ends_part(scene: Scene, mention: Mention, cut: Sequence[int]) -> bool:
    after = mention.name.last + 1
    return after in cut or "," in scene.words.between(mention.name.last, after)
