"""Stores to test with: SQLite in a file, and PostgreSQL.

PostgreSQL is the server that the environment names, else one of the tests' own, made with Debian's
programs where they are installed and gone when the tests end.
"""

from __future__ import annotations

import atexit
import functools
import os
import pwd
import re
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from servicequality.classmode.engines import store_url

# A server on which databases may be made: postgresql://user@host/postgres
SERVER = "SERVICEQUALITY_TEST_DATABASE_URL"
BACKENDS = ["sqlite", "postgresql"]
PROGRAMS = Path("/usr/lib/postgresql")
# Who may run a server where the tests are root's: PostgreSQL refuses root.
OTHERS = ("postgres", "nobody")
SECONDS = 60


class NoServerError(Exception):
    """There is no PostgreSQL to test with; the text says why."""


@contextmanager
def empty_database(backend: str, folder: Path) -> Iterator[sa.URL]:
    """The URL of a database with nothing in it, which is gone afterwards."""
    if backend == "sqlite":
        yield store_url(None, folder / "answers.sqlite3")
        return
    try:
        url = server()
    except NoServerError as error:
        pytest.skip(f"no PostgreSQL server: {error}")
    name = f"class_{secrets.token_hex(6)}"
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    try:
        yield url.set(database=name)
    finally:
        with engine.connect() as connection:
            connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))


def server() -> sa.URL:
    """The URL of a server of PostgreSQL. Raises NoServerError where there is none."""
    named = os.environ.get(SERVER)
    if named:
        return store_url(named, Path())
    found = own_server()
    if isinstance(found, NoServerError):
        raise found
    return found


@functools.cache
def own_server() -> sa.URL | NoServerError:
    """The URL of a server that is started now and ends with the tests, or why there is none."""
    try:
        cluster = Cluster()
        atexit.register(cluster.remove)
        cluster.make()
        cluster.start()
    except NoServerError as error:
        return error
    return cluster.url


class Cluster:
    """A server of PostgreSQL in a folder of its own, on a port of loopback."""

    def __init__(self) -> None:
        """Raises NoServerError where its programs are not installed, or nobody may run them."""
        found = sorted(PROGRAMS.glob("*/bin"), key=lambda path: version(path.parent.name))
        if not found:
            raise NoServerError(
                f"{SERVER} does not name one, and {PROGRAMS} has no programs to start one "
                "(apt-get install postgresql)"
            )
        self.programs = found[-1]
        self.user = unprivileged()
        self.folder = Path(tempfile.mkdtemp(prefix="class-postgresql-"))
        self.data = self.folder / "data"
        self.password = secrets.token_urlsafe(12)
        self.process: subprocess.Popen[bytes] | None = None
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]

    @property
    def url(self) -> sa.URL:
        """Where it is."""
        at = f"127.0.0.1:{self.port}"
        return store_url(f"postgresql://course:{self.password}@{at}/postgres", Path())

    def make(self) -> None:
        """Makes its files."""
        secret = self.folder / "password"
        secret.write_text(self.password, encoding="utf-8")
        if self.user:
            for path in (self.folder, secret):
                shutil.chown(path, self.user)
        made = subprocess.run(
            [self.programs / "initdb", "--pgdata", self.data, "--username", "course",
             "--auth", "scram-sha-256", "--pwfile", secret, "--encoding", "UTF8", "--no-locale"],
            capture_output=True, text=True, check=False, **self.as_user(),
        )  # fmt: skip
        if made.returncode:
            raise NoServerError(f"initdb said: {made.stderr.strip()}")

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", self.data, "-p", str(self.port),
                 "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
                stdout=log, stderr=log, **self.as_user(),
            )  # fmt: skip
        engine = sa.create_engine(self.url, poolclass=sa.NullPool)
        deadline = time.monotonic() + SECONDS
        while True:
            try:
                with engine.connect():
                    return
            except sa.exc.OperationalError as error:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    said = (self.folder / "log").read_text(encoding="utf-8", errors="replace")
                    raise NoServerError(f"it did not start: {said[-500:]}") from error
                time.sleep(0.05)

    def stop(self) -> None:
        """Stops it at once, whatever is connected."""
        if self.process is not None:
            # What PostgreSQL calls an immediate shutdown; its children end too.
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(SECONDS)
            self.process = None

    def remove(self) -> None:
        """Stops it, and removes its files."""
        self.stop()
        shutil.rmtree(self.folder)

    def as_user(self) -> dict[str, Any]:
        """Options of a process that is to run as `user`."""
        if not self.user:
            return {"cwd": self.folder}
        return {"cwd": self.folder, "user": self.user, "group": pwd.getpwnam(self.user).pw_gid,
                "extra_groups": []}  # fmt: skip


def version(name: str) -> list[int]:
    """The parts of a version, to compare it by."""
    return [int(part) for part in re.findall(r"\d+", name)]


def unprivileged() -> str:
    """Who is to run a server; empty for whoever runs the tests. Raises NoServerError for nobody."""
    if os.geteuid() != 0:
        return ""
    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in OTHERS:
        if name in known:
            return name
    raise NoServerError("the tests are run by root, who may not run it, and there is nobody else")
