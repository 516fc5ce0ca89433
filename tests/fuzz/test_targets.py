"""Every fuzz target over its corpus and over what once broke it; fuzzing itself (``make fuzz``) needs atheris."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from fuzz.targets import TARGETS

HERE = Path(__file__).resolve().parents[2] / "fuzz"
SECONDS = 20.0
"""Each input takes less than one; before they were mended, those of the hangs took minutes or longer than a life."""


def inputs(kind: str) -> list[tuple[str, Path]]:
    return [(name, path) for name in TARGETS for path in sorted((HERE / kind / name).glob("[!.]*"))]


def test_every_target_has_a_corpus_and_every_folder_a_target():
    assert {name for name, _ in inputs("corpus")} == set(TARGETS)
    assert {path.name for path in (HERE / "crashes").iterdir()} <= set(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_the_corpus_is_read(name):
    for target, path in inputs("corpus"):
        if target == name:
            TARGETS[name](path.read_bytes())


@pytest.mark.parametrize(("name", "path"), inputs("crashes"), ids=lambda one: getattr(one, "name", one))
def test_what_broke_a_parser_no_longer_does(name, path):
    begun = time.monotonic()
    TARGETS[name](path.read_bytes())
    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes_are_read_or_refused(name):
    """What is cut off anywhere, and what has bytes turned over, with the same turns each time."""
    for target, path in inputs("corpus"):
        if target != name:
            continue
        data = path.read_bytes()
        for step in range(1, 8):
            TARGETS[name](data[: len(data) * step // 8])
            turned = bytearray(data)
            for at in range(step, len(turned), 97):
                turned[at] ^= 1 << (step % 8)
            TARGETS[name](bytes(turned))
