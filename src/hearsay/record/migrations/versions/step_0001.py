"""The first tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

from hearsay.record.migrations.kinds import TEXT

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table of the first version."""
    op.create_table(
        "source",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "report",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", TEXT, nullable=False, unique=True),
    )
    op.create_table(
        "version",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("report.key"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("source", sa.String(64), sa.ForeignKey("source.sha256"), nullable=False),
        sa.Column("kept_at", TEXT, nullable=False),
        sa.UniqueConstraint("report", "number", name="version_number"),
        sa.UniqueConstraint("report", "source", name="version_source"),
    )
    _make_readings()
    _make_indexes()


def _make_readings() -> None:
    op.create_table(
        "reading",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("version", sa.Integer, sa.ForeignKey("version.key"), nullable=False),
        sa.Column("report", sa.Integer, sa.ForeignKey("report.key"), nullable=False),
        sa.Column("shown", sa.Boolean, nullable=False),
        sa.Column("line_sha256", sa.String(64), nullable=False),
        sa.Column("face_sha256", sa.String(64), nullable=False),
        sa.Column("uri", TEXT, nullable=False),
        sa.Column("headline", TEXT),
        sa.Column("outlet", TEXT),
        sa.Column("outlet_folded", TEXT),
        sa.Column("published", TEXT),
        sa.Column("day", TEXT),
        sa.UniqueConstraint("version", "line_sha256", name="reading_line"),
    )
    op.create_table(
        "line",
        sa.Column("reading", sa.Integer, sa.ForeignKey("reading.key"), primary_key=True),
        sa.Column("body", TEXT, nullable=False),
        sa.Column("proof", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "statement",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("reading", sa.Integer, sa.ForeignKey("reading.key"), nullable=False),
        sa.Column("attribution", TEXT, nullable=False),
        sa.Column("speaker", TEXT),
        sa.Column("speaker_type", TEXT),
        sa.Column("stance", TEXT, nullable=False),
        sa.UniqueConstraint("reading", "attribution", name="statement_attribution"),
    )


def _make_indexes() -> None:
    shown = sa.text("shown")
    op.create_index("reading_shown", "reading", ["report"], unique=True, sqlite_where=shown, postgresql_where=shown)
    op.create_index("reading_face", "reading", ["report", "face_sha256"])
    op.create_index("reading_day", "reading", ["day"])
    if op.get_context().dialect.name == "sqlite":
        # No text is kept (content=''), only forms; the ascii tokenizer takes them as they are.
        op.execute("CREATE VIRTUAL TABLE report_words USING fts5(text, names, content='', tokenize='ascii')")
        op.execute("CREATE VIRTUAL TABLE statement_words USING fts5(speaker, content, content='', tokenize='ascii')")
    else:
        _make_words("report_words", "")
        _make_words("statement_words", "speaker_", "content_")
        _make_sizes()


def _make_words(table: str, *columns: str) -> None:
    """An index of forms. Rows that are too large for it have no terms, and an index of their own."""
    held = [(sa.Column(f"{name}terms", TSVECTOR), sa.Column(f"{name}forms", TEXT, nullable=False)) for name in columns]
    keys = sa.Column("rowid", sa.Integer, primary_key=True, autoincrement=False)
    op.create_table(table, keys, sa.Column("size", sa.Integer, nullable=False), *(one for pair in held for one in pair))
    for name in columns:
        op.create_index(f"{table}_{name}terms", table, [f"{name}terms"], postgresql_using="gin")
        large = sa.text(f"{name}terms IS NULL")
        op.create_index(f"{table}_{name}large", table, ["rowid"], postgresql_where=large)


def _make_sizes() -> None:
    numbers = sa.Column("rows", sa.BigInteger, nullable=False), sa.Column("forms", sa.BigInteger, nullable=False)
    sizes = op.create_table("words_size", sa.Column("name", TEXT, primary_key=True), *numbers)
    names = ("report_words", "statement_words")
    op.bulk_insert(sizes, [{"name": name, "rows": 0, "forms": 0} for name in names])
