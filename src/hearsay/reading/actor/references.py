"""Whom the words of a source or of a carrier stand for.

Pronouns first, then the report itself, names joined by "and", a name, a name set off by a comma, the maker behind a
spokesman or a document, and last what a common noun can tell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.model.span import Span
from hearsay.reading.actor import makers, metonyms, naming, openings, phrases, pronouns, roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.reading.actor.entity import Entity, Mention
    from hearsay.reading.actor.phrases import Phrase
    from hearsay.reading.actor.scene import Scene

_COUNTRY = re.compile(r"\b(his|her) country\b", re.IGNORECASE)
_FIRST = frozenset({"i", "we", "my", "our", "me", "us"})
_SOME = frozenset({"many", "some", "several", "most", "few", "other", "two", "three", "four", "five"})
_PLAIN = lexicon.words("stops") | lexicon.words("indefinite")
_WRITINGS = frozenset({"email", "e-mail", "letter", "memo", "note", "message", "statement", "post", "tweet", "text"})
_LYING = frozenset({"in", "at", "near", "of", "for"})
_REMARKS = lexicon.words("remarks")
_GROUNDS = frozenset({"state", "city", "county", "country", "region", "nation", "town", "district"})
_AND = frozenset({"and", "&"})


def refer(scene: Scene, phrase: Phrase) -> Entity:
    """The entity that a phrase stands for; one described by its own words where nothing else is known."""
    at = phrase.span.start
    if phrase.pronoun is not None and (found := _pronoun(scene, phrase)) is not None:
        return found
    if (own := _itself(scene, phrase) or _listed(scene, phrase)) is not None:
        return own
    if (several := _several(scene, phrase)) is not None:
        return several
    if phrase.named is not None and phrase.lower[0] in _SOME and phrase.named.entity.type in ("organisation", "group"):
        return scene.made(naming.described(scene, phrase), "group", plural=True)
    if (phrase.named is not None and not scene.words.all[phrase.core[-1]].owner) or (
        phrase.named and len(phrase.all) == len(phrase.core)
    ):
        return phrase.named.entity
    if phrase.set_off is not None and _set_off_names(phrase, phrase.set_off.entity):
        _belongs(scene, phrase, phrase.set_off.entity)
        return phrase.set_off.entity
    if (titled := _titled(scene, phrase)) is not None:
        return titled
    if (last := _run_on(scene, phrase)) is not None:
        return last
    return makers.of(scene, phrase, at) or roles.meant(scene, phrase, at)


def _listed(scene: Scene, phrase: Phrase) -> Entity | None:
    """The company before the brackets that say where it is listed, where a source is no more than these."""
    if not openings.listing(scene.words, phrase.span.start):
        return None
    before = (m for m in reversed(scene.cast.mentions) if m.name.span.end < phrase.span.start)
    return next((m.entity for m in before), None)


def _belongs(scene: Scene, phrase: Phrase, entity: Entity) -> None:
    """Write out the owner in the role of "its spokesman, Ole Dahl": spokesman of Norstar."""
    if phrase.possessive is None or entity.role is None or " of " in entity.role:
        return
    owner = scene.meant(phrase.span.start, phrase.possessive)
    if owner is not None and owner is not entity:
        entity.role = f"{entity.role} of {owner.name}"


def _titled(scene: Scene, phrase: Phrase) -> Entity | None:
    """The person whose name ends a row of posts: "chairman, CEO and president Craig Menear"."""
    last = phrase.inside[-1] if phrase.inside else None
    if last is None or last.entity.type != "person" or last.name.last != phrase.all[-1]:
        return None
    posts = [i for i in phrase.all if i < last.name.begin]
    plain = all(scene.words.all[i].lower not in phrases.PREPOSITIONS for i in posts)
    runs = posts and scene.words.between(posts[-1], posts[-1] + 1) == " "
    heads = [i for i in posts if phrases.is_person_noun(scene.words.all[i].lower)]
    return last.entity if plain and runs and len(heads) > 1 and heads[-1] == posts[-1] else None


def _run_on(scene: Scene, phrase: Phrase) -> Entity | None:
    """The person whose name runs on from a post's tail: "the ambassador to Britain Tom Adeyo"."""
    if not phrase.tail or not phrases.is_person_noun(phrase.head) or phrase.indefinite:
        return None
    found = scene.cast.at.get(phrase.tail[-1])
    if found is None or found.entity.type != "person" or found.name.last != phrase.tail[-1]:
        return None
    before = scene.words.all[found.name.begin - 1].lower
    return None if before in phrases.PREPOSITIONS or before in ("and", "the") else found.entity


