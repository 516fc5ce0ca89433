from hearsay.evaluation.folding import Folded
from hearsay.evaluation.stories import locate
from hearsay.evaluation.stories.gold import Statement
from hearsay.model.span import Span


def statement(source, cue, *content):
    return Statement(source, cue, content, "direct", "X", "person", (), "asserts", None, within=False)


def words(text, spans):
    return None if spans is None else [span.of(text) for span in spans]


def test_the_cue_next_to_the_content_is_taken():
    text = "He said so. Roads were closed, she said. He said more."
    (one,) = locate.statements(Folded.of(text), [statement("she", "said", "Roads were closed")])
    assert one.cue == (Span(35, 39),)
    assert words(text, one.source) == ["she"]


def test_the_same_words_twice_take_two_places():
    text = "Ann said yes. Later, Ann said yes."
    first, second = locate.statements(Folded.of(text), [statement("Ann", "said", "yes")] * 2)
    assert (first.content, second.content) == ((Span(9, 12),), (Span(30, 33),))


def test_words_that_are_not_there_are_none_and_roles_the_gold_lacks_are_empty():
    (one,) = locate.statements(Folded.of("Ann said no."), [statement("", "said", "never")])
    assert (one.source, one.cue, one.content) == ((), (Span(4, 8),), None)
    (none,) = locate.statements(Folded.of(""), [statement("Ann", "said", "never")])
    assert (none.source, none.cue, none.content) == (None, None, None)


def test_expressions_have_places_of_their_own_the_long_first():
    text = Folded.of("on Monday, late on Monday, Monday")
    assert locate.each(text, ["Monday", "late on Monday", "Monday", "Monday"], []) == (
        Span(3, 9), Span(11, 25), Span(27, 33), None,
    )  # fmt: skip


def test_a_place_that_was_found_is_preferred():
    text = Folded.of("two men, two dogs, two cats")
    assert locate.each(text, ["two"], [Span(9, 17)]) == (Span(9, 12),)
    assert locate.each(text, ["two"], [Span(9, 17), Span(19, 22)]) == (Span(19, 22),)
