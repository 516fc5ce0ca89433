"""JSON Lines, JSON arrays and CSV or TSV: a row for each report, or for the address of one.

The stored source of a row is its text, or its page of HTML, in UTF-8; the other fields go along as statements. A row of
ninjs is read as ninjs. A row with an address and no text, as GDELT and Media Cloud list them, is an address to fetch.
"""

from __future__ import annotations

import csv
import json
import re
from itertools import chain, islice
from typing import TYPE_CHECKING, BinaryIO

from hearsay.intake.archives.fields import mapping
from hearsay.intake.dates.moments import normal
from hearsay.intake.fetch import is_address
from hearsay.intake.formats.kinds import NINJS, recognise
from hearsay.intake.source import Source
from hearsay.model.report import Evidence, Rejected, Skipped
from hearsay.text.surrogates import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hearsay.intake.archives.fields import Fields
    from hearsay.settings import Settings

    Fetch = Callable[[str], Iterator[Source | Rejected]]

Row = dict[str, str]

GKG, MENTIONS = 27, 16
"""The columns of GDELT 2.1's tables (codebooks of the GKG 2.1 and of the event database 2.0), which have no header."""
_GKG = re.compile(rb"\d{14}-T?\d+\t\d{14}\t")
_MENTION = re.compile(rb"\d{6,12}\t\d{14}\t\d{14}\t[1-6]\t")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)Z?)?")
_COLUMNS = {GKG: {"uri": 4, "date": 1, "outlet": 3}, MENTIONS: {"uri": 5, "date": 2, "outlet": 4}}


def is_lines(head: bytes, suffix: str) -> bool:
    """Whether a head is that of JSON Lines: an object on the first line, and another or the name to tell it."""
    first, _, rest = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not first.startswith(b"{") or not (
        rest.lstrip().startswith(b"{") or suffix in (".jsonl", ".ndjson", ".jsonlines")
    ):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return not rest and suffix in (".jsonl", ".ndjson", ".jsonlines")


def is_gdelt(head: bytes) -> bool:
    """Whether a head is that of a GDELT table of articles or mentions."""
    first = head.partition(b"\n")[0]
    return bool(_GKG.match(first) and first.count(b"\t") >= 20) or bool(
        _MENTION.match(first) and first.count(b"\t") == MENTIONS - 1
    )


def is_table(head: bytes, settings: Settings) -> str | None:
    """The delimiter of a table whose header names a text or an address; ``None`` where it is none."""
    line = head.lstrip(b"\xef\xbb\xbf").partition(b"\n")[0].decode("utf-8", "replace").rstrip("\r")
    for delimiter in "\t,;|":
        columns = [column.strip().strip('"').lower() for column in line.split(delimiter)]
        if len(columns) < 2 or any(len(column) > 60 for column in columns):
            continue
        got = mapping(settings.fields).known(columns)
        if ("uri" in got and len(got) > 1) or ({"text", "html"} & got and len(got) > 1):
            return delimiter
    return None


def lines(uri: str, stream: BinaryIO, settings: Settings, fetch: Fetch) -> Iterator[Source | Rejected]:
    """The reports of JSON Lines, one line in memory at a time."""
    fields, limit = mapping(settings.fields), settings.max_source_bytes
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        name = f"{uri}#{number}"
        if len(line) > limit:
            yield Rejected(name, f"larger than {limit} bytes")
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
        elif line.strip():
            yield from _line(name, line, fields, fetch)


def _line(name: str, line: bytes, fields: Fields, fetch: Fetch) -> Iterator[Source | Rejected]:
    data = line.strip().removeprefix(b"\xef\xbb\xbf")
    if recognise(data) is NINJS:
        yield Source(name, data, None)
        return
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        yield Rejected(name, "not JSON")
        return
    if isinstance(value, dict):
        yield from _row(name, _flat(value), fields, fetch)
    else:
        yield Rejected(name, "JSON that is no object")


def objects(uri: str, data: bytes, settings: Settings, fetch: Fetch) -> Iterator[Source | Rejected] | None:
    """The reports of a JSON array of objects, or of an object that holds one (GDELT's ``articles``); else ``None``."""
    fields = mapping(settings.fields)
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict):
        held = [each for each in value.values() if isinstance(each, list) and each and isinstance(each[0], dict)]
        value = held[0] if len(held) == 1 else [value]
    rows = [_flat(each) for each in value if isinstance(each, dict)] if isinstance(value, list) else []
    if not rows or not {"uri", "text", "html"} & fields.known(list(rows[0])):
        return None
    return chain.from_iterable(_row(f"{uri}#{number}", row, fields, fetch) for number, row in enumerate(rows, 1))


