"""Other words for the same: how a desk rewords a paragraph, by substitutions that keep what is said.

Everything here is a function of its arguments: the same paragraph is always reworded in the same way.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Pairs that a desk may put for each other in a report without changing what it says; the project's own list.
_SAME = {
    "said": "stated", "says": "states", "told": "informed", "announced": "made known", "killed": "left dead",
    "died": "lost their lives", "people": "persons", "about": "around", "after": "following", "before": "prior to",
    "because": "since", "however": "still", "also": "too", "began": "started", "started": "began", "ended": "finished",
    "several": "a number of", "many": "numerous", "large": "big", "big": "large", "small": "minor", "near": "close to",
    "while": "as", "although": "though", "many of": "a good part of", "according to": "in the words of",
    "arrested": "detained", "injured": "hurt", "wounded": "hurt", "police": "officers", "children": "youngsters",
    "showed": "made clear", "found": "came upon", "used": "made use of", "received": "was given",
    "including": "among them",
    "government": "authorities", "country": "nation", "company": "firm", "report": "account", "called": "described",
    "later": "afterwards", "first": "initially", "now": "at present", "within": "inside", "during": "in the course of",
    "against": "versus", "more than": "over", "less than": "under", "at least": "no fewer than", "almost": "nearly",
    "nearly": "almost", "between": "from among", "however,": "even so,", "despite": "in spite of", "asked": "put it to",
    "wanted": "wished", "tried": "attempted", "made": "produced", "took": "claimed", "held": "kept", "left": "departed",
    "reported": "related", "confirmed": "bore out", "denied": "disputed", "claimed": "maintained", "added": "went on",
    "officials": "functionaries", "members": "participants", "group": "band", "attack": "assault", "fire": "blaze",
    "won": "took", "team": "side", "year": "twelvemonth", "city": "town", "area": "district", "world": "globe",
}  # fmt: skip
# What a thorough rewrite changes besides: the small words between.
_SMALL = {
    "was": "had been", "were": "had been", "is": "remains", "has been": "was", "have been": "were", "which": "that",
    "who": "that", "with": "along with", "in the": "inside the", "on the": "upon the", "for the": "on behalf of the",
    "from the": "out of the", "by the": "through the", "of the": "from the", "at the": "by the", "and": "as well as",
    "but": "yet", "where": "in which", "when": "at the time that", "would": "was to", "could": "was able to",
    "had": "possessed", "their": "the", "his": "the", "her": "the", "its": "the", "some": "certain",
    "all": "each of the",
    "other": "further", "new": "fresh", "two": "a pair of", "both": "the two", "not": "in no way", "only": "merely",
    "over": "above", "than": "compared with", "into": "to within", "that the": "how the", "as a": "in the role of a",
    "to the": "towards the", "has": "possesses", "have": "possess", "this": "the latter", "these": "such",
    "very": "most",
    "a": "one", "an": "one", "most": "the bulk of", "such": "like", "out": "away", "since": "ever since",
    "until": "up to",
}  # fmt: skip
_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_DIGITS = re.compile(r"(?<![\w.,$£€-])(\d{1,2})(?![\w%-]|[.,]\d)")
_SAID = re.compile(r"^(?P<what>[A-Z][^\"“”]{20,}?), (?P<who>[A-Z][^,.\"“”]{2,60}) (?P<verb>said|says|told reporters)\.")
_LEADING = re.compile(
    r"^(?P<when>(?:On|In|At|By|After|Since) [^,]{3,40}), (?P<rest>[a-zA-Z][^\n]+?)(?P<stop>[.])(?=\s|$)"
)


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, phrases), key=len, reverse=True)) + r")\b")


_LIGHT, _THOROUGH = _pattern(_SAME), _pattern([*_SAME, *_SMALL])
_WORDS = _SMALL | _SAME


def reworded(paragraph: str, *, thoroughly: bool = False) -> str:
    """The paragraph with phrases replaced, numbers in words, and clauses in another order; quotations stay.

    ``thoroughly``: the small words between are replaced as well, so that few words in a row are left.
    """
    phrases = _THOROUGH if thoroughly else _LIGHT
    pieces = re.split(r"(\"[^\"]*\"|“[^”]*”)", paragraph)  # what was said stays
    told = "".join(
        piece if at % 2 else _in_words(phrases.sub(lambda found: _WORDS[found[0]], piece))
        for at, piece in enumerate(pieces)
    )
    return _turned(told)


def _in_words(text: str) -> str:
    return _DIGITS.sub(lambda found: _NUMBERS[int(found[1])] if int(found[1]) < len(_NUMBERS) else found[1], text)


def _turned(text: str) -> str:
    """Each sentence with who said it in front, or its time behind."""
    return " ".join(_LEADING.sub(_last, _SAID.sub(_first, one)) for one in re.split(r"(?<=[.?!])\s+(?=[A-Z])", text))


def _first(found: re.Match[str]) -> str:
    what = found["what"]
    lowered = what[0].lower() + what[1:] if what.split()[0] in ("The", "A", "An", "It", "They", "There") else what
    return f"{found['who']} {found['verb']} that {lowered}."


def _last(found: re.Match[str]) -> str:
    when, rest = found["when"], found["rest"]
    return f"{rest[0].upper()}{rest[1:]} {when[0].lower()}{when[1:]}{found['stop']}"
