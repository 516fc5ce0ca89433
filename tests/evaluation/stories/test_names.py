import pytest

from hearsay.evaluation.stories import names


@pytest.mark.parametrize(
    ("gold", "found", "strict", "lenient"),
    [
        ("Élise Roy", "elise roy", True, True),
        ("The Ministry of Health (Kenya)", "Ministry of Health", True, True),
        ("Ana Lima", "Lima", False, True),
        ("Ana Lima", "Rui Lima", False, False),
        ("Office of the Governor", "Governor", False, True),
        ("Norway; Sweden", "Sweden; Norway", True, True),
        ("Norway; Sweden", "Sweden", False, False),
        ("two unnamed bank executives", "two bank executives", False, True),
        ("Ana Lima", "", False, False),
        ("", "Ana Lima", False, False),
        ("a", "the", False, False),
    ],
)
def test_strict_and_lenient(gold, found, strict, lenient):
    assert (names.same(gold, found), names.alike(gold, found)) == (strict, lenient)
