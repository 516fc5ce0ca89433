import pytest

from hearsay.reading.quantity import bounds


@pytest.mark.parametrize(
    ("words", "kind", "extent"),
    [
        ("it was at least ", "at_least", "at least "),
        ("no fewer than ", "at_least", "no fewer than "),
        ("rose to more than ", "more_than", "more than "),
        ("up to an estimated ", "at_most", "up to an estimated "),
        ("just under ", "less_than", "just under "),
        ("had passed ", "more_than", "passed "),
        ("some ", "approx", "some "),
    ],
)
def test_before(words: str, kind: str, extent: str) -> None:
    text = f"{words}40"
    found = bounds.before(text, len(words))
    assert found is not None
    assert (found[0], text[found[1] : len(words)]) == (kind, extent)


@pytest.mark.parametrize("words", ["", "the ", "wholesome ", "over the ", "at last "])
def test_nothing_before(words: str) -> None:
    assert bounds.before(f"{words}40", len(words)) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [("+ people", "at_least"), (" or more", "at_least"), ("-odd", "approx"), (" or fewer", "at_most")],
)
def test_after(words: str, kind: str) -> None:
    found = bounds.after(f"40{words}", 2)
    assert found is not None
    assert found[0] == kind


@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [("exact", 3, 5), ("range", 3, 5), ("approx", 3, 5), ("at_least", 3, None), ("more_than", 3, None),
     ("at_most", None, 5), ("less_than", None, 5)],
)  # fmt: skip
def test_limits(kind: str, low: int | None, high: int | None) -> None:
    assert bounds.limits(3, 5, kind) == (low, high)  # type: ignore[arg-type]
