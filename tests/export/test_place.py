"""A file is there as a whole or not at all, whatever happens on the way."""

import os
import signal
import subprocess
import sys

import pytest

from hearsay.errors import UsageError
from hearsay.export.place import whole

WRITES = """
import sys, time
from hearsay.export.place import whole
with whole(sys.argv[1]) as stream:
    stream.write(b"half")
    stream.flush()
    print("half", flush=True)
    time.sleep(60)
"""


def test_it_is_there_when_all_is_written(tmp_path):
    place = tmp_path / "a.txt"
    with whole(place) as stream:
        stream.write(b"all")
        assert not place.exists()
    assert place.read_bytes() == b"all"
    assert list(tmp_path.iterdir()) == [place]


def test_an_error_leaves_what_was_there(tmp_path):
    place = tmp_path / "a.txt"
    place.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError), whole(place) as stream:
        stream.write(bytes([1 // (stream.write(b"half") - 4)]))
    assert place.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [place]


def test_a_kill_leaves_what_was_there(tmp_path):
    place = tmp_path / "a.txt"
    place.write_bytes(b"before")
    with subprocess.Popen([sys.executable, "-c", WRITES, str(place)], stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"half\n"
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert place.read_bytes() == b"before"
    with whole(place) as stream:
        stream.write(b"after")
    assert place.read_bytes() == b"after"


def test_a_full_disk_is_told(tmp_path):
    """The system's own limit on the size of a file stands in for a full disk."""
    resource = pytest.importorskip("resource")
    place = tmp_path / "a.txt"
    place.write_bytes(b"before")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(UsageError, match="cannot be written: File too large"), whole(place) as stream:
            stream.write(b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, heard)
    assert place.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [place]


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UsageError, match="cannot be written: No such file"), whole(tmp_path / "no" / "a.txt"):
        pass


def test_what_is_no_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path / "pipe", tmp_path):
        with pytest.raises(UsageError, match="no regular file"), whole(place):
            pass
    assert (tmp_path / "pipe").is_fifo()


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there" / "a.txt")
    with whole(tmp_path / "link") as stream:
        stream.write(b"all")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "a.txt").read_bytes() == b"all"
