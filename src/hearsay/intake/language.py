"""Which language a text is in, ISO 639-1."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hearsay.text.scripts import script

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

KNOWN = frozenset({"en"})
"""The languages that the reading knows. A report in another one is kept with its parts, and is not read."""
SHORT = 200
"""Characters below which statistics mislead, and the page's own word or the script decides."""
SAMPLE = 700
"""Characters that are looked at."""

# Languages that a script all but tells.
_OF_SCRIPT = {
    "Hangul": "ko", "Kana": "ja", "Han": "zh", "Greek": "el", "Hebrew": "he", "Thai": "th", "Armenian": "hy",
    "Georgian": "ka", "Tamil": "ta", "Telugu": "te", "Bengali": "bn", "Gujarati": "gu", "Khmer": "km", "Lao": "lo",
    "Myanmar": "my", "Sinhala": "si", "Kannada": "kn", "Malayalam": "ml", "Gurmukhi": "pa", "Ethiopic": "am",
}  # fmt: skip
_SCRIPTS_OF = {language: name for name, language in _OF_SCRIPT.items()}


def identify(text: str, declared: str | None = None) -> str | None:
    """The language of a text.

    Args:
        text: the report's text.
        declared: the tag that the page states ("en-GB"), which decides for a short text only.
    """
    stated = _tag(declared)
    letters = sum(map(str.isalpha, text[:SAMPLE]))
    if not letters:
        return stated
    written = script(text[:SAMPLE])
    if written in _OF_SCRIPT:
        return _OF_SCRIPT[written]
    if letters < SHORT and stated and _SCRIPTS_OF.get(stated) is None:
        return stated
    found, share = _identifier().classify(text[:SAMPLE])
    return str(found) if letters >= SHORT or (letters >= 40 and share > 0.9) else stated


def _tag(declared: str | None) -> str | None:
    found = re.match(r"[A-Za-z]{2}(?=$|[-_])", declared or "")
    return found[0].lower() if found else None


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
