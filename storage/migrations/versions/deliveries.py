"""How a delivery went stands with the delivery, and what the admin must be told is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the columns and the table; deliveries so far count as waiting until looked at."""
    _delivery()
    op.add_column("digest", sa.Column("quotes_chosen", sa.Integer(), nullable=True))
    op.create_table(
        "notice",
        sa.Column("id", _ID, nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("outbox_ids", sa.JSON(), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_notice"),
        sa.UniqueConstraint("cause", "subject", name="uq_notice_cause_subject"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notice_told_at", "notice", ["told_at"])


def _delivery() -> None:
    # SQLite builds the table anew, and forgets meanwhile which messages belong to a delivery.
    op.execute(
        "CREATE TABLE outbox_of_delivery AS "
        "SELECT id, delivery_id FROM outbox WHERE delivery_id IS NOT NULL"
    )
    with op.batch_alter_table("delivery", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.alter_column("digest_id", existing_type=_ID, nullable=True)
        table.add_column(sa.Column("state", sa.String(), nullable=False, server_default="waiting"))
        table.add_column(sa.Column("reason", sa.String(), nullable=True))
        for name, given in (("sendings", "1"), ("attempts", "0"), ("doubtful", "0")):
            table.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default=given))
        for name in ("queued_at", "settled_at", "dismissed_at"):
            table.add_column(sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_delivery_state", "delivery", ["state"])
    op.execute("UPDATE delivery SET queued_at = created_at")
    op.execute(
        "UPDATE outbox SET delivery_id = (SELECT kept.delivery_id FROM outbox_of_delivery kept "
        "WHERE kept.id = outbox.id) WHERE id IN (SELECT id FROM outbox_of_delivery)"
    )
    op.execute("DROP TABLE outbox_of_delivery")
