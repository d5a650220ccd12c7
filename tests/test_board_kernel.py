"""The board in a kernel, as on its page: what goes on there beside clicks."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

from servicequality.board.client import ADDRESS, TOKEN, URL
from servicequality.classmode.engines import store_url
from servicequality.classmode.store import Store
from tests.class_api import running

PATIENCE = 90  # seconds for a busy machine; nothing here is timed
STUDENTS = 5

Run = Callable[[str], str]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """Runs code in a kernel of the board and gives what it prints."""
    with running(Store(store_url(None, tmp_path / "answers.sqlite3"))) as api:
        told = {URL: f"http://127.0.0.1:{api.port}", TOKEN: api.token, ADDRESS: "http://h:1"}
        manager, client = start_new_kernel(env={**os.environ, **told})

        def run(code: str) -> str:
            printed: list[str] = []

            def note(message: dict) -> None:  # type: ignore[type-arg]
                if message["msg_type"] == "stream":
                    printed.append(message["content"]["text"])

            reply = client.execute_interactive(code, output_hook=note, timeout=PATIENCE)
            assert reply["content"]["status"] == "ok", reply["content"]
            return "".join(printed)

        try:
            yield run
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def waits_for(run: Run, expression: str) -> None:
    """Waits until an expression is true in the kernel."""
    ends = time.monotonic() + PATIENCE
    while run(f"print(bool({expression}))").strip() != "True":
        assert time.monotonic() < ends, expression
        time.sleep(0.2)


def test_simulated_students_answer_and_the_count_follows_by_itself(run: Run) -> None:
    run("from servicequality.board import board\npage = board()")
    run("page.room.promise.value = 'rehearsal'\npage.room.open.click()")
    run("page.ask.exercise.value = 'exercise/gap-explorer'\npage.ask.open.click()")
    assert "sq-board-answers" in run("print(page.round.count.value)")
    run(f"page.round.students.value = {STUDENTS}\npage.round.let_answer.click()")
    waits_for(run, f"'>{STUDENTS}<' in page.round.count.value")
    waits_for(run, f"'{STUDENTS} of {STUDENTS}' in page.round.simulated.value")
    run("page.round.close_and_show.click()")
    assert "The gaps of the class" in run("print(page.results.places['profile'].value)")
    waits_for(run, "page.desk.background.tasks[f'rehearsal {page.desk.number}'].done()")
    assert run("print(page.desk.background.tasks['watch'].done())").strip() == "False"
    run("page.save.end.click()\npage.save.delete.click()")
    # There is no class, so nothing is asked any more.
    waits_for(run, "all(task.done() for task in page.desk.background.tasks.values())")
