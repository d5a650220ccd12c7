"""A server that is killed: every acknowledged answer is there afterwards, none twice.

As many times as `SERVICEQUALITY_KILLS` says, ten where it says nothing.
"""

from __future__ import annotations

import http.client
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from servicequality.classmode.schema import answers
from servicequality.classmode.start import DATABASE, TOKEN
from servicequality.classmode.store import Store
from tests.class_api import Api, start
from tests.class_stores import BACKENDS, empty_database

KILLS = int(os.environ.get("SERVICEQUALITY_KILLS", "10"))
STUDENTS = 12
SECRET = "a token for this test alone"


@contextmanager
def server(url: sa.URL) -> Iterator[tuple[Api, subprocess.Popen[str]]]:
    """A server in a process of its own."""
    shown = url.render_as_string(hide_password=False)
    process = subprocess.Popen(
        [sys.executable, "-m", "servicequality.classmode", "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, DATABASE: shown, TOKEN: SECRET},
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r":(\d+)/", line)
        assert found, f"the server ended before it gave an address; it said: {line!r}"
        yield Api(int(found[1]), SECRET), process
    finally:
        process.kill()
        process.wait(60)


class Student(threading.Thread):
    """Sends one answer after another, each until it is acknowledged or the server is gone."""

    def __init__(self, api: Api, code: str, number: int, name: str, sequence: int) -> None:
        super().__init__(daemon=True)
        self.api, self.code, self.number = api, code, number
        self.client, self.sequence, self.began = name, sequence, sequence
        self.acknowledged = sequence
        self.fault: Exception | None = None

    def run(self) -> None:
        """Until the server is gone."""
        try:
            while True:
                self.sequence += 1
                reply = self.send(self.api)
                assert reply == self.sequence
                self.acknowledged = reply
        except (OSError, http.client.HTTPException):
            return
        except Exception as error:
            self.fault = error

    def send(self, api: Api) -> int:
        """Sends the answer that waits; gives the sequence that is acknowledged."""
        values = start(perception=1 + self.sequence % 7)
        reply = api.send(self.code, self.number, values, self.client, self.sequence)
        # A student on a phone sends less often, so that the rate of one is of no use here.
        while reply.status == 429:
            time.sleep(0.05)
            reply = api.send(self.code, self.number, values, self.client, self.sequence)
        assert reply.status == 200, reply.content
        sequence: int = reply.json["sequence"]
        return sequence


@pytest.mark.parametrize("backend", BACKENDS)
def test_what_was_acknowledged_is_there_after_a_kill(backend: str, tmp_path: Path) -> None:
    chance = random.Random(11)
    before = [0] * STUDENTS
    acknowledged = 0
    with empty_database(backend, tmp_path) as url, ExitStack() as servers:
        api, process = servers.enter_context(server(url))
        code = api.room()
        number = api.round(code)
        for _ in range(KILLS):
            students = [
                Student(api, code, number, f"s{place}", sequence)
                for place, sequence in enumerate(before)
            ]
            for student in students:
                student.start()
            deadline = time.monotonic() + 60
            while (
                any(student.acknowledged == student.began for student in students)
                and time.monotonic() < deadline
            ):
                time.sleep(0.002)
            # Now in the middle of one batch, now of another.
            time.sleep(chance.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
            process.wait(60)
            for student in students:
                student.join(60)
            assert [student.fault for student in students] == [None] * STUDENTS
            api, process = servers.enter_context(server(url))
            for student in students:
                (kept,) = api.standing(code, student.client)
                assert kept is not None
                # The last one may be stored without a word, never the other way round.
                assert student.began < student.acknowledged <= kept <= student.sequence
                # What was waiting arrives now, once.
                assert student.send(api) == student.sequence
                assert api.standing(code, student.client) == [student.sequence]
                acknowledged += student.acknowledged - student.began
            before = [student.sequence for student in students]
        assert acknowledged >= KILLS * STUDENTS
        store = Store(url)
        with store.engine.begin() as connection:
            rows = connection.execute(sa.select(answers.c.client, answers.c.sequence)).all()
        store.close()
        assert sorted(row.sequence for row in rows) == sorted(before)
        assert len({row.client for row in rows}) == STUDENTS


def test_a_server_that_is_told_to_end_ends(tmp_path: Path) -> None:
    with (
        empty_database("sqlite", tmp_path) as url,
        server(url) as (api, process),
    ):
        api.room()
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0


def test_a_store_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    found = subprocess.run(
        [sys.executable, "-m", "servicequality.classmode", "--file",
         str(tmp_path / "file" / "x.sqlite3")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode == 1
    assert "cannot be opened" in found.stderr
    assert "Traceback" not in found.stderr
