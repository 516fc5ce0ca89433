"""The dev scorer on small cases counted by hand."""

from training.corpus import Attribution
from training.score import Counts, linked

from hearsay.model.span import Span

GOLD = [
    Attribution(Span(10, 14), (Span(0, 9),), (Span(15, 30), Span(31, 40))),
    Attribution(Span(50, 54), (), (Span(55, 70),)),
]


def counts(predicted: list[Attribution]) -> Counts:
    out = Counts()
    out.add(GOLD, predicted)
    return out


def test_the_gold_itself_is_perfect() -> None:
    assert set(counts(GOLD).scores().values()) == {1.0}


def test_nothing_is_zero() -> None:
    assert set(counts([]).scores().values()) == {0.0}
    assert set(Counts().scores().values()) == {0.0}


def test_exact_roles_by_piece_and_by_set() -> None:
    found = counts([Attribution(Span(10, 14), (Span(0, 9),), (Span(15, 30),))])
    assert found.f1("cue") == 2 / 3
    assert found.f1("source") == 1
    assert found.f1("content_piece") == 0.5
    assert found.f1("content") == 0
    assert found.f1("whole") == 0


def test_linked_needs_every_role_to_overlap() -> None:
    near = Attribution(Span(9, 12), (Span(8, 9),), (Span(39, 44),))
    assert linked(GOLD, [near]) == [True]
    assert linked(GOLD, [Attribution(near.cue, (), near.content)]) == [False]
    assert linked(GOLD, [Attribution(near.cue, near.source, ())]) == [False]


def test_no_source_matches_no_source() -> None:
    assert linked(GOLD, [Attribution(Span(50, 51), (), (Span(55, 56),))]) == [True]


def test_a_gold_attribution_is_matched_once() -> None:
    assert linked(GOLD, [GOLD[0], GOLD[0]]) == [True, False]
