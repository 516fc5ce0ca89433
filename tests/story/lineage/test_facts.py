import pytest

from hearsay.model.span import Span
from hearsay.story.lineage.body import of
from hearsay.story.lineage.facts import facts, number


def told(text):
    return facts(text, of(text, (Span(0, len(text)),)))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("$42bn", 42e9), ("42 billion", 42e9), ("1,500", 1500), ("fourteen", 14), ("twenty five", 25),
        ("two dozen", 24), ("3.5m", 3.5e6), ("10,5", 10.5),
        ("two hundred thousand", 200_000), ("3 m", 3), ("1.2.3", 123),
    ],
)  # fmt: skip
def test_figures_are_one_in_digits_and_words(words, value):
    body = of(words, (Span(0, len(words)),))
    assert number(body, 0, len(body.words))[0] == value


def test_names_figures_and_telling_words():
    (first, second) = told(
        "Brigade chief Lenka Hudcova counted 214 burned stalls on Tuesday, May 7. Hudcova left."
    ).told
    assert {fact for fact, weight in first.items() if weight >= 0.7} == {"n:brigade", "n:lenka", "n:hudcova", "v:214"}
    assert first["w:burned"] == 0.25
    assert second == {"n:hudcova": 1.0}


def test_a_capital_at_the_head_of_a_sentence_is_no_name():
    assert "n:stalls" not in told("Stalls burned. The stalls were old.").told[0]


def test_where_has_the_sentences_of_each_fact():
    found = told("Hudcova came. Nobody saw Vrana. Hudcova left with Vrana.")
    assert (found.where["n:hudcova"], found.where["n:vrana"]) == ((0, 2), (1, 2))


def test_years_and_small_numbers_weigh_little():
    (only,) = told("In 1987 the 2 halls had 16 doors and 2,045 lamps.").told
    assert (only["v:1987"], only["v:2"], only["v:16"], only["v:2045"]) == (0.3, 0.3, 1.0, 1.5)
