"""The store of rooms, rounds and answers: SQLite in a file, or PostgreSQL by its URL.

All calls block; `servicequality.classmode.service` makes them in threads. What `save` returns as
kept is on the disk: SQLite runs in WAL mode with `synchronous=FULL`, PostgreSQL with
`synchronous_commit=on`. A store that is busy, full or gone raises StoreUnavailableError, and then
nothing of that call is stored.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.dialects import postgresql, sqlite

from servicequality.classmode.codes import new_code
from servicequality.classmode.engines import (
    BUSY_SECONDS,
    StoreError,
    StoreUnavailableError,
    postgresql_engine,
    sqlite_engine,
    unavailable_errors,
)
from servicequality.classmode.migrations import NewerStoreError, upgrade
from servicequality.classmode.records import (
    CLOSED,
    ENDED,
    FULL,
    MISSING,
    NOTHING,
    STORED,
    SUPERSEDED,
    USED,
    Answer,
    Kept,
    Room,
    Round,
    Sent,
)
from servicequality.classmode.schema import LARGEST_ID, answers, judgements, rooms, rounds

# Of any number that all who upgrade a store agree on.
UPGRADE_LOCK = 7_371_115
ROOM_LOCK = 7_371_116
# Values of one statement; older SQLite takes 999.
MOST_AT_ONCE = 500


class NotOpenedError(Exception):
    """A round was not opened: `code` is `round_already_open`, `rounds_full` or `room_ended`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def milliseconds() -> int:
    """Now."""
    return time.time_ns() // 1_000_000


