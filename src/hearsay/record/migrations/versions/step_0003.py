"""What was fetched: the marks by which a server tells whether a page has changed, and the bytes of feeds."""

import sqlalchemy as sa
from alembic import op

from hearsay.record.migrations.kinds import TEXT

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table; it fills as addresses are fetched."""
    op.create_table(
        "fetched",
        sa.Column("address", TEXT, primary_key=True),
        sa.Column("final", TEXT, nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("media_type", TEXT),
        sa.Column("charset", TEXT),
        sa.Column("etag", TEXT),
        sa.Column("modified", TEXT),
        sa.Column("checked", sa.Float, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary),
    )
