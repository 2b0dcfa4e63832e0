"""The themes that have been in use, so that the id of one that was retired is not used again."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; themes of stored concerns are known without it."""
    op.create_table(
        "theme_life",
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("theme", name="pk_theme_life"),
    )
