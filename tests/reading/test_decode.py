"""Decoding: chains, cues, links and the edges of spans."""

from itertools import pairwise, product
from math import exp, log

import numpy as np
import pytest

from hearsay.model.span import Span
from hearsay.reading import decode, edges, quotes
from hearsay.reading.decode import Chain, Settings

NEVER = -1e4
CUES = Chain(np.array([[0.0, 0.0, NEVER], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]), np.array([0.0, 0.0, NEVER]))


def random_scores(length: int, tags: int = 3) -> np.ndarray:
    return np.random.default_rng(length).normal(size=(2, length, tags)).astype(np.float32)


def path_score(scores: np.ndarray, chain: Chain, path: tuple[int, ...]) -> float:
    moves = sum(float(chain.transitions[a, b]) for a, b in pairwise(path))
    return float(chain.start[path[0]]) + moves + sum(float(row[tag]) for row, tag in zip(scores, path, strict=True))


def test_viterbi_finds_the_best_of_all_paths() -> None:
    scores = random_scores(6)
    for row, tags in zip(scores, decode.viterbi(scores, CUES), strict=True):
        best = max(product(range(3), repeat=6), key=lambda path: path_score(row, CUES, path))
        assert tuple(tags.tolist()) == best


def test_posteriors_are_sums_over_all_paths() -> None:
    scores = random_scores(5)
    passed = decode.messages(scores, CUES)
    tags, onward = decode.posteriors(passed), decode.continuations(passed, CUES, range(len(scores)))
    for row, found, following in zip(scores, tags, onward, strict=True):
        weights = {path: exp(path_score(row, CUES, path)) for path in product(range(3), repeat=5)}
        total = sum(weights.values())
        for at, tag in product(range(5), range(3)):
            assert found[at, tag] == pytest.approx(sum(w for p, w in weights.items() if p[at] == tag) / total, abs=1e-5)
        both = sum(w for p, w in weights.items() if p[1:3] == (1, 2))
        assert following[2, 1, 2] == pytest.approx(both / sum(w for p, w in weights.items() if p[1] == 1), abs=1e-5)


def test_outside_leaves_only_o_where_masked() -> None:
    scores = decode.outside(random_scores(4), np.array([[1, 1, 0, 0], [1, 1, 1, 1]]))
    assert decode.viterbi(scores, CUES)[0, 2:].tolist() == [0, 0]


def test_runs_need_their_own_begin() -> None:
    assert decode.runs([0, 1, 2, 2, 0, 1, 1, 2], 1) == [(1, 4), (5, 6), (6, 8)]
    assert decode.runs([3, 4, 0, 1, 2, 3], 3) == [(0, 2), (5, 6)]


def settings(presence: float = 0.5) -> Settings:
    return Settings(CUES, CUES, 4, presence, 0.0, (0.0, 1.0, 1.0))


def cue_scores(*tags: int, strength: float = 4.0) -> np.ndarray:
    scores = np.zeros((1, len(tags), 3), dtype=np.float32)
    scores[0, np.arange(len(tags)), tags] = strength
    return scores


def test_cues_are_ranges_of_pieces_with_a_probability() -> None:
    pieces = np.array([[-1, 7, 8, 9, 10, -1]])
    found = decode.cues(cue_scores(0, 0, 1, 2, 0, 0), pieces, settings())
    assert [(cue.first, cue.stop) for cue in found] == [(8, 10)]
    assert 0.5 < found[0].probability <= 1


def test_cues_below_the_least_presence_are_left_out() -> None:
    pieces = np.arange(4)[None]
    unsure = cue_scores(0, 1, 0, 0, strength=0.5)
    assert decode.cues(unsure, pieces, settings(0.95)) == []
    assert len(decode.cues(cue_scores(0, 1, 0, 0, strength=9), pieces, settings(0.95))) == 1


def test_cues_do_not_run_over_a_separator() -> None:
    pieces = np.array([[4, 5, -1, 6]])
    assert decode.cues(cue_scores(0, 1, 2, 2), pieces, settings()) == []


def test_confidence_rises_with_either_part() -> None:
    low, cue, both = (decode.confidence(c, p, (0.0, 1.0, 1.0)) for c, p in ((0.5, 0.5), (0.9, 0.5), (0.9, 0.9)))
    assert 0 < low < cue < both < 1
    assert low == pytest.approx(0.5)
    assert decode.confidence(1.0, 0.0, (0.0, 1.0, 1.0)) == pytest.approx(0.5)
    assert decode.confidence(0.9, 0.5, (0.0, 1.0, 0.0)) == pytest.approx(1 / (1 + exp(-log(9))))


def content(text: str, piece: str) -> str:
    """What becomes of a content piece, given by its words."""
    start = text.index(piece)
    quoted = quotes.states(text, [Span(0, len(text))])
    span = edges.content_edges(text, quoted, Span(start, start + len(piece)))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        ("“I expect it,” he said.", "I expect it", "“I expect it,”"),
        ('"I expect it," he said.', '"I expect it,', '"I expect it,"'),
        ("He said “no”.", "“no", "“no”"),
        ("He said it was “no”.", "it was “no”.", "it was “no”"),
        ("He said it would rain.", "it would rain.", "it would rain"),
        ("He said it was in the U.S.", "it was in the U.S.", "it was in the U.S."),
        ("It would rain, he said.", "It would rain,", "It would rain"),
        ("He said that it rained", " that it rai", "that it rained"),
        ("He said: “It rained.”", "It rained", "“It rained.”"),
        ("“Yes.” He said it rained.", "” He said", "He said"),
    ],
)
def test_content_edges(text: str, piece: str, expected: str) -> None:
    assert content(text, piece) == expected


def test_tidy_drops_pieces_without_a_word() -> None:
    text = "Kim , said – “it ” .  "
    quoted = quotes.states(text, [Span(0, len(text))])
    cue, source, said = edges.tidy(text, quoted, Span(6, 10), [Span(0, 5), Span(4, 5)], [Span(11, 12), Span(13, 18)])
    assert cue == Span(6, 10)
    assert source == (Span(0, 5),)
    assert [text[s.start : s.end] for s in said] == ["“it ”"]


def test_tidy_keeps_a_cue_of_punctuation() -> None:
    text = "Rain ahead: office"
    cue, _, _ = edges.tidy(text, bytes(len(text)), Span(10, 11), [], [])
    assert cue == Span(10, 11)


def test_whole_words_keep_combining_marks() -> None:
    text = "cafe\u0301 said"
    assert edges.whole_words(text, Span(0, 3)) == Span(0, 5)


def test_whole_words_do_not_swallow_a_text_without_spaces() -> None:
    text = "字" * 1000
    assert len(edges.whole_words(text, Span(500, 501))) < 100


def test_without_conjunction() -> None:
    text = "that it rained"
    assert edges.without_conjunction(text, Span(0, 14)) == Span(5, 14)
    assert edges.without_conjunction(text, Span(5, 14)) == Span(5, 14)
