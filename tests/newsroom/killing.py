"""Killing a process of Hearsay at random moments, and what must hold after."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from feeds import item, rss, xml

from newsroom import Reply, with_marks

if TYPE_CHECKING:
    from pathlib import Path

    from newsroom import Asked, Newsroom

SECRET = "secret"


class Hook:
    """A webhook in the newsroom that remembers what it got; at times it is down."""

    def __init__(self, room: Newsroom, chance: random.Random) -> None:
        self.got: list[str] = []
        self._chance = chance
        self.address = room.put("/hook", self._answer)

    def _answer(self, asked: Asked) -> Reply:
        if self._chance.random() < 0.2:
            return Reply(b"down", 503)
        self.got.append(asked.headers["webhook-id"])
        return Reply(b"")


def start(room: Newsroom, *arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **room.environment, "HEARSAY_FETCH_TOTAL": "2", "HOOK_SECRET": SECRET}
    return subprocess.Popen(
        [sys.executable, "-m", "hearsay", *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def kill(process: subprocess.Popen[bytes], room: Newsroom, seconds: float) -> bool:
    """Kill a process so long after it first asked for something, without a warning; whether it was still at work."""
    asked, ends = len(room.asked), time.monotonic() + 60
    while len(room.asked) == asked and process.poll() is None and time.monotonic() < ends:
        time.sleep(0.02)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False


def once(room: Newsroom, file: Path, where: Path) -> None:
    """One round that nobody kills."""
    from hearsay.pipeline import open_record
    from hearsay.watch.plan import load
    from hearsay.watch.rounds import Watch

    os.environ["HOOK_SECRET"] = SECRET
    with open_record(where) as record:
        watch = Watch(record, load(file), replace(room.settings, fetch_total=2))
        try:
            watch.round()
        finally:
            watch.close()


def plan(folder: Path, room: Newsroom, hook: Hook, search: str) -> Path:
    file = folder / "watch.toml"
    file.write_text(
        f"every='1s'\n[[source]]\naddress='{room.at('/feed')}'\n[[question]]\nname='all'\nsearch='{search}'\n"
        f"[[out.webhook]]\naddress='{hook.address}'\nsecret_from='HOOK_SECRET'\n"
    )
    return file


def publish(room: Newsroom, pages: list[Path]) -> None:
    """A feed that lists so many pages."""
    for path in pages:
        media = "text/html" if path.suffix == ".html" else "text/plain"
        room.put(f"/{path.name}", with_marks(path.read_bytes(), media))
    room.put("/feed", xml(rss(*(item(room.at(f"/{path.name}")) for path in pages))))


def watch_and_kill(room: Newsroom, folder: Path, pages: list[Path], search: str, kills: int, seed: int) -> Counter[str]:
    """A story that goes on while its watcher is killed again and again; what was kept, told, received at the end.

    Raises:
        AssertionError: if anything is lost or doubled.
    """
    from hearsay.pipeline import open_record
    from hearsay.record import watching

    chance = random.Random(seed)
    hook = Hook(room, chance)
    where, file = folder / "record.db", plan(folder, room, hook, search)
    for first in (0, 1):  # where things stand is known, and a story is there
        publish(room, pages[:first])
        time.sleep(first)
        once(room, file, where)
    counts: Counter[str] = Counter()
    for number in range(kills):
        publish(room, pages[: 1 + (number + 1) * len(pages) // kills])
        process = start(room, "watch", str(file), "--record", str(where))
        counts["killed"] += kill(process, room, chance.uniform(0.0, 5.0))
    publish(room, pages)
    ends = time.monotonic() + 120
    while time.monotonic() < ends:
        once(room, file, where)
        with open_record(where) as record:
            if len(record) == len(pages) and not watching.waiting(record):
                break
        time.sleep(1)
    with open_record(where) as record:
        assert list(record.check()) == []
        assert len(record) == len(pages)
        assert all(len(record.versions(one.report.id)) == 1 for one in record)
        rows = watching.messages(record, 100_000)
        waits = watching.waiting(record)
        counts["messages"], counts["reports"] = len(rows), len(record)
        question = watching.question(record, "all")
    assert question is not None
    assert waits == ()
    shown = ("kind", "claim", "about", "before", "after", "words")
    told = Counter(str([body(row)[name] for name in shown]) for row in rows)
    assert [one for one, times in told.items() if times > 1] == []
    assert set(hook.got) == {row.key for row in rows}
    counts["received twice, under one id"] = len(hook.got) - len(rows)
    return counts


def body(row: object) -> dict[str, object]:
    return json.loads(row.body)


def add_and_kill(room: Newsroom, folder: Path, pages: list[Path], kills: int, seed: int) -> Counter[str]:
    """Adding a feed while it is killed again and again.

    Raises:
        AssertionError: if anything is lost or doubled.
    """
    from hearsay.pipeline import open_record

    chance = random.Random(seed)
    where = folder / "added.db"
    publish(room, pages)
    counts: Counter[str] = Counter()
    for _ in range(kills):
        process = start(room, "add", room.at("/feed"), "--record", str(where))
        counts["killed"] += kill(process, room, chance.uniform(0.0, 3.0))
    with open_record(where) as record:
        list(record.take(room.at("/feed"), settings=room.settings))
        assert list(record.check()) == []
        assert len(record) == len(pages)
        assert all(len(record.versions(one.report.id)) == 1 for one in record)
        counts["reports"] = len(record)
    return counts
