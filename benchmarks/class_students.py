"""A class of simulated students, in a process of its own so that its processor time is known apart.

`benchmarks.class_load` starts it, hands it a plan as JSON, and gets back what was acknowledged and
how long it took: `python -m benchmarks.class_students < plan.json > report.json`.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import sys
import time
from collections import Counter
from typing import Any

from servicequality.classmode.api_handler import CLIENT_HEADER, ROOT
from servicequality.classmode.listening import raise_limit_of_files

PATIENCE = 60.0  # seconds for one request
TRIES = 20
TICK = 0.1


class Phone:
    """One browser: a connection that stays open, and a request at a time."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and content. Raises OSError where the connection fails."""
        try:
            return await asyncio.wait_for(self.exchange(method, path, body, headers), PATIENCE)
        except (OSError, EOFError, TimeoutError) as error:
            await self.close()
            raise OSError(f"{type(error).__name__}: {error}") from error

    async def exchange(
        self, method: str, path: str, body: Any, headers: dict[str, str] | None
    ) -> tuple[int, dict[str, str], bytes]:
        """A request and its answer."""
        if self.streams is None or self.streams[0].at_eof():
            await self.close()
            self.streams = await asyncio.open_connection(self.host, self.port)
        reader, writer = self.streams
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.host}:{self.port}",
                 "Accept-Encoding: br, gzip"]  # fmt: skip
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        content = b""
        if body is not None:
            content = json.dumps(body).encode()
            lines += ["Content-Type: application/json", f"Content-Length: {len(content)}"]
        writer.write("\r\n".join([*lines, "", ""]).encode() + content)
        first, *rest = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        found = {name.lower(): value.strip()
                 for name, _, value in (line.partition(":") for line in rest if line)}  # fmt: skip
        status = int(first.split()[1])
        if found.get("transfer-encoding", "").lower() == "chunked":
            content = b""
            while size := int(await reader.readline(), 16):
                content += (await reader.readexactly(size + 2))[:-2]
            await reader.readline()
        else:
            content = await reader.readexactly(int(found.get("content-length", "0")))
        if found.get("connection", "").lower() == "close":
            await self.close()
        return status, found, content

    async def close(self) -> None:
        """Ends the connection."""
        if self.streams is not None:
            self.streams[1].close()
            with contextlib.suppress(OSError):
                await self.streams[1].wait_closed()
            self.streams = None


class Class:
    """All students of a plan, and what they note.

    A plan has `host`, `port`, `code`, `rounds` (of each its id, the values to send, and the name of
    the number that differs from student to student), `students`, `seconds` (for all but the last
    round, an equal part each), `burst_seconds` (for the last one), `opening_seconds`,
    `poll_seconds`, `pages` (paths that opening a page asks for) and `seed`.
    """

    def __init__(self, plan: dict[str, Any]) -> None:
        self.plan = plan
        self.chance = random.Random(plan["seed"])
        self.began = 0.0
        self.errors: Counter[str] = Counter()
        self.again: Counter[str] = Counter()
        self.times: dict[str, list[float]] = {"page": [], "state": [], "answer": [], "burst": []}
        self.acknowledged: list[dict[str, Any]] = []
        self.lags: list[float] = []

    async def run(self) -> None:
        """From the first student who opens the page to the last answer of the burst."""
        self.began = time.monotonic()
        watch = asyncio.create_task(self.watch())
        await asyncio.gather(*(self.student(number) for number in range(self.plan["students"])))
        watch.cancel()

    async def watch(self) -> None:
        """Notes how late this process itself is: what it is late, answers seem to be later."""
        while True:
            before = time.monotonic()
            await asyncio.sleep(TICK)
            self.lags.append(time.monotonic() - before - TICK)

    async def until(self, moment: float) -> None:
        """Waits for a moment, in seconds from the beginning."""
        await asyncio.sleep(max(0.0, self.began + moment - time.monotonic()))

    async def student(self, number: int) -> None:
        """One student: opens the page, sends an answer to each round, asks for news in between."""
        plan = self.plan
        client = f"{self.chance.getrandbits(128):032x}"
        *rounds, last = plan["rounds"]
        part = plan["seconds"] / len(rounds)
        opening = self.chance.uniform(0, plan["opening_seconds"])
        moments = [
            (max(opening, (place + self.chance.random()) * part), asked)
            for place, asked in enumerate(rounds)
        ]
        moments.append((plan["seconds"] + self.chance.uniform(0, plan["burst_seconds"]), last))
        phone = Phone(plan["host"], plan["port"])
        await self.until(opening)
        began = time.monotonic()
        for path in plan["pages"]:
            await self.get(phone, path)
        await self.state(phone, client)
        self.times["page"].append(time.monotonic() - began)
        news = opening + plan["poll_seconds"]
        for sequence, (moment, asked) in enumerate(moments, start=1):
            while news < moment:
                await self.until(news)
                await self.state(phone, client)
                news += plan["poll_seconds"]
            await self.until(moment)
            await self.send(phone, client, sequence, asked, "burst" if asked is last else "answer",
                            number)  # fmt: skip
        await phone.close()

    async def get(self, phone: Phone, path: str, headers: dict[str, str] | None = None) -> None:
        """Asks for something to read; what fails is an error."""
        try:
            status, _, _ = await phone.ask("GET", path, headers=headers)
        except OSError as error:
            self.errors[str(error)] += 1
            return
        if status != 200:
            self.errors[f"GET {status}"] += 1

    async def state(self, phone: Phone, client: str) -> None:
        """Asks for news of the room."""
        began = time.monotonic()
        await self.get(phone, f"{ROOT}/rooms/{self.plan['code']}", {CLIENT_HEADER: client})
        self.times["state"].append(time.monotonic() - began)

    async def send(
        self,
        phone: Phone,
        client: str,
        sequence: int,
        asked: dict[str, Any],
        kind: str,
        number: int,
    ) -> None:
        """Sends an answer until it is acknowledged, as a page does."""
        values = dict(asked["values"])
        if asked["vary"]:
            values[asked["vary"]] = 1.0 + number % 7
        path = f"{ROOT}/rooms/{self.plan['code']}/rounds/{asked['id']}/answer"
        body = {"client": client, "sequence": sequence, "values": values}
        began = time.monotonic()
        for _ in range(TRIES):
            wait = 1.0
            try:
                status, headers, content = await phone.ask("PUT", path, body)
            except OSError as error:
                self.errors[str(error)] += 1
            else:
                if status == 200:
                    now = time.monotonic()
                    self.times[kind].append(now - began)
                    kept = json.loads(content)["sequence"]
                    self.acknowledged.append(
                        {"client": client, "round": asked["id"], "sequence": kept,
                         "values": values, "sent": began, "told": now}
                    )  # fmt: skip
                    return
                if status not in (429, 503):
                    self.errors[f"PUT {status}: {content[:200].decode('utf-8', 'replace')}"] += 1
                    return
                self.again[str(status)] += 1
                wait = float(headers.get("retry-after", "1"))
            await asyncio.sleep(wait)
        self.errors["never acknowledged"] += 1


def main() -> int:
    """The command line; gives the exit status."""
    plan = json.load(sys.stdin)
    raise_limit_of_files(plan["students"] + 200)
    students = Class(plan)
    before = time.process_time()
    asyncio.run(students.run())
    report = {
        "errors": students.errors,
        "again": students.again,
        "times": students.times,
        "acknowledged": students.acknowledged,
        "lags": students.lags,
        "processor": time.process_time() - before,
        "seconds": time.monotonic() - students.began,
    }
    json.dump(report, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
