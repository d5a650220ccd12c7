"""Sending the answers of simulated students to a round, one after another as a class does."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

from servicequality.board.client import ClassError, Client
from servicequality.board.simulate import Translate, client_of, simulated
from servicequality.classmode.subjects import Subject

# However many there are, they have answered after about so many seconds.
SECONDS = 8.0
MOST_STUDENTS = 200

Told = Callable[[int, ClassError | None], None]


def order(count: int, seed: int) -> list[int]:
    """Students from 1 to `count` in the order in which they answer, which the seed decides."""
    return sorted(range(1, count + 1), key=lambda student: client_of(seed, student)[-24:])


async def rehearse(
    client: Client,
    code: str,
    number: int,
    subject: Subject,
    vote: int,
    count: int,
    seed: int,
    told: Told,
    translate: Translate = str,
    seconds: float = SECONDS,
) -> None:
    """Lets `count` simulated students answer round `number`, the `vote`th on its subject.

    `told` is called after each answer with how many were sent, and at the first that was refused
    with the error, which ends it. Sent once more, the same students' answers are replaced.
    """
    # Higher than any that was sent before, also from a page that was loaded anew.
    sequence = int(time.time() * 1000)

    def send(student: int) -> Any:
        values = simulated(subject, seed, student, vote, translate)
        return client.send(code, number, client_of(seed, student), sequence, values)

    for sent, student in enumerate(order(count, seed), start=1):
        if sent > 1:
            await asyncio.sleep(seconds / count)
        try:
            await asyncio.to_thread(send, student)
        except ClassError as error:
            told(sent - 1, error)
            return
        told(sent, None)