class Store:
    """An open store. `clock` gives the moments that are kept."""

    def __init__(
        self,
        url: sa.URL,
        clock: Callable[[], int] = milliseconds,
        busy_seconds: float = BUSY_SECONDS,
    ) -> None:
        """Opens a store, makes it where it is not there, and brings its tables up to date.

        Raises StoreError where that cannot be done.
        """
        self.clock = clock
        self.place: Path | None = None
        self.files: dict[Path, tuple[int, int]] = {}
        if url.get_backend_name() == "sqlite":
            self.place = Path(str(url.database)).absolute()
            self.engine = sqlite_engine(self.place, busy_seconds)
        else:
            self.engine = postgresql_engine(url, busy_seconds)
        self.writing = self.engine.execution_options(writes=True)
        try:
            with unavailable_errors():
                self.open()
        except StoreUnavailableError as error:
            self.engine.dispose()
            cause = error.__cause__
            if isinstance(cause, exc.DBAPIError):
                # What the database says, without the statement at which it said so.
                cause = cause.orig
            raise StoreError(f"The store of answers cannot be opened: {cause}") from cause
        except NewerStoreError:
            self.engine.dispose()
            raise StoreError(
                "The store of answers was written by a newer edition of the course."
            ) from None

    def open(self) -> None:
        """Brings the tables up to date."""
        with self.writing.begin() as connection:
            if self.place is None:
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(UPGRADE_LOCK)))
            upgrade(connection)
        if self.place is not None:
            # As long as one connection has it open, the log beside the file stays the same file. By
            # connecting alone, nothing of a new store is opened.
            self.keeper = self.engine.connect()
            with self.keeper.begin():
                self.keeper.execute(sa.select(rooms.c.id).limit(1)).all()
            log = self.place.with_name(self.place.name + "-wal")
            self.files = {path: identity(path) for path in (self.place, log)}

    def close(self) -> None:
        """Closes all connections."""
        if self.place is not None:
            self.keeper.close()
        self.engine.dispose()

    def check_files(self) -> None:
        """Raises StoreUnavailableError where a file of SQLite was taken away or replaced.

        SQLite itself goes on writing into a deleted file, and says that all is well.
        """
        for path, known in self.files.items():
            try:
                found = identity(path)
            except OSError as error:
                raise StoreUnavailableError("store_gone") from error
            if found != known:
                raise StoreUnavailableError("store_gone")

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """A transaction that changes something; at its end what it changed is on the disk."""
        with unavailable_errors():
            with self.writing.begin() as connection:
                yield connection
            self.check_files()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A transaction that sees one state of the store."""
        with unavailable_errors():
            self.check_files()
            with self.engine.begin() as connection:
                yield connection

    # Rooms

    def open_room(self, promise: str) -> Room:
        """A new room, with a code that no other has."""
        with self.write() as connection:
            values = {"salt": secrets.token_bytes(32), "promise": promise, "opened": self.clock()}
            while True:
                insert = self.insert(rooms).values(code=new_code(), **values)
                made = connection.execute(insert.on_conflict_do_nothing().returning(rooms))
                if row := made.first():
                    return Room(*row)

    def room(self, code: str) -> Room | None:
        """The room with a code, ended or not."""
        with self.reading() as connection:
            row = connection.execute(sa.select(rooms).where(rooms.c.code == code)).first()
            return Room(*row) if row else None

    def room_and_rounds(self, code: str) -> tuple[Room, list[Round]] | None:
        """The room with a code, ended or not, and its rounds in the order of their opening."""
        with self.reading() as connection:
            row = connection.execute(sa.select(rooms).where(rooms.c.code == code)).first()
            if row is None:
                return None
            query = sa.select(rounds).where(rounds.c.room == row.id).order_by(rounds.c.id)
            return Room(*row), [Round(*found) for found in connection.execute(query)]

    def rooms(self) -> list[Room]:
        """All rooms, the latest first."""
        with self.reading() as connection:
            query = sa.select(rooms).order_by(rooms.c.opened.desc(), rooms.c.id.desc())
            return [Room(*row) for row in connection.execute(query)]

    def end_room(self, room: Room, keep: bool) -> None:
        """Ends a room: closes its rounds, and keeps its answers or deletes all there is of it."""
        with self.write() as connection:
            self.queue(connection, {room.id})
            if keep:
                now = self.clock()
                connection.execute(
                    sa.update(rooms)
                    .where(rooms.c.id == room.id, rooms.c.ended.is_(None))
                    .values(ended=now)
                )
                connection.execute(
                    sa.update(rounds)
                    .where(rounds.c.room == room.id, rounds.c.closed.is_(None))
                    .values(closed=now)
                )
            else:
                connection.execute(sa.delete(rooms).where(rooms.c.id == room.id))
        if not keep and self.place is not None:
            # What was deleted leaves the log too. SQLite overwrites it in the file by itself.
            self.empty_log(self.place)

    def empty_log(self, place: Path) -> None:
        """Brings what the log holds into the file and cuts it off.

        Who reads right now is waited for, some seconds. What cannot be cut off is when the store is
        closed.
        """
        with (
            suppress(sqlite3.Error),
            closing(sqlite3.connect(f"{place.as_uri()}?mode=rw", uri=True)) as connection,
        ):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    # Rounds

    def open_round(self, room: Room, subject: str, hidden: bool, most: int) -> Round:
        """The next round on a subject. Raises NotOpenedError where it is not opened."""
        with self.write() as connection:
            self.queue(connection, {room.id})
            ended = connection.execute(
                sa.select(rooms.c.ended).where(rooms.c.id == room.id).with_for_update()
            ).first()
            if ended is None or ended[0] is not None:
                raise NotOpenedError("room_ended")
            found = connection.execute(
                sa.select(rounds.c.subject, rounds.c.closed).where(rounds.c.room == room.id)
            ).all()
            if len(found) >= most:
                raise NotOpenedError("rounds_full")
            same = [row.closed for row in found if row.subject == subject]
            if None in same:
                raise NotOpenedError("round_already_open")
            made = connection.execute(
                sa.insert(rounds)
                .values(
                    room=room.id,
                    subject=subject,
                    number=len(same) + 1,
                    hidden=hidden,
                    opened=self.clock(),
                )
                .returning(rounds)
            )
            return Round(*made.one())

    def change_round(
        self, found: Round, closed: bool | None = None, hidden: bool | None = None
    ) -> Round:
        """Closes a round or opens it again, hides its results or not.

        Raises NotOpenedError where another round on its subject is open, or the room has ended.
        """
        with self.write() as connection:
            self.queue(connection, {found.room})
            ended = connection.execute(
                sa.select(rooms.c.ended).where(rooms.c.id == found.room).with_for_update()
            ).first()
            if closed is False and (ended is None or ended[0] is not None):
                raise NotOpenedError("room_ended")
            changes: dict[str, Any] = {}
            if closed is not None:
                changes["closed"] = self.clock() if closed else None
            if hidden is not None:
                changes["hidden"] = hidden
            if (
                closed is False
                and connection.execute(
                    sa.select(rounds.c.id).where(
                        rounds.c.room == found.room,
                        rounds.c.subject == found.subject,
                        rounds.c.closed.is_(None),
                        rounds.c.id != found.id,
                    )
                ).first()
            ):
                raise NotOpenedError("round_already_open")
            update = sa.update(rounds).where(rounds.c.id == found.id).values(**changes)
            row = connection.execute(update.returning(rounds)).first()
            if row is None:
                raise NotOpenedError("room_ended")
            return Round(*row)

    def rounds(self, room: Room) -> list[Round]:
        """All rounds of a room, in the order in which they were opened."""
        with self.reading() as connection:
            query = sa.select(rounds).where(rounds.c.room == room.id).order_by(rounds.c.id)
            return [Round(*row) for row in connection.execute(query)]

    def counts(self, room: Room) -> dict[int, int]:
        """How many students have answered, by round; rounds without any are left out."""
        with self.reading() as connection:
            query = (
                sa.select(answers.c.round, sa.func.count())
                .join(rounds, rounds.c.id == answers.c.round)
                .where(rounds.c.room == room.id)
                .group_by(answers.c.round)
            )
            return {row[0]: row[1] for row in connection.execute(query)}

    # Answers

    def save(self, batch: Sequence[Sent], most: int) -> list[Kept]:
        """Keeps answers, all in one transaction; gives what became of each, in their order.

        `most` is how many students there may be in a round. Whoever sends again replaces what was
        kept, unless that has a higher sequence.
        """
        found: dict[int, Kept] = {}
        # In one order, so that two servers do not wait for each other.
        order = sorted(
            range(len(batch)), key=lambda n: (batch[n].round, batch[n].client, batch[n].sequence)
        )
        with self.write() as connection:
            states = self.states(
                connection, {sent.round for sent in batch}, {sent.room for sent in batch}
            )
            counts: dict[int, int] = {}
            for place in order:
                sent = batch[place]
                room, state = states.get(sent.round, (None, MISSING))
                if room != sent.room:
                    found[place] = Kept(MISSING)
                elif state:
                    found[place] = Kept(state)
                else:
                    found[place] = self.keep(connection, sent, most, counts)
        return [found[place] for place in range(len(batch))]

    def states(
        self, connection: sa.Connection, wanted: set[int], rooms_of: set[int]
    ) -> dict[int, tuple[int, str]]:
        """By round its room and why it takes no answers, which is empty where it does.

        `rooms_of` are the rooms that the rounds are said to be of.

        Nobody can close these rounds before the transaction ends.
        """
        # Rooms before rounds, as whoever opens, closes or ends: else each waits for the other.
        self.queue(connection, rooms_of, shared=True)
        theirs = sa.select(rounds.c.room).where(rounds.c.id.in_(wanted))
        of_rooms = sa.select(rooms.c.id, rooms.c.ended).where(rooms.c.id.in_(theirs))
        of_rounds = sa.select(rounds.c.id, rounds.c.room, rounds.c.closed).where(
            rounds.c.id.in_(wanted)
        )
        ended = {
            row.id: row.ended is not None
            for row in connection.execute(of_rooms.order_by(rooms.c.id).with_for_update(read=True))
        }
        found = connection.execute(of_rounds.order_by(rounds.c.id).with_for_update(read=True))
        return {
            row.id: (row.room, ENDED if ended[row.room]
                     else CLOSED if row.closed is not None else "")
            for row in found if row.room in ended
        }  # fmt: skip

    def queue(self, connection: sa.Connection, of: set[int], shared: bool = False) -> None:
        """Waits until nobody changes these rooms, or with `shared=False` uses them in any way.

        In PostgreSQL, who shares a row is let past who waits to change it: while answers stream in
        over two servers nobody could close a round. These locks are given in the order in which
        they are asked for. SQLite has one writer at a time anyway.
        """
        if self.place is not None:
            return
        kind = sa.func.pg_advisory_xact_lock_shared if shared else sa.func.pg_advisory_xact_lock
        for room in sorted(of):
            connection.execute(sa.select(kind(ROOM_LOCK, room)))

    def keep(
        self, connection: sa.Connection, sent: Sent, most: int, counts: dict[int, int]
    ) -> Kept:
        """Keeps one answer to a round that takes them."""
        mine = (answers.c.round == sent.round, answers.c.client == sent.client)
        query = sa.select(answers.c.sequence, answers.c.entered).where(*mine).with_for_update()
        before = connection.execute(query).first()
        if before is None:
            if sent.round not in counts:
                students = sa.select(sa.func.count()).where(answers.c.round == sent.round)
                counts[sent.round] = connection.execute(students).scalar_one()
            if counts[sent.round] >= most:
                return Kept(FULL)
            insert = self.insert(answers).values(
                round=sent.round,
                client=sent.client,
                sequence=sent.sequence,
                entered=sent.entered,
                received=self.clock(),
            )
            if connection.execute(insert.on_conflict_do_nothing()).rowcount:
                counts[sent.round] += 1
                return Kept(STORED, sent.sequence)
            # Another server was faster.
            before = connection.execute(query).one()
        if before.sequence > sent.sequence:
            return Kept(SUPERSEDED, before.sequence)
        if before.sequence == sent.sequence:
            same = before.entered == sent.entered
            return Kept(STORED if same else USED, before.sequence)
        connection.execute(
            sa.update(answers)
            .where(*mine)
            .values(sequence=sent.sequence, entered=sent.entered, received=self.clock())
        )
        return Kept(STORED, sent.sequence)

    def insert(self, table: sa.Table) -> postgresql.Insert | sqlite.Insert:
        """An insert that can say what to do where the row is there already."""
        return sqlite.insert(table) if self.place is not None else postgresql.insert(table)

    def answers(self, found: Round, known: Mapping[int, Answer] = NOTHING) -> list[Answer]:
        """The answers to a round, in no order that tells who was first.

        `known` are answers by their ids as they were read before. Those that still stand are not
        read again, so that a board may ask every second however long texts are.
        """
        with self.reading() as connection:
            heads = connection.execute(
                sa.select(answers.c.id, answers.c.sequence)
                .where(answers.c.round == found.id)
                .order_by(answers.c.client)
            ).all()
            standing = {
                number: known[number]
                for number, sequence in heads
                if number in known and known[number].sequence == sequence
            }
            new = [number for number, _ in heads if number not in standing]
            for start in range(0, len(new), MOST_AT_ONCE):
                query = sa.select(
                    answers.c.id,
                    answers.c.client,
                    answers.c.sequence,
                    answers.c.entered,
                    answers.c.received,
                ).where(answers.c.id.in_(new[start : start + MOST_AT_ONCE]))
                for number, client, sequence, entered, received in connection.execute(query):
                    values = json.loads(entered)
                    standing[number] = Answer(number, client, sequence, values, received)
        # PostgreSQL sees what was committed meanwhile: an answer may be gone between the two.
        return [standing[number] for number, _ in heads if number in standing]

    def students(self, room: Room) -> list[str]:
        """All who answered anything in a room (digests), in an order that tells nothing."""
        with self.reading() as connection:
            query = (
                sa.select(answers.c.client)
                .distinct()
                .join(rounds, rounds.c.id == answers.c.round)
                .where(rounds.c.room == room.id)
                .order_by(answers.c.client)
            )
            return list(connection.execute(query).scalars())

    def standing(self, room: Room, client: str) -> dict[int, int]:
        """The sequence of what is kept of a student (a digest), by round."""
        with self.reading() as connection:
            query = (
                sa.select(answers.c.round, answers.c.sequence)
                .join(rounds, rounds.c.id == answers.c.round)
                .where(rounds.c.room == room.id, answers.c.client == client)
            )
            return {row[0]: row[1] for row in connection.execute(query)}

    # Judgements of texts

    def judge(self, found: Round, answer: int, sequence: int, entry: str, shown: bool) -> str:
        """Says whether a text may be shown. Gives "", or why not: `no_answer`, `answer_changed`."""
        if answer > LARGEST_ID:
            return "no_answer"
        with self.write() as connection:
            query = sa.select(answers.c.sequence).where(
                answers.c.id == answer, answers.c.round == found.id
            )
            row = connection.execute(query.with_for_update()).first()
            if row is None:
                return "no_answer"
            if row.sequence != sequence:
                return "answer_changed"
            insert = self.insert(judgements).values(
                answer=answer, sequence=sequence, entry=entry, shown=shown
            )
            connection.execute(
                insert.on_conflict_do_update(
                    index_elements=[judgements.c.answer, judgements.c.entry],
                    set_={"sequence": sequence, "shown": shown},
                )
            )
            return ""

    def judged(self, found: Round) -> dict[tuple[int, str], bool]:
        """Which texts may be shown, by answer and entry, those without a judgement left out.

        A judgement of an answer that was replaced does not count for the new one.
        """
        with self.reading() as connection:
            query = (
                sa.select(judgements.c.answer, judgements.c.entry, judgements.c.shown)
                .join(answers, answers.c.id == judgements.c.answer)
                .where(answers.c.round == found.id, answers.c.sequence == judgements.c.sequence)
            )
            return {(row[0], row[1]): row[2] for row in connection.execute(query)}


def identity(path: Path) -> tuple[int, int]:
    """What a file is, whatever its name. Raises OSError where it is not there."""
    found = os.stat(path)
    return found.st_dev, found.st_ino
