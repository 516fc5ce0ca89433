"""A soak of fetching: 10,000 fetches from a newsroom on loopback, and a watch that is killed again and again.

    python benchmarks/soak.py [--fetches 10000] [--threads 4] [--kills 0]

Hosts answer as the open web does: most pages, some of them known already, some moved, missing, broken, cut off, silent,
compressed bombs. Prints fetches a second, the peak memory of the fetching process, and how each fetch ended.
"""

from __future__ import annotations

import argparse
import gzip
import multiprocessing
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from hearsay.errors import SourceError
from hearsay.intake.fetch import Fetcher
from hearsay.pipeline import open_record
from hearsay.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests" / "newsroom"))

from newsroom import HOSTS, Newsroom, Reply, html, moved, page, with_marks  # noqa: E402

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from newsroom import Asked

BOMB = gzip.compress(b" " * 50_000_000)
PARAGRAPH = "The harbour master said on Friday that the port had been closed since the storm of Tuesday night. " * 4
WAYS = 50
"""Pages behave by their number, modulo this."""


class Soaked(Newsroom):
    """A newsroom with as many pages as are asked for."""

    def answer(self, asked: Asked) -> Reply:
        """What a page answers, by its number."""
        if asked.path == "/robots.txt":
            return Reply(b"User-agent: *\nDisallow: /forbidden\n")
        found = re.fullmatch(r"/(?:p|forbidden)/(\d+)", asked.path)
        return self._page(int(found[1]), asked) if found else Reply(b"", 404)

    def _page(self, number: int, asked: Asked) -> Reply:
        body = page(f"Report {number}", *(f"{PARAGRAPH}{number}-{n}" for n in range(12)))
        match number % WAYS:
            case 1:
                return Reply(b"gone", 404)
            case 2:
                return Reply(b"broken", 500)
            case 3:
                return moved(f"/p/{number + 1}")
            case 5:
                return Reply(body, headers={"Content-Type": "text/html"}, length=len(body) + 99)
            case 6:
                return Reply(BOMB, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})
            case 7:
                return moved(f"/p/{number}")
            case 8:
                return Reply(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), headers={"Content-Type": "image/png"})
            case 9:
                return Reply(gzip.compress(body), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})
            case 10:
                return moved("file:///etc/passwd")
            case 11:
                return html(body) if asked.headers.get("accept-encoding") == "gzip" else Reply(b"", 406)
            case _:
                return with_marks(body)(asked)


def serve(pipe: Connection) -> None:
    """Run a newsroom until the pipe is closed."""
    with Soaked() as room:
        pipe.send(room.port)
        pipe.recv()


def soak(fetches: int, threads: int) -> None:
    """Fetch, and print what came of it."""
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()
    settings = Settings(
        fetch_private=1, fetch_pause_ms=0, fetch_tries=2, fetch_timeout=5, max_source_bytes=2_000_000,
        fetch_hosts=", ".join(f"{host}=127.0.0.1" for host in HOSTS),
    )  # fmt: skip
    kinds = ["p"] * 49 + ["forbidden"]
    addresses = [
        f"http://{HOSTS[n % len(HOSTS)]}:{port}/{kinds[n % 50]}/{n % (fetches * 3 // 4)}" for n in range(fetches)
    ]
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "soak.db") as record:
        fetcher = Fetcher(settings, record)
        before = peak()
        begun = time.perf_counter()
        with ThreadPoolExecutor(threads) as pool:
            ended = Counter(pool.map(lambda address: outcome(fetcher, address), addresses))
        seconds = time.perf_counter() - begun
        fetcher.close()
    print(
        f"{fetches} fetches in {seconds:.1f} s: {fetches / seconds:.0f} a second, {threads} threads, {len(HOSTS)} hosts"
    )
    print(f"peak memory {peak():.0f} MB; {before:.0f} MB before the first fetch")
    for why, count in ended.most_common():
        print(f"{count:6} {why}")
    ours.send(None)
    server.join(5)


def outcome(fetcher: Fetcher, address: str) -> str:
    """How a fetch ended, without what is its own."""
    try:
        got = fetcher.get(address, whole=True)
    except SourceError as error:
        return re.sub(r"\(.*\)", "", error.why).strip()
    return "not modified" if got.again else "fetched"


def peak() -> float:
    """The most memory that this process has had, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def kill(kills: int, seed: int) -> None:
    """Kill a watch and an adding at random moments; raises where anything is lost or doubled."""
    from killing import add_and_kill, watch_and_kill

    pages = sorted((ROOT / "demo" / "story" / "reports").iterdir())
    with Newsroom() as room, tempfile.TemporaryDirectory() as folder:
        print("watch:", dict(watch_and_kill(room, Path(folder), pages, "hummus", kills, seed)))
        print("add:  ", dict(add_and_kill(room, Path(folder), pages, kills, seed)))
    print("nothing lost, nothing doubled")


def main() -> None:
    """Read the arguments, and go."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fetches", type=int, default=10_000)
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if asked.fetches:
        soak(asked.fetches, asked.threads)
    if asked.kills:
        kill(asked.kills, asked.seed)


if __name__ == "__main__":
    main()
