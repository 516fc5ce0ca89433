"""Where a name begins."""

import pytest

from hearsay.model.span import Span
from hearsay.reading.actor import openings
from hearsay.reading.actor.words import Words


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("So Per Holm said.", "Per", True),
        ("Per capita output fell.", "Per", False),
        ("Opening these quays will help.", "Opening", False),
        ("Ann Rao (D) left.", "D", False),
        ("Ann Rao (R-Ohio) left.", "R-Ohio", False),
        ("It fell on Monday.", "Monday", False),
        ("UN staff left.", "UN", True),
        ("Tidal Grid, LLC said so.", "LLC", False),
        ("Tidal Grid, AG, said so.", "AG", False),
        ("The AG said so.", "AG", True),
        ("Tidal Grid (NYSE: TDL) rose.", "TDL", False),
        ("Tidal Grid (NYSE: TDL) rose.", "NYSE", False),
        ("It met them (UN: TDL came) there.", "UN", True),
        ("Q: When was it?", "Q", False),
    ],
)
def test_a_capital_begins_a_name_or_only_a_sentence(text: str, word: str, expected: bool) -> None:
    words = Words(text, [Span(0, len(text))])
    assert openings.begins(words, words.first(text.index(word))) is expected
