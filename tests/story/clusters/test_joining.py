import numpy as np

from hearsay.story.clusters.joining import join, tied


def test_ties_make_groups():
    assert tied(5, [(3, 1), (4, 3)]) == [[0], [1, 3, 4], [2]]
    assert tied(2, []) == [[0], [1]]


def test_the_most_alike_are_joined_first():
    likeness = np.array([[1, 0.9, 0.5], [0.9, 1, 0.1], [0.5, 0.1, 1]])
    assert join(likeness, [[0], [1], [2]], 0.4) == [[0, 1], [2]]
    assert join(likeness, [[0], [1], [2]], 0.3) == [[0, 1, 2]]
    assert join(likeness, [[0], [1], [2]], 0.95) == [[0], [1], [2]]


def test_tied_groups_stay_together():
    likeness = np.array([[1, 0.0, 0.9], [0.0, 1, 0.0], [0.9, 0.0, 1]])
    assert join(likeness, [[0, 1], [2]], 0.4) == [[0, 1, 2]]
    assert join(likeness, [[0, 1], [2]], 0.5) == [[0, 1], [2]]
