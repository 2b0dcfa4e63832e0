"""Residents who are muted, alerts in the same words, and messages about several concerns."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the column and the tables; nobody is muted so far, and no alert stands for others."""
    op.add_column(
        "concern", sa.Column("muted", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_table(
        "mute",
        sa.Column("resident_id", _ID, nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("muted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        _gone_with("mute", "resident"),
        sa.PrimaryKeyConstraint("resident_id", name="pk_mute"),
    )
    op.create_table(
        "alert_wave",
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("alerts", sa.Integer(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        _gone_with("alert_wave", "concern"),
        sa.PrimaryKeyConstraint("words", name="pk_alert_wave"),
    )
    op.create_index("ix_alert_wave_concern_id", "alert_wave", ["concern_id"])
    op.create_table(
        "outbox_concern",
        sa.Column("outbox_id", _ID, nullable=False),
        sa.Column("concern_id", _ID, nullable=False),
        _gone_with("outbox_concern", "outbox"),
        _gone_with("outbox_concern", "concern"),
        sa.PrimaryKeyConstraint("outbox_id", "concern_id", name="pk_outbox_concern"),
    )
    op.create_index("ix_outbox_concern_concern_id", "outbox_concern", ["concern_id"])


def _gone_with(table: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [f"{other}_id"], [f"{other}.id"], name=f"fk_{table}_{other}_id", ondelete="CASCADE"
    )
