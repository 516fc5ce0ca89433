"""What several tests share: where the corpora are, if they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HEARSAY_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the corpora, which is not part of the repository."""
    if not SHARED.is_dir():
        pytest.skip(f"the corpora are not at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def demo() -> Path:
    return ROOT / "demo" / "pages"
