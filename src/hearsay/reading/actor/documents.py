"""Who speaks in a document: its maker where the text tells one, the court of a judgment, or the document itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import kinds, metonyms, naming, owners

if TYPE_CHECKING:
    from hearsay.reading.actor.entity import Entity
    from hearsay.reading.actor.phrases import Phrase
    from hearsay.reading.actor.scene import Scene, Turn

_BY = frozenset({"by", "from"})
_JUDGED = frozenset({"judgment", "judgement", "verdict", "ruling"})
_PRINTED = frozenset({"report", "reports", "article", "story", "editorial", "column", "op-ed", "study", "paper"})
# Papers of an authority: one without a maker in its own words is of the body that acts right before.
_ISSUED = frozenset(
    {"order", "notice", "communique", "communiqué", "advisory", "directive", "decree", "bulletin", "circular"}
    | {"statement", "warning", "alert", "release", "press release", "declaration"}
)
_LEAD = 1  # below the headline
_REMARKS = lexicon.words("remarks")


def of(scene: Scene, phrase: Phrase, at: int) -> Entity:
    """The maker of a document where the text tells one; else the document."""
    lists, head = lexicon.actors(), phrase.head
    if not phrase.inside and (echoed := scene.echoed(lambda turn: _through(scene, turn, head))) is not None:
        return echoed
    if head.removesuffix("s") not in lists.things.own_voice and head not in lists.things.own_voice:
        maker = _maker(scene, phrase, at) or _issuer(scene, phrase, at)
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
    return scene.words.all[i].lower in _BY and scene.words.all[i - 1].lower not in owners.SEEN


def _maker(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    if phrase.head in _PRINTED and (printed := _printed_in(scene, phrase)) is not None:
        return printed
    by = next((place for place, i in enumerate(phrase.tail) if _made_by(scene, i)), None)
    if by is not None and phrase.tail[by + 1 :]:
        return owners.part(scene, phrase.tail[by + 1 :], at)
    return owners.of(scene, phrase, at) if len(phrase.core) > 1 or phrase.tail else None


def _issuer(scene: Scene, phrase: Phrase, at: int) -> Entity | None:
    """The body that acts right before an official paper of which the text does not say whose it is."""
    if phrase.head not in _ISSUED or not phrase.indefinite or phrase.inside or scene.words.paragraph(at) < _LEAD:
        return None
    here = scene.words.sentence(at)
    near = (one for one in scene.eligible(at, 12) if one.subject and here - scene.words.sentence(one.at) <= 1)
    return next((one.entity for one in near if _issues(one.entity)), None)


def _issues(entity: Entity) -> bool:
    """Whether a body gives out papers of its own."""
    return entity.type == "organisation" and not entity.unsure and not entity.house


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
