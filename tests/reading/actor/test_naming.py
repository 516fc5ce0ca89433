import pytest

from hearsay.reading.actor import naming


@pytest.mark.parametrize(
    ("name", "expected"),
    [("two unnamed bankers", "banker"), ("three unnamed people at the port", "person at the port"), ("many MPs", "MP")],
)
def test_one_of_several(name: str, expected: str) -> None:
    assert naming.single(name) == expected
