"""The inflections of cues and stance are right."""

import importlib.util
from pathlib import Path

import pytest

TOOL = Path(__file__).resolve().parents[2] / "tools" / "build_stance.py"
spec = importlib.util.spec_from_file_location("build_stance", TOOL)
assert spec is not None
assert spec.loader is not None
build_stance = importlib.util.module_from_spec(spec)
spec.loader.exec_module(build_stance)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("confirm", ["confirm", "confirms", "confirmed", "confirming"]),
        ("deny", ["deny", "denies", "denied", "denying"]),
        ("agree", ["agree", "agrees", "agreed", "agreeing"]),
        ("dismiss", ["dismiss", "dismisses", "dismissed", "dismissing"]),
        ("rule out", ["rule out", "rules out", "ruled out", "ruling out"]),
    ],
)
def test_regular_forms(verb: str, expected: list[str]) -> None:
    assert build_stance.forms(verb, {}) == expected


def test_irregular_forms() -> None:
    assert build_stance.forms("say", {"say": ["says", "said", "saying"]}) == ["say", "says", "said", "saying"]
