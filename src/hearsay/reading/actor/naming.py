"""The name of a speaker whom nobody names: "two unnamed researchers", "unnamed senior official", "many residents".

Articles and the clause that says why there is no name are left out; what tells who it is stays, with the names in it
written out. One who speaks by office is not called unnamed: "North Korean representative at the United Nations".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import bodies, employers, metonyms, openings, wording

if TYPE_CHECKING:
    from hearsay.model.span import Span
    from hearsay.reading.actor.phrases import Phrase
    from hearsay.reading.actor.scene import Scene

_SIDES = lexicon.words("sides")
_ARTICLE = re.compile(r"^(?:an?|the|one|this|that|these|those(?! (?:in|of|with|at|on|who)\b))\s+", re.IGNORECASE)
_NUMBER = re.compile(
    r"^(?:two|three|four|five|six|seven|eight|nine|ten|\d+|a second|a third|second|third|another|other|one)\b\s*",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"[,(]?\s+(?:who|which|that|whose|speaking|seen|on condition|not authori[sz]ed|dated|published|released|issued|"
    r"sent under)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
PLURALS = frozenset({"people", "staff", "police", "men", "women", "both", "many", "some", "others", "few", "crew"})
_COUNTS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands"}
)


def plural(phrase: Phrase) -> bool:
    """Whether several speak."""
    head = phrase.head.split()[-1]
    if phrase.lower[0] in ("a", "an", "one") and len(phrase.lower) > 1:
        return False
    if head in PLURALS or phrase.lower[0] in _COUNTS:
        return True
    return head in lexicon.actors().people.groups


def counted(phrase: Phrase) -> bool:
    """Whether the phrase begins with a small number of people ("two officials")."""
    return phrase.lower[0] in _COUNTS - {"dozens", "hundreds", "thousands"} or phrase.lower[0].isdigit()


def unnamed(scene: Scene, phrase: Phrase) -> str:
    """The name of people who are described and kept without a name."""
    words = described(scene, phrase)
    if phrase.head in lexicon.actors().people.official_voices:
        return words
    number = _NUMBER.match(words)
    if number and words[number.end() :].startswith("of "):
        return words  # "four of its members"
    if number and not words.lower().startswith("one "):
        rest = words[number.end() :]
        other = "other " if rest.startswith("other ") else ""
        return f"{number.group().strip().lower()} {other}unnamed {rest.removeprefix(other)}".removeprefix("a ")
    return words if words.startswith("unnamed ") else f"unnamed {words}"


def described(scene: Scene, phrase: Phrase) -> str:
    """A description without article, relative clause and the comma's rest, names in it written out.

    "Its managers" are the managers of whom "its" stands for.
    """
    if phrase.possessive is not None:
        owner = scene.meant(phrase.span.start, phrase.possessive)
        rest = wording.written(scene, scene.words.all[phrase.core[1]].start, scene.words.all[phrase.core[-1]].end)
        if owner is not None and employers.works(phrase.head):
            owner = employers.of(scene, owner) or owner
        if owner is not None:
            return f"{rest} of {owner.name}"
    end = scene.words.all[(phrase.core + phrase.tail)[-1]]
    words = wording.written(scene, phrase.span.start, end.start + len(end.text))
    words = (_WHY.sub("", words) or words).removesuffix(" there")
    return _lowered(scene, phrase, _ARTICLE.sub("", words))


def _lowered(scene: Scene, phrase: Phrase, words: str) -> str:
    """The first letter small, unless it begins a name."""
    first = scene.words.all[phrase.core[0]]
    filed = scene.report.dateline.place if scene.report.dateline else None
    named = phrase.core[0] in scene.cast.at or first.lower in (filed or "").lower().split()
    kept = (
        named
        or (not first.opens and first.lower not in openings.OPENERS)
        or (len(first.text) > 1 and first.text.isupper())
        or _proper(scene, first.text)
    )
    opening = words.split(" ", 1)[0]
    if kept or (opening != first.text and opening[:1].isupper()) or bodies.known(opening):
        return words
    return words[:1].lower() + words[1:]


def _proper(scene: Scene, word: str) -> bool:
    """Whether a word that opens a sentence has its capital inside one too: "Israeli", "London-based"."""
    stem = word.split("-")[0]
    if metonyms.country(stem) or metonyms.people(stem) or stem.lower() in _SIDES | lexicon.words("followers"):
        return True
    plain = word.lower() in openings.OPENERS or word.lower() in scene.words.common
    return word in scene.words.proper and not plain


def fullest(scene: Scene, span: Span, head: str) -> str | None:
    """The fullest description of a document in the report: the words before and after its noun, wherever it stands."""
    best: str | None = None
    for match in re.finditer(rf"\b{re.escape(head)}\b", scene.words.text, re.IGNORECASE):
        if span.start <= match.start() < span.end:
            continue
        words = _around(scene, match.start())
        if best is None or len(words) > len(best):
            best = words
    return best if best and " " in best else None


_STOP = lexicon.words("stops")


def _around(scene: Scene, at: int) -> str:
    """The noun at a place with its modifiers, and the names that follow it after "with" or "of"."""
    words = scene.words
    here = words.first(at)
    if here >= len(words) or words.all[here].start != at:
        return ""
    begin = here
    while (
        begin > 0
        and here - begin < 6
        and words.all[begin - 1].lower not in _STOP
        and _plain(words.between(begin - 1, begin))
    ):
        begin -= 1
    end = here
    if (
        here + 2 < len(words)
        and words.all[here + 1].lower in ("with", "of", "on", "between")
        and here + 2 in scene.cast.at
    ):
        end = scene.cast.at[here + 2].name.last
    found = words.text[words.all[begin].start : words.all[end].start + len(words.all[end].text)]
    return re.sub(r"[\"“”]", "", " ".join(found.split()))


def _plain(gap: str) -> bool:
    return gap in (" ", "” ", '" ', " “", ' "', "-")


def single(name: str) -> str:
    """One of several: "two unnamed bankers" → "banker"."""
    words = [
        word
        for word in name.split()
        if word.lower() not in _COUNTS | {"unnamed", "many", "some", "several", "other"} and not word.isdigit()
    ]
    singular = {"people": "person", "men": "man", "women": "woman", "staff": "staff member"}
    for place, word in enumerate(words):
        followers = word.lower() in lexicon.words("followers")
        if word in singular or followers or (word.endswith("s") and word in lexicon.actors().people.groups):
            words[place] = singular.get(word) or word.removesuffix("s")
            break
    return " ".join(words)
