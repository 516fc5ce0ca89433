"""What is watched: sources and their items, questions and how they stood, messages and their deliveries."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; they fill as ``hearsay watch`` runs."""
    op.create_table(
        "watched_source",
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("due", sa.Float, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("why", sa.Text),
    )
    op.create_table(
        "watched_item",
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("due", sa.Float),
        sa.Column("looked", sa.Integer, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "watched_question",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("asked", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("seen", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "message",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(64), nullable=False, unique=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "delivery",
        sa.Column("message", sa.Integer, sa.ForeignKey("message.number"), primary_key=True),
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("due", sa.Float),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("why", sa.Text),
    )
    op.create_index("watched_item_due", "watched_item", ["source", "due"])
    op.create_index("delivery_due", "delivery", ["channel", "due"])
