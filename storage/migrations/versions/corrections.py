"""What residents and coordinators say is right, kept beside what was read."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table; what was corrected before has no row."""
    op.create_table(
        "correction",
        sa.Column("id", _ID, nullable=False),
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("read_area", sa.String(), nullable=True),
        sa.Column("read_names", sa.JSON(), nullable=False),
        sa.Column("said_area", sa.String(), nullable=True),
        sa.Column("said_names", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("config_version", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["concern_id"],
            ["concern.id"],
            name="fk_correction_concern_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_correction"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_correction_concern_id", "correction", ["concern_id"])
