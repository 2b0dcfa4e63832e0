"""Several workers share an inbox: what one of them is handling is its own for a while."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what waits belongs to nobody."""
    op.add_column("inbox", sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True))
    op.add_column("inbox", sa.Column("leased_by", sa.String(), nullable=True))
