"""What class mode does, asked for by handlers and boards: one object a server.

Everything here is a coroutine, refuses by RefusedError, and makes its calls to the store in
threads. What a student sent is acknowledged only once it is on the disk.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from servicequality.classmode import results, tables
from servicequality.classmode.codes import read_code, spoken
from servicequality.classmode.engines import StoreUnavailableError
from servicequality.classmode.gate import Gate
from servicequality.classmode.joined import Joined
from servicequality.classmode.limits import Limits
from servicequality.classmode.messages import RefusedError
from servicequality.classmode.records import (
    CLOSED,
    ENDED,
    FULL,
    KEEP,
    MISSING,
    STORED,
    SUPERSEDED,
    USED,
    Answer,
    Room,
    Round,
    Sent,
    as_json,
)
from servicequality.classmode.store import NotOpenedError, Store
from servicequality.classmode.subjects import (
    NUMBER,
    TEXT,
    Entry,
    ExerciseSubject,
    Flat,
    MisfitError,
    Subject,
    UnknownSubjectError,
    every_subject,
    find_subject,
)
from servicequality.classmode.words import CLASS_MODE, ERRORS
from servicequality.classmode.writer import Writer
from servicequality.i18n.text import translator
from servicequality.marking.tables import FEWEST

Given = TypeVar("Given")

# What else may be promised: that all of it is a try, deleted at its end.
REHEARSAL = "rehearsal"
# Exercises whose `compute` gives a profile: a list, the name of its ids, that of its numbers.
PROFILES = {"gap-explorer": ("rows", "gap", "score")}
# Seconds for which a room is told to students as it was. What this server itself changes it tells
# at once; what another one changes, after so long. Whether an answer is taken the store decides.
FRESH = 1.0
MOST_VIEWS = 100
# Rounds whose answers stay spread in memory, for a board that asks every second.
REMEMBERED = 3
REFUSALS = {
    CLOSED: "round_closed",
    ENDED: "room_ended",
    FULL: "round_full",
    MISSING: "no_round",
    USED: "sequence_used",
}


@dataclass(frozen=True)
class View:
    """A room and its rounds as they were at a moment of the service's clock."""

    room: Room
    rounds: Sequence[Round]
    at: float


@dataclass
class Known:
    """What was read of a round before: its answers by their ids, and what was spread of each."""

    answers: dict[int, Answer]
    flats: dict[int, tuple[int, Flat | None]]


@dataclass(frozen=True)
class Spread:
    """The answers to a round, spread over entries; those that no longer fit are only counted."""

    round: Round
    subject: Subject
    kept: Sequence[tuple[Answer, Flat]]
    left_out: int

    @property
    def flats(self) -> list[Flat]:
        """The answers alone."""
        return [flat for _, flat in self.kept]


