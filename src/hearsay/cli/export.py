"""``hearsay export``: tables of the record for other programs."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from hearsay.cli.terminal import message, printable, progress
from hearsay.export.export import TABLES
from hearsay.export.export import export as write
from hearsay.export.forms import Format

What = StrEnum("What", {name: name for name in TABLES})  # type: ignore[misc]


def export(
    what: Annotated[What, typer.Option(help="The table.")],
    form: Annotated[Format, typer.Option("--format", help="How it is written.")] = "jsonl",
    out: Annotated[str, typer.Option(metavar="PATH", help="The file, or - for standard output.")] = "-",
    where: Annotated[
        str | None, typer.Option("--record", metavar="WHERE", help="Where the record is: a file or a server.")
    ] = None,
) -> None:
    """Write one table of the record: JSON Lines, CSV or Parquet."""
    from hearsay.pipeline import open_record

    with open_record(where, create=False) as record, progress("exporting") as step:
        sys.stdout.flush()
        tally = write(record, what.value, form, sys.stdout.buffer if out == "-" else out, step)
        sys.stdout.flush()
        message(f"{record.where}: {tally}{'' if out == '-' else f' → {printable(out)}'}")
