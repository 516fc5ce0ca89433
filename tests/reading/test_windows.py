"""Windows: word pieces that know their place in the text."""

import unicodedata

import numpy as np
import pytest

from hearsay.model.span import Span
from hearsay.reading import quotes, windows

TRICKY = [
    "😀👨‍👩‍👧 Kim said “hello\u0301” 😀 ok",
    unicodedata.normalize("NFD", "김정은 대통령은 said 예"),
    "a\0b said \0 x",
    "İstanbul ﬁne ß said",
    "中文 said 日本",
    "it\r\nsaid\tso",
    "\ud800 said",
    "…" * 500,
    "x" * 5000,
]


def lines(text: str) -> list[Span]:
    """Each line as a region."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


@pytest.mark.parametrize("text", TRICKY)
def test_split_offsets_are_ordered_code_points_of_the_text(text: str) -> None:
    made = windows.split(text, [Span(0, len(text))])
    assert (made.ends > made.starts).all()
    assert (made.starts[1:] >= made.ends[:-1]).all()
    assert made.ends.max(initial=0) <= len(text)


@pytest.mark.parametrize("text", [t for t in TRICKY if "said" in t])
def test_split_finds_the_word_where_it_stands(text: str) -> None:
    made = windows.split(text, [Span(0, len(text))])
    words = [text[a:b] for a, b in zip(made.starts, made.ends, strict=True)]
    assert "said" in words


@pytest.mark.parametrize(("text", "regions"), [("", []), ("", [Span(0, 0)]), ("words", []), ("\0\0 ", [Span(0, 3)])])
def test_split_of_nothing_has_no_windows(text: str, regions: list[Span]) -> None:
    made = windows.split(text, regions)
    assert len(made) == 0
    assert made.bounds == ()


def test_split_reads_the_regions_alone() -> None:
    text = "Headline\nBy Someone\nBody."
    made = windows.split(text, [Span(0, 8), Span(20, 25)])
    assert [text[a:b] for a, b in zip(made.starts, made.ends, strict=True)] == ["Headline", "Body", "."]
    assert made.features[:, 2].tolist() == [1, 1, 0]


def test_split_packs_whole_paragraphs_and_cuts_a_long_one_at_sentence_ends() -> None:
    paragraph = "One two three four. " * 10
    text = "\n".join([paragraph] * 12 + [paragraph * 10])
    made = windows.split(text, lines(text))
    assert [a for a, _ in made.bounds] == [0, *(b for _, b in made.bounds[:-1])]
    assert made.bounds[-1][1] == len(made)
    for first, stop in made.bounds:
        assert stop - first <= windows.SIZE - 2
        assert text[made.ends[stop - 1] - 1] == "."
        assert windows.batch(made, [made.bounds.index((first, stop))]).ids.shape[1] <= windows.SIZE


def test_split_marks_shapes() -> None:
    text = "The NATO said 12 unbelievablenesses, X."
    made = windows.split(text, [Span(0, len(text))])
    shapes = dict(
        zip([text[a:b] for a, b in zip(made.starts, made.ends, strict=True)], made.features[:, 1], strict=True)
    )
    assert shapes["The"] == windows.TITLE
    assert shapes["NATO"] == windows.UPPER
    assert shapes["said"] == windows.LOWER
    assert shapes["12"] == windows.DIGIT
    assert shapes[","] == windows.PUNCTUATION
    assert windows.CONTINUATION in shapes.values()


def test_batch_places_every_piece_once_with_separators_between_regions() -> None:
    text = "First one.\nSecond, longer one.\nThird."
    made = windows.split(text, lines(text))
    b = windows.batch(made, [0])
    words = windows.vocabulary()
    assert sorted(b.pieces[b.pieces >= 0].tolist()) == list(range(len(made)))
    assert b.ids[0, 0] == words.cls
    assert (b.ids[0] == words.sep).sum() == 3
    assert b.mask.all()


def test_batch_pads_the_shorter_window() -> None:
    text = "Word. " * 300 + "\n" + "Short."
    made = windows.split(text, lines(text))
    b = windows.batch(made, range(len(made.bounds)))
    assert (b.ids[b.mask == 0] == windows.vocabulary().pad).all()
    assert (b.pieces[b.mask == 0] == -1).all()


def test_around_keeps_the_cue_in_one_place_and_marks_the_others() -> None:
    index, marks = windows.around((100, 102), [(100, 102), (50, 51), (103, 104), (900, 901)], (0, 150))
    assert index[windows.BEFORE] == 100
    assert marks[windows.BEFORE : windows.BEFORE + 4].tolist() == [1, 1, 0, 2]
    assert marks[windows.BEFORE - 50] == 2
    assert (index[index >= 150] == -1).all()
    assert (marks[index == -1] == 0).all()
    assert np.count_nonzero(marks) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said ‘yes’ and don’t.", "‘yes’"),
        ("the players' 'own' goal isn't", "'own'"),
        ('5\'10" tall "he said" x', '"he said"'),
        ("„Ja“, sagte er", "„Ja“"),
        ("“a ‘b’ c”, d", "“a ‘b’ c”"),
        ("Headline: 'stay calm' as shares", "'stay calm'"),
        ("«oui» dit", "«oui»"),
        ("“What’s that?” he’s", "“What’s that?”"),
        ("no marks, don't", ""),
        ("He said: “it goes on", "“it goes on"),
    ],
)
def test_quotation_states(text: str, expected: str) -> None:
    states = quotes.states(text, [Span(0, len(text))])
    assert "".join(c for c, s in zip(text, states, strict=True) if s) == expected


def test_quotation_over_paragraphs_is_open_in_each_until_the_last() -> None:
    text = "“One.\n“Two.”\nThree."
    states = quotes.states(text, lines(text))
    assert "".join(map(str, states)) == "1222" + "2" + "0" + "12222" + "3" + "0" * 7


def test_quotation_states_of_many_unbalanced_marks_end() -> None:
    text = "“" * 3000 + "'" * 3000
    assert len(quotes.states(text, [Span(0, len(text))])) == 6000
