"""Bringing a store up to date: Alembic over the connection that it is given, or prints SQL."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

VERSION_TABLE = "class_version"


class NewerStoreError(Exception):
    """The store was written by a newer edition of the course."""


def config(connection: Connection) -> Config:
    """Alembic's settings, without a file."""
    found = Config()
    found.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    found.attributes["connection"] = connection
    return found


def upgrade(connection: Connection) -> None:
    """Brings the tables up to date, inside the connection's own transaction.

    Raises NewerStoreError where the store is of a newer edition than this.
    """
    settings = config(connection)
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    known = {script.revision for script in ScriptDirectory.from_config(settings).walk_revisions()}
    if set(context.get_current_heads()) - known:
        raise NewerStoreError
    command.upgrade(settings, "head")
