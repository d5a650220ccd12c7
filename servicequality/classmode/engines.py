"""The databases that a store may have: how each is opened, and what its errors mean."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import exc

BUSY_SECONDS = 3.0


class StoreUnavailableError(Exception):
    """Nothing was stored: `code` is `store_busy`, `store_full` or `store_gone`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class StoreError(Exception):
    """The store cannot be used at all; the text says why, for whoever starts the server."""


def store_url(text: str | None, path: Path) -> sa.URL:
    """The store's URL: the one given, or that of a SQLite file.

    Raises StoreError where it is not one of SQLite or PostgreSQL.
    """
    try:
        url = sa.make_url(text) if text else sa.URL.create("sqlite", database=str(path))
    except exc.ArgumentError:
        raise StoreError("The address of the database is not a URL.") from None
    name = url.get_backend_name()
    if name in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if name != "sqlite" or not url.database or url.database == ":memory:":
        raise StoreError("The database must be a file of SQLite, or PostgreSQL.")
    return url.set(drivername="sqlite+pysqlite")


def sqlite_engine(path: Path, busy_seconds: float) -> sa.Engine:
    """SQLite in a file, which only this user may read."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(f"The store of answers cannot be opened: {error}") from error
    engine = sa.create_engine(
        sa.URL.create("sqlite+pysqlite", database=str(path)),
        pool_size=8,
        max_overflow=0,
        pool_timeout=busy_seconds,
        connect_args={"timeout": busy_seconds},
    )

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        # Transactions are begun below, not by Python's module at the first change.
        connection.isolation_level = None
        # A Mac's disk says that it has written what it has not, unless it is asked for `fullfsync`.
        for pragma in (
            "synchronous=FULL",
            "fullfsync=ON",
            "checkpoint_fullfsync=ON",
            "foreign_keys=ON",
            "secure_delete=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
        if journal_mode(connection, busy_seconds) != "wal":
            raise sqlite3.OperationalError("this place has no room for a log beside the file")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def journal_mode(connection: sqlite3.Connection, busy_seconds: float) -> str:
    """Asks for a log beside the file; gives the mode that SQLite has chosen.

    Where several servers open a new store at once, one changes the mode. SQLite lets the others
    wait for whatever else, but not for that.
    """
    ends = time.monotonic() + busy_seconds
    while True:
        try:
            return str(connection.execute("PRAGMA journal_mode=WAL").fetchone()[0])
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() >= ends:
                raise
            time.sleep(0.02)


def postgresql_engine(url: sa.URL, busy_seconds: float) -> sa.Engine:
    """PostgreSQL, which says so rather than wait for long."""
    wait = int(busy_seconds * 1000)
    settings = f"-c synchronous_commit=on -c lock_timeout={wait} -c statement_timeout={3 * wait}"
    return sa.create_engine(
        url,
        pool_pre_ping=True,
        pool_size=8,
        max_overflow=0,
        pool_timeout=busy_seconds,
        connect_args={"connect_timeout": 5, "options": settings},
    )


@contextmanager
def unavailable_errors() -> Iterator[None]:
    """Turns what a store says when it is busy, full or gone into StoreUnavailableError."""
    try:
        yield
    except exc.TimeoutError as error:
        raise StoreUnavailableError("store_busy") from error
    except exc.DBAPIError as error:
        code = code_of(error)
        if code is None:
            raise
        raise StoreUnavailableError(code) from error


SQLITE_CODES = {
    sqlite3.SQLITE_BUSY: "store_busy",
    sqlite3.SQLITE_LOCKED: "store_busy",
    sqlite3.SQLITE_FULL: "store_full",
}
# PostgreSQL: a lock or statement took too long, a deadlock, transactions that cannot both be.
POSTGRESQL_CODES = {
    "55P03": "store_busy",
    "57014": "store_busy",
    "40P01": "store_busy",
    "40001": "store_busy",
    "53100": "store_full",
}


def code_of(error: exc.DBAPIError) -> str | None:
    """What an error of a database means; None where it is a fault of this program."""
    cause = error.orig
    if isinstance(error, (exc.IntegrityError, exc.ProgrammingError, exc.DataError)):
        return None
    if isinstance(cause, sqlite3.Error):
        # The lowest byte is the kind of error.
        number = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        return SQLITE_CODES.get(number, "store_gone")
    return POSTGRESQL_CODES.get(getattr(cause, "sqlstate", None) or "", "store_gone")
