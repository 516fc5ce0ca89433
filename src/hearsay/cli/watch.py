"""``hearsay watch``: sources and questions of a file, and what changed."""

from __future__ import annotations

import signal
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.terminal import message, print_json, print_line
from hearsay.settings import Settings

if TYPE_CHECKING:
    from hearsay.watch.rounds import Round

File = Annotated[str, typer.Argument(metavar="FILE", help="The sources, questions and ways out: TOML or YAML.")]
Where = Annotated[
    str | None, typer.Option("--record", metavar="WHERE", help="Where the record is: a file or a server.")
]
Once = Annotated[bool, typer.Option("--once", help="One round: look at what is due, ask, send, and end.")]
Json = Annotated[bool, typer.Option("--json", help="One message a line, as webhooks get it.")]


def watch(file: File, where: Where = None, once: Once = False, as_json: Json = False) -> None:
    """Look at sources on a schedule, and tell when what is said of a story, a claim, a speaker or a search changes."""
    from hearsay.pipeline import open_record
    from hearsay.record.watching import waiting
    from hearsay.watch.plan import load
    from hearsay.watch.rounds import Watch

    loaded = load(file)
    signal.signal(signal.SIGTERM, _stop)
    with open_record(where) as record:
        watching = Watch(record, loaded, Settings.from_environment(), lambda words: message(f"hearsay: {words}"))
        try:
            for one in [watching.round()] if once else watching.rounds():
                _show(one, as_json=as_json)
        except KeyboardInterrupt:
            message("hearsay: stopped; what waits is in the record")
        finally:
            watching.close()
        for channel, number, _, why in waiting(record):
            message(f"hearsay: {channel}: {number} not sent yet{f': {why}' if why else ''}")


def _show(one: Round, *, as_json: bool) -> None:
    from hearsay.watch.messages import encode

    for told in one.messages:
        if as_json:
            print_json(encode(told).encode())
        else:
            for line in str(told).splitlines():
                print_line(line)
    counts = Counter(one.counts)
    if counts:
        message("hearsay: " + ", ".join(f"{number} {name}" for name, number in sorted(counts.items())))


def _stop(*_: object) -> None:
    raise KeyboardInterrupt
