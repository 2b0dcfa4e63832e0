"""A language that a resident has chosen is not overridden by that of their Telegram."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; so far nobody has chosen."""
    op.add_column(
        "resident",
        sa.Column("language_chosen", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
