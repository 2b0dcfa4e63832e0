"""The schema is brought to its newest revision, which most databases have."""

from alembic.script import ScriptDirectory

from storage.schema import NEWEST, alembic_config


def test_the_newest_revision_is_the_one_that_the_migrations_lead_to():
    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == NEWEST
