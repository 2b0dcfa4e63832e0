"""Photos, voice messages and other files that residents send."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables; their content stands by itself, so that looking at a file's row is cheap."""
    op.create_table(
        "media",
        sa.Column("id", _ID, nullable=False),
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("telegram_message_id", _ID, nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("file_id", sa.LargeBinary(), nullable=True),
        sa.Column("file", sa.String(), nullable=True),
        sa.Column("album", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("media_type", sa.String(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("retry_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["concern.id"], name="fk_media_concern_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_media"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_media_concern_id", "media", ["concern_id"])
    op.create_index("ix_media_album", "media", ["album"])
    op.create_index("ix_media_state_retry_at", "media", ["state", "retry_at"])
    op.create_table(
        "media_content",
        sa.Column("media_id", _ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["media_id"], ["media.id"], name="fk_media_content_media_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("media_id", "position", name="pk_media_content"),
    )
