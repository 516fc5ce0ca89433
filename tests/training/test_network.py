"""The tag chain and the network's shapes. They need PyTorch, which is for training alone."""

from itertools import pairwise, product

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")

from training.crf import Chain  # noqa: E402
from training.examples import link_tags  # noqa: E402
from training.network import AFTER, BEFORE, CUE_TAGS, LINK_TAGS, WIDTH, Network, Shape  # noqa: E402

from hearsay.reading import decode  # noqa: E402
from training import evaluate  # noqa: E402

TINY = Shape(vocabulary=50, positions=16, width=8, layers=1, heads=2, inner=16, epsilon=1e-6)


def test_chain_loss_is_the_negative_log_likelihood() -> None:
    torch.manual_seed(1)
    chain = Chain(CUE_TAGS)
    torch.nn.init.normal_(chain.transitions)
    scores, mask = torch.randn(1, 4, 3), torch.tensor([[1, 1, 1, 1]])
    moves, start = (one.detach() for one in chain.matrices())

    def total(path: tuple[int, ...]) -> float:
        along = sum(float(moves[a, b]) for a, b in pairwise(path))
        return float(start[path[0]]) + along + sum(float(scores[0, i, t]) for i, t in enumerate(path))

    everything = np.logaddexp.reduce([total(path) for path in product(range(3), repeat=4)])
    gold = (0, 1, 2, 0)
    assert chain.loss(scores, torch.tensor([gold]), mask).item() == pytest.approx(everything - total(gold), abs=1e-4)


def test_chain_takes_no_notice_of_padding() -> None:
    chain = Chain(LINK_TAGS)
    scores, tags = torch.randn(1, 5, 5), torch.tensor([[3, 4, 0, 0, 0]])
    mask = torch.tensor([[1, 1, 1, 0, 0]])
    other = scores.clone()
    other[:, 3:] += 7
    assert chain.loss(scores, tags, mask).item() == pytest.approx(chain.loss(other, tags, mask).item(), abs=1e-4)


def test_chain_forbids_an_inside_tag_of_another_role() -> None:
    moves, start = Chain(LINK_TAGS).matrices()
    assert moves[LINK_TAGS.index("B-source"), LINK_TAGS.index("I-content")] < -1000
    assert moves[LINK_TAGS.index("B-source"), LINK_TAGS.index("I-source")] > -1
    assert start[LINK_TAGS.index("I-content")] < -1000


def test_training_and_package_agree_on_posteriors() -> None:
    chain = Chain(CUE_TAGS)
    scores = torch.randn(1, 4, 3)
    tags = decode.posteriors(decode.messages(scores.numpy(), evaluate.chain(chain)))
    mask = torch.ones(1, 4, dtype=torch.long)
    for path in product(range(3), repeat=4):
        if not any(b == 2 and a == 0 for a, b in pairwise((0, *path))):
            assert chain.loss(scores, torch.tensor([path]), mask).item() > 0
    assert tags.sum(2) == pytest.approx(np.ones((1, 4)), abs=1e-5)


def test_network_shapes() -> None:
    network = Network(TINY, (4, 6, 2))
    ids = torch.randint(0, 50, (2, 7))
    states, cues = network.once(ids, torch.ones_like(ids), torch.zeros(2, 7, 3, dtype=torch.long))
    assert states.shape == (2, 7, WIDTH)
    assert cues.shape == (2, 7, 3)
    marks = torch.zeros(3, BEFORE + AFTER, dtype=torch.long)
    marks[:, BEFORE] = 1
    links = network.links(torch.randn(3, BEFORE + AFTER, WIDTH), torch.ones_like(marks), marks)
    assert links.shape == (3, BEFORE + AFTER, len(LINK_TAGS))


def test_link_tags_begin_a_span_that_the_window_cuts() -> None:
    index = np.arange(90, 90 + BEFORE + AFTER)
    tags = link_tags(index, [], [(80, 93)], 500)
    assert tags[:4].tolist() == [3, 4, 4, 0]


def test_link_tags_at_the_start_of_a_document() -> None:
    index = np.array([-1, -1, 0, 1, 2, 3])
    assert link_tags(index, [(0, 1)], [(2, 4)], 4).tolist() == [0, 0, 1, 0, 3, 4]
