"""Answers between coordinators and residents, and areas that are followed."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables; nothing was answered and no area followed before."""
    op.create_table(
        "answer",
        sa.Column("id", _ID, nullable=False),
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("group_id", _ID, nullable=True),
        sa.Column("outbox_id", _ID, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _leads_to("answer", "concern", "CASCADE"),
        _leads_to("answer", "focus_group", "SET NULL", column="group_id"),
        _leads_to("answer", "outbox", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_answer"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_answer_concern_id", "answer", ["concern_id"])
    op.create_index("ix_answer_outbox_id", "answer", ["outbox_id"])
    op.create_table(
        "following",
        sa.Column("resident_id", _ID, nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        _leads_to("following", "resident", "CASCADE"),
        sa.PrimaryKeyConstraint("resident_id", "area", name="pk_following"),
    )
    op.create_index("ix_following_area", "following", ["area"])
    op.create_table(
        "followup",
        sa.Column("id", _ID, nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("theme", sa.String(), nullable=True),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("group_id", _ID, nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        _leads_to("followup", "focus_group", "SET NULL", column="group_id"),
        sa.PrimaryKeyConstraint("id", name="pk_followup"),
        sqlite_autoincrement=True,
    )


def _leads_to(
    table: str, other: str, when_deleted: str, *, column: str = ""
) -> sa.ForeignKeyConstraint:
    name = column or f"{other}_id"
    return sa.ForeignKeyConstraint(
        [name], [f"{other}.id"], name=f"fk_{table}_{name}", ondelete=when_deleted
    )