def table(uri: str, stream: BinaryIO, delimiter: str, settings: Settings, fetch: Fetch) -> Iterator[Source | Rejected]:
    """The reports of a table with a header, one row in memory at a time."""
    fields = mapping(settings.fields)
    csv.field_size_limit(settings.max_source_bytes)
    reader = csv.reader(_decoded(stream), delimiter=delimiter)
    header: list[str] = []
    number = 0
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield Rejected(f"{uri}#{number + 1}", f"a damaged row ({error})")
            continue
        if row is None:
            return
        if not header:
            header = [column.strip().lower() for column in row]
        elif any(cell.strip() for cell in row):
            number += 1
            yield from _row(f"{uri}#{number}", dict(zip(header, row, strict=False)), fields, fetch)


def gdelt(uri: str, stream: BinaryIO, settings: Settings, fetch: Fetch) -> Iterator[Source | Rejected]:
    """The addresses of a GDELT table, each fetched once."""
    fields = mapping("")
    seen: set[str] = set()
    for number, line in enumerate(iter(lambda: stream.readline(settings.max_source_bytes), b""), 1):
        cells = line.decode("utf-8", "replace").rstrip("\r\n").split("\t")
        columns = _COLUMNS.get(len(cells)) or _COLUMNS[GKG if len(cells) > MENTIONS else MENTIONS]
        row = {field: cells[at] for field, at in columns.items() if at < len(cells)}
        name, address = f"{uri}#{number}", row.get("uri", "")
        if address in seen:
            yield Skipped(name, "an address that was listed before")
        else:
            seen.add(address)
            yield from _row(name, row, fields, fetch)


def _row(name: str, row: Row, fields: Fields, fetch: Fetch) -> Iterator[Source | Rejected]:
    """The report of one row, or what fetching its address gives."""
    html, text, address = (fields.of(row, field) for field in ("html", "text", "uri"))
    told = f"{name}:{identity}" if (identity := fields.of(row, "id")) and not address else name
    if html or text:
        web = address if is_address(address) else None
        data = (html or text).encode("utf-8", "replace")
        yield Source(
            address or told, data, "text/html" if html else None, web, "utf-8", stated=tuple(_stated(row, fields))
        )
    elif is_address(address):
        yield from fetch(address)
    else:
        yield Rejected(name, "a row without a text and without an address")


def _stated(row: Row, fields: Fields) -> Iterator[Evidence]:
    for field, name in (("headline", "title"), ("outlet", "outlet"), ("author", "author"), ("language", "language")):
        if value := " ".join(fields.of(row, name).split()):
            yield Evidence(field, value, f"column {name}")
    if moment := _moment(fields.of(row, "date")):
        yield Evidence("published", moment, "column date")


def _moment(value: str) -> str | None:
    """A moment as tables write it; GDELT runs its figures together ("20241025034750")."""
    if found := _COMPACT.fullmatch(value.strip()):
        year, month, day, hour, minute, second = found.groups()
        value = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second}+00:00" if hour else "")
    return normal(value)


def _flat(value: dict[object, object]) -> Row:
    """An object as a row: its strings and numbers under their names, and those of the objects in it under theirs."""
    row: Row = {}
    for name, each in islice(value.items(), 1000):
        if isinstance(each, str):
            row.setdefault(str(name).lower(), whole(each))
        elif isinstance(each, (int, float)) and not isinstance(each, bool):
            row.setdefault(str(name).lower(), str(each))
        elif isinstance(each, list) and each and all(isinstance(one, str) for one in each):
            row.setdefault(str(name).lower(), whole(", ".join(each)))
        elif isinstance(each, dict) and isinstance(inner := each.get("name", each.get("title")), str):
            row.setdefault(str(name).lower(), whole(inner))
    return row


def _decoded(stream: BinaryIO) -> Iterator[str]:
    """The lines of a table: UTF-8, with or without a mark; bytes that are none are replaced."""
    for number, line in enumerate(iter(lambda: stream.readline(csv.field_size_limit()), b"")):
        yield (
            (line.removeprefix(b"\xef\xbb\xbf") if not number else line).decode("utf-8", "replace").replace("\x00", "")
        )
