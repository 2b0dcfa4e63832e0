"""When a concern was closed stands with the concern."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what is closed already was so by its last logged change, or from the first.

    Until now a closing was dated by the audit log, one without an entry by its recording.
    """
    op.add_column("concern", sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(
        "UPDATE concern SET closed_at = coalesce("
        "(SELECT max(audit.at) FROM audit WHERE audit.action = 'concern_status_set' "
        "AND audit.subject = 'concern:' || concern.id), concern.recorded_at) "
        "WHERE concern.status IN ('done', 'closed')"
    )
