"""The Python of pages, run in Node: the same script and the same runtime that pages load."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

from servicequality.declare import Exercise
from servicequality.page.assets import FILES, ensure_assets, node
from servicequality.page.source import compute_source, portable_modules

DRIVER = Path(__file__).with_name("page_python.mjs")


class PagePython:
    """MicroPython in a Node process, to be used in a `with` statement."""

    def __enter__(self) -> PagePython:
        script = FILES / ensure_assets()["micropython"]
        self.process = subprocess.Popen(
            [node(), str(DRIVER), str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.ask(modules=portable_modules())
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()

    def load(self, exercise: Exercise) -> None:
        """Makes an exercise known, with the source that its page would carry."""
        self.ask(spec=exercise.spec(str), source=compute_source(exercise), data=exercise.tables)

    def evaluate(self, exercise_id: str, raw: dict[str, Any]) -> dict[str, Any]:
        """What the page shows for raw values: the answer of `servicequality.core.evaluate`."""
        answer: dict[str, Any] = self.ask(id=exercise_id, raw=raw)
        return answer

    def ask(self, **request: Any) -> Any:
        """One request and its answer. Raises RuntimeError with what the page's side threw."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("The page's Python ended without an answer; Node says why above.")
        reply = json.loads(line)
        if "fault" in reply:
            raise RuntimeError(reply["fault"])
        return reply["answer"]
