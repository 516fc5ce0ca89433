"""Who is meant by a description: "the agency", "Boeing chief", "the French foreign ministry", "the former president".

A description finds the one in the cast whom the report has called so, or the public body that its country and role
compose; where neither is there, it stays what it is and names itself.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import bodies, employers, kinds, metonyms, pronouns
from hearsay.reading.actor.kinds import Sought

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearsay.reading.actor.entity import Entity
    from hearsay.reading.actor.phrases import Phrase
    from hearsay.reading.actor.scene import Scene

_EMPTY = lexicon.words("empty")
_EXACT = 1.0
_RULING = frozenset({"administration", "government", "cabinet", "country"})
_HIGHER = frozenset({"prime", "vice", "deputy", "assistant", "former", "shadow", "ex"})
_SIDES = frozenset(
    {"democratic", "republican", "conservative", "labour", "liberal", "opposition", "independent", "tory", "green"}
)
# What the body that a noun means is said to do.
DOES = {
    "operator": frozenset({"operates", "runs", "operated", "ran", "operator"}),
    "owner": frozenset({"owns", "owned", "owner"}),
    "maker": frozenset({"makes", "made", "builds", "built", "maker", "manufacturer"}),
    "builder": frozenset({"builds", "built", "builder"}),
    "publisher": frozenset({"publishes", "publisher"}),
}
CHIEFS = frozenset({"chief", "head", "boss", "leader", "ceo", "heads", "leads", "chairs", "runs"})


def person(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The named person whom the report has described with these words."""
    wanted, former = _content(scene, phrase) | set(phrase.head.split()), "former" in phrase.lower
    wanted -= {scene.words.all[phrase.core[-1]].lower} - set(phrase.head.split())  # "PM" asks for a prime minister
    barred = _barred(scene, phrase, at)
    best: tuple[float, Entity] | None = None
    for near, entity in _candidates(scene, at):
        if entity.type != "person" or not entity.about or entity in barred:
            continue
        if former and "former" not in entity.about:
            continue
        score = _likeness(phrase.head, _asked(phrase, wanted, entity), entity)
        if score > 0 and entity.role is not None and entity.role.lower().split() == phrase.head.split():
            score += _EXACT  # "the president" is President Rao before the president of a bank
        if score > 0 and (best is None or score + near > best[0]):
            best = score + near, entity
    return best[1] if best else None


def _barred(scene: Scene, phrase: Phrase, at: int) -> list[Entity]:
    """Who cannot be meant: the owner of "his minister", and in a headline whoever spoke in the same sentence."""
    sentence = scene.words.sentence(at)
    out = [m.entity for m in phrase.inside if scene.words.all[m.name.last].owner]
    if phrase.possessive is not None:
        owner = scene.meant(at, phrase.possessive)
        out += [owner] if owner is not None else []
    if not phrase.definite:
        out += [
            one.entity for one in scene.recent(at, 4) if scene.words.sentence(one.at) == sentence and one.entity.person
        ]
    return out


def _candidates(scene: Scene, at: int) -> Iterable[tuple[float, Entity]]:
    """Everyone heard, with a bonus for nearness: before the place, or soon after it."""
    seen: set[int] = set()
    for number, one in enumerate(scene.recent(at, 200)):
        if id(one.entity) not in seen:
            seen.add(id(one.entity))
            yield 0.9 / (1 + number), one.entity
    for number, one in enumerate(scene.later(at, 200)):
        if id(one.entity) not in seen:
            seen.add(id(one.entity))
            yield 0.4 / (1 + number), one.entity


def _content(scene: Scene, phrase: Phrase) -> set[str]:
    """The words of a description that tell something, names written out."""
    words = {scene.words.all[i].lower for i in (*phrase.core, *phrase.tail)} - _EMPTY
    for mention in phrase.inside:
        words |= {word.lower() for word in mention.entity.name.split()}
        words |= {scene.words.all[i].lower for i in range(mention.name.first, mention.name.last + 1)}
    return words


