"""What Alembic runs for each command: it works on the connection that it was handed."""

from __future__ import annotations

from alembic import context

from servicequality.classmode.migrations import VERSION_TABLE
from servicequality.classmode.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    # SQLite changes a table by writing it anew.
    render_as_batch=True,
    # The caller's transaction holds the whole upgrade.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
