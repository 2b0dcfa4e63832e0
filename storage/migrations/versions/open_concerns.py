"""The open concerns are found by when they were told, however many are closed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index; closed concerns are not in it."""
    still_open = sa.text("closed_at IS NULL")
    op.create_index(
        "ix_concern_open",
        "concern",
        ["kind", "told_at"],
        sqlite_where=still_open,
        postgresql_where=still_open,
    )
