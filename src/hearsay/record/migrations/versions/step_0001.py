"""The first tables."""

import sqlalchemy as sa
from alembic import op

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
        sa.Column("id", sa.Text, nullable=False, unique=True),
    )
    op.create_table(
        "version",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("report.key"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("source", sa.String(64), sa.ForeignKey("source.sha256"), nullable=False),
        sa.Column("kept_at", sa.Text, nullable=False),
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
        sa.Column("uri", sa.Text, nullable=False),
        sa.Column("headline", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("outlet_folded", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("day", sa.Text),
        sa.UniqueConstraint("version", "line_sha256", name="reading_line"),
    )
    op.create_table(
        "line",
        sa.Column("reading", sa.Integer, sa.ForeignKey("reading.key"), primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("proof", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "statement",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("reading", sa.Integer, sa.ForeignKey("reading.key"), nullable=False),
        sa.Column("attribution", sa.Text, nullable=False),
        sa.Column("speaker", sa.Text),
        sa.Column("speaker_type", sa.Text),
        sa.Column("stance", sa.Text, nullable=False),
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
