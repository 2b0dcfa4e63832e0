"""A group may be a mailbox, and what is being sent belongs to one bot for a while."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; groups so far are chats, and what is being sent belongs to nobody."""
    op.add_column("focus_group", sa.Column("address", sa.LargeBinary(), nullable=True))
    op.add_column("outbox", sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True))
