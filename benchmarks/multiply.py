"""``python -m benchmarks.multiply RECORD TIMES``: a record made many times as large, with all that was worked out.

Linking 100,000 reports takes hours on a small machine; what pages and the next report cost in a record of that size
can be measured sooner. Every row of a linked record is written again under other keys, ids and marks, so that tables
and indexes have the size, the depth and the families of the large record. What differs from an archive that was linked
report by report: names and words are those of the first part, each that many times as often, and marks are shared
within a part alone.
"""

from __future__ import annotations

import hashlib
import re
import sys
from typing import TYPE_CHECKING

import hearsay
from hearsay.record import fulltext, rows
from hearsay.record.lines import decoded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

LETTERS = "ghijklmnopqrstuwxyz"  # of ids: no hexadecimal ones, which ids of claims have, and not that of variants
_REPORT = re.compile(r"\bv(\d{7})\b")
_CLAIM = re.compile(r'"id":"([0-9a-f])([0-9a-f]{15})"')
_MARK = 0x5DEECE66D5DEECE6  # multiplied by the part, added to each mark in 64 bits, makes another one


def main(arguments: Sequence[str] | None = None) -> int:
    """Multiplies a record in place."""
    where, times = arguments if arguments is not None else sys.argv[1:]
    with hearsay.open_record(where) as record:
        record.link()
        with record._writing() as connection:
            sizes = _sizes(connection)
            for part, letter in enumerate(LETTERS[: int(times) - 1], 1):
                _copy(connection, part, letter, sizes)
            _index(connection, int(times), sizes)
            connection.exec_driver_sql("ANALYZE")
        print(f"{len(record):,} reports")
    return 0


def _sizes(connection: Connection) -> dict[str, int]:
    return {
        table: connection.exec_driver_sql(f"SELECT max(key) FROM {table}").scalar() or 0
        for table in ("report", "version", "reading", "statement")
    }


def _copy(connection: Connection, part: int, letter: str, sizes: dict[str, int]) -> None:
    r, v, d, s = (part * sizes[table] for table in ("report", "version", "reading", "statement"))
    first = sizes["report"]

    def renamed(words: str | None) -> str | None:
        return words and _CLAIM.sub(rf'"id":"{letter}\2"', _REPORT.sub(rf"{letter}\1", words))

    driver = connection.connection.driver_connection
    assert driver is not None
    driver.create_function("renamed", 1, renamed, deterministic=True)
    driver.create_function("digest", 1, lambda words: hashlib.sha256(words.encode()).hexdigest(), deterministic=True)
    driver.create_function("marked", 1, lambda key: _marked(key, part), deterministic=True)
    driver.create_function(
        "features", 1, lambda packed: re.sub(rb"v(\d{7})", letter.encode() + rb"\1", packed), deterministic=True
    )
    statements = [
        f"INSERT INTO report SELECT key + {r}, renamed(id) FROM report WHERE key <= {first}",
        (
            f"INSERT INTO version SELECT key + {v}, report + {r}, number, source, kept_at FROM version"
            f" WHERE report <= {first}"
        ),
        (
            f"INSERT INTO reading (key, version, report, shown, line_sha256, face_sha256, uri, headline, outlet,"
            f" outlet_folded, published, day) SELECT key + {d}, version + {v}, report + {r}, shown,"
            f" digest(renamed(line.body)), face_sha256, uri, headline, outlet, outlet_folded, published, day"
            f" FROM reading JOIN line ON line.reading = reading.key WHERE report <= {first}"
        ),
        f"INSERT INTO line SELECT reading + {d}, renamed(body), proof FROM line WHERE reading <= {sizes['reading']}",
        (
            f"INSERT INTO statement SELECT key + {s}, reading + {d}, attribution, speaker, speaker_type, stance"
            f" FROM statement WHERE key <= {sizes['statement']}"
        ),
        (
            f"INSERT INTO trace SELECT report + {r}, reading + {d}, features(features), marks FROM trace"
            f" WHERE report <= {first}"
        ),
        f"INSERT INTO mark SELECT marked(key), report + {r} FROM mark WHERE report <= {first}",
        f"INSERT INTO derivation SELECT report + {r}, of + {r}, renamed(body) FROM derivation WHERE report <= {first}",
        f"INSERT INTO link SELECT report + {r}, other + {r} FROM link WHERE report <= {first}",
        f"INSERT INTO member SELECT report + {r}, story + {r} FROM member WHERE report <= {first}",
        (
            f"INSERT INTO story (key, title, reports, outlets, origins, last_change, moment, body)"
            f" SELECT key + {r}, title, reports, outlets, origins, last_change, moment, renamed(body)"
            f" FROM story WHERE key <= {first}"
        ),
        (
            f"INSERT INTO claim (story, number, id, state, revised, sources, text) SELECT story + {r}, number,"
            f" '{letter}' || substr(id, 2), state, revised, sources, text FROM claim WHERE story <= {first}"
        ),
        (
            f"INSERT INTO standing (statement, story, number, state)"
            f" SELECT statement + {s}, story + {r}, number, state FROM standing WHERE story <= {first}"
        ),
    ]
    for statement in statements:
        connection.exec_driver_sql(statement)
    print(f"part {part} of ids {letter}…", file=sys.stderr)


def _marked(key: int, part: int) -> int:
    """Another mark, of 64 bits with a sign."""
    return (key + part * _MARK + (1 << 63)) % (1 << 64) - (1 << 63)


def _index(connection: Connection, times: int, sizes: dict[str, int]) -> None:
    """The full-text indexes of all parts but the first, whose forms are the same."""
    d, s = sizes["reading"], sizes["statement"]
    lines = connection.exec_driver_sql(f"SELECT reading, body FROM line WHERE reading <= {d}")
    for key, body in lines.fetchall():
        beside = rows.derive(decoded(body, str(key)))
        query = "SELECT key FROM statement WHERE reading = ? ORDER BY key"
        keys = connection.exec_driver_sql(query, (key,)).scalars().all()
        for part in range(1, times):
            fulltext.index_readings(connection, [(key + part * d, beside.text_forms, beside.name_forms)])
            fulltext.index_statements(
                connection,
                [
                    (one + part * s, row.speaker_forms, row.content_forms)
                    for one, row in zip(keys, beside.statements, strict=True)
                ],
            )


if __name__ == "__main__":
    sys.exit(main())
