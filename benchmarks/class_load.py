"""A lecture hall that answers: `python -m benchmarks.class_load [--students N ...] [--minutes M]`.

Each student opens a page, sends five answers in the time given, and then one more within ten
seconds of all the others, while a board asks for results every second. Students run in a process of
their own. Afterwards the server is killed, and what was acknowledged is compared with what the
store holds. In the same run plain Voilà is measured, a kernel for each visitor.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil
import sqlalchemy as sa

from benchmarks import voila_visitors
from benchmarks.class_students import Phone
from benchmarks.common import ROOT as FOLDER
from benchmarks.common import percentile, print_load
from servicequality.classmode.api_handler import ROOT
from servicequality.classmode.engines import store_url
from servicequality.classmode.start import DATABASE
from servicequality.classmode.start import TOKEN as TOKEN_NAME
from servicequality.classmode.store import Store
from servicequality.classmode.subjects import ExerciseSubject, MisfitError, every_subject
from servicequality.classmode.subjects import find_subject as find

TOKEN = "a token for this measurement alone"
FIRST = "exercise/gap-explorer"
ROUNDS = 6
WRITTEN = "The desk was quick, the room was not ready, and nobody said when it would be. " * 4
HOST = "127.0.0.1"
LINKED = re.compile(r"""<(?:script|link)\b[^>]*?\b(?:src|href)=["']([^"':]+\.(?:js|css)[^"']*)""")


def asked_values() -> list[tuple[str, dict[str, Any], str]]:
    """Six subjects, an answer to each as an average student gives it, and the number to vary."""
    found = []
    for name in [FIRST, *(name for name in every_subject() if name != FIRST)]:
        subject = find(name)
        if not isinstance(subject, ExerciseSubject):
            continue
        values = {field["name"]: field["default"] for field in subject.spec["fields"]}
        for field in subject.spec["fields"]:
            if field["kind"] == "long_text":
                values[field["name"]] = WRITTEN[: field["maximum_length"]]
        try:
            subject.checked(values)
        except MisfitError:
            continue
        found.append((name, values, "perception" if name == FIRST else ""))
        if len(found) == ROUNDS:
            return found
    raise RuntimeError(f"The course has no {ROUNDS} exercises to ask about.")


class Watch:
    """A process that is looked at now and then: its memory at first and at most, and its time."""

    def __init__(self, pid: int) -> None:
        self.process = psutil.Process(pid)
        self.first = self.most = self.memory()
        self.before = self.processor()

    def memory(self) -> int:
        """In bytes, now."""
        return int(self.process.memory_info().rss)

    def processor(self) -> float:
        """Seconds of processor time until now."""
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def look(self) -> None:
        """Looks."""
        self.most = max(self.most, self.memory())

    @property
    def spent(self) -> float:
        """Seconds of processor time since the beginning."""
        return self.processor() - self.before


class Board:
    """A board that asks for results every second, and notes how many answers it showed when."""

    def __init__(self, port: int, code: str, rounds: Sequence[int], watch: Watch) -> None:
        self.phone = Phone(HOST, port)
        self.code, self.rounds, self.watch = code, rounds, watch
        self.shown: dict[int, list[tuple[float, int]]] = {number: [] for number in rounds}
        self.times: list[float] = []
        self.errors = 0
        self.full = 0

    async def ask(self, method: str, path: str, body: Any = None) -> Any:
        """What the instructor is answered. Raises OSError where it is refused."""
        headers = {"Authorization": f"Bearer {TOKEN}"}
        status, _, content = await self.phone.ask(method, ROOT + path, body, headers)
        if status not in (200, 201):
            raise OSError(f"{method} {path}: {status}")
        return json.loads(content)

    async def look(self, number: int) -> None:
        """Asks for the results of a round."""
        began = time.monotonic()
        try:
            told = await self.ask("GET", f"/rooms/{self.code}/rounds/{number}/results")
        except OSError:
            self.errors += 1
            return
        now = time.monotonic()
        self.times.append(now - began)
        self.shown[number].append((now, told["answers"]))

    async def run(self, done: asyncio.Event) -> None:
        """Looks at the round that fills, as an instructor does, and once at all when it is over."""
        place = 0
        while not done.is_set():
            began = time.monotonic()
            await self.look(self.rounds[place])
            self.watch.look()
            if place + 1 < len(self.rounds):
                # The next question is on the board as soon as somebody answers it.
                await self.look(self.rounds[place + 1])
                full = self.shown[self.rounds[place]]
                if full and full[-1][1] >= self.full:
                    place += 1
            await asyncio.sleep(max(0.0, began + 1.0 - time.monotonic()))
        for number in self.rounds:
            await self.look(number)

    def delays(self, acknowledged: Sequence[dict[str, Any]]) -> list[float]:
        """For each answer the seconds from sending it to the board that shows so many."""
        found = []
        for number in self.rounds:
            mine = sorted((one for one in acknowledged if one["round"] == number),
                          key=lambda one: float(one["told"]))  # fmt: skip
            looks = iter(self.shown[number])
            moment, count = next(looks, (0.0, 0))
            for place, one in enumerate(mine, start=1):
                while count < place:
                    # The last look was after the last answer: what it lacks is never shown.
                    moment, count = next(looks, (math.inf, place))
                found.append(max(0.0, moment - one["sent"]))
        return found


def start_server(folder: Path, options: argparse.Namespace) -> tuple[subprocess.Popen[str], int]:
    """A server in a process of its own, and its port."""
    file = str(folder / "answers.sqlite3")
    if options.with_notebooks:
        command = ["servicequality.classroom", "--answers", file, "--folder", str(folder / "class")]
    else:
        command = ["servicequality.classmode", "--file", file]
    surroundings = {name: value for name, value in os.environ.items() if name != DATABASE}
    if options.database:
        surroundings[DATABASE] = options.database
    process = subprocess.Popen(
        [sys.executable, "-m", *command, "--port", "0"],
        stdout=subprocess.PIPE, text=True, cwd=FOLDER, env={**surroundings, TOKEN_NAME: TOKEN},
    )  # fmt: skip
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"http://[^/\s]+:(\d+)/", line):
            return process, int(found[1])
    raise RuntimeError("The server ended before it gave an address.")


async def pages(port: int, page: str) -> list[str]:
    """The paths that opening a page asks for; none where no pages are served."""
    phone = Phone(HOST, port)
    status, _, content = await phone.ask("GET", page)
    await phone.close()
    if status != 200:
        return []
    # It is asked for as browsers do, packed.
    text = (gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content).decode()
    return [
        page,
        *dict.fromkeys("/" + path.lstrip("./") for path in LINKED.findall(text)),
    ]


async def hall(port: int, watch: Watch, options: argparse.Namespace, students: int) -> Any:
    """A class in a room of its own; gives what students and board noted."""
    asked = asked_values()
    board = Board(port, "", [], watch)
    board.full = students
    made = await board.ask("POST", "/rooms", {"promise": "keep"})
    board.code = code = made["room"]["code"]
    rounds = []
    for name, values, vary in asked:
        told = await board.ask("POST", f"/rooms/{code}/rounds", {"subject": name, "hidden": False})
        rounds.append({"id": told["round"]["id"], "values": values, "vary": vary})
    board.rounds = [one["id"] for one in rounds]
    board.shown = {number: [] for number in board.rounds}
    plan = {
        "host": HOST, "port": port, "code": code, "rounds": rounds, "students": students,
        "seconds": options.minutes * 60, "burst_seconds": options.burst,
        "opening_seconds": options.opening, "poll_seconds": options.poll, "seed": students,
        "pages": await pages(port, options.page),
    }  # fmt: skip
    generator = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.class_students", cwd=FOLDER, limit=2**30,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    done = asyncio.Event()
    looking = asyncio.create_task(board.run(done))
    said, _ = await generator.communicate(json.dumps(plan).encode())
    done.set()
    await looking
    await board.phone.close()
    return {**json.loads(said), "board": board, "code": code, "pages": plan["pages"]}


def compared(url: sa.URL, found: dict[str, Any]) -> tuple[int, int]:
    """How many acknowledged answers the store lacks, and how many it has without one."""
    store = Store(url)
    room = store.room(found["code"])
    assert room is not None
    kept = {
        (asked.id, answer.client): (answer.sequence, answer.values)
        for asked in store.rounds(room)
        for answer in store.answers(asked)
    }
    told: dict[tuple[int, str], tuple[int, Any]] = {}
    for one in found["acknowledged"]:
        key = (one["round"], room.digest(one["client"]))
        told[key] = max(told.get(key, (0, None)), (one["sequence"], one["values"]),
                        key=lambda pair: pair[0])  # fmt: skip
    subjects = {asked.id: find(asked.subject) for asked in store.rounds(room)}
    lost = sum(
        kept.get(key) != (sequence, subjects[key[0]].checked(values))
        for key, (sequence, values) in told.items()
    )
    store.close()
    return lost, len(set(kept) - set(told))


def measured(options: argparse.Namespace, students: int) -> dict[str, str]:
    """The rows of a column of the table, for a class of one size."""
    # Not where the system keeps what is temporary: that may be memory, and this is about a disk.
    build = FOLDER / "_build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="class-load-", dir=build) as name:
        folder = Path(name)
        server, port = start_server(folder, options)
        try:
            watch = Watch(server.pid)
            found = asyncio.run(hall(port, watch, options, students))
            watch.look()
            spent = watch.spent
        finally:
            # Not told to end: what counts is what is on the disk already.
            server.kill()
            server.wait()
        lost, more = compared(store_url(options.database, folder / "answers.sqlite3"), found)
    for error, count in found["errors"].items():
        print(f"  {students} students: {count} times {error}")
    times, board = found["times"], found["board"]
    delays = board.delays(found["acknowledged"])
    return {
        "answers acknowledged": str(len(found["acknowledged"])),
        "acknowledged and lost": str(lost),
        "kept and not acknowledged": str(more),
        "errors of students": str(sum(found["errors"].values())),
        "errors of the board": str(board.errors),
        "told to come again": str(sum(found["again"].values())),
        f"page opened ({len(found['pages'])} files), p50": ms(times["page"], 0.5),
        "page opened, p95": ms(times["page"], 0.95),
        "news of the room, p50": ms(times["state"], 0.5),
        "news of the room, p95": ms(times["state"], 0.95),
        "answer acknowledged, p50": ms(times["answer"], 0.5),
        "answer acknowledged, p95": ms(times["answer"], 0.95),
        "the same in the burst, p50": ms(times["burst"], 0.5),
        "the same in the burst, p95": ms(times["burst"], 0.95),
        "the same in the burst, longest": ms(times["burst"], 1.0),
        "board answered, p95": ms(board.times, 0.95),
        "sent to shown on the board, p50": ms(delays, 0.5),
        "sent to shown on the board, p95": ms(delays, 0.95),
        "server's memory at first": f"{watch.first / 1e6:.0f} MB",
        "server's memory at most": f"{watch.most / 1e6:.0f} MB",
        "server's processor time": f"{spent:.1f} s of {found['seconds']:.0f} s",
        "generator's processor time": f"{found['processor']:.1f} s",
        "generator late, p95": ms(found["lags"], 0.95),
    }


def ms(values: Sequence[float], share: float) -> str:
    """A percentile of seconds, in milliseconds."""
    found = percentile(values, share) if values else math.inf
    return f"{found * 1000:.0f} ms" if math.isfinite(found) else "none"


def ratio(first: str, second: str) -> str:
    """How many times the first figure the second one is, where that means anything."""
    one, two = (float(text.split()[0]) if text[:1].isdigit() else 0.0 for text in (first, second))
    return f"×{two / one:.1f}" if one and two else ""


def table(columns: dict[int, dict[str, str]]) -> None:
    """Prints a column for each size of class, and the last one's ratio to the first."""
    names = list(next(iter(columns.values())))
    several = len(columns) > 1
    heads = [f"{students:,} students" for students in columns] + (["ratio"] if several else [])
    print(f"\n{'':38}" + "".join(f"{head:>22}" for head in heads))
    for name in names:
        cells = [column[name] for column in columns.values()]
        if several:
            cells.append(ratio(cells[0], cells[-1]))
        print(f"{name:38}" + "".join(f"{cell:>22}" for cell in cells))


def main() -> int:
    """The command line; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, nargs="+", default=[500, 2000])
    parser.add_argument("--minutes", type=float, default=5, help="for five answers of each student")
    parser.add_argument("--burst", type=float, default=10, help="seconds in which all send at last")
    parser.add_argument(
        "--opening", type=float, default=10, help="seconds in which all open a page"
    )
    parser.add_argument("--poll", type=float, default=5, help="seconds between asking for news")
    parser.add_argument("--voila", type=int, default=voila_visitors.VISITORS,
                        help="visitors of plain Voilà, 0 to leave it out")  # fmt: skip
    parser.add_argument("--database", help="the URL of a PostgreSQL database for answers")
    parser.add_argument("--with-notebooks", action="store_true",
                        help="the whole class server rather than class mode alone")  # fmt: skip
    parser.add_argument("--page", default="/", help="the page that students open, if any is served")
    options = parser.parse_args()
    print(f"A CLASS THAT ANSWERS, {options.minutes:g} minutes and a burst of {options.burst:g} s")
    print_load()
    table({students: measured(options, students) for students in options.students})
    if options.voila:
        print()
        voila_visitors.report(voila_visitors.measure(options.voila))
    print_load()
    return 0


if __name__ == "__main__":
    sys.exit(main())
