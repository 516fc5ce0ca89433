"""``hearsay bench``: how fast Hearsay is on this machine, beside a peer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from hearsay.cli.terminal import message, print_json, print_line
from hearsay.errors import UsageError

Pages = Annotated[
    Path | None, typer.Argument(metavar="[PAGES]", exists=True, file_okay=False, help="A folder of pages (*.html).")
]
Data = Annotated[Path, typer.Option("--data", metavar="DIR", help="The corpora, where no pages are named.")]
Rounds = Annotated[int, typer.Option("--rounds", min=1, help="Rounds over the pages; the median counts.")]
Stages = Annotated[
    list[str] | None, typer.Option("--stage", metavar="STAGE", help="Only this stage; may be given several times.")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line for each stage.")]


def bench(
    pages: Pages = None,
    data: Data = Path("../shared"),
    rounds: Rounds = 3,
    stages: Stages = None,
    as_json: Json = False,
) -> None:
    """Measure pages a second and peak memory on this machine, beside trafilatura alone."""
    from hearsay.bench import table
    from hearsay.bench.stages import STAGES

    unknown = [name for name in stages or () if name not in STAGES]
    if unknown:
        raise UsageError(f"no stage {unknown[0]!r}; there are {', '.join(STAGES)}")
    headed = False
    for got in table.measure(pages, data, stages or list(STAGES), rounds):
        if isinstance(got, str):
            (message if as_json else print_line)(got)
        elif as_json:
            print_json(msgspec.json.encode(table.plain(got)))
        else:
            if not headed:
                print_line("\n" + table.HEAD)
                headed = True
            print_line(str(got))