def _set_off_names(phrase: Phrase, entity: Entity) -> bool:
    """Whether the name after the comma says who the words before it mean."""
    head = phrase.head
    if entity.type in ("person", "government"):
        return entity.type == "person" and phrase.head not in lexicon.actors().things.documents
    if phrase.indefinite and phrase.tail and phrases.is_person_noun(head):
        return False  # "A member of his party, the PNDS"
    return phrases.is_person_noun(head) or phrases.is_body_noun(head) or head in ("them", "another", "other", "one")


def _pronoun(scene: Scene, phrase: Phrase) -> Entity | None:
    word, at = phrase.pronoun or "", phrase.span.start
    if word in ("who", "which", "that", "whose"):
        if (relative := _relative(scene, phrase)) is not None:
            return relative
        before = [one for one in scene.recent(at, 3) if scene.words.sentence(one.at) == scene.words.sentence(at)]
        found = [one.entity for one in before if one.entity.person == (word == "who") or word not in ("who", "which")]
        return found[0] if found else None
    if word in _FIRST:
        return _first_person(scene, at)
    if word in ("this", "that", "these", "those", "one", "you", "your"):
        return None
    if word == "it" and (writer := _writer(scene, at)) is not None:
        return writer
    heard = scene.meant(at, word) or pronouns.doubtful(at, word, scene.eligible(at, 12))
    if heard is not None and heard.type == "person" and word in ("he", "she"):
        heard.gender = heard.gender or word
    return heard or pronouns.cataphor(scene.words, at, word, scene.later(at))


def _writer(scene: Scene, at: int) -> Entity | None:
    """Who said it in a statement or a letter, which "it" takes up: "… he said in a statement. …, it said"."""
    last = scene.turns[-1] if scene.turns else None
    if last is None or not last.entity.person or scene.words.sentence(at) - scene.words.sentence(last.at) > 2:
        return None
    sentence = scene.words.sentences[scene.words.sentence(last.at)]
    said = {scene.words.all[i].lower for i in scene.words.within(Span(last.at, max(sentence.end, last.at)))}
    return None if said.isdisjoint(_REMARKS) else last.entity


def _relative(scene: Scene, phrase: Phrase) -> Entity | None:
    """Whom "who" or "which" means where a name or a noun of people stands right before it ("supporters who …")."""
    words, here = scene.words, phrase.all[0]
    if not here or words.all[here - 1].sentence != words.all[here].sentence:
        return None
    if (named := scene.cast.at.get(here - 1)) is not None:
        return None if words.all[here - 1].owner else _borne(scene, named, personal=phrase.pronoun == "who")
    noun = words.all[here - 1]
    if (writer := _author(scene, here - 1)) is not None:
        return writer
    if phrase.pronoun != "who" or noun.lower not in lexicon.actors().people.groups:
        return None
    before = words.all[here - 2] if here > 1 and words.between(here - 2, here - 1) == " " else None
    told = before is not None and before.text.isalpha() and before.lower not in phrases.PREPOSITIONS | _PLAIN
    name = f"{before.text} {noun.text}" if told and before is not None else noun.text
    return scene.made(name, "group", plural=True)


def _author(scene: Scene, noun: int) -> Entity | None:
    """Whose writing a noun is: "Rao’s email, which reads"."""
    written, owner = scene.words.all[noun].lower in _WRITINGS, scene.cast.at.get(noun - 1)
    return owner.entity if written and owner is not None and scene.words.all[noun - 1].owner else None


def _borne(scene: Scene, named: Mention, *, personal: bool) -> Entity | None:
    """The one named right before a relative; before a place the body that lies "in" it ("the X Group in Turkey")."""
    entity, at = named.entity, named.name.begin
    if personal:
        return entity if entity.person or entity.type == "group" else None
    if at > 1 and entity.type in ("government", "place") and scene.words.all[at - 1].lower in _LYING:
        holder = scene.cast.at.get(at - 2)
        if holder is not None and holder.entity.type in ("organisation", "outlet"):
            return holder.entity
    return None if entity.person or entity.type == "place" else entity


