"""The verbs. Results go to standard output, progress and messages to standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from hearsay.cli import show
from hearsay.errors import HearsayError
from hearsay.model import codec
from hearsay.model.report import Rejected

if TYPE_CHECKING:
    pass

app = typer.Typer(
    help="Who said what, according to whom, when: reads the news as it is published and keeps a checkable record.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE…", help="Files (HTML, text, wire copy), folders, addresses, or -")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line, as the contract says.")]
Where = Annotated[str | None, typer.Option("--record", metavar="WHERE", help="The file that the record is kept in.")]
Body = Annotated[bool, typer.Option("--body", help="The file is the body; its text stays exactly as it is.")]
Dated = Annotated[
    str | None, typer.Option("--dated", metavar="YYYY-MM-DD", help="The report's date where it states none.")
]


@app.command()
def read(sources: Sources, as_json: Json = False, body: Body = False, dated: Dated = None) -> None:
    """Read reports and print who said what; keep nothing."""
    from hearsay.pipeline import Options, read_sources

    out, rejected = _console(), 0
    for number, got in enumerate(read_sources(sources, Options(body, dated))):
        if isinstance(got, Rejected):
            rejected += 1
            _complain(got)
        if as_json:
            _print_line(codec.encode(got if isinstance(got, Rejected) else got.reading))
        elif not isinstance(got, Rejected):
            if number:
                out.rule(style="dim")
            out.print(show.reading(got.reading))
    raise typer.Exit(1 if rejected else 0)


def main() -> None:
    """The entry of the ``hearsay`` command."""
    try:
        app()
    except HearsayError as error:
        print(f"hearsay: {error}", file=sys.stderr)  # noqa: T201 - the terminal is this module's subject
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def _console() -> Console:
    return Console(width=None if sys.stdout.isatty() else 110, highlight=False, soft_wrap=False)


def _complain(rejected: Rejected) -> None:
    print(f"hearsay: {rejected.uri}: {rejected.why}", file=sys.stderr)  # noqa: T201


def _print_line(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()
