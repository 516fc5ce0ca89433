"""Scripts, and whether two writings are one person's name (송상호 and Song Sang-ho), by rules of romanisation.

Hangul is matched by rule classes: for each sound, the letters that the Revised Romanisation (2000) and
McCune-Reischauer (1939) give it and those that Koreans write their own names with ("Park", "Young", "Lee" follow from
the sound's class, not from a list of names). Other scripts go through anyascii and are compared with the variants of
their usual romanisations folded together.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache

from anyascii import anyascii

_KANA = ("HIRAGANA", "KATAKANA")
_BLOCKS = {"CJK": "Han", **dict.fromkeys(_KANA, "Kana")}
_NAMED = re.compile(r"([A-Z]+)")


def script(text: str) -> str | None:
    """The script that most letters of ``text`` are in ("Latin", "Hangul", "Han", "Kana", "Cyrillic" …).

    Kana and Han are counted together, and any kana among them makes it Kana. ``None`` where there is no letter.
    """
    if text.isascii():
        return "Latin" if any(map(str.isalpha, text)) else None
    counts = Counter(_script_of(char) for char in text if char.isalpha())
    if not counts:
        return None
    if kana := counts.pop("Kana", 0):
        counts["Kana"] = kana + counts.pop("Han", 0)
    return counts.most_common(1)[0][0]


@lru_cache(maxsize=4096)
def _script_of(char: str) -> str:
    found = _NAMED.match(unicodedata.name(char, "UNKNOWN"))
    word = found[1] if found else "UNKNOWN"
    return _BLOCKS.get(word, word.capitalize())


def romanise(text: str) -> str:
    """The text in Latin letters, as anyascii writes it; accents are dropped."""
    return str(anyascii(unicodedata.normalize("NFC", text)))


def same_person(a: str, b: str) -> bool:
    """Whether two names are one person's, written in any two scripts, in either order, with or without hyphens.

    A name of one word, or an initial, is never matched to a longer name: precision goes before recall.
    """
    a, b = (unicodedata.normalize("NFC", name).strip() for name in (a, b))
    first, second = script(a), script(b)
    if not first or not second or len(a) > 100 or len(b) > 100:
        return False
    if first == second:
        return _tokens(a) == _tokens(b)
    if second != "Latin":
        a, b, first, second = b, a, second, first
    if second != "Latin":
        return False
    return _crosses(a, first, b)


def _crosses(foreign: str, name: str, latin: str) -> bool:
    """Whether a Latin writing is that of a name in another script."""
    if name == "Hangul":
        return _hangul(foreign, latin)
    if name in ("Han", "Kana"):
        return _syllabic(foreign, latin, kana=name == "Kana")
    if name in ("Arabic", "Hebrew"):
        return _keys(foreign, _skeleton) == _keys(latin, _skeleton) and len("".join(_keys(latin, _skeleton))) >= 5
    return len(_keys(latin, _folded)) >= 2 and _keys(foreign, _folded) == _keys(latin, _folded)


def _tokens(name: str) -> list[str]:
    """A name's words in the order of the alphabet, without case, accents, hyphens and points."""
    words = (re.sub(r"[^\w]|_", "", _plain(word)) for word in re.split(r"[\s,]+", name))
    return sorted(word for word in words if word)


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in bare if not unicodedata.combining(c))).casefold()


# --- Hangul ---------------------------------------------------------------------------------------------------------

_ONSETS = (
    "k|g", "kk|k|gg", "n|r|l", "t|d", "tt|t|dd", "r|l|n", "m", "p|b", "pp|p|bb", "sh|s", "ss|s", "", "ch|j|z",
    "tch|jj|ch|j", "ch|tch", "kh|k", "th|t", "ph|p|f", "h",
)  # fmt: skip
_VOWELS = (
    "ah|ar|a", "ae|ai|ay|e", "ya", "yae|yai|ye", "eo|uh|ur|u|o|er", "e|ay|ae", "yeo|you|yo|yu|ye", "ye|yae|e",
    "oh|o", "wa|oa", "wae|oae|wai", "oe|oi|we|woe", "yo|yoh", "woo|oo|ou|wu|u", "wo|weo|wu|wuh", "we|ue",
    "wi|wee|ui|uy", "yoo|you|yu|ew", "eu|u|oo|ou", "eui|ui|ee|i|yi|ey", "ee|i|yi|ie|y",
)  # fmt: skip
_CODAS = (
    "", "ck|k|g|c", "k|g", "k|ks", "n", "n|nj", "n|nh", "t|d|s", "ll|l|r", "k|lk", "m|lm", "l|p|lb", "l", "l", "p|lp",
    "l", "m|hm", "p|b", "p", "t|s|d", "t|s|d", "ng", "t|j|d", "t|d", "k", "t", "p", "t|h",
)  # fmt: skip
# Surnames of two syllables, by the census of Statistics Korea (2015).
_DOUBLE = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방")