def _asked(phrase: Phrase, wanted: set[str], entity: Entity) -> set[str]:
    """The words of a description that an entity has to answer for: one for each name inside, none for its country."""
    asked = {word for word in wanted if entity.country is None or metonyms.country(word) != entity.country}
    for mention in phrase.inside:
        words = {word.lower() for word in (*mention.entity.name.split(), *mention.name.words)}
        own = entity.country is not None and entity.country == mention.entity.country
        told = words & entity.about or (set() if own else {mention.name.words[0].lower()})
        asked = asked - words | told
    return asked


def _likeness(head: str, wanted: set[str], entity: Entity) -> float:
    """How well a description fits what the report calls someone; 0 where its head does not."""
    parts = set(head.lower().split())
    if not _head_fits(parts, entity.about):
        return 0.0
    shared = (wanted - parts) & entity.about
    telling = shared if "leader" in parts else {word for word in shared if metonyms.country(word) is None}
    if parts & CHIEFS and wanted - parts and not telling:
        return 0.0
    missing = wanted - parts - entity.about
    if entity.country is not None and any(metonyms.country(word) is not None for word in missing):
        return 0.0  # "the Iraqi ambassador" is no Soviet one
    if (entity.about - wanted) & _HIGHER:
        return 0.0 if "prime" in entity.about and "minister" in parts else 0.3
    if missing & _SIDES and entity.about & (_SIDES - wanted):
        return 0.0
    return 1.0 + 1.0 * len(shared) - 0.7 * len(missing) + 0.5 * (parts <= entity.about)


def _head_fits(parts: set[str], about: set[str]) -> bool:
    if parts <= about:
        return True
    return bool(parts & CHIEFS) and bool(about & leaders())


@lru_cache(maxsize=1)
def leaders() -> frozenset[str]:
    """The last words of the posts that lead a body, lower case."""
    return frozenset(word.split()[-1].lower() for word in lexicon.actors().people.leaders) | CHIEFS


