"""The first schema: everything."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make all tables, and the triggers that keep the audit log as it is."""
    _audit()
    _digest()
    _focus_group()
    _inbox()
    _meta()
    _resident()
    _tombstone()
    _concern()
    _conversation()
    _delivery()
    _invite()
    _concern_place()
    _concern_theme()
    _digest_quote()
    _message()
    _outbox()
    _audit_only_grows()


def _audit_only_grows() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_no_{action.lower()} BEFORE {action} ON audit "
                "BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()"
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", _ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_at", "audit", ["at"])


def _digest() -> None:
    op.create_table(
        "digest",
        sa.Column("id", _ID, nullable=False),
        sa.Column("focus_area", sa.String(), nullable=False),
        sa.Column("week", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_digest"),
        sa.UniqueConstraint("focus_area", "week", name="uq_digest_focus_area_week"),
        sqlite_autoincrement=True,
    )


def _focus_group() -> None:
    op.create_table(
        "focus_group",
        sa.Column("id", _ID, nullable=False),
        sa.Column("focus_area", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=True),
        sa.Column("chat_id", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_focus_group"),
        sa.UniqueConstraint("focus_area", "chat", name="uq_focus_group_focus_area_chat"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_focus_group_chat", "focus_group", ["chat"])


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", _ID, autoincrement=False, nullable=False),
        sa.Column("chat", sa.String(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("retry_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("update_id", name="pk_inbox"),
    )
    op.create_index("ix_inbox_chat_state_update_id", "inbox", ["chat", "state", "update_id"])
    op.create_index("ix_inbox_state_update_id", "inbox", ["state", "update_id"])


def _meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )


def _resident() -> None:
    op.create_table(
        "resident",
        sa.Column("id", _ID, nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("telegram_id", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_resident"),
        sa.UniqueConstraint("chat", name="uq_resident_chat"),
        sqlite_autoincrement=True,
    )


def _tombstone() -> None:
    op.create_table(
        "tombstone",
        sa.Column("id", _ID, nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("external", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tombstone"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tombstone_external", "tombstone", ["external"])
    op.create_index("ix_tombstone_reference", "tombstone", ["reference"])


def _concern() -> None:
    op.create_table(
        "concern",
        sa.Column("id", _ID, nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("resident_id", _ID, nullable=True),
        sa.Column("pseudonym", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("urgency", sa.String(), nullable=False),
        sa.Column("recurring", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("needs_human", sa.Boolean(), nullable=False),
        sa.Column("config_version", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name="fk_concern_resident_id"),
        sa.PrimaryKeyConstraint("id", name="pk_concern"),
        sa.UniqueConstraint("external_id", name="uq_concern_external_id"),
        sa.UniqueConstraint("reference", name="uq_concern_reference"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_concern_resident_id", "concern", ["resident_id"])
    op.create_index("ix_concern_told_at", "concern", ["told_at"])


def _conversation() -> None:
    op.create_table(
        "conversation",
        sa.Column("resident_id", _ID, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name="fk_conversation_resident_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("resident_id", name="pk_conversation"),
    )


def _delivery() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", _ID, nullable=False),
        sa.Column("digest_id", _ID, nullable=False),
        sa.Column("group_id", _ID, nullable=False),
        sa.Column("week", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["digest_id"], ["digest.id"], name="fk_delivery_digest_id"),
        sa.ForeignKeyConstraint(["group_id"], ["focus_group.id"], name="fk_delivery_group_id"),
        sa.PrimaryKeyConstraint("id", name="pk_delivery"),
        sa.UniqueConstraint("group_id", "week", name="uq_delivery_group_id_week"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_delivery_digest_id", "delivery", ["digest_id"])


def _invite() -> None:
    op.create_table(
        "invite",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("focus_area", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("group_id", _ID, nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["focus_group.id"], name="fk_invite_group_id"),
        sa.PrimaryKeyConstraint("code", name="pk_invite"),
    )


def _concern_place() -> None:
    op.create_table(
        "concern_place",
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["concern.id"], name="fk_concern_place_concern_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("concern_id", "position", name="pk_concern_place"),
    )


def _concern_theme() -> None:
    op.create_table(
        "concern_theme",
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["concern.id"], name="fk_concern_theme_concern_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("concern_id", "position", name="pk_concern_theme"),
    )


def _digest_quote() -> None:
    op.create_table(
        "digest_quote",
        sa.Column("digest_id", _ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["concern.id"], name="fk_digest_quote_concern_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["digest_id"], ["digest.id"], name="fk_digest_quote_digest_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("digest_id", "position", name="pk_digest_quote"),
    )
    op.create_index("ix_digest_quote_concern_id", "digest_quote", ["concern_id"])


def _message() -> None:
    op.create_table(
        "message",
        sa.Column("id", _ID, nullable=False),
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("telegram_message_id", _ID, nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.Column("masked", sa.Text(), nullable=False),
        sa.Column("reading", sa.JSON(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["concern.id"], name="fk_message_concern_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_message"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_message_concern_id", "message", ["concern_id"])


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", _ID, nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("doubtful", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("message_id", _ID, nullable=True),
        sa.Column("concern_id", _ID, nullable=True),
        sa.Column("delivery_id", _ID, nullable=True),
        sa.Column("inbox_update_id", _ID, nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["concern.id"], name="fk_outbox_concern_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["delivery.id"], name="fk_outbox_delivery_id", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_chat_state_id", "outbox", ["chat", "state", "id"])
    op.create_index("ix_outbox_concern_id", "outbox", ["concern_id"])
    op.create_index("ix_outbox_delivery_id", "outbox", ["delivery_id"])
    op.create_index("ix_outbox_state_priority_id", "outbox", ["state", "priority", "id"])
