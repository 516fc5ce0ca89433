"""A description's own words, with what they lean on written out.

"A senior figure in his coalition" says nothing outside its report; "a senior figure in Ann Rao's coalition" does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.model.span import Span
from hearsay.reading.actor import phrases, pronouns

if TYPE_CHECKING:
    from hearsay.reading.actor.entity import Entity
    from hearsay.reading.actor.scene import Scene

# "It", "its" and "they" are left as they are: half of the time they do not mean the body named last.
_POSSESSIVES = frozenset({"his", "her"})
_LETTERS = re.compile(r"\s*\([A-Z][A-Za-z.]{1,9}\)")
_SHORT = re.compile(r"\b(?:U\.N\.|U\.S\.|U\.K\.)(?!\w)")
_WRITTEN = {"U.N.": "United Nations", "U.S.": "US", "U.K.": "UK"}


def written(scene: Scene, start: int, end: int) -> str:
    """The words between two code points, with short forms, persons' pronouns and "the capital" written out."""
    words, pieces, at = scene.words, [], start
    for i in words.within(Span(start, end)):
        if i in scene.cast.at and scene.cast.at[i].entity.type == "person":
            break  # "Ann Rao and her colleagues" are hers
        if words.all[i].start < at or words.all[i].start == start:
            continue
        if (found := _meant(scene, i, start, end)) is not None:
            name, stop = found
            pieces += [words.text[at : words.all[i].start], name]
            at = stop
    text = " ".join("".join((*pieces, words.text[at:end])).split()).strip('"“”‘’ ,')
    return _SHORT.sub(lambda match: _WRITTEN.get(match.group(), match.group()), _LETTERS.sub("", text))


def _meant(scene: Scene, i: int, start: int, end: int) -> tuple[str, int] | None:
    """What stands for a word inside a description, and where the words end that it stands for."""
    word = scene.words.all[i]
    if word.lower == "him" and scene.words.all[i - 1].lower in phrases.PREPOSITIONS:
        owner = _antecedent(scene, start, word.lower)
        return (owner.name, word.end) if owner else None
    following = scene.words.all[i + 1] if i + 1 < len(scene.words) and scene.words.all[i + 1].end <= end else None
    if following is None:
        return None
    if word.lower in _POSSESSIVES:
        owner = _antecedent(scene, start, word.lower)
        return (f"{owner.name}'s", word.end) if owner else None
    if word.lower != "the" or following.owner:
        return None
    name = _capital(scene, start) if following.lower == "capital" else None
    return (name, following.end) if name else None


def _antecedent(scene: Scene, at: int, pronoun: str) -> Entity | None:
    """Whom a pronoun inside a description means, where it has a name."""
    heard = (one for one in scene.eligible(at, 80) if one.entity.type == "person")
    return pronouns.antecedent(scene.words, at, pronoun, heard)


def _capital(scene: Scene, at: int) -> str | None:
    """The name of "the capital", where the report or its dateline has it."""
    country = scene.filed or scene.land(at)
    dateline = scene.report.dateline
    told = f"{dateline.place if dateline else ''} {scene.words.text}".lower()
    cities = lexicon.actors().countries[country].capital if country else ()
    return next((city for city in cities if city.lower() in told), None)