def body(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The body that a description means: a named one, a composed public body, or the last one spoken of."""
    if known := bodies.known(" ".join(scene.words.all[i].text for i in phrase.core)):
        return scene.made(
            known.name, "government" if known.type == "government" else "organisation", country=known.country
        )
    if (own := _own_name(scene, phrase)) is not None:
        return own
    ruling = composed(scene, phrase, at) if phrase.head in _RULING and phrase.possessive in ("his", "her") else None
    found = ruling or described(scene, phrase, at) or _runner(scene, phrase, at) or _employer(scene, phrase, at)
    found = found or composed(scene, phrase, at)
    bare = phrase.definite and phrase.owner is None and not any(m.name.last in phrase.core for m in phrase.inside)
    return found or (_unnamed(scene, phrase, at) if bare else None)


def _unnamed(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The body last spoken of that a bare noun can mean, or the company that a lead describes before naming it."""
    noun = phrase.head.split()[-1]
    wanted = _content(scene, phrase)
    sought = Sought(noun, frozenset(wanted), frozenset(wanted - {noun, "itself"} - _lands(scene, phrase)))
    return kinds.recent(scene, sought, at) or (kinds.to_come(scene, noun, at) if phrase.lower[0] == "the" else None)


def _runner(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The body that the report says does what the noun says: "the operator" is Norstar, "which runs the port"."""
    verbs = DOES.get(phrase.head)
    if verbs is None or phrase.indefinite or phrase.owner is not None or phrase.inside:
        return None
    barred = _barred(scene, phrase, at)
    does = (e for _, e in _candidates(scene, at) if e.type == "organisation" and not verbs.isdisjoint(e.about))
    found = (e for e in does if e not in barred)
    return next(found, None)


def _employer(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The body that the report names beside the owner of "his bank"."""
    if phrase.possessive not in ("his", "her"):
        return None
    owner = scene.meant(at, phrase.possessive)
    return employers.of(scene, owner) if owner is not None else None


def _own_name(scene: Scene, phrase: Phrase) -> Entity | None:
    """The body that stands by name before its noun: "the White Helmets rescue group"."""
    named = [m for m in phrase.inside if m.name.last in phrase.core and not scene.words.all[m.name.last].owner]
    entity = named[-1].entity if named else None
    if entity is None or phrase.tail or entity.type != "organisation" or bodies.known(entity.name):
        return None
    return entity


def composed(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The public body of a country that a phrase composes ("Seoul's top intelligence agency")."""
    words = _plain(scene, phrase)
    if any(scene.words.all[m.name.last].owner and m.entity.type == "organisation" for m in phrase.inside):
        return None  # "the UN's top court" is no country's
    country = _owning(scene, phrase, at) or land(scene, phrase, at)
    if country is None or not words:
        return None
    if words[-1] in ("government", "administration") and len(words) == 1:
        ruling = _ruling(scene, words[-1], at) if len(phrase.core) == 2 and phrase.lower[0] == "the" else None
        return ruling or scene.made(metonyms.name(country), "government", country=country)
    role = bodies.role(words)
    if role is None and words[-1] == "ministry" and 2 <= len(words) <= 5:
        field = " ".join(word if word == "and" else word.capitalize() for word in words[:-1])
        return scene.made(f"Ministry of {field} of {metonyms.name(country)}", "organisation", country=country)
    if role is None:
        return None
    if len(words) == len(phrase.core) - 1 and (heard := _of_role(scene, role, at)) is not None:
        return heard
    return scene.made(bodies.compose(role, country), "organisation", country=country)


def _ruling(scene: Scene, noun: str, at: int) -> Entity | None:
    """The administration last spoken of by name: "the Bush administration"."""
    near = (one.entity for one in scene.recent(at, 200) if one.entity.type == "organisation")
    named = (one for one in near if metonyms.country(one.name.split()[0]) is None)
    return next((one for one in named if one.name.lower().endswith(f" {noun}")), None)


def _of_role(scene: Scene, role: str, at: int) -> Entity | None:
    """The body last spoken of that fills a role in its country: "the foreign ministry" after Chad's."""
    near = (one.entity for one in scene.recent(at, 200) if one.entity.type == "organisation" and one.entity.country)
    return next((one for one in near if bodies.compose(role, one.country or "") == one.name), None)


def _owning(scene: Scene, phrase: Phrase, at: int) -> str | None:
    """The country that "its" or "their" means, or whose the person is whom "his" or "her" means."""
    if phrase.possessive not in ("its", "their", "his", "her"):
        return None
    kind = "person" if phrase.possessive in ("his", "her") else "government"
    heard = (one for one in scene.eligible(at, 80) if one.entity.type == kind and one.entity.country)
    owner = pronouns.antecedent(scene.words, at, phrase.possessive, heard)
    return owner.country if owner is not None else None


def _plain(scene: Scene, phrase: Phrase) -> list[str]:
    """The core in lower case without determiners and the country's name or adjective."""
    lands = dict(scene.cast.lands)
    words = []
    for i in phrase.core:
        word = scene.words.all[i]
        mention = scene.cast.at.get(i)
        if word.start in lands or (mention and mention.entity.type == "government") or metonyms.country(word.text):
            continue
        if word.lower in ("north", "south") and metonyms.adjective(f"{word.lower} {scene.words.all[i + 1].lower}"):
            continue
        if word.lower not in _EMPTY or word.lower in ("top", "and"):
            words.append(word.lower + ("'s" if word.owner else ""))
    return [word for word in words if word not in ("korean", "korea", "country's", "nation's")]


def land(scene: Scene, phrase: Phrase, at: int, *, certain: bool = False) -> str | None:
    """The country that a phrase names or, where it names none, the one in view; ``certain``: no mere mention."""
    inside = dict(scene.cast.lands)
    for i in phrase.all:
        if (code := inside.get(scene.words.all[i].start)) is not None:
            return code
        if (code := metonyms.adjective(scene.words.all[i].text)) is not None:
            return code
    return scene.land(at, certain=certain)


def described(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The named body whose name or apposition holds every telling word of the description, two at least."""
    wanted = _content(scene, phrase) - _lands(scene, phrase)
    if len(wanted) < 2:
        return None
    fitting = [e for _, e in _candidates(scene, at) if e.type == "organisation" and wanted <= e.about | kinds.names(e)]
    return fitting[0] if fitting else None


def _lands(scene: Scene, phrase: Phrase) -> set[str]:
    return {scene.words.all[i].lower for i in phrase.core if metonyms.country(scene.words.all[i].text)}
