import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

from newsroom import Newsroom


@pytest.fixture
def room():
    with Newsroom() as got:
        yield got
