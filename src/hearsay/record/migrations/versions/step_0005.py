"""How what a statement says stands, to be searched for; stories in the order of their last change by an index alone."""

import sqlalchemy as sa
from alembic import op

from hearsay.record.migrations.kinds import TEXT

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table; it fills as stories are told, so those that were told before are told anew."""
    op.create_table(
        "standing",
        sa.Column("statement", sa.Integer, sa.ForeignKey("statement.key"), primary_key=True),
        sa.Column("story", sa.Integer, sa.ForeignKey("story.key"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("state", TEXT, nullable=False),
    )
    op.create_index("standing_story", "standing", ["story"])
    op.create_index("standing_state", "standing", ["state"])
    op.create_index("statement_speaker", "statement", ["speaker", "speaker_type", "reading"])
    op.create_index("reading_outlet", "reading", ["outlet_folded"])
    op.create_index("claim_state", "claim", ["state"])
    op.execute("CREATE INDEX reading_newest ON reading (coalesce(day, ''), key)")
    op.execute("UPDATE story SET moment = '' WHERE moment IS NULL")
    op.execute("UPDATE story SET body = NULL")
    with op.batch_alter_table("story") as story:
        story.alter_column("moment", existing_type=TEXT, nullable=False)
