"""A server takes the connections of a whole hall, whatever the system allows a process at first."""

from __future__ import annotations

import os
import resource
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from servicequality.classmode.listening import raise_limit_of_files
from servicequality.classmode.start import DATABASE

PHONES = 200
FEW_FILES = 100

# Says its port, and serves with few open files to begin with.
STARTED_WITH_FEW = f"""
import resource, sys
_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, ({FEW_FILES}, most))
from servicequality.classmode.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """That of a server which was allowed few open files when it started."""
    if resource.getrlimit(resource.RLIMIT_NOFILE)[0] < PHONES + 50:
        pytest.skip(f"this process may not have {PHONES} connections itself")
    process = subprocess.Popen(
        [sys.executable, "-c", STARTED_WITH_FEW, "--port", "0",
         "--file", str(tmp_path / "answers.sqlite3")],
        stdout=subprocess.PIPE, text=True,
        env={name: value for name, value in os.environ.items() if name != DATABASE},
    )  # fmt: skip
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline().split(":")[2].split("/")[0])
    finally:
        process.kill()
        process.wait(60)


def test_more_phones_than_files_were_allowed_are_answered(port: int) -> None:
    asked = b"GET /class/api/rooms/00000000 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with ExitStack() as stack:
        phones = [
            stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=60))
            for _ in range(PHONES)
        ]
        for phone in phones:
            phone.sendall(asked)
        # All stay connected, as browsers do.
        assert {phone.recv(12) for phone in phones} == {b"HTTP/1.1 404"}


def test_the_limit_is_never_lowered() -> None:
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert raise_limit_of_files(1) >= min(now, most)
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (now, most)


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        found = subprocess.run(
            [sys.executable, "-m", "servicequality.classmode", "--port", str(taken),
             "--file", str(tmp_path / "answers.sqlite3")],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert found.returncode == 1
    assert str(taken) in found.stderr
    assert "Traceback" not in found.stderr
    assert not (tmp_path / "answers.sqlite3").exists()
