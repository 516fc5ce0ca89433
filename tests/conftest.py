"""What several tests share: where the corpora are, if they are."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

import hearsay
from hearsay.api.desk import Desk
from hearsay.settings import Settings

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


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A record of the demo's story and pages, read once."""
    where = tmp_path_factory.mktemp("filled") / "record.db"
    with hearsay.open_record(where) as record:
        for folder in ("demo/story/reports", "demo/pages"):
            list(record.take(ROOT / folder, settings=Settings(jobs=1)))
        record.tell(1000)
    return where


@pytest.fixture
def desk(filled, tmp_path):
    """A server's desk with a copy of that record, so that a test may add to it."""
    where = tmp_path / "record.db"
    shutil.copyfile(filled, where)
    with hearsay.open_record(where) as record:
        yield Desk(record, Settings(jobs=1, serve_token="the-token-of-the-tests"), "the-token-of-the-tests")
