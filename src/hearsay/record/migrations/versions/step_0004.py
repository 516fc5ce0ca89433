"""What is watched: sources and their items, questions and how they stood, messages and their deliveries."""

import sqlalchemy as sa
from alembic import op

from hearsay.record.migrations.kinds import TEXT

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; they fill as ``hearsay watch`` runs."""
    op.create_table(
        "watched_source",
        sa.Column("address", TEXT, primary_key=True),
        sa.Column("due", sa.Float, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("why", TEXT),
    )
    op.create_table(
        "watched_item",
        sa.Column("source", TEXT, primary_key=True),
        sa.Column("name", TEXT, primary_key=True),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("due", sa.Float),
        sa.Column("looked", sa.Integer, nullable=False),
        sa.Column("outcome", TEXT, nullable=False),
        sa.Column("body", TEXT, nullable=False),
    )
    op.create_table(
        "watched_question",
        sa.Column("name", TEXT, primary_key=True),
        sa.Column("asked", TEXT, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("seen", sa.Integer, nullable=False),
        sa.Column("body", TEXT, nullable=False),
    )
    op.create_table(
        "message",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(64), nullable=False, unique=True),
        sa.Column("body", TEXT, nullable=False),
    )
    op.create_table(
        "delivery",
        sa.Column("message", sa.Integer, sa.ForeignKey("message.number"), primary_key=True),
        sa.Column("channel", TEXT, primary_key=True),
        sa.Column("due", sa.Float),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("why", TEXT),
    )
    op.create_index("watched_item_due", "watched_item", ["source", "due"])
    op.create_index("delivery_due", "delivery", ["channel", "due"])
