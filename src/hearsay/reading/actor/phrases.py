"""The words of a source, taken apart: its head, what determines it, who owns it and which names stand in it.

"A senior official at the ministry" has the head "official", is indefinite, and its tail is "at the ministry"; in
"Boeing's chief executive, Dave Calhoun" the name set off by the comma is what the phrase stands for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor.nouns import people, things

if TYPE_CHECKING:
    from hearsay.model.span import Span
    from hearsay.reading.actor.cast import Cast
    from hearsay.reading.actor.entity import Mention

PRONOUNS = lexicon.words("pronouns")
PREPOSITIONS = lexicon.words("prepositions")
_DEFINITE = frozenset({"the", "that", "this", "these", "those", "his", "her", "its", "their", "our", "both"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_INDEFINITE = lexicon.words("indefinite")
_SUBJECTS = frozenset({"who", "he", "she", "they"})
_WHERE = frozenset({"in", "near", "at", "from"})
_REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves"})
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom", "where"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source's words, as indices.

    ``core`` runs to the first preposition, comma or relative; ``tail`` is what follows up to the first comma or
    relative; ``set_off`` is the name after a comma that says who is meant.
    """

    span: Span
    all: tuple[int, ...]
    core: tuple[int, ...]
    tail: tuple[int, ...]
    lower: tuple[str, ...]
    head: str
    owner: int | None
    definite: bool
    indefinite: bool
    named: Mention | None
    set_off: Mention | None
    inside: tuple[Mention, ...]

    @property
    def pronoun(self) -> str | None:
        """The pronoun that the whole source is."""
        bare = len(self.all) == 1 or self.lower[0] in _SUBJECTS or (len(self.core) == 1 and self.lower[0] == "it")
        bare = bare and not (self.named is not None and len(self.core) > 1)  # "He Jianxiong"
        word = self.lower[0].replace("’", "'").split("'")[0]
        return word if bare and word in PRONOUNS else None

    @property
    def empty(self) -> bool:
        """Whether the words are no more than a determiner."""
        return len(self.all) == 1 and self.lower[0] in ("the", "a", "an", "of")

    @property
    def possessive(self) -> str | None:
        """The possessive pronoun before the head."""
        return self.lower[0] if self.lower and self.lower[0] in _POSSESSIVES and len(self.core) > 1 else None


def parse(cast: Cast, span: Span) -> Phrase | None:
    """A source span taken apart, or ``None`` where it holds no word."""
    ids = tuple(cast.words.within(span))
    if not ids:
        return None
    words = cast.words
    first = _segment(cast, ids)
    core = _core(cast, first)
    lower = tuple(words.all[i].lower for i in core)
    inside = tuple({id(m): m for i in ids if (m := cast.at.get(i)) is not None}.values())
    owner = next((i for i in reversed(core[:-1]) if words.all[i].owner), None)
    return Phrase(
        span,
        ids,
        core,
        first[len(core) :],
        lower,
        _head(lower),
        owner,
        lower[0] in _DEFINITE or words.all[core[0]].owner,
        lower[0] in _INDEFINITE or words.all[core[0]].text[0].isdigit(),
        _last_name(cast, core),
        _set_off(cast, ids, first),
        inside,
    )


def _segment(cast: Cast, ids: tuple[int, ...]) -> tuple[int, ...]:
    """The words before the first comma, bracket or relative pronoun that stands outside a name."""
    words = cast.words
    for place in range(1, len(ids)):
        inside = cast.at.get(ids[place]) is not None and cast.at.get(ids[place]) is cast.at.get(ids[place - 1])
        gap = words.between(ids[place - 1], ids[place])
        if (
            "(" in gap
            and ids[place] + 1 < len(words)
            and words.between(ids[place], ids[place] + 1) == ") "
            and ids[place] + 1 in ids
        ):
            continue  # "a World Health Organization (WHO) official"
        if gap == ") ":
            continue
        if not inside and (any(mark in gap for mark in ",;()—") or words.all[ids[place]].lower in _RELATIVE):
            return ids[:place]
    return ids


def _core(cast: Cast, ids: tuple[int, ...]) -> tuple[int, ...]:
    nouns = _nouns()
    for place in range(1, len(ids)):
        word = cast.words.all[ids[place]]
        if ids[place] in cast.at:
            continue
        before = cast.words.all[ids[place - 1]]
        participle = word.lower.endswith("ed") and before.lower in nouns and not before.owner
        if word.lower in PREPOSITIONS or participle or (word.lower in _REFLEXIVE and place == len(ids) - 1):
            return ids[:place]
    return ids


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    lists = lexicon.actors()
    return people() | things() | lists.things.documents | lists.people.groups


def _head(lower: tuple[str, ...]) -> str:
    """The head noun; two words where the lists know both together ("chief executive")."""
    lists = lexicon.actors()
    both = " ".join(lower[-2:])
    if both in lists.people.leaders or both in lists.people.posts or both in lists.people.mouthpieces:
        return both
    if both in lists.things.documents or both in lists.outlets.nouns:
        return both
    return lower[-1]


def _last_name(cast: Cast, core: tuple[int, ...]) -> Mention | None:
    """The name that ends the core, as the head of the phrase."""
    found = cast.at.get(core[-1])
    return found if found is not None and found.name.last == core[-1] else None


def _set_off(cast: Cast, ids: tuple[int, ...], first: tuple[int, ...]) -> Mention | None:
    """The name right after the first comma, where the words before it describe and do not name."""
    rest = ids[len(first) :]
    gap = cast.words.between(first[-1], rest[0]) if rest else ""
    if "(" in gap:
        found = cast.at.get(rest[0])  # "The son of the mayor (Ole Dahl)"
        return found if found is not None and found.entity.type == "person" and _closes(cast, found) else None
    if "," not in gap:
        return None
    before = cast.at.get(first[-1])
    if before is not None and before.name.begin and cast.words.all[before.name.begin - 1].lower in _WHERE:
        return None  # "a team at the centre in Greenbelt, Maryland"
    at = rest[1] if len(rest) > 1 and cast.words.all[rest[0]].lower in ("the", "a") else rest[0]
    found = cast.at.get(at)
    if found is not None and cast.words.all[at].owner and len(rest) > 1:
        found = cast.at.get(rest[1], found)
    return found


def _closes(cast: Cast, named: Mention) -> bool:
    """Whether a bracket closes right after a name."""
    return cast.words.text[named.name.span.end : named.name.span.end + 1] == ")"


def is_person_noun(head: str) -> bool:
    """Whether a head noun means one person."""
    return head.split()[-1] in people()


def is_body_noun(head: str) -> bool:
    """Whether a head noun means a body."""
    return head.split()[-1] in things()
