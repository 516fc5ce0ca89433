"""The verbs that look across reports: stories, story, claims."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from hearsay.cli import across
from hearsay.cli.terminal import draw, message, print_json
from hearsay.model.story import State

if TYPE_CHECKING:
    from hearsay.cli.across import Open
    from hearsay.pipeline import Record

MOST_CLAIMS = 10
"""Claims of a story that are shown where not all are asked for."""

Json = Annotated[bool, typer.Option("--json", help="JSON, as the contract says.")]
Where = Annotated[
    str | None, typer.Option("--record", metavar="WHERE", help="Where the record is: a file or a server.")
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="MOMENT", help="What was known then: a day, to its end, or a moment (ISO 8601)."),
]
Explain = Annotated[bool, typer.Option("--explain", help="Every statement, and the reasons for every link.")]


def stories(
    where: Where = None,
    least: Annotated[int, typer.Option(min=1, help="Only stories of at least so many reports.")] = 1,
    limit: Annotated[int | None, typer.Option(min=1, help="Only so many.")] = None,
    relink: Annotated[bool, typer.Option("--relink", help="First work everything out anew.")] = False,
    as_json: Json = False,
) -> None:
    """List the stories of the record, the one that changed last first."""
    from hearsay.pipeline import open_record

    with open_record(where, create=False) as record:
        if relink:
            message(f"{record.where}: {record.relink()} reports linked anew")
        found = record.stories(least=least, limit=limit)
    if as_json:
        print_json(msgspec.json.encode(found))
    else:
        draw(across.stories(found))


def story(
    name: Annotated[str, typer.Argument(metavar="ID", help="A story's id, or the id of one of its reports.")],
    where: Where = None,
    as_of: AsOf = None,
    everything: Annotated[bool, typer.Option("--all", help="All claims, not the first ten.")] = False,
    explain: Explain = False,
    as_json: Json = False,
) -> None:
    """Show a story: its claims and how they stand, its origins and copies."""
    from hearsay.pipeline import open_record

    with open_record(where, create=False) as record:
        told = record.story(name, as_of=as_of)
        why = record.drawn(name) if explain else None
        if as_json:
            print_json(msgspec.json.encode({**msgspec.to_builtins(told), "drawn": why} if why else told))
        else:
            most = len(told.claims) if everything else MOST_CLAIMS
            draw(across.story(told, _opener(record), most=most, explain=explain))
            if why:
                draw(across.drawing(told, why))


def claims(
    story: Annotated[str | None, typer.Option(metavar="ID", help="Only of this story.")] = None,
    state: Annotated[State | None, typer.Option(help="Only claims of this state.")] = None,
    revised: Annotated[bool, typer.Option("--revised", help="Only where a speaker's figure changed.")] = False,
    sources: Annotated[int, typer.Option(min=0, help="With at least so many independent sources.")] = 0,
    limit: Annotated[int, typer.Option(min=1, help="Only so many.")] = 20,
    where: Where = None,
    as_of: AsOf = None,
    explain: Explain = False,
    as_json: Json = False,
) -> None:
    """List claims and how they stand, those of the story that changed last first."""
    from hearsay.pipeline import open_record

    with open_record(where, create=False) as record:
        found = record.claims(story=story, state=state, revised=revised, sources=sources, limit=limit, as_of=as_of)
        if as_json:
            for told, one in found:
                print_json(msgspec.json.encode({"story": told.id, **msgspec.to_builtins(one)}))
        else:
            draw(across.claims(found, _opener(record), explain=explain))


def _opener(record: Record) -> Open:
    """Reports by id and version, each opened once."""
    return lru_cache(maxsize=None)(lambda name, version: record.report(name, version).report)
