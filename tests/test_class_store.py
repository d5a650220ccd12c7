"""The store of a class: nothing acknowledged is lost, nothing is kept twice."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicequality.classmode.engines import StoreError, StoreUnavailableError, store_url
from servicequality.classmode.migrations import VERSION_TABLE
from servicequality.classmode.records import (
    CLOSED,
    ENDED,
    FULL,
    MISSING,
    STORED,
    SUPERSEDED,
    USED,
    Kept,
    Room,
    Round,
    Sent,
    as_json,
)
from servicequality.classmode.schema import metadata, rooms, rounds
from servicequality.classmode.store import NotOpenedError, Store
from tests.class_stores import BACKENDS, Cluster, NoServerError, empty_database

MOST = 1000
SUBJECT = "exercise/gap-explorer"


@pytest.fixture(params=BACKENDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.URL]:
    with empty_database(request.param, tmp_path) as url:
        yield url


@pytest.fixture
def store(url: sa.URL) -> Iterator[Store]:
    store = Store(url)
    yield store
    store.close()


@pytest.fixture
def room(store: Store) -> Room:
    return store.open_room("keep")


@pytest.fixture
def asked(store: Store, room: Room) -> Round:
    return store.open_round(room, SUBJECT, True, 10)


def sent(asked: Round, client: str = "c", sequence: int = 1, **values: object) -> Sent:
    return Sent(asked.room, asked.id, client, sequence, as_json(values))


def test_a_room_is_found_by_its_code(store: Store, room: Room) -> None:
    assert store.room(room.code) == room
    assert store.room("none") is None
    assert store.rooms() == [room]


def test_a_browser_is_not_recognised_in_another_room(store: Store, room: Room) -> None:
    other = store.open_room("keep")
    assert room.digest("browser") == room.digest("browser") != other.digest("browser")


def test_an_answer_is_kept_and_replaced(store: Store, asked: Round) -> None:
    assert store.save([sent(asked, a=1)], MOST) == [Kept(STORED, 1)]
    assert store.save([sent(asked, sequence=5, a=2)], MOST) == [Kept(STORED, 5)]
    (kept,) = store.answers(asked)
    assert (kept.client, kept.sequence, kept.values) == ("c", 5, {"a": 2})


def test_sending_again_changes_nothing(store: Store, asked: Round) -> None:
    store.save([sent(asked, a=1)], MOST)
    (before,) = store.answers(asked)
    assert store.save([sent(asked, a=1)], MOST) == [Kept(STORED, 1)]
    assert store.answers(asked) == [before]


def test_what_comes_late_replaces_nothing(store: Store, asked: Round) -> None:
    store.save([sent(asked, sequence=7, a=7)], MOST)
    assert store.save([sent(asked, sequence=3, a=3)], MOST) == [Kept(SUPERSEDED, 7)]
    assert store.save([sent(asked, sequence=7, a=8)], MOST) == [Kept(USED, 7)]
    assert store.answers(asked)[0].values == {"a": 7}


def test_a_batch_is_kept_in_the_order_of_its_sequences(store: Store, asked: Round) -> None:
    batch = [sent(asked, sequence=n, a=n) for n in (2, 3, 1)] + [sent(asked, "d", 1, a=0)]
    assert store.save(batch, MOST) == [Kept(STORED, 2), Kept(STORED, 3), Kept(STORED, 1),
                                       Kept(STORED, 1)]  # fmt: skip
    assert {a.client: a.sequence for a in store.answers(asked)} == {"c": 3, "d": 1}


def test_closed_ended_full_and_missing_rounds_keep_nothing(store: Store, room: Room) -> None:
    first = store.open_round(room, SUBJECT, True, 10)
    other = store.open_room("keep")
    foreign = Sent(other.id, first.id, "c", 1, "{}")
    missing = Sent(room.id, first.id + 999, "c", 1, "{}")
    assert [kept.outcome for kept in store.save([foreign, missing], MOST)] == [MISSING, MISSING]
    assert store.save([sent(first, "a"), sent(first, "b")], 1) == [Kept(STORED, 1), Kept(FULL)]
    # Who is in already may still change the answer.
    assert store.save([sent(first, "a", 2)], 1) == [Kept(STORED, 2)]
    store.change_round(first, closed=True)
    assert store.save([sent(first, "a", 3)], MOST) == [Kept(CLOSED)]
    store.end_room(room, keep=True)
    assert store.save([sent(first, "a", 3)], MOST) == [Kept(ENDED)]
    assert [(a.client, a.sequence) for a in store.answers(first)] == [("a", 2)]


def test_one_round_on_a_subject_is_open_at_a_time(store: Store, room: Room, asked: Round) -> None:
    with pytest.raises(NotOpenedError, match="round_already_open"):
        store.open_round(room, SUBJECT, True, 10)
    assert store.open_round(room, "exercise/other", True, 10).number == 1
    store.change_round(asked, closed=True)
    second = store.open_round(room, SUBJECT, False, 10)
    assert (second.number, second.hidden) == (2, False)
    with pytest.raises(NotOpenedError, match="round_already_open"):
        store.change_round(asked, closed=False)
    store.change_round(second, closed=True, hidden=True)
    assert store.change_round(asked, closed=False).closed is None
    with pytest.raises(NotOpenedError, match="rounds_full"):
        store.open_round(room, "exercise/third", True, 3)
    assert [found.subject for found in store.rounds(room)] == [SUBJECT, "exercise/other", SUBJECT]


def test_a_class_that_ended_opens_nothing(store: Store, room: Room, asked: Round) -> None:
    store.end_room(room, keep=True)
    assert store.rounds(room)[0].closed is not None
    for attempt in (
        lambda: store.open_round(room, "x", True, 10),
        lambda: store.change_round(asked, closed=False),
    ):
        with pytest.raises(NotOpenedError, match="room_ended"):
            attempt()


def test_a_class_that_is_deleted_leaves_nothing(store: Store, room: Room, asked: Round) -> None:
    marked = "a text that nobody else writes"
    store.save([sent(asked, text=marked)], MOST)
    (answer,) = store.answers(asked)
    store.judge(asked, answer.id, 1, "text", True)
    store.end_room(room, keep=False)
    assert store.room(room.code) is None
    with store.reading() as connection:
        for table in metadata.sorted_tables:
            assert connection.execute(sa.select(sa.func.count()).select_from(table)).scalar() == 0
    for path in store.files:
        assert marked.encode() not in path.read_bytes()


def test_a_class_is_deleted_while_a_board_looks(file_store: Store) -> None:
    room = file_store.open_room("delete")
    asked = file_store.open_round(room, SUBJECT, True, 10)
    marked = "a text that nobody else writes"
    file_store.save([sent(asked, text=marked)], MOST)
    ended = threading.Event()

    def board() -> None:
        while not ended.is_set():
            file_store.answers(asked)

    with ThreadPoolExecutor(2) as threads:
        boards = [threads.submit(board) for _ in range(2)]
        file_store.end_room(room, keep=False)
        ended.set()
        for job in boards:
            job.result()
    for path in file_store.files:
        assert marked.encode() not in path.read_bytes()


def test_counts_and_standing(store: Store, room: Room, asked: Round) -> None:
    other = store.open_round(room, "exercise/other", True, 10)
    store.save([sent(asked, "a", 4), sent(asked, "b", 2), sent(other, "a", 9)], MOST)
    assert store.counts(room) == {asked.id: 2, other.id: 1}
    assert store.standing(room, "a") == {asked.id: 4, other.id: 9}
    assert store.standing(room, "x") == {}


def test_a_judgement_holds_for_the_answer_that_was_read(store: Store, asked: Round) -> None:
    store.save([sent(asked, text="polite")], MOST)
    (answer,) = store.answers(asked)
    assert store.judge(asked, answer.id, 1, "text", True) == ""
    assert store.judged(asked) == {(answer.id, "text"): True}
    assert store.judge(asked, answer.id, 1, "text", False) == ""
    assert store.judged(asked) == {(answer.id, "text"): False}
    store.judge(asked, answer.id, 1, "text", True)
    store.save([sent(asked, sequence=2, text="rude")], MOST)
    assert store.judged(asked) == {}
    assert store.judge(asked, answer.id, 1, "text", True) == "answer_changed"
    for none in (answer.id + 1, 2**31, 2**53 - 1):
        assert store.judge(asked, none, 1, "text", True) == "no_answer"


def test_any_text_comes_back_as_it_was(store: Store, asked: Round) -> None:
    text = "a\u0000b\u0007 „Ясен“ 👩‍👩‍👧‍👦 \u2028 ' \" \\ <b>"
    store.save([sent(asked, text=text)], MOST)
    assert store.answers(asked)[0].values == {"text": text}


def test_many_threads_lose_nothing_and_keep_nothing_twice(store: Store, asked: Round) -> None:
    def student(number: int) -> int:
        for sequence in range(1, 6):
            (kept,) = store.save([sent(asked, f"s{number}", sequence, a=sequence)], MOST)
            assert kept == Kept(STORED, sequence)
        return number

    with ThreadPoolExecutor(8) as threads:
        assert len(list(threads.map(student, range(24)))) == 24
    kept = store.answers(asked)
    assert sorted(a.client for a in kept) == sorted(f"s{n}" for n in range(24))
    assert {a.sequence for a in kept} == {5}


def test_one_student_from_many_threads_ends_with_the_last(store: Store, asked: Round) -> None:
    batches = [[sent(asked, "c", n, a=n)] for n in range(1, 41)]
    with ThreadPoolExecutor(8) as threads:
        found = [kept for (kept,) in threads.map(lambda batch: store.save(batch, MOST), batches)]
    assert {kept.outcome for kept in found} <= {STORED, SUPERSEDED}
    (answer,) = store.answers(asked)
    assert (answer.sequence, answer.values) == (40, {"a": 40})


def test_closing_while_answers_come_keeps_all_that_were_acknowledged(
    store: Store, asked: Round
) -> None:
    acknowledged: set[str] = set()
    go = threading.Event()

    def student(number: int) -> None:
        go.wait()
        if store.save([sent(asked, f"s{number}")], MOST)[0].outcome == STORED:
            acknowledged.add(f"s{number}")

    with ThreadPoolExecutor(8) as threads:
        jobs = [threads.submit(student, number) for number in range(30)]
        go.set()
        store.change_round(asked, closed=True)
        at_closing = {a.client for a in store.answers(asked)}
        for job in jobs:
            job.result()
    assert {a.client for a in store.answers(asked)} == acknowledged == at_closing


def test_who_closes_a_round_waits_for_nobody_who_waits_for_it(
    store: Store, room: Room, asked: Round
) -> None:
    with ThreadPoolExecutor(1) as threads:
        with store.writing.begin() as closing:
            # As `change_round` begins.
            store.queue(closing, {room.id})
            closing.execute(
                sa.select(rooms.c.ended).where(rooms.c.id == room.id).with_for_update()
            ).one()
            saving = threads.submit(store.save, [sent(asked)], MOST)
            # Until it waits, which SQLite does at once and PostgreSQL at the room.
            with suppress(TimeoutError):
                saving.result(0.5)
            assert not saving.done()
            closing.execute(sa.update(rounds).where(rounds.c.id == asked.id).values(closed=1))
        assert saving.result(60) == [Kept(CLOSED)]
    assert store.answers(asked) == []


def test_who_closes_a_round_comes_before_those_who_send_later(tmp_path: Path) -> None:
    here = "(SELECT oid FROM pg_database WHERE datname = current_database())"
    waits = sa.text(f"SELECT count(*) FROM pg_locks WHERE NOT granted AND database = {here}")
    with ExitStack() as ended:
        url = ended.enter_context(empty_database("postgresql", tmp_path))
        one, two = Store(url), Store(url)
        for store in (one, two):
            ended.callback(store.close)
        room = one.open_room("keep")
        asked = one.open_round(room, SUBJECT, True, 10)
        threads = ended.enter_context(ThreadPoolExecutor(2))

        def waiting(number: int) -> None:
            """Until so many wait."""
            with one.engine.connect() as connection:
                while connection.execute(waits).scalar_one() < number:
                    connection.rollback()

        with one.writing.begin() as sending:
            one.states(sending, {asked.id}, {room.id})
            closing = threads.submit(two.change_round, asked, True)
            waiting(1)
            later = threads.submit(one.save, [sent(asked, "late")], MOST)
            waiting(2)
        assert closing.result(60).closed is not None
        assert later.result(60) == [Kept(CLOSED)]


def test_an_id_is_never_given_again(store: Store, room: Room, asked: Round) -> None:
    store.save([sent(asked)], MOST)
    (before,) = store.answers(asked)
    store.end_room(room, keep=False)
    other = store.open_room("keep")
    again = store.open_round(other, SUBJECT, True, 10)
    # What was still on its way to the room that is gone.
    assert store.save([sent(asked, "late")], MOST) == [Kept(MISSING)]
    assert store.save([sent(again, "d")], MOST) == [Kept(STORED, 1)]
    (after,) = store.answers(again)
    assert (after.id > before.id, again.id > asked.id, other.id > room.id) == (True,) * 3


def test_what_was_read_before_is_not_read_again(store: Store, room: Room, asked: Round) -> None:
    store.save([sent(asked, f"s{n}", text="x" * 100) for n in range(1200)], MOST * 2)
    first = store.answers(asked)
    assert [answer.client for answer in first] == sorted(f"s{n}" for n in range(1200))
    store.save([sent(asked, "s7", 2, text="new"), sent(asked, "t", text="more")], MOST * 2)
    known = {answer.id: answer for answer in first}
    second = store.answers(asked, known)
    assert second == store.answers(asked)
    changed = {answer.client for answer in second if known.get(answer.id) is not answer}
    assert changed == {"s7", "t"}
    assert store.students(room) == sorted(answer.client for answer in second)
    assert store.students(store.open_room("keep")) == []


def test_tables_are_those_of_the_schema(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []


def test_a_store_is_opened_again_as_it_was(url: sa.URL) -> None:
    first = Store(url)
    room = first.open_room("delete")
    asked = first.open_round(room, SUBJECT, True, 10)
    first.save([sent(asked, a=1)], MOST)
    first.close()
    second = Store(url)
    assert second.room(room.code) == room
    assert second.answers(asked)[0].values == {"a": 1}
    second.close()


def test_several_servers_make_one_store_at_once(url: sa.URL) -> None:
    with ThreadPoolExecutor(3) as threads:
        stores = list(threads.map(Store, [url] * 3))
    room = stores[0].open_room("keep")
    assert [store.room(room.code) for store in stores] == [room] * 3
    for store in stores:
        store.close()


def test_a_newer_store_is_not_touched(url: sa.URL) -> None:
    store = Store(url)
    with store.engine.begin() as connection:
        connection.execute(sa.text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    store.close()
    with pytest.raises(StoreError, match="newer edition"):
        Store(url)


MOVES = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(1, 4), st.integers(0, 2)), max_size=25
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(batches=st.lists(MOVES, max_size=4))
def test_it_keeps_what_a_plain_dict_would(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[tuple[str, int, int]]]
) -> None:
    store = Store(store_url(None, tmp_path_factory.mktemp("store") / "a.sqlite3"))
    asked = store.open_round(store.open_room("keep"), SUBJECT, True, 10)
    model: dict[str, tuple[int, int]] = {}
    for batch in batches:
        found = store.save([sent(asked, c, n, a=v) for c, n, v in batch], MOST)
        in_order = sorted(range(len(batch)), key=lambda place: batch[place][:2])
        for place in in_order:
            client, sequence, value = batch[place]
            before = model.get(client, (0, -1))
            if before[0] > sequence:
                assert found[place] == Kept(SUPERSEDED, before[0])
            elif before[0] == sequence and before[1] != value:
                assert found[place] == Kept(USED, sequence)
            else:
                assert found[place] == Kept(STORED, sequence)
                model[client] = (sequence, value)
    kept = {a.client: (a.sequence, a.values["a"]) for a in store.answers(asked)}
    store.close()
    assert kept == model


# SQLite alone


@pytest.fixture
def file_store(tmp_path: Path) -> Iterator[Store]:
    store = Store(store_url(None, tmp_path / "kept" / "answers.sqlite3"), busy_seconds=0.2)
    yield store
    store.close()


def test_it_waits_for_the_disk_and_is_read_by_its_owner_alone(file_store: Store) -> None:
    assert file_store.place is not None
    with file_store.engine.connect() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in (
                "journal_mode", "synchronous", "fullfsync", "foreign_keys", "secure_delete",
            )
        ]  # fmt: skip
    assert found == ["wal", 2, 1, 1, 1]
    assert stat.S_IMODE(file_store.place.stat().st_mode) == 0o600
    assert stat.S_IMODE(file_store.place.parent.stat().st_mode) == 0o700


def test_the_log_is_one_file_as_long_as_a_store_is_open(file_store: Store) -> None:
    log = Path(f"{file_store.place}-wal")
    # While it is held, its number goes to no other file.
    with log.open("rb") as held:
        room = file_store.open_room("keep")
        # No connection is left but the one that nobody uses.
        file_store.engine.dispose()
        file_store.open_round(room, SUBJECT, True, 10)
        assert os.path.samestat(os.fstat(held.fileno()), log.stat())


def test_a_locked_file_is_said_to_be_busy(file_store: Store) -> None:
    room = file_store.open_room("keep")
    asked = file_store.open_round(room, SUBJECT, True, 10)
    other = sqlite3.connect(str(file_store.place), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailableError, match="store_busy"):
        file_store.save([sent(asked)], MOST)
    # Reading goes on.
    assert file_store.answers(asked) == []
    other.execute("ROLLBACK")
    other.close()
    assert file_store.save([sent(asked)], MOST) == [Kept(STORED, 1)]


def test_a_full_disk_keeps_all_that_was_acknowledged_and_nothing_else(file_store: Store) -> None:
    asked = file_store.open_round(file_store.open_room("keep"), SUBJECT, True, 10)
    file_store.engine.dispose()

    @sa.event.listens_for(file_store.engine, "connect")
    def small(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + 20}")

    acknowledged: list[str] = []

    def fill() -> None:
        for number in range(200):
            file_store.save([sent(asked, f"s{number}", text="x" * 1000)], MOST)
            acknowledged.append(f"s{number}")

    with pytest.raises(StoreUnavailableError, match="store_full"):
        fill()
    assert len(acknowledged) > 10
    assert sorted(a.client for a in file_store.answers(asked)) == sorted(acknowledged)


@pytest.mark.parametrize("end", ["", "-wal"])
def test_a_file_that_is_taken_away_is_noticed(file_store: Store, end: str) -> None:
    assert file_store.place is not None
    asked = file_store.open_round(file_store.open_room("keep"), SUBJECT, True, 10)
    path = Path(f"{file_store.place}{end}")
    path.rename(path.with_suffix(".away"))
    for attempt in (
        lambda: file_store.save([sent(asked)], MOST),
        lambda: file_store.rooms(),
    ):
        with pytest.raises(StoreUnavailableError, match="store_gone"):
            attempt()
    path.write_bytes(b"")
    with pytest.raises(StoreUnavailableError, match="store_gone"):
        file_store.save([sent(asked)], MOST)
    path.with_suffix(".away").replace(path)
    assert file_store.save([sent(asked)], MOST)[0].outcome == STORED


def test_what_is_no_database_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear class, " * 100, encoding="utf-8")
    with pytest.raises(StoreError, match=r"cannot be opened: file is not a database$"):
        Store(store_url(None, path))
    assert path.read_text(encoding="utf-8").startswith("Dear class")


def test_a_place_that_is_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(store_url(None, tmp_path / "file" / "answers.sqlite3"))


@pytest.mark.parametrize("text", ["nonsense", "mysql://x/y", "sqlite://", "sqlite:///:memory:"])
def test_other_databases_are_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        store_url(text, tmp_path)


def test_a_postgresql_url_finds_its_driver(tmp_path: Path) -> None:
    for name in ("postgresql", "postgres"):
        url = store_url(f"{name}://user:secret@host/db", tmp_path)
        assert url.drivername == "postgresql+psycopg"


def test_a_postgresql_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened") as raised:
        Store(store_url("postgresql://user:secret@127.0.0.1:9/db", tmp_path))
    assert "secret" not in str(raised.value)


def test_a_postgresql_server_that_goes_keeps_what_was_acknowledged() -> None:
    with ExitStack() as ended:
        try:
            cluster = Cluster()
            ended.callback(cluster.remove)
            cluster.make()
            cluster.start()
        except NoServerError as error:
            pytest.skip(f"no PostgreSQL server: {error}")
        store = Store(cluster.url)
        ended.callback(store.close)
        asked = store.open_round(store.open_room("keep"), SUBJECT, True, 10)
        assert store.save([sent(asked, "a")], MOST) == [Kept(STORED, 1)]
        cluster.stop()
        for attempt in (
            lambda: store.save([sent(asked, "b")], MOST),
            lambda: store.answers(asked),
        ):
            with pytest.raises(StoreUnavailableError, match="store_gone"):
                attempt()
        cluster.start()
        assert [answer.client for answer in store.answers(asked)] == ["a"]
        assert store.save([sent(asked, "b")], MOST) == [Kept(STORED, 1)]


@given(st.dictionaries(st.text(), st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False,
                                                                      allow_infinity=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8,
)))  # fmt: skip
def test_json_is_ascii_and_comes_back(values: dict[str, object]) -> None:
    text = as_json(values)
    assert text.isascii()
    assert json.loads(text) == values
