"""What stands beside a name: its title, the nouns before it, its apposition and the letters in brackets after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from hearsay.data import lexicon
from hearsay.reading.actor import apposition, firstnames, metonyms, nouns
from hearsay.reading.actor.apposition import ALONE, DETERMINERS, LETTERS

if TYPE_CHECKING:
    from hearsay.reading.actor.names import Name
    from hearsay.reading.actor.words import Words

_ASKING = frozenset({"how", "what", "why", "when", "where", "whether"})  # "how actress Ida Orr wrote …"
_SOMEBODYS = frozenset({"his", "her", "their", "our", "my"})
_VESSELS = lexicon.words("vessels")
_NO_ROLE = lexicon.words("no_role")
_AGED = re.compile(r", (?:1[0-9]|[2-9][0-9])(?:,| and)")
_COMPANY = re.compile(r",? (?:(?:Inc|Corp|Ltd|LLC|PLC|plc|AG|SE)\b|\([A-Z][A-Za-z]{1,9}: ?[A-Z0-9.]{1,6}\))")
_FORMS = frozenset({"mr", "mrs", "ms", "miss", "dr", "doctor", "sir", "dame", "professor"})
_WOMEN = frozenset({"mother", "wife", "widow", "queen", "actress", "sister", "daughter", "grandmother", "princess"})
_MEN = frozenset({"father", "husband", "widower", "king", "brother", "son", "grandfather", "prince"})
_SHARED = frozenset(
    {
        "monitor",
        "agent",
        "owner",
        "broker",
        "manager",
        "operator",
        "group",
        "maker",
        "observer",
        "regulator",
        "vendor",
        "champion",
        "partner",
        "rival",
        "supplier",
        "contractor",
        "developer",
        "creditor",
        "lender",
        "ally",
        "customer",
        "client",
        "buyer",
        "seller",
        "bidder",
        "investor",
        "landlord",
        "critic",
        "opponent",
        "backer",
        "supporter",
        "publisher",
    }
)
_WHOSE = frozenset({"state", "city", "county", "federal", "national", "local", "provincial", "regional", "town"})
_GOVERNING = frozenset({"of", "the", "at", "in", "for", "from", "to", "on"})


@dataclass(frozen=True, slots=True)
class Beside:
    """What the words beside one mention tell: whether it is a person or a body, its role, and words to know it by."""

    person: bool
    body: bool
    about: frozenset[str]
    role: str | None
    gender: str | None
    country: str | None
    letters: str | None
    outlet: bool = False
    vessel: bool = False


@lru_cache(maxsize=1)
def _addresses() -> dict[str, str]:
    forms = lexicon.actors().people.honorifics
    return {word.lower().rstrip("."): key for key in ("he", "she") for word in forms[key]}


def read(words: Words, name: Name) -> Beside:
    """What stands beside a mention."""
    around = (apposition.before, apposition.leading, apposition.after)
    ranges = (range(name.begin, name.first), *(find(words, name) for find in around))
    titled, before, leading, after = (nouns.lower(words, one) for one in ranges)
    pieces = [piece for piece in (titled, before, leading, after) if piece]
    heads = [head for piece in pieces if (head := nouns.head(piece))]
    own = [head for piece in pieces if piece[0] not in _SOMEBODYS and (head := nouns.head(piece))]
    person = (
        bool(titled)
        or _AGED.match(words.text, name.span.end) is not None
        or (_belongs(words, ranges[-1]) and _plain_pair(name) and not _governed(words, name))
        or leading[-1:] in ([word] for word in ALONE)
        or any(head in nouns.people() and (head not in _SHARED or _plainly(name)) for head in heads)
        or any(" ".join(piece[-2:]) in lexicon.actors().people.posts for piece in pieces[:-1] if len(piece) > 1)
    )
    letters = LETTERS.match(words.text, name.span.end)
    return Beside(
        person=person,
        body=not person
        and (any(head in nouns.things() for head in own) or _fronted(words, name) or _listed(words, name)),
        about=frozenset(word for piece in pieces for word in piece),
        role=next((_role(words, one) for one in ranges if one and _is_role(words, one)), None),
        gender=next((told for word in titled if (told := _addresses().get(word))), None) or _told(pieces),
        country=next((code for piece in pieces if (code := _country(piece))), None),
        letters=_own_letters(name, letters.group(1).replace(".", "")) if letters else None,
        outlet=not person and any(head in lexicon.actors().outlets.nouns for head in heads),
        vessel=not person and any(head in _VESSELS for head in heads),
    )


def _own_letters(name: Name, letters: str) -> str | None:
    """Letters in brackets that a name goes by, and not the party of a person: "Ole Dahl (NDP)"."""
    rest = iter(name.text.lower())
    spelt = all(letter in rest for letter in letters.lower())
    return letters if spelt or not firstnames.person(name.words) else None


def _listed(words: Words, name: Name) -> bool:
    """Whether the form of a company or the place where it is listed follows: "Norstar, Inc.", "Norstar (NYSE: NRS)"."""
    return _COMPANY.match(words.text, name.span.end) is not None


def _fronted(words: Words, name: Name) -> bool:
    """Whether a spokesman's name follows: "Norstar Ferries spokesman Ole Dahl"."""
    after = name.last + 1
    voiced = after + 1 < len(words) and words.all[after].lower in lexicon.actors().people.mouthpieces
    return voiced and len(name.words) > 1 and words.all[after + 1].capital and words.between(name.last, after) == " "


