"""Hard wrapping undone."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from hearsay.intake.wire.wrapping import runs

WORDS = (
    "The harbour master said on Monday that eleven boats had been lost in the storm, and that nobody would be "
    "allowed to sail before the wind had dropped below forty knots, which forecasters do not expect this week."
)


def test_indented_paragraphs() -> None:
    text = "\n".join(textwrap.fill(WORDS, 65, initial_indent="    ") for _ in range(3))
    assert [run.text for run in runs(text)] == [WORDS] * 3


def test_paragraphs_without_blank_or_indentation() -> None:
    said = [
        WORDS + " Rain fell on the quay.",
        WORDS + " He gave no names.",
        WORDS + " It was the worst storm since 1987.",
    ]
    text = "\n".join(textwrap.fill(words, 72) for words in said)
    assert [run.text for run in runs(text)] == said


def test_one_line_each() -> None:
    assert [run.text for run in runs(f"{WORDS}\n{WORDS}\n\n{WORDS}")] == [WORDS] * 3


def test_place_leads_back_to_the_source() -> None:
    text = "Head\r\n\r\n  The   harbour\tmaster"
    run = runs(text)[1]
    assert run.text == "The harbour master"
    for index, char in enumerate(run.text):
        assert char == " " or text[run.place(index)] == char


@given(st.text(alphabet="ab .,\n\t\r\u2028é", max_size=300))
def test_no_letter_is_lost(text: str) -> None:
    kept = "".join(run.text for run in runs(text))
    assert [c for c in kept if c.isalpha()] == [c for c in text if c.isalpha()]


def test_hostile_text_is_quick() -> None:
    for text in ("a\n" * 300_000, "a " * 500_000, "\n" * 1_000_000, "(" * 1_000_000):
        runs(text)