def _first_person(scene: Scene, at: int) -> Entity | None:
    """Whoever speaks, for "I" in a quotation; outside one, the writer."""
    if scene.turns and scene.quoted(at):
        return scene.turns[-1].entity
    if scene.interview.holds(paragraph := scene.words.paragraph(at)):
        return scene.interview.speaker(paragraph)
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


def homelands(scene: Scene) -> list[Entity]:
    """The countries that "his country" stands for, the words noted as their mentions."""
    found = []
    for match in _COUNTRY.finditer(scene.words.text):
        at = match.start()
        owner = pronouns.antecedent(scene.words, at, match.group(1).lower(), scene.recent(at, 40))
        if owner is not None and owner.type == "person" and owner.country is not None:
            land = scene.made(metonyms.name(owner.country), "government", country=owner.country)
            land.mentions.append(Span(at, match.end()))
            found.append(land)
    return found


def _several(scene: Scene, phrase: Phrase) -> Entity | None:
    """Two or more that are joined by "and", each a name with no more than its title or noun before it."""
    parts = _parts(scene, phrase)
    if len(parts) < 2:
        return None
    named = [scene.cast.at.get(part[-1]) for part in parts]
    found = [one for one, part in zip(named, parts, strict=True) if one is not None and _whole(scene, one, part)]
    if len(found) == len(parts):
        members = tuple(dict.fromkeys(one.entity for one in found))
        return scene.joint(members) if len(members) > 1 else None
    if found and len(found) == len(parts) - 1 and all(one.entity.type == "outlet" for one in found):
        return _outlets(scene, phrase, found)
    return _mixed(scene, parts) if found else None


def _mixed(scene: Scene, parts: Sequence[Sequence[int]]) -> Entity | None:
    """A name and a body or "her deputy" beside it: "the agency and Norstar", "Ann Rao and her deputy"."""
    first, *rest = parts
    if len(rest) > 1 or rest[0][0] != first[-1] + 2:
        return None  # a comma stands between
    if any(scene.words.all[i].lower in phrases.PREPOSITIONS for i in first):
        return None  # "the people of Oslo and Bergen"
    inner = [phrases.parse(scene.cast, _span(scene, part)) for part in parts]
    members = tuple(dict.fromkeys(refer(scene, one) for one in inner if one is not None and _stands_alone(one)))
    return scene.joint(members) if len(members) > 1 else None


def _stands_alone(phrase: Phrase) -> bool:
    """Whether one of two joined by "and" can be told by itself."""
    if phrase.named is not None:
        return phrase.owner is None
    noun = (phrases.is_body_noun(phrase.head) or phrase.head == "police") and phrase.head not in _GROUNDS
    return phrase.possessive is not None or (noun and (phrase.definite or bool(phrase.inside)))


def _span(scene: Scene, ids: Sequence[int]) -> Span:
    last = scene.words.all[ids[-1]]
    return Span(scene.words.all[ids[0]].start, last.start + len(last.text))


def _parts(scene: Scene, phrase: Phrase) -> list[list[int]]:
    """The words between the commas and "and" that stand outside names; one part where there is no "and"."""
    parts: list[list[int]] = [[]]
    joined = False
    for i in phrase.all:
        inside = scene.cast.at.get(i)
        if inside is None and scene.words.all[i].lower in _AND:
            joined = True
            parts.append([])
            continue
        if scene.words.text[scene.words.all[i].start - 1 : scene.words.all[i].start] == "(":
            continue  # "Senator Ann Rao (D) and …"
        within = inside is not None and inside is scene.cast.at.get(i - 1)
        if parts[-1] and not within and "," in scene.words.between(i - 1, i):
            if joined:
                break  # "Mali and Chad, both under army rule"
            parts.append([])
        parts[-1].append(i)
    return [part for part in parts if part] if joined else []


def _whole(scene: Scene, mention: Mention, part: Sequence[int]) -> bool:
    """Whether a part is a name that ends it, with nothing but title, noun or article before."""
    if mention.name.last != part[-1] or scene.words.all[part[-1]].owner:
        return False
    return all(scene.words.all[i].lower not in phrases.PREPOSITIONS for i in part if i < mention.name.begin)


def _outlets(scene: Scene, phrase: Phrase, named: Sequence[Mention]) -> Entity:
    """Named outlets "and other outlets", under their own words."""
    words = " ".join(phrase.span.of(scene.words.text).split())
    return scene.joint(tuple(m.entity for m in named), words, "outlet")
