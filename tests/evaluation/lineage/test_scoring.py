import pytest

from hearsay.evaluation.lineage import scoring
from hearsay.evaluation.lineage.gold import Expected
from hearsay.evaluation.scores import Ratio, Tally
from hearsay.model.reading import Reading
from hearsay.model.report import Part, Report
from hearsay.model.story import Derivation

GOLD = (
    Expected("a", outlet="Wire"),
    Expected("b", "verbatim", True, ("a",), "verbatim", "Star"),
    Expected("c", "reworded", False, ("b",), "uncredited", "Post"),
    Expected("d", "citing", True, ("b",), "citing", "Digest", ("Star", "Wire")),
    Expected("e", outlet="Wire", kind="update"),
)
NAMES = {name: name for name in "abcde"}


@pytest.fixture
def traced():
    """b found, c with a wrong relation, d missed in part, e taken for a copy."""
    found = {
        ("b", "a"): Derivation("b", "a", "verbatim", 1.0, credited=True),
        ("c", "a"): Derivation("c", "b", "truncated", 0.8, credited=False, reasons=("80% of its words",)),
        ("d", "a"): Derivation("d", "b", "citing", 0.3, credited=True),
        ("e", "a"): Derivation("e", "a", "extended", 0.4, credited=True),
    }
    return scoring.Traced(GOLD, found, frozenset(found.values()), frozenset({("b", "a"), ("a", "b")}), NAMES, ())


def test_scores_counted_by_hand(traced):
    assert scoring.scores([traced]) == {
        "lineage": Tally(3, 4, 3),
        "relation": Ratio(1, 2),
        "credited": Ratio(2, 2),
        "who cites whom": Tally(1, 1, 2),
        "own texts kept apart": Ratio(1, 2),
        "candidates by bands: copies": Ratio(1, 2),
    }


def test_found_by_kind(traced):
    assert scoring.kinds([traced]) == {"citing": Ratio(1, 1), "uncredited": Ratio(1, 1), "verbatim": Ratio(1, 1)}


def test_misses_name_their_class(traced):
    assert [(miss.kind, miss.where) for miss in scoring.misses("pack", traced)] == [
        ("lineage: extended found", "pack/e"),
        ("lineage: relation", "pack/c"),
    ]


def test_tracing_compares_all_with_all():
    text = "Fire brigade chief Lenka Hudcova said in Ostrava on Tuesday that 214 of 380 stalls of the hall had burned."

    def reading(name, outlet):
        return Reading(Report(name, name, "", "", text, outlet=outlet, parts=(Part("paragraph", 0, len(text)),)))

    one = scoring.trace(GOLD[:2], {"a": reading("1", "Wire"), "b": reading("2", "Star")})
    assert set(one.found) == {("b", "a")}
    assert one.near == {("a", "b"), ("b", "a")}
