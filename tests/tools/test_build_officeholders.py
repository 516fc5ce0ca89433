"""The lexicon of office-holders: small, and its sources named."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
spec = importlib.util.spec_from_file_location("build_officeholders", ROOT / "tools" / "build_officeholders.py")
assert spec is not None
assert spec.loader is not None
build = importlib.util.module_from_spec(spec)
spec.loader.exec_module(build)


def test_the_lexicon_is_small() -> None:
    assert (ROOT / "src" / "hearsay" / "data" / "officeholders.json").stat().st_size < 400_000


def test_each_part_names_its_source_and_licence() -> None:
    head = (ROOT / "resources" / "officeholders.yml").read_text("utf-8")[:2500]
    for word in ("Sources and licences", "MIT", "CC0 1.0", "CC BY 4.0", "congress-legislators", "Dictionaries"):
        assert word in head, word


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("xi jinping 2012-11", ("xi jinping", "2012-11")),
        ("fidel castro 1976-12 Q11256", ("fidel castro", "1976-12 Q11256")),
    ],
)
def test_a_row_of_the_list(row: str, expected: tuple[str, str]) -> None:
    assert build.since(row) == expected


def test_a_row_of_another_form_is_refused() -> None:
    with pytest.raises(AssertionError):
        build.since("Xi Jinping 2012")
