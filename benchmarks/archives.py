"""Records a second and peak memory of reading archives, beside what reads them with no thought for what they hold.

``python benchmarks/archives.py [--records N] [--pages FOLDER]``

A synthetic archive of each kind is made of pages (the demo's, or a folder of ``*.html``), each with words of its own,
as crawls have them: with requests, images and redirects between. Each reader runs in a process of its own and passes
over every record's whole body. The peers are FastWARC's iteration, the standard library's zipfile, and its json, line
by line. All processes import the same, so that their memory can be compared.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from fastwarc.warc import ArchiveIterator  # noqa: E402

from hearsay.bench.table import machine  # noqa: E402
from hearsay.intake.files import Source, gather  # noqa: E402
from hearsay.model.report import Skipped  # noqa: E402
from hearsay.settings import Settings  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KINDS = {"WARC": "crawl.warc", "WARC, gzipped": "crawl.warc.gz", "WACZ": "crawl.wacz", "zip": "pages.zip",
         "JSON Lines": "rows.jsonl"}  # fmt: skip


def main() -> None:
    """Make the archives, and measure each reader of each."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--records", type=int, default=20_000, help="pages of each archive")
    ask.add_argument("--pages", type=Path, default=ROOT / "demo" / "story" / "reports")
    ask.add_argument("--inside", nargs=2, help=argparse.SUPPRESS)
    asked = ask.parse_args()
    if asked.inside:
        reader, path = asked.inside
        print(json.dumps(_measured(READERS[reader], Path(path))))
        return
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        sizes = _made(Path(folder), asked.pages, asked.records)
        print(f"{asked.records:,} pages in each; " + ", ".join(f"{kind} {size / 1e6:.0f} MB" for kind, size in sizes))
        print(f"\n{'archive':<16}{'reader':<20}{'records a second':>17}{'MB a second':>13}{'peak MB':>9}{'of peer':>9}")
        for kind, size in sizes:
            peer = "json" if kind == "JSON Lines" else "zipfile" if kind == "zip" else "fastwarc"
            rates = []
            for reader in (peer, "hearsay"):
                count, seconds, peak = _outside(reader, Path(folder) / KINDS[kind])
                rates.append(count / seconds)
                ratio = f"{rates[1] / rates[0]:9.2f}" if reader == "hearsay" else ""
                print(
                    f"{kind:<16}{reader:<20}{rates[-1]:17,.0f}{size / seconds / 1e6:13.1f}{peak:9.0f}{ratio}",
                    flush=True,
                )


def _outside(reader: str, path: Path) -> tuple[int, float, float]:
    command = [sys.executable, __file__, "--inside", reader, str(path)]
    count, seconds, peak = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return count, seconds, peak


def _measured(reader: Callable[[Path], Iterator[int]], path: Path) -> tuple[int, float, float]:
    """Records, seconds, and the megabytes of the process at its greatest."""
    begun, count = time.perf_counter(), 0
    for _ in reader(path):
        count += 1
    unit = 1e6 if sys.platform == "darwin" else 1e6 / 1024
    return count, time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _hearsay(path: Path) -> Iterator[int]:
    """Every record that Hearsay tells of: sources with their bytes, and those that it skips."""
    for one in gather(str(path), Settings(max_source_bytes=5_000_000)):
        if isinstance(one, Source):
            yield len(one.data)
        elif isinstance(one, Skipped):
            yield 0
        else:
            raise SystemExit(f"{one.uri}: {one.why}")


def _fastwarc(path: Path) -> Iterator[int]:
    if path.suffix == ".wacz":
        with zipfile.ZipFile(path) as archive, archive.open("archive/data.warc.gz") as stream:
            yield from (len(record.reader.read()) for record in ArchiveIterator(stream, auto_decode="all"))
        return
    with path.open("rb") as stream:
        yield from (len(record.reader.read()) for record in ArchiveIterator(stream, auto_decode="all"))


def _zipfile(path: Path) -> Iterator[int]:
    with zipfile.ZipFile(path) as archive:
        yield from (len(archive.read(name)) for name in archive.namelist())


def _json(path: Path) -> Iterator[int]:
    with path.open("rb") as stream:
        yield from (len(json.loads(line)["html"]) for line in stream)


READERS = {"hearsay": _hearsay, "fastwarc": _fastwarc, "zipfile": _zipfile, "json": _json}


def _made(folder: Path, pages: Path, count: int) -> list[tuple[str, int]]:
    bodies = [path.read_bytes() for path in sorted(pages.glob("*.html"))]
    if not bodies:
        raise SystemExit(f"{pages} has no *.html")
    with (
        (folder / KINDS["WARC"]).open("wb") as warc,
        (folder / KINDS["WARC, gzipped"]).open("wb") as packed,
        (folder / KINDS["JSON Lines"]).open("wb") as rows,
        zipfile.ZipFile(folder / KINDS["zip"], "w", zipfile.ZIP_DEFLATED) as zipped,
    ):
        for number in range(count):
            body = bodies[number % len(bodies)].replace(b"</body>", f"<p>Page {number}.</p></body>".encode())
            for record in _records(number, body):
                warc.write(record)
                packed.write(gzip.compress(record, 6))
            address = f"https://news.example/{number}"
            rows.write(json.dumps({"url": address, "html": body.decode("utf-8", "replace")}).encode() + b"\n")
            zipped.writestr(f"{number:07}.html", body)
    with zipfile.ZipFile(folder / KINDS["WACZ"], "w") as wacz:
        wacz.writestr("datapackage.json", "{}")
        wacz.write(folder / KINDS["WARC, gzipped"], "archive/data.warc.gz")
    return [(kind, (folder / name).stat().st_size) for kind, name in KINDS.items()]


def _records(number: int, body: bytes) -> Iterator[bytes]:
    """A page with the request for it, and now and then an image or a redirect."""
    yield _record(number, "request", b"GET / HTTP/1.1\r\n\r\n")
    yield _record(number, "response", b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body)
    if number % 4 == 0:
        yield _record(number, "response", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n" + bytes(2000))
    if number % 8 == 0:
        yield _record(number, "response", b"HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n")


def _record(number: int, kind: str, http: bytes) -> bytes:
    return (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:08}-0000-0000-0000-000000000000>\r\n"
        f"WARC-Date: 2024-10-25T03:47:50Z\r\nWARC-Target-URI: https://news.example/{number}\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode() + http + b"\r\n\r\n"  # fmt: skip


if __name__ == "__main__":
    main()
