"""Answers that come at the same time: each is told what became of it, and of it alone."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence

import pytest

from servicequality.classmode import writer as written
from servicequality.classmode.engines import StoreUnavailableError
from servicequality.classmode.records import STORED, Kept, Sent
from servicequality.classmode.writer import Writer
from tests.loops import run


def sent(name: str, entered: str = "{}") -> Sent:
    return Sent(1, 1, name, 1, entered)


class Slow:
    """A store that holds on to the first batch until it may go on."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.batches: list[list[str]] = []

    def save(self, batch: Sequence[Sent]) -> list[Kept]:
        self.batches.append([found.client for found in batch])
        assert self.go.wait(60)
        if any(found.client == "faulty" for found in batch):
            raise ValueError("a fault of one answer")
        if any(found.client == "busy" for found in batch):
            raise StoreUnavailableError("store_busy")
        return [Kept(STORED, 1) for _ in batch]


async def outcomes(store: Slow, names: Sequence[str]) -> list[str]:
    """What is told to each of those who send while the first one's is being written."""
    writer = Writer(store.save)
    jobs = [asyncio.create_task(writer.put(sent("first")))]
    while not store.batches:
        await asyncio.sleep(0.001)
    jobs += [asyncio.create_task(writer.put(sent(name))) for name in names]
    await asyncio.sleep(0)
    store.go.set()
    found = await asyncio.gather(*jobs, return_exceptions=True)
    writer.close()
    assert writer.bytes == 0
    return [one.outcome if isinstance(one, Kept) else type(one).__name__ for one in found[1:]]


def test_what_gathers_while_one_is_written_is_one_batch() -> None:
    store = Slow()
    assert run(outcomes(store, "abc")) == [STORED] * 3
    assert store.batches == [["first"], ["a", "b", "c"]]


def test_others_do_not_suffer_for_one_at_fault() -> None:
    found = run(outcomes(Slow(), ["a", "faulty", "b"]))
    assert found == [STORED, "ValueError", STORED]


def test_a_store_that_is_busy_is_said_to_all_in_the_batch() -> None:
    found = run(outcomes(Slow(), ["a", "busy", "b"]))
    assert found == ["StoreUnavailableError"] * 3


def test_a_batch_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written, "MOST_AT_ONCE", 2)
    store = Slow()
    assert run(outcomes(store, "abcde")) == [STORED] * 5
    assert [len(batch) for batch in store.batches] == [1, 2, 2, 1]


@pytest.mark.parametrize("limit", ["MOST_WAITING", "MOST_BYTES"])
def test_more_than_memory_is_set_aside_for_is_refused_at_once(
    monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(written, limit, 2 if limit == "MOST_WAITING" else 2 * len("{}"))
    assert run(outcomes(Slow(), "abcd")) == [STORED] * 2 + ["StoreUnavailableError"] * 2
