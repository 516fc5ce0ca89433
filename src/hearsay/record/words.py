"""The words of a text as search sees them: folded forms with their exact places.

One function cuts what is indexed, what is asked and what is highlighted, so the three cannot fall out of step. SQLite
sees the forms alone, separated by spaces.

Scripts that write words without spaces, and Korean, whose particles cling to the word, are cut into overlapping
pairs of characters; the last character of a run also stands alone. 병사들이 is 병사 사들 들이 이, so 병사 is found
inside it as one form, 병사들 as two that follow each other, and 이 as the beginning of a form.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from operator import add

LONGEST = 100
"""Code points of a word that count; a longer run is no word, and its rest is not looked at."""

# Unicode blocks whose writing does not separate words, or (Hangul) whose words carry particles.
_DENSE = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1100, 0x115F),  # Hangul leading consonants
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # kana
    (0x3100, 0x318F),  # bopomofo, Hangul letters
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7A3),  # Hangul syllables
    (0xF900, 0xFAFF),
    (0xFF66, 0xFFDC),  # half-width kana and Hangul
    (0x20000, 0x3FFFF),
)
# Vowels and final consonants of decomposed Hangul belong to the syllable before them.
_JOINING = ((0x1160, 0x11FF), (0xD7B0, 0xD7FF))

# Letters that Unicode does not decompose, as they are commonly written without their stroke or ligature.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order: each one's folded form, and its place in code points.

    A form of a script without spaces is a pair of characters, or the last of a run alone: its place is that of its
    first character, and ``reaches`` has the end of its last one, under the number of the form.
    """

    forms: list[str]
    places: list[tuple[int, int]]
    reaches: dict[int, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.forms)

    def reach(self, number: int) -> int:
        """Where the word of that number ends, its second character included where it is a pair."""
        return self.reaches.get(number, self.places[number][1])


class _Classes(dict[int, str]):
    """Each character's class, filled as characters are met: a word's letter, dense, mark, format, or a gap."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _class_of(code)
        return found


def _class_of(code: int) -> str:
    category = unicodedata.category(chr(code))
    if category[0] == "M" or any(first <= code <= last for first, last in _JOINING):
        return "m"
    if category == "Cf":
        return "f"
    if category[0] not in "LN":
        return " "
    return "d" if any(first <= code <= last for first, last in _DENSE) else "w"


_CLASSES = _Classes()
_RUN = re.compile(r"w[wm]*(?:f+[wm]+)*|d[dm]*(?:f+[dm]+)*")
_CHARACTER = re.compile(r"dm*(?:f+m+)*")


def words(text: str) -> Words:
    """The words of a text; white space, punctuation and symbols separate them."""
    classes = text.translate(_CLASSES)
    runs = [run.span() for run in _RUN.finditer(classes)]
    if "d" in classes:
        return _with_pairs(text, classes, runs)
    forms = [fold(text[start : min(end, start + LONGEST)]) for start, end in runs]
    if "" in forms:  # a letter whose every part is left out by folding
        runs = [run for run, form in zip(runs, forms, strict=True) if form]
        forms = [form for form in forms if form]
    return Words(forms, runs)


def forms(text: str) -> str:
    """The forms of a text in order, separated by spaces: what the full-text index is given."""
    return " ".join(words(text).forms)


def _with_pairs(text: str, classes: str, runs: list[tuple[int, int]]) -> Words:
    found = Words([], [])
    for start, end in runs:
        if classes[start] == "d":
            _add_pairs(found, text, [character.span() for character in _CHARACTER.finditer(classes, start, end)])
        elif form := fold(text[start : min(end, start + LONGEST)]):
            found.forms.append(form)
            found.places.append((start, end))
    return found


def _add_pairs(found: Words, text: str, characters: list[tuple[int, int]]) -> None:
    forms = [fold(text[start : min(end, start + LONGEST)]) for start, end in characters]
    if "" in forms:
        characters = [place for place, form in zip(characters, forms, strict=True) if form]
        forms = [form for form in forms if form]
    ends = [end for _, end in characters]
    found.reaches.update(enumerate(ends[1:] + ends[-1:], len(found)))
    found.forms.extend(map(add, forms, [*forms[1:], ""]))
    found.places.extend(characters)


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """A word without case, diacritics, compatibility forms and invisible characters.

    What is left is ASCII letters and digits and characters beyond ASCII, the alphabet of FTS5's ``ascii`` tokenizer.
    """
    if word.isascii():
        return "".join(filter(str.isalnum, word.lower()))
    plain = unicodedata.normalize("NFKD", word).casefold().translate(_PLAIN)
    kept = "".join(filter(_counts, unicodedata.normalize("NFKD", plain)))
    return unicodedata.normalize("NFC", kept)


def _counts(char: str) -> bool:
    if char.isascii():
        return char.isalnum()
    if "\u0300" <= char <= "\u036f" or 10 <= unicodedata.combining(char) <= 35:  # Latin …; Hebrew and Arabic points
        return False
    return unicodedata.category(char) not in ("Cf", "Cc", "Cs", "Zs")
