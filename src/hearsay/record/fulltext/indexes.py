"""The two indexes, as queries name them: the key of a row, and what a server keeps under it.

SQLite keeps what it needs in tables of its own, and knows the key alone.
"""

from sqlalchemy import column, table

REPORT_WORDS = table("report_words", *map(column, ("rowid", "size", "terms", "forms")))
STATEMENT_WORDS = table(
    "statement_words",
    *map(column, ("rowid", "size", "speaker_terms", "speaker_forms", "content_terms", "content_forms")),
)

COLUMNS = {"report_words": ("text", "names"), "statement_words": ("speaker", "content")}
"""What the forms of a row are of."""
