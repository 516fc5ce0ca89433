"""What was fetched: the marks by which a server tells whether a page has changed, and the bytes of feeds."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table; it fills as addresses are fetched."""
    op.create_table(
        "fetched",
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("final", sa.Text, nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("media_type", sa.Text),
        sa.Column("charset", sa.Text),
        sa.Column("etag", sa.Text),
        sa.Column("modified", sa.Text),
        sa.Column("checked", sa.Float, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary),
    )
