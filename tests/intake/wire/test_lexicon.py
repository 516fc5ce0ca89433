"""The word lists of news copy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hearsay.intake.wire.lexicon import agencies, furniture, stamps

ROOT = Path(__file__).resolve().parents[3]


def test_lists_are_read() -> None:
    assert "Reuters" in {agency.name for agency in agencies()}
    assert {agency.kind for agency in agencies()} == {"agency", "release"}
    assert stamps().months["oct"] == 10
    assert stamps().zones["ACST"] == 570
    assert "facebook" in furniture().share


def test_no_tag_stands_for_two_agencies() -> None:
    tags = [tag.casefold() for agency in agencies() for tag in agency.tags]
    assert sorted(tags) == sorted(set(tags))


def test_data_are_fresh() -> None:
    pytest.importorskip("yaml")
    script = ROOT / "tools" / "build_data.py"
    run = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
