"""Concerns that are kept by a decision, whatever retention says."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table; nothing is held so far."""
    op.create_table(
        "hold",
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["concern.id"], name="fk_hold_concern_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("concern_id", name="pk_hold"),
    )
