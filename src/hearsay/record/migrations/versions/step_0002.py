"""What was worked out across reports: traces, derivations, links, stories, claims."""

import sqlalchemy as sa
from alembic import op

from hearsay.record.migrations.kinds import TEXT

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; they fill as reports are linked."""
    _make_neighbourhood()
    _make_stories()
    op.create_index("trace_reading", "trace", ["reading"])
    op.create_index("derivation_of", "derivation", ["of"])
    op.create_index("member_story", "member", ["story"])
    op.create_index("story_moment", "story", ["moment"])
    op.create_index("claim_id", "claim", ["id"])


def _make_neighbourhood() -> None:
    op.create_table(
        "trace",
        sa.Column("report", sa.Integer, sa.ForeignKey("report.key"), primary_key=True),
        sa.Column("reading", sa.Integer, sa.ForeignKey("reading.key"), nullable=False),
        sa.Column("features", sa.LargeBinary, nullable=False),
        sa.Column("marks", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "mark",
        sa.Column("key", sa.BigInteger, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("report.key"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "derivation",
        sa.Column("report", sa.Integer, sa.ForeignKey("report.key"), primary_key=True),
        sa.Column("of", sa.Integer, sa.ForeignKey("report.key"), primary_key=True),
        sa.Column("body", TEXT, nullable=False),
    )
    op.create_table(
        "link",
        sa.Column("report", sa.Integer, sa.ForeignKey("report.key"), primary_key=True),
        sa.Column("other", sa.Integer, sa.ForeignKey("report.key"), primary_key=True),
        sqlite_with_rowid=False,
    )


def _make_stories() -> None:
    op.create_table(
        "member",
        sa.Column("report", sa.Integer, sa.ForeignKey("report.key"), primary_key=True),
        sa.Column("story", sa.Integer, sa.ForeignKey("report.key"), nullable=False),
    )
    op.create_table(
        "story",
        sa.Column("key", sa.Integer, sa.ForeignKey("report.key"), primary_key=True),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("reports", sa.Integer, nullable=False),
        sa.Column("outlets", sa.Integer, nullable=False),
        sa.Column("origins", sa.Integer, nullable=False),
        sa.Column("last_change", TEXT),
        sa.Column("moment", TEXT),
        sa.Column("body", TEXT),
    )
    op.create_table(
        "claim",
        sa.Column("story", sa.Integer, sa.ForeignKey("story.key"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("revised", sa.Boolean, nullable=False),
        sa.Column("sources", sa.Integer, nullable=False),
        sa.Column("text", TEXT, nullable=False),
    )
