"""``hearsay copy``: a record into another that is empty."""

from __future__ import annotations

from typing import Annotated

import typer

from hearsay.cli.terminal import message, print_line, progress

Old = Annotated[str, typer.Argument(metavar="FROM", help="The record: a file, or a database at postgresql://….")]
New = Annotated[str, typer.Argument(metavar="TO", help="Where it is copied to; made where there is none.")]


def copy(source: Old, target: New) -> None:
    """Copy a record into an empty one, and read it back: from a file to a server, or the other way."""
    from hearsay.pipeline import open_record

    with open_record(source, create=False) as old, open_record(target) as new:
        with progress("copying") as step:
            copied = old.copy(new, step)
        for one in copied:
            if one.rows:
                print_line(f"{one.sha256}  {one.rows:>9,} {one.table}")
        message(f"{old.where} → {new.where}: {len(new)} reports, every row read back the same")
