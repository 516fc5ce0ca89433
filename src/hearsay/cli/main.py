"""The verbs. Results go to standard output, progress and messages to standard error."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.rule import Rule

from hearsay.cli import show
from hearsay.cli.bench import bench
from hearsay.cli.copy import copy
from hearsay.cli.evaluate import evaluate
from hearsay.cli.export import export
from hearsay.cli.reasons import Reasons
from hearsay.cli.serve import serve
from hearsay.cli.stories import claims, stories, story
from hearsay.cli.terminal import complain, day, draw, message, print_bytes, print_json, print_line, progress
from hearsay.cli.watch import watch
from hearsay.errors import HearsayError
from hearsay.model import codec
from hearsay.model.reading import Stance
from hearsay.model.report import Rejected, Skipped
from hearsay.settings import Settings
from hearsay.version import __version__

if TYPE_CHECKING:
    from hearsay.pipeline import Kept

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE…", help="Files (HTML, text, wire copy), folders, addresses, or -")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line, as the contract says.")]
Where = Annotated[
    str | None, typer.Option("--record", metavar="WHERE", help="Where the record is: a file or a server.")
]
Body = Annotated[bool, typer.Option("--body", help="The file is the body; its text stays exactly as it is.")]
Dated = Annotated[
    str | None, typer.Option("--dated", metavar="YYYY-MM-DD", help="The report's date where it states none.")
]
Again = Annotated[bool, typer.Option("--again", help="Read anew what is kept already of the same bytes.")]
Columns = Annotated[
    str | None,
    typer.Option("--fields", metavar="FIELD=COLUMN,…", help="Columns of tables, keys of JSON: text=body,uri=link."),
]
Least = Annotated[
    float | None,
    typer.Option("--least", metavar="CONFIDENCE", min=0, max=1, help="Leave out attributions less certain than this."),
]


@app.command()
def read(
    sources: Sources,
    as_json: Json = False,
    body: Body = False,
    dated: Dated = None,
    least: Least = None,
    columns: Columns = None,
) -> None:
    """Read reports and print who said what; keep nothing."""
    from hearsay.pipeline import Options, read_sources

    rejected, skipped = 0, Reasons()
    for number, got in enumerate(read_sources(sources, Options(body, day(dated)), _settings(least, columns))):
        if isinstance(got, Skipped):
            skipped.count(got)
            continue
        if isinstance(got, Rejected):
            rejected += 1
            complain(got)
        if as_json:
            print_json(codec.encode(got if isinstance(got, Rejected) else got.reading))
        elif not isinstance(got, Rejected):
            if number:
                draw(Rule(style="dim"))
            draw(show.reading(got.reading))
    if skipped:
        message(f"skipped: {skipped}")
    raise typer.Exit(1 if rejected else 0)


@app.command()
def add(
    sources: Sources,
    where: Where = None,
    as_json: Json = False,
    body: Body = False,
    dated: Dated = None,
    again: Again = False,
    columns: Columns = None,
) -> None:
    """Read reports and keep them; say what was new, a new version, unchanged, skipped or rejected and why."""
    from hearsay.pipeline import Options, open_record

    counts: Counter[str] = Counter()
    skipped, rejected = Reasons(), Reasons()
    with open_record(where) as record, progress("adding") as step:
        for got in record.take(*sources, options=Options(body, day(dated), again), settings=_settings(None, columns)):
            counts[_status(got)] += 1
            if isinstance(got, Skipped):
                skipped.count(got)
            elif isinstance(got, Rejected):
                rejected.count(got)
                complain(got)
            if as_json:
                print_json(msgspec.json.encode(_told(got)))
            step()
        with progress("linking") as step:
            record.link(step)
        for words in show.explained(counts, skipped, rejected):
            message(words)
        message(f"{record.where}: {show.summary(counts)}; {len(record)} kept in all")
    raise typer.Exit(1 if counts["rejected"] else 0)


@app.command()
def search(
    query: Annotated[str, typer.Argument(help='Words, "phrases", begin*, OR, NOT.')] = "",
    where: Where = None,
    speaker: Annotated[str | None, typer.Option(help="Only what this speaker said.")] = None,
    stance: Annotated[Stance | None, typer.Option(help="Only statements of this stance.")] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published on this day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published on this day or earlier.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Only this outlet, by its whole name.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Hits of a page.")] = 20,
    after: Annotated[str | None, typer.Option(help="Where the page before ended.")] = None,
    as_json: Json = False,
) -> None:
    """Find words, speakers and statements in the record."""
    from hearsay.pipeline import open_record

    with open_record(where, create=False) as record:
        found = record.search(
            query, speaker=speaker, stance=stance, since=since, until=until, outlet=outlet, limit=limit, after=after
        )
    if as_json:
        for hit in found:
            print_json(msgspec.json.encode(hit))
    else:
        draw(show.results(found))


@app.command()
def report(
    report_id: Annotated[str, typer.Argument(metavar="ID", help="A report's id, as read and search print it.")],
    where: Where = None,
    version: Annotated[int | None, typer.Option(min=1, help="An earlier version.")] = None,
    versions: Annotated[bool, typer.Option("--versions", help="List the versions, and what changed.")] = False,
    text: Annotated[bool, typer.Option("--text", help="The report's text alone, exactly.")] = False,
    source: Annotated[bool, typer.Option("--source", help="The bytes that it was read from.")] = False,
    as_json: Json = False,
) -> None:
    """Show one report of the record."""
    from hearsay.pipeline import open_record

    with open_record(where, create=False) as record:
        if source:
            print_bytes(record.source(report_id, version))
        elif versions:
            draw(show.versions(record.versions(report_id), record))
        else:
            got = record.report(report_id, version)
            if text:
                print_bytes(got.report.text.encode())
            elif as_json:
                print_json(codec.encode(got))
            else:
                draw(show.reading(got))


@app.command()
def speaker(
    name: Annotated[str, typer.Argument(help="Words of the name or role; all speakers where none is given.")] = "",
    where: Where = None,
    as_json: Json = False,
) -> None:
    """List the speakers of the record, and what each said."""
    from hearsay.pipeline import open_record

    with open_record(where, create=False) as record:
        found = record.speakers(name)
        said = record.search(speaker=name, limit=1000) if name else None
    if as_json:
        for one in found:
            print_json(msgspec.json.encode(one))
    else:
        draw(show.speakers(found, said))


@app.command()
def check(where: Where = None) -> None:
    """Prove every span, hash and reference of the record."""
    from hearsay.pipeline import open_record

    found = 0
    with open_record(where, create=False) as record:
        for damage in record.check():
            found += 1
            print_line(str(damage))
        size = "" if found else f"{len(record)} reports, "
    message(f"{record.where}: {size}{f'{found} things do not hold' if found else 'everything holds'}")
    raise typer.Exit(1 if found else 0)


for verb in (stories, story, claims, evaluate, bench, serve, watch, export, copy):
    app.command()(verb)


@app.callback(invoke_without_command=True)
def hearsay(
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    """Who said what, according to whom, when."""
    if version:
        print_line(f"hearsay {__version__}")
        raise typer.Exit


def main() -> None:
    """The entry of the ``hearsay`` command."""
    try:
        app()
    except HearsayError as error:
        message(f"hearsay: {error}")
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def _settings(least: float | None, columns: str | None = None) -> Settings:
    """The settings of the environment, with what the command line says."""
    settings = Settings.from_environment()
    if least is not None:
        settings = replace(settings, min_confidence=round(100 * least))
    return settings if columns is None else replace(settings, fields=columns)


def _status(got: Kept | Rejected) -> str:
    if isinstance(got, Rejected):
        return "skipped" if isinstance(got, Skipped) else "rejected"
    return got.outcome.status


def _told(got: Kept | Rejected) -> Rejected | dict[str, object]:
    if isinstance(got, Skipped):
        return {"uri": got.uri, "status": "skipped", "why": got.why}
    return got if isinstance(got, Rejected) else _kept(got)


def _kept(got: Kept) -> dict[str, object]:
    return {
        "uri": got.reading.report.uri,
        "report": got.outcome.report_id,
        "status": got.outcome.status,
        "version": got.outcome.version,
    }
