"""What was fetched, kept so that a server can be asked whether it has changed (the shelf of ``intake.fetch``).

The bytes of a page are those of the source that was kept of it. Where none was (it was rejected, or the process was
killed in between), the page counts as never fetched: an answer "not modified" then cannot hide it.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select

from hearsay.errors import RecordError
from hearsay.model.fetched import Fetched
from hearsay.record.lines import unpacked
from hearsay.record.tables import fetched as table
from hearsay.record.tables import source as sources

if TYPE_CHECKING:
    from sqlalchemy import Connection

_EFFORT = 1  # a feed is replaced when it changes


def fetched(connection: Connection, address: str) -> Fetched | None:
    """The last answer of an address, with its bytes; ``None`` where they are not kept, or damaged."""
    query = (
        select(table, func.coalesce(table.c.body, sources.c.body).label("packed"))
        .outerjoin(sources, sources.c.sha256 == table.c.sha256)
        .where(table.c.address == address)
    )
    row = connection.execute(query).first()
    if row is None or row.packed is None:
        return None
    try:
        data = unpacked(row.packed, row.sha256)
    except RecordError:
        return None
    marks = (row.media_type, row.charset, row.etag, row.modified, row.checked)
    return Fetched(row.address, row.final, row.status, data, *marks)


def shelve(connection: Connection, got: Fetched, *, whole: bool) -> None:
    """Keep an answer in place of the one before; ``whole`` with its bytes."""
    sha256 = hashlib.sha256(got.data).hexdigest()
    kept = select(table.c.body).where(table.c.address == got.address, table.c.sha256 == sha256)
    body = zlib.compress(got.data, _EFFORT) if whole else connection.scalar(kept)
    connection.execute(delete(table).where(table.c.address == got.address))
    connection.execute(
        insert(table).values(
            address=got.address,
            final=got.final,
            status=got.status,
            media_type=got.media_type,
            charset=got.charset,
            etag=got.etag,
            modified=got.modified,
            checked=got.checked,
            sha256=sha256,
            body=body,
        )
    )
