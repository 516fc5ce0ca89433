import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model.span import Span
from hearsay.text.quotations import find, outermost


def regions(text: str) -> list[Span]:
    out, at = [], 0
    for part in text.split("\n\n"):
        out.append(Span(at, at + len(part)))
        at += len(part) + 2
    return out


def words(text: str) -> list[str]:
    return [q.span.of(text) for q in find(text, regions(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("No marks here.", []),
        ("“We go,” she said.", ["“We go,”"]),
        ('She said: "We go."', ['"We go."']),
        ("Mayor calls plan 'a farce': report", ["'a farce'"]),
        ("The two towns' old quarrel and the driver’s licence", []),
        ("'The farmers' union agreed,' he said.", ["'The farmers' union agreed,'"]),
        ("Rock 'n' roll in the '90s", []),
        ("the ‘don’t know’ list", ["‘don’t know’"]),
        ("«Нет», сказал он. „Gut“, sagte sie. 「はい」", ["«Нет»", "„Gut“", "「はい」"]),
        ("“He told me ‘never’ twice,” she said.", ["“He told me ‘never’ twice,”", "‘never’"]),
        ('A 6" pipe burst.', []),
        ("He wrote 「안녕」 🙂", ["「안녕」"]),
        ("قال «نعم» ثم ذهب", ["«نعم»"]),
        ("“open “again” and on", ["“open", "“again”"]),
        ('"First. "Second," he said.', ['"First.', '"Second,"']),
        ("a\0“b”", ["“b”"]),
    ],
)
def test_finds_the_words_with_their_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_quotation_over_paragraphs_goes_on_and_closes_once() -> None:
    text = "“We began early.\n\n“We ended late,” said the clerk.\n\n“Another,” said the mayor."
    first, second, third = find(text, regions(text))
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)
    assert (third.closed, third.continues) == (True, False)


def test_the_words_without_marks() -> None:
    text = "x “yes” y “no"
    assert [q.inner.of(text) for q in find(text, regions(text))] == ["yes", "no"]


def test_nothing_outside_the_regions() -> None:
    text = "“out” “in” “out”"
    assert [q.span.of(text) for q in find(text, [Span(6, 10)])] == ["“in”"]


def test_outermost_leaves_out_quotations_within() -> None:
    text = "“He told me ‘never’ twice,” she said."
    assert [q.span.of(text) for q in outermost(find(text, regions(text)))] == ["“He told me ‘never’ twice,”"]


@given(st.text(alphabet="ab s.,\n\"“”'‘’«»「」", max_size=80))
def test_spans_lie_in_their_region_and_nest(text: str) -> None:
    quotations = find(text, regions(text))
    for region in regions(text):
        inside = [q.span for q in quotations if region.covers(q.span)]
        outer = [q.span for q in quotations if region.covers(q.span) and q.depth == 0]
        assert all(one.end <= two.start for one, two in pairwise(outer))
        assert all(any(o.covers(s) for o in outer) for s in inside)
    assert sum(any(r.covers(q.span) for r in regions(text)) for q in quotations) == len(quotations)


@pytest.mark.parametrize("seed", ['"a ', "'a ", "s' ", "“", '"', "‘a s' b ", "''", "'a s b' c "])
def test_a_long_hostile_text_is_read_in_time(seed: str) -> None:
    text = seed * (200_000 // len(seed))
    began = time.perf_counter()
    find(text, [Span(0, len(text))])
    assert time.perf_counter() - began < 20


def test_doubled_single_marks_of_wire_copy_are_quotation_marks():
    text = "``We won't go,'' he said. ''Not now.'' The boys' ``plan'' failed."
    assert words(text) == ["``We won't go,''", "''Not now.''", "``plan''"]


def test_apostrophes_that_close_two_quotations_at_once_stay_two():
    assert words("He said: \"She told me 'he said ‘no’'.\"")[0] == "\"She told me 'he said ‘no’'.\""
    assert words("'She told me ‘no’'.") == ["'She told me ‘no’'", "‘no’"]