def _country(piece: list[str]) -> str | None:
    """The country that a description belongs to: "north korean leader", "US President", "minister of … of Chad"."""
    head = nouns.head(piece)
    if head is None:
        return None
    at = piece.index(head) if head in piece else len(piece)
    before = [*(f"{first} {second}" for first, second in pairwise(piece[:at])), *piece[:at]]
    told = metonyms.country if head in _leading_nouns() or head in nouns.things() else metonyms.adjective
    after = [" ".join(piece[i + 1 : i + 1 + n]) for i in range(at, len(piece)) if piece[i] == "of" for n in (1, 2, 3)]
    after = [words.removeprefix("the ") for words in after]
    return next((code for words in before if (code := told(words))), None) or next(
        (code for words in after if (code := metonyms.country(words))), None
    )


@lru_cache(maxsize=1)
def _leading_nouns() -> frozenset[str]:
    """The last words of the posts that lead a body or speak for it."""
    people = lexicon.actors().people
    return frozenset(noun.lower().split()[-1] for noun in (*people.leaders, *people.mouthpieces))


def _is_role(words: Words, places: range) -> bool:
    """Whether words beside a name say what it is, and not what it does or where it belongs."""
    phrase = nouns.lower(words, places)
    if phrase[0] in _SOMEBODYS and nouns.head(phrase) not in nouns.people():
        return False  # "Ann Rao, her old label and …"
    if len(phrase) == 1 and phrase[0] in _WHOSE:
        return False  # "the state Department of Transportation"
    if not _SOMEBODYS.isdisjoint(phrase[1:]):
        return False  # "reschedule a meeting with his counterpart"
    if phrase[0] in _NO_ROLE or phrase[0].endswith("ing") or _FORMS.issuperset(phrase):
        return False
    return (nouns.head(phrase) or "") in nouns.people() or _common_noun(words, places)


def _common_noun(words: Words, places: range) -> bool:
    """Whether a phrase has a body's noun in small letters as its head, and is no other body's name."""
    phrase = nouns.lower(words, places)
    head, opens = nouns.head(phrase), phrase[0] in DETERMINERS or words.between(places.start - 1, places.start) == " "
    return opens and head in nouns.things() and any(words.all[i].text == head for i in places)


def _role(words: Words, places: range) -> str | None:
    """The words at some places as the text has them, without a first determiner or "who"."""
    opening = words.all[places.start].lower
    first = places.start + (opening in DETERMINERS or opening in _ASKING)
    if first >= places.stop:
        return None
    last = words.all[places.stop - 1]
    end = last.start + len(last.text) if last.owner else last.end
    return " ".join(words.text[words.all[first].start : end].split())


def _plain_pair(name: Name) -> bool:
    """Whether a name is two or three plain words, none of a body ("Orla Tate of the harbour office")."""
    listed = lexicon.actors().things.body_words
    plain = name.words[0].lower() not in lexicon.words("regions") and all(
        word[0].isupper() and word.isalpha() and word not in listed and not word.isupper() for word in name.words
    )
    return plain and 2 <= len(name.words) <= 3


def _plainly(name: Name) -> bool:
    """Whether a name is a first name and one more word."""
    return len(name.words) == 2 and firstnames.person(name.words)


def _belongs(words: Words, places: range) -> bool:
    """Whether a phrase says where one belongs: "of the harbour office", "at Norstar", and not "for protest"."""
    if len(places) < 2 or words.all[places.start].lower not in ("of", "for", "at"):
        return False
    following = words.all[places.start + 1]
    return words.all[places.start].lower == "of" or following.capital or following.lower in DETERMINERS


def _governed(words: Words, name: Name) -> bool:
    """Whether "of", "the" and the like stand before a name: "director of Harbour Programmes at …"."""
    return name.begin > 0 and words.all[name.begin - 1].lower in _GOVERNING


def _told(pieces: list[list[str]]) -> str | None:
    """The pronoun that a noun itself tells (spokeswoman, chairman)."""
    flat = {word for piece in pieces for word in piece[:6]}
    if flat & _WOMEN or any(word.endswith("woman") for word in flat):
        return "she"
    if flat & _MEN or any(word.endswith(("spokesman", "chairman", "congressman", "businessman")) for word in flat):
        return "he"
    return None
