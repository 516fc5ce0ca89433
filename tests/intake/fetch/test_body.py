import gzip

import pytest

from hearsay.errors import SourceError
from hearsay.intake.fetch.body import read


def cut(data, size=100):
    return [data[at : at + size] for at in range(0, len(data), size)]


@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_gzip_is_unpacked_as_it_streams(size):
    packed = gzip.compress(b"news " * 1000) + gzip.compress(b"and more")
    assert read("a", cut(packed, size), "gzip", 10_000) == b"news " * 1000 + b"and more"


def test_a_bomb_is_stopped_before_it_is_unpacked():
    taken = []

    def pieces():
        for piece in cut(gzip.compress(b"\0" * 50_000_000)):
            taken.append(piece)
            yield piece

    with pytest.raises(SourceError, match="larger than 100000 bytes when unpacked"):
        read("a", pieces(), "gzip", 100_000)
    assert sum(map(len, taken)) < 1000


@pytest.mark.parametrize("encoding", ["br", "zstd", "deflate", "gzip, gzip", "gzip,br"])
def test_what_was_not_asked_for_is_refused_by_name(encoding):
    with pytest.raises(SourceError, match="not asked for"):
        read("a", [b"x"], encoding, 100)


@pytest.mark.parametrize(
    ("data", "why"),
    [(gzip.compress(b"x" * 99)[:-9], "cut off"), (b"\x1f\x8bnothing", "damaged")],
    ids=["cut off", "damaged"],  # the bytes hold the time: processes that share the tests would not agree on a name
)
def test_gzip_that_is_none(data, why):
    with pytest.raises(SourceError, match=why):
        read("a", [data], "gzip", 1000)


def test_identity_and_nothing_are_the_bytes_as_they_are():
    assert read("a", [b"a", b"b"], "identity", 2) == read("a", [b"ab"], "", 2) == b"ab"
    assert read("a", [b"abcdef"], "", 3, cut=True) == b"abc"
