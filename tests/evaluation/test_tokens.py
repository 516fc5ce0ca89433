from hearsay.evaluation.tokens import Token, lay
from hearsay.model.span import Span


def laid(words):
    return lay([[Token(word) for word in words.split()]]).text


def test_spaces_are_put_back():
    assert laid("He ( Lee ) paid $ 5 , did n't he ? `` No , '' she 's said .") == (
        "He (Lee) paid $5, didn't he? “No,” she's said."
    )


def test_straight_quotation_marks_open_and_close_by_turns():
    assert laid('" A \' real \' win , " he said . " Yes . "') == '"A \'real\' win," he said. "Yes."'
    assert laid("the ' best ' of Airbus ' planes") == "the 'best' of Airbus' planes"
    assert laid("\" the ' public ' . \" Then") == "\"the 'public'.\" Then"


def test_paragraphs_joined_tokens_and_places():
    got = lay([[Token("Head")], [], [Token("al"), Token("-", joined=True), Token("Amr", joined=True), Token("said")]])
    assert got.text == "Head\n\nal-Amr said"
    assert [place.of(got.text) for place in got.places] == ["Head", "al", "-", "Amr", "said"]
    assert got.span([3, 1]).of(got.text) == "al-Amr"
    assert lay([]).text == ""
    assert lay([[Token("a")]]).places == (Span(0, 1),)
