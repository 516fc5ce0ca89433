from hearsay.model.span import Span
from hearsay.story.lineage.body import LONGEST, body, of


def test_words_are_folded_and_keep_their_places(make):
    report = make("a", ("The city’s 1,200 stalls.",)).report
    words = body(report)
    assert words.words == ("the", "city's", "1,200", "stalls")
    assert [report.text[s:e] for s, e in zip(words.starts, words.ends, strict=True)] == [
        "The",
        "city’s",
        "1,200",
        "stalls",
    ]


def test_boilerplate_is_left_out(make):
    report = make("a", (
        "Sign up for our morning newsletter and never miss a story.", "The hall burned.",
        "Copyright 2024 Star. All rights reserved.", "Additional reporting by Ana Lund in Oslo.",
    )).report  # fmt: skip
    assert body(report).words == ("the", "hall", "burned")


def test_a_long_paragraph_that_speaks_of_a_newsletter_stays(make):
    report = make(
        "a", ("The firm will subscribe readers to its newsletter free. " + "It said so on Tuesday. " * 20,)
    ).report
    assert len(body(report).words) == 109


def test_sentences_paragraphs_and_quotations_are_ranges_of_words(make):
    words = body(make("a", ('He left. "We go," she said.', "They stayed.")).report)
    assert words.paragraphs == ((0, 6), (6, 8))
    assert words.sentences == ((0, 2), (2, 6), (6, 8))
    assert words.quoted == b"\0\0\1\1\0\0\0\0"
    assert words.span(2, 4) == Span(10, 15)


def test_parts_beside_the_body_are_not_in_it(make):
    assert body(make("a", ("Text.",), notes=[("rights", "Ours."), ("caption", "A hall.")]).report).words == ("text",)


def test_regions_without_words_and_very_long_ones():
    assert of("— …", (Span(0, 3),)).words == ()
    text = "a " * (LONGEST + 500) + "\n\nb"
    assert "b" not in of(text, (Span(0, len(text) - 3), Span(len(text) - 1, len(text)))).words
