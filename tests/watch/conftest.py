import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "newsroom"))

from newsroom import Newsroom


@pytest.fixture
def room():
    with Newsroom() as got:
        yield got


class Clock:
    """Time that a test moves."""

    def __init__(self):
        self.now = 1_700_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()
