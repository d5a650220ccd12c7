"""Answers that come at the same time are kept in one transaction, for one wait on the disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from servicequality.classmode.engines import StoreUnavailableError
from servicequality.classmode.records import Kept, Sent

MOST_AT_ONCE = 200
MOST_WAITING = 5_000
MOST_BYTES = 64 * 1024 * 1024


class Writer:
    """Hands answers to `save` (which blocks) in a thread of its own, in batches.

    While one batch is written the next one gathers: a single answer waits for nobody, and a burst
    is written in few transactions.
    """

    def __init__(self, save: Callable[[Sequence[Sent]], list[Kept]]) -> None:
        self.save = save
        self.waiting: list[tuple[Sent, asyncio.Future[Kept]]] = []
        self.bytes = 0
        self.thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="class-writer")
        self.task: asyncio.Task[None] | None = None

    async def put(self, sent: Sent) -> Kept:
        """What became of an answer, once that is on the disk.

        Raises StoreUnavailableError where nothing of it was stored.
        """
        if len(self.waiting) >= MOST_WAITING or self.bytes >= MOST_BYTES:
            raise StoreUnavailableError("store_busy")
        future: asyncio.Future[Kept] = asyncio.get_running_loop().create_future()
        self.waiting.append((sent, future))
        self.bytes += len(sent.entered)
        if self.task is None:
            self.task = asyncio.create_task(self.work())
        return await future

    async def work(self) -> None:
        """Writes until nothing is waiting."""
        try:
            while self.waiting:
                batch = self.waiting[:MOST_AT_ONCE]
                del self.waiting[:MOST_AT_ONCE]
                self.bytes -= sum(len(sent.entered) for sent, _ in batch)
                await self.write(batch)
        finally:
            self.task = None

    async def write(self, batch: list[tuple[Sent, asyncio.Future[Kept]]]) -> None:
        """Writes a batch and tells those who wait for it."""
        try:
            found = await self.run([sent for sent, _ in batch])
        except Exception as error:
            if len(batch) > 1 and not isinstance(error, StoreUnavailableError):
                # One of them may be at fault; the others are not to suffer for it.
                for single in batch:
                    await self.write([single])
                return
            for _, future in batch:
                if not future.done():
                    future.set_exception(error)
            return
        for (_, future), kept in zip(batch, found, strict=True):
            if not future.done():
                future.set_result(kept)

    async def run(self, sent: list[Sent]) -> list[Kept]:
        """`save`, in the thread."""
        return await asyncio.get_running_loop().run_in_executor(self.thread, self.save, sent)

    def close(self) -> None:
        """Waits for what is being written."""
        self.thread.shutdown(wait=True)
