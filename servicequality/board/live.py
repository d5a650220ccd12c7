"""What goes on by itself beside an instructor's clicks: coroutines in the kernel's own loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from servicequality.board.client import ClassError

SECONDS = 1.0

Work = Coroutine[Any, Any, None]


class Background:
    """Starts work that goes on while the page is used, one piece under each name."""

    def __init__(self) -> None:
        self.tasks: dict[str, asyncio.Task[None]] = {}

    def start(self, name: str, work: Work) -> None:
        """Starts a piece of work unless one of its name is going on.

        Raises RuntimeError where no loop runs, as in a plain script.
        """
        going_on = self.tasks.get(name)
        if going_on is not None and not going_on.done():
            work.close()
            return
        # The loop itself holds no strong reference to its tasks.
        self.tasks[name] = asyncio.get_running_loop().create_task(work)


async def watch(
    ask: Callable[[], Any],
    take: Callable[[Any], bool],
    fail: Callable[[ClassError], bool],
    seconds: float = SECONDS,
) -> None:
    """Asks again and again, in a thread so that clicks are not kept waiting.

    `take` gets each answer, `fail` each error; both say whether to go on.
    """
    going_on = True
    while going_on:
        await asyncio.sleep(seconds)
        try:
            answer = await asyncio.to_thread(ask)
        except ClassError as error:
            going_on = fail(error)
        else:
            going_on = take(answer)
