from hearsay.model.span import Span
from hearsay.story.lineage.body import of
from hearsay.story.lineage.passages import Match, joined, matches, seeds


def bodies(*texts):
    return [of(text, (Span(0, len(text)),)) for text in texts]


def test_runs_are_drawn_out_as_far_as_they_agree():
    a, b = bodies("x one two three four five y", "z z one two three four five w")
    assert matches(a, b, seeds(b)) == (Match(1, 2, 5),)


def test_fewer_words_than_a_seed_are_none():
    a, b = bodies("one two three", "one two three")
    assert matches(a, b, seeds(b)) == ()


def test_the_longest_agreement_is_taken_then_the_one_that_goes_on():
    a, b = bodies("p q r s t", "p q r s . p q r s t")
    assert matches(a, b, seeds(b)) == (Match(0, 4, 5),)
    a, b = bodies("a b c d x e f g h", "e f g h a b c d x e f g h")
    assert matches(a, b, seeds(b)) == (Match(0, 4, 9),)


def test_passages_with_a_few_words_changed_are_one():
    text = "one two three four five six seven eight"
    changed = "one two three four NEW five six seven eight"
    a, b = bodies(changed, text)
    (only,) = joined(matches(a, b, seeds(b)), a, b)
    assert (only.span.of(changed), only.of.of(text)) == (changed, text)


def test_passages_that_changed_places_are_two():
    text = "one two three four five six seven eight"
    turned = "five six seven eight one two three four"
    a, b = bodies(turned, text)
    found = joined(matches(a, b, seeds(b)), a, b)
    assert [one.of.of(text) for one in found] == ["five six seven eight", "one two three four"]