class Service:
    """Rooms, rounds, answers and results over a store.

    `token` is the instructor's. `now` is a clock in seconds that never goes back.
    """

    def __init__(
        self,
        store: Store,
        token: str | None = None,
        language: str = "en",
        limits: Limits | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        # Exercises and questions are read now, which takes seconds, and not while a class waits.
        every_subject()
        self.store = store
        self.language = language
        self.limits = limits or Limits()
        self.now = now
        self.gate = Gate(token, self.limits, now)
        translate = translator(language)
        self.words = {name: translate(text) for name, text in CLASS_MODE.items()}
        self.errors = {name: translate(text) for name, text in ERRORS.items()}
        self.joined = Joined(self.limits.answers)
        self.readers = ThreadPoolExecutor(max_workers=4, thread_name_prefix="class-reader")
        self.writer = Writer(lambda batch: store.save(batch, self.limits.answers))
        # By code; emptied at each change.
        self.views: OrderedDict[str, View] = OrderedDict()
        self.changes = 0
        self.spreads: OrderedDict[tuple[str, int], Known] = OrderedDict()

    def close(self) -> None:
        """Waits for what is being written, and closes the store."""
        self.writer.close()
        self.readers.shutdown(wait=True)
        self.store.close()

    async def call(self, work: Callable[..., Given], *given: Any) -> Given:
        """A blocking call in a thread; RefusedError where the store cannot take it."""
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self.readers, work, *given)
        except StoreUnavailableError as error:
            raise RefusedError(error.code, wait=2) from error
        except NotOpenedError as error:
            raise RefusedError(error.code, count=self.limits.rounds) from error

    async def change(self, work: Callable[..., Given], *given: Any) -> Given:
        """As `call`, for what changes a room or its rounds: nobody is told the old state then."""
        try:
            return await self.call(work, *given)
        finally:
            self.changes += 1
            self.views.clear()

    # Rooms

    async def room(self, typed: str) -> Room:
        """The room with a code, for the instructor. Raises RefusedError where there is none."""
        code = read_code(typed)
        room = None if code is None else await self.call(self.store.room, code)
        if room is None:
            raise RefusedError("no_room")
        return room

    async def view(self, code: str) -> View | None:
        """The room with a code and its rounds, not older than `FRESH`.

        Every page of a class asks for it every few seconds.
        """
        now, changes = self.now(), self.changes
        known = self.views.get(code)
        if known is not None and now - known.at < FRESH:
            return known
        found = await self.call(self.store.room_and_rounds, code)
        if found is None:
            return None
        view = View(*found, now)
        if changes == self.changes:
            self.views[code] = view
            if len(self.views) > MOST_VIEWS:
                self.views.popitem(last=False)
        return view

    async def view_for(self, typed: str, client: str | None, address: str) -> View:
        """The room with a code, for a student, whose browser's id is `client` where it gave one.

        Raises RefusedError where there is none, or client or address ask too often.
        """
        code = read_code(typed)
        if client is None or code is None:
            self.gate.check_guesses(address)
        view = None if code is None else await self.view(code)
        if view is None:
            self.gate.stranger(address, code)
            raise RefusedError("no_room")
        digest = None if client is None else view.room.digest(client)
        self.gate.let_in(view.room.id, digest, address)
        if digest is not None:
            self.joined.add(view.room.id, digest)
        return view

    async def status(self, typed: str, client: str | None, address: str) -> dict[str, Any]:
        """What a student's page knows of a room; with its client's id, what is kept of it."""
        view = await self.view_for(typed, client, address)
        room = view.room
        if room.ended is not None:
            raise RefusedError("room_ended")
        standing: Mapping[int, int] = {}
        if client is not None:
            standing = await self.call(self.store.standing, room, room.digest(client))
        shown = [{**self.shown_round(found), "sequence": standing.get(found.id)}
                 for found in view.rounds]  # fmt: skip
        return {"room": self.shown_room(room), "rounds": shown}

    async def open_room(self, promise: str) -> dict[str, Any]:
        """A new room; `promise`, `keep`, `delete` or `rehearsal`, is what its students are told."""
        return self.shown_room(await self.call(self.store.open_room, promise))

    async def rooms(self) -> list[dict[str, Any]]:
        """All rooms, the latest first."""
        return [self.shown_room(room) for room in await self.call(self.store.rooms)]

    async def end_room(self, typed: str, keep: bool) -> None:
        """Ends a room. What students were told would be deleted cannot be kept."""
        room = await self.room(typed)
        if keep and room.promise != KEEP:
            raise RefusedError("promised_deletion")
        await self.change(self.store.end_room, room, keep)
        self.joined.forget(room.id)

    def shown_room(self, room: Room) -> dict[str, Any]:
        """A room as it is told."""
        return {
            "code": room.code,
            "spoken": spoken(room.code),
            "open": room.ended is None,
            "opened": room.opened,
            "promise": room.promise,
            "told": self.words[f"promise_{room.promise}"],
        }

    # Rounds

    def subject(self, name: str) -> Subject:
        """A subject by its id."""
        try:
            return find_subject(name, self.language)
        except UnknownSubjectError:
            raise RefusedError("no_subject") from None

    def subject_or_none(self, name: str) -> Subject | None:
        """A subject by its id, if this edition of the course has it."""
        try:
            return find_subject(name, self.language)
        except UnknownSubjectError:
            return None

    def shown_round(self, found: Round) -> dict[str, Any]:
        """A round as it is told. A subject that this edition does not have has no title."""
        subject = self.subject_or_none(found.subject)
        title, question = ("", "") if subject is None else (subject.title, subject.question)
        return {
            "id": found.id,
            "subject": found.subject,
            "title": title,
            "question": question,
            "number": found.number,
            "open": found.closed is None,
            "hidden": found.hidden,
        }

    async def round(self, room: Room, number: int) -> Round:
        """A round of a room by its id."""
        for found in await self.call(self.store.rounds, room):
            if found.id == number:
                return found
        raise RefusedError("no_round")

    async def open_round(self, typed: str, name: str, hidden: bool) -> dict[str, Any]:
        """Asks a class about a subject, again where it was asked before."""
        room = await self.room(typed)
        subject = self.subject(name)
        most = self.limits.rounds
        made = await self.change(self.store.open_round, room, subject.id, hidden, most)
        return self.shown_round(made)

    async def change_round(
        self, typed: str, number: int, is_open: bool | None, hidden: bool | None
    ) -> dict[str, Any]:
        """Opens or closes a round, hides its results or not."""
        room = await self.room(typed)
        found = await self.round(room, number)
        closed = None if is_open is None else not is_open
        if closed == (found.closed is not None):
            closed = None
        if closed is None and hidden in (None, found.hidden):
            return self.shown_round(found)
        return self.shown_round(await self.change(self.store.change_round, found, closed, hidden))

    async def board(self, typed: str) -> dict[str, Any]:
        """A room for its instructor: its rounds, each with how many students have answered.

        `joined` says how many browsers have been in the room: at least as many as have answered.
        """
        room = await self.room(typed)
        rounds = await self.call(self.store.rounds, room)
        counts = await self.call(self.store.counts, room)
        shown = [{**self.shown_round(found), "answers": counts.get(found.id, 0)}
                 for found in rounds]  # fmt: skip
        joined = max(self.joined.count(room.id), *counts.values(), 0)
        return {"room": self.shown_room(room), "rounds": shown, "joined": joined}

    # Answers

    async def send(
        self, typed: str, number: int, client: str, sequence: int, values: Any, address: str
    ) -> dict[str, Any]:
        """Keeps an answer; what this gives is an acknowledgement.

        Sent again under the same sequence it is acknowledged again and kept once; under a higher
        one it replaces the earlier answer.
        """
        view = await self.view_for(typed, client, address)
        room = view.room
        digest = room.digest(client)
        self.gate.sends(room.id, digest)
        if room.ended is not None:
            raise RefusedError("room_ended")
        subject = self.subject(await self.subject_of(view, number))
        try:
            checked = subject.checked(values)
        except MisfitError as error:
            refused = RefusedError("does_not_fit", first=error.faults[0]["message"])
            refused.more = {"faults": error.faults[:20]}
            raise refused from None
        try:
            sent = Sent(room.id, number, digest, sequence, as_json(checked))
            kept = await self.writer.put(sent)
        except StoreUnavailableError as error:
            raise RefusedError(error.code, wait=2) from error
        if kept.outcome in REFUSALS:
            refused = RefusedError(REFUSALS[kept.outcome], count=self.limits.answers)
            if kept.outcome == USED:
                # Two tabs of one browser may count alike; the next number is beyond this one.
                refused.more = {"sequence": kept.sequence}
            raise refused
        assert kept.outcome in (STORED, SUPERSEDED)
        return {"outcome": kept.outcome, "sequence": kept.sequence}

    async def subject_of(self, view: View, number: int) -> str:
        """The id of a round's subject, which never changes."""
        for found in view.rounds:
            if found.id == number:
                return found.subject
        # Another server may just have opened it.
        return (await self.round(view.room, number)).subject

    # Results

    async def spread(self, room: Room, number: int) -> Spread:
        """The answers to a round, spread over the entries of its subject."""
        found = await self.round(room, number)
        subject = self.subject(found.subject)
        key = (room.code, number)
        known = self.spreads.pop(key, None) or Known({}, {})
        self.spreads[key] = known
        while len(self.spreads) > REMEMBERED:
            self.spreads.popitem(last=False)
        return await self.call(self.spread_now, found, subject, known)

    def spread_now(self, found: Round, subject: Subject, known: Known) -> Spread:
        """The same, in a thread. `known` is filled with what is read."""
        kept = []
        answers = self.store.answers(found, known.answers)
        for answer in answers:
            sequence, flat = known.flats.get(answer.id, (0, None))
            if sequence != answer.sequence:
                flat = flat_of(subject, answer)
                known.answers[answer.id] = answer
                known.flats[answer.id] = (answer.sequence, flat)
            if flat is not None:
                kept.append((answer, flat))
        return Spread(found, subject, kept, len(answers) - len(kept))

    async def open_spread(self, typed: str, number: int) -> tuple[dict[str, Any], Spread | None]:
        """What is told of a round's results, and its answers where they may be shown.

        They may not while it is open and hidden, nor while they would be about single students.
        """
        room = await self.room(typed)
        spread = await self.spread(room, number)
        why = ""
        if spread.round.hidden and spread.round.closed is None:
            why = "hidden"
        elif len(spread.kept) < FEWEST:
            why = "few"
        told = {
            "round": self.shown_round(spread.round),
            "answers": len(spread.kept) + spread.left_out,
            "left_out": spread.left_out,
            "withheld": why,
        }
        return told, None if why else spread

    async def results(self, typed: str, number: int) -> dict[str, Any]:
        """How a class answered each entry; `entries` is None while that is withheld."""
        told, spread = await self.open_spread(typed, number)
        if spread is None:
            return {**told, "entries": None}
        found = await self.call(
            lambda: [results.distribution(e, spread.flats) for e in spread.subject.entries]
        )
        return {**told, "entries": found}

    async def scatter(self, typed: str, number: int, x: str, y: str) -> dict[str, Any]:
        """Two numbers of each student against each other; `points` is None while withheld."""
        told, spread = await self.open_spread(typed, number)
        if spread is None:
            return {**told, "points": None}
        entries = [numeric(spread.subject, key) for key in (x, y)]
        found = await self.call(results.scatter, x, y, spread.flats)
        return {**told, "x": entries[0].plain, "y": entries[1].plain, "points": found}

    async def profile(
        self, typed: str, number: int, table: str, perceived: str, expected: str
    ) -> dict[str, Any]:
        """The gaps of a class; `rows` is None while withheld.

        With the names of a table and of two of its columns those of its rows, without them what
        the exercise computes for each student.
        """
        told, spread = await self.open_spread(typed, number)
        if spread is None:
            return {**told, "rows": None}
        subject = spread.subject
        if table:
            cells = [key.split("/") for key in (entry.key for entry in subject.entries)]
            rows = list(dict.fromkeys(cell[1] for cell in cells if cell[0] == table and cell[2:]))
            pairs = [(row, f"{table}/{row}/{perceived}", f"{table}/{row}/{expected}")
                     for row in rows]  # fmt: skip
            for pair in pairs:
                for key in pair[1:]:
                    numeric(subject, key)
            if not pairs:
                raise RefusedError("no_entry")
            return {**told, "rows": await self.call(results.gap_profile, pairs, spread.flats)}
        if not isinstance(subject, ExerciseSubject) or subject.exercise.id not in PROFILES:
            raise RefusedError("no_entry")
        names = PROFILES[subject.exercise.id]

        def computed() -> list[dict[str, Any]]:
            exercise = subject.exercise
            given = [answer.values for answer, _ in spread.kept]
            extra = () if exercise.tables is None else (exercise.tables,)
            found = [exercise.compute(values, *extra) for values in given]
            return results.computed_profile(found, *names)

        return {**told, "rows": await self.call(computed)}

    async def moves(self, typed: str, first: int, second: int, key: str) -> dict[str, Any]:
        """Who changed an answer from one round to another on the same subject."""
        told, before = await self.open_spread(typed, first)
        other, after = await self.open_spread(typed, second)
        if told["round"]["subject"] != other["round"]["subject"]:
            raise RefusedError("other_subject")
        both = {"first": told, "second": other}
        if before is None or after is None:
            return {**both, "moves": None}
        entry = before.subject.entry(key)
        if entry is None:
            raise RefusedError("no_entry")
        sides = [{answer.client: flat for answer, flat in side.kept} for side in (before, after)]
        return {**both, "moves": await self.call(results.moves, entry, *sides)}

    # Texts

    async def texts(self, typed: str, number: int, key: str, shown: bool) -> list[dict[str, Any]]:
        """The texts that students wrote in an entry, with what was judged of each (None: nothing).

        With `shown`, only those that may be shown, and no more of each than its text.
        """
        room = await self.room(typed)
        spread = await self.spread(room, number)
        entry = spread.subject.entry(key)
        if entry is None or entry.kind != TEXT:
            raise RefusedError("no_entry")
        judged = await self.call(self.store.judged, spread.round)
        found = [
            {
                "answer": answer.id,
                "sequence": answer.sequence,
                "texts": flat[key],
                "shown": judged.get((answer.id, key)),
            }
            for answer, flat in spread.kept
            if flat[key]
        ]
        if shown:
            return [{"texts": text["texts"]} for text in found if text["shown"]]
        return found

    async def judge(
        self, typed: str, number: int, answer: int, sequence: int, key: str, shown: bool
    ) -> None:
        """Says whether a text may be shown; it must still be the one that was read."""
        room = await self.room(typed)
        found = await self.round(room, number)
        entry = self.subject(found.subject).entry(key)
        if entry is None or entry.kind != TEXT:
            raise RefusedError("no_entry")
        why = await self.call(self.store.judge, found, answer, sequence, key, shown)
        if why:
            raise RefusedError(why)

    # Files

    async def round_csv(self, typed: str, number: int) -> bytes:
        """The answers to a round as a CSV file."""
        spread = await self.spread(await self.room(typed), number)
        return await self.call(lambda: tables.round_csv(self.sheet(spread), self.words))

    async def room_xlsx(self, typed: str) -> bytes:
        """All answers of a room as a workbook; rounds on what is gone from the course left out."""
        room = await self.room(typed)

        def file() -> bytes:
            # One round after the other, so that only one has to be in memory.
            students, rounds = self.store.students(room), self.store.rounds(room)
            sheets = (
                self.sheet(self.spread_now(found, subject, Known({}, {})))
                for found in rounds
                if (subject := self.subject_or_none(found.subject)) is not None
            )
            return tables.room_xlsx(sheets, self.words, students)

        return await self.call(file)

    def sheet(self, spread: Spread) -> tables.Sheet:
        """A round as a sheet."""
        title = f"{spread.subject.title} ({spread.round.number})"
        rows = [tables.Row(answer.client, answer.received, flat) for answer, flat in spread.kept]
        return tables.Sheet(title, spread.subject.entries, rows)


def flat_of(subject: Subject, answer: Answer) -> Flat | None:
    """A kept answer by entries; None where this edition of the course does not take it."""
    try:
        return subject.flat(subject.checked(answer.values))
    except MisfitError:
        return None


def numeric(subject: Subject, key: str) -> Entry:
    """An entry that is a number. Raises RefusedError for any other."""
    entry = subject.entry(key)
    if entry is None or entry.kind != NUMBER:
        raise RefusedError("no_entry")
    return entry
