"""The edge of the terminal: results to standard output, progress and messages to standard error."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from hearsay.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import RenderableType

    from hearsay.model.report import Rejected

PIPED_WIDTH = 110
"""Columns where the output is no terminal."""


def draw(drawn: RenderableType) -> None:
    """Draw results: on a terminal in its width; in a pipe without colours, links and white space at line ends."""
    if sys.stdout.isatty():
        Console(highlight=False).print(drawn)
        return
    pipe = Console(width=PIPED_WIDTH, highlight=False)
    with pipe.capture() as captured:
        pipe.print(drawn)
    sys.stdout.writelines(line.rstrip() + "\n" for line in captured.get().splitlines())


def message(words: str) -> None:
    """One line for the person, not for the pipe."""
    sys.stderr.write(printable(words) + "\n")


def complain(rejected: Rejected) -> None:
    """The line of a source that could not be read."""
    message(f"hearsay: {rejected.uri}: {rejected.why}")


def print_line(words: str) -> None:
    """One line of results."""
    sys.stdout.write(printable(words) + "\n")


def print_json(line: bytes) -> None:
    """One JSON object of results."""
    print_bytes(line + b"\n")


def print_bytes(data: bytes) -> None:
    """Results as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def day(words: str | None) -> str | None:
    """A day given on the command line.

    Raises:
        UsageError: if it is none.
    """
    if words is None:
        return None
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError as error:
        raise UsageError(f"{words!r} is not a day such as 2024-10-25") from error


@contextmanager
def progress(doing: str) -> Iterator[Callable[[], None]]:
    """A count that moves on a terminal and is silent in a pipe; call what it gives once for each source."""
    columns = (SpinnerColumn(), TextColumn(doing), MofNCompleteColumn(), TimeElapsedColumn())
    errors = Console(stderr=True)
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda: bar.advance(task)


def printable(words: str | None) -> str:
    """Words of a report or a file name, with nothing in them that moves the cursor or colours the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in words or "")
