import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model.span import Span
from hearsay.text.sentences import split


def words(text: str) -> list[str]:
    return [span.of(text) for span in split(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("  \n ", []),
        ("No end here", ["No end here"]),
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("Mr. Orr met Dr. Lund. They spoke.", ["Mr. Orr met Dr. Lund.", "They spoke."]),
        (
            "The U.S. Navy came. So did the U.N. The talks began.",
            ["The U.S. Navy came.", "So did the U.N.", "The talks began."],
        ),
        ("N. Korea and S. Korea talk.", ["N. Korea and S. Korea talk."]),
        ("J. K. Moe left at 5 p.m. Tuesday. All well.", ["J. K. Moe left at 5 p.m. Tuesday.", "All well."]),
        ("It opens at 5 p.m. Visitors queue.", ["It opens at 5 p.m.", "Visitors queue."]),
        ("On Oct. 24 he left. By Oct. He was back.", ["On Oct. 24 he left.", "By Oct.", "He was back."]),
        ('"We go. We must." He left.', ['"We go.', 'We must."', "He left."]),
        ("“Why?” she asked. “Go!” Rain fell.", ["“Why?” she asked.", "“Go!”", "Rain fell."]),
        ("It cost $3.5 million. Fine.", ["It cost $3.5 million.", "Fine."]),
        ("He said … nothing. Wait... Then no.", ["He said … nothing.", "Wait...", "Then no."]),
        ("He was asked. No. He left. See No. 5 there.", ["He was asked.", "No.", "He left.", "See No. 5 there."]),
        (
            "Acme Inc. Chairman Bo spoke. Acme Inc. The rest.",
            ["Acme Inc. Chairman Bo spoke.", "Acme Inc.", "The rest."],
        ),
        ("First line\n\nSecond line", ["First line", "Second line"]),
        ("wrapped\nline. Next.", ["wrapped\nline.", "Next."]),
        ("대통령은 말했다. 그는 떠났다.", ["대통령은 말했다.", "그는 떠났다."]),
        ("我来了。他走了。", ["我来了。", "他走了。"]),
        ("Great 🎉! Yes.", ["Great 🎉!", "Yes."]),
        ("nul\0 here. Next\0.", ["nul\0 here.", "Next\0."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert words(text) == sentences


def test_only_the_region_is_split() -> None:
    text = "Not this. But this. And this. Not that."
    assert [span.of(text) for span in split(text, Span(10, 29))] == ["But this.", "And this."]


@given(st.text(alphabet=st.sampled_from("abT. \n\"'?!…5한“”。🎉"), max_size=60))
def test_every_visible_character_lies_in_exactly_one_sentence(text: str) -> None:
    covered = [place for span in split(text, Span(0, len(text))) for place in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    assert {place for place, mark in enumerate(text) if not mark.isspace()} <= set(covered)


@pytest.mark.parametrize(
    "text", ["." * 300_000, "a. " * 300_000, '."' * 300_000, " " * 300_000, "A" * 1_000_000, "\n" * 300_000]
)
def test_degenerate_text_ends_soon(text: str) -> None:
    assert len(split(text, Span(0, len(text)))) <= 300_000