def _hangul(name: str, latin: str) -> bool:
    syllables = re.sub(r"\s+", "", name)
    written = re.sub(r"[^a-z]+", " ", romanise(latin).lower()).strip()
    if not 2 <= len(syllables) <= 5 or not all("가" <= s <= "힣" for s in syllables) or " " not in written:
        return False
    return _hangul_pattern(syllables).fullmatch(written) is not None


@lru_cache(maxsize=1024)
def _hangul_pattern(syllables: str) -> re.Pattern[str]:
    cut = 2 if syllables.startswith(_DOUBLE) and len(syllables) > 2 else 1
    surname = "[ ]?".join(_syllable(s, first=i == 0) for i, s in enumerate(syllables[:cut]))
    given = "[ ]?".join(_syllable(s, first=i == 0) for i, s in enumerate(syllables[cut:]))
    return re.compile(f"{surname} {given}|{given} {surname}")


@cache
def _syllable(syllable: str, *, first: bool) -> str:
    code = ord(syllable) - 0xAC00
    onset, vowel, coda = code // 588, code % 588 // 28, code % 28
    begins = _ONSETS[onset]
    # The initial-sound law: 이, 임, 유, 양 … were ri, rim, ryu, ryang and are still written so.
    if onset == 11 and first and vowel in (2, 6, 7, 12, 17, 20):
        begins = "rh|l|r|"
    if onset == 2 and first and vowel in (6, 12, 17, 20):
        begins += "|"
    sounds = f"(?:{begins})(?:{_VOWELS[vowel]})"
    if onset == 18 and vowel in (9, 14, 16):  # hwa is often written wha
        sounds = f"(?:{sounds}|wh(?:a|o|ee))"
    return f"{sounds}(?:{_CODAS[coda]}){'h?' if not coda else ''}"


# --- Han and kana ---------------------------------------------------------------------------------------------------


def _syllabic(name: str, latin: str, *, kana: bool) -> bool:
    """Whether the sounds, run together, are the Latin words run together in one of the two orders."""
    words = [_long(word) if kana else word for word in re.findall(r"[a-z]+", _plain(latin))]
    if len(words) < 2 or (kana and any(_script_of(c) == "Han" for c in name)):
        return False
    pieces = re.findall(r"[A-Z]?[a-z]+", romanise(name))
    sound = "".join(pieces).lower()
    sound = _long(sound) if kana else sound
    return sound in ("".join(words), "".join(words[-1:] + words[:-1]), "".join(words[1:] + words[:1]))


def _long(sound: str) -> str:
    return re.sub(r"([aeiou])\1", r"\1", re.sub(r"o[uh](?![aeiou])", "o", sound))


# --- Alphabets ------------------------------------------------------------------------------------------------------

# Letters that romanisations of Cyrillic, Greek and others disagree on (GOST, BGN/PCGN, ISO 9, German, French, English).
_FOLDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|schtsch|stch|sc(?=h)", "s"), (r"tsch|tch|tsh|ch|cz", "c"), (r"sch|sh|sz", "s"),
        (r"zh|dzh|dj|j(?=[ou])", "z"),
        (r"kh|x|gh", "h"), (r"ts|tz|tc", "c"), (r"ph", "f"), (r"th", "t"), (r"(?:ow|off|ov|ev|eff|ew)\b", "ov"),
        (r"[yji]+", "i"), (r"i(?=[aeou])", ""), (r"(?<=[aeou])i", "i"), (r"ou|oy", "u"), (r"w", "v"), (r"ck|q", "k"),
        (r"ei|ai", "e"), (r"i+$|ii|'", "i"), (r"(.)\1", r"\1"),
    )
)  # fmt: skip


def _keys(name: str, key: object) -> list[str]:
    assert callable(key)
    words = re.findall(r"[a-z]+", romanise(name).lower().replace("'", ""))
    return sorted(got for word in words if (got := key(word)) and word not in ("al", "el", "ben", "bin", "ibn", "bn"))


def _folded(word: str) -> str:
    for pattern, sound in _FOLDS:
        word = pattern.sub(sound, word)
    return word


def _skeleton(word: str) -> str:
    """A word's consonants: Arabic and Hebrew write few vowels."""
    word = re.sub(r"^(?:al|el)(?=[b-df-hj-np-tv-z]{2,})", "", word)
    word = re.sub(r"kh|ch|x|7", "h", re.sub(r"sh|sch", "s", re.sub(r"th", "t", re.sub(r"ph", "f", word))))
    word = re.sub(r"[aeiouyjwv]", "", word).replace("q", "k").replace("c", "k").replace("p", "b").replace("z", "s")
    return re.sub(r"(.)\1", r"\1", word)
