"""Counting who has joined a room: the count, and what the API says of it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from servicequality.classmode.api_handler import CLIENT_HEADER
from servicequality.classmode.engines import store_url
from servicequality.classmode.joined import Joined
from servicequality.classmode.store import Store
from tests.class_api import client_id, running, start


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from("abcdef"))))
def test_every_browser_is_counted_once_a_room(seen: list[tuple[int, str]]) -> None:
    joined = Joined(most=100)
    for room, client in seen:
        joined.add(room, client)
    for room in (1, 2, 3):
        assert joined.count(room) == len({client for at, client in seen if at == room})
    joined.forget(1)
    assert joined.count(1) == 0
    assert joined.count(2) == len({client for at, client in seen if at == 2})


def test_memory_is_limited_by_rooms_and_browsers() -> None:
    joined = Joined(most=2, rooms=2)
    for client in "abc":
        joined.add(1, client)
    assert joined.count(1) == 2
    joined.add(2, "a")
    # Seen again, the first is later than the second.
    joined.add(1, "a")
    joined.add(3, "a")
    assert [joined.count(room) for room in (1, 2, 3)] == [2, 0, 1]


def store_in(folder: Path) -> Store:
    """The store of a folder, as after a restart."""
    return Store(store_url(None, folder / "answers.sqlite3"))


def test_a_board_is_told_how_many_have_joined(tmp_path: Path) -> None:
    with running(store_in(tmp_path)) as api:
        code, other = api.room(), api.room()

        def count(room: str) -> int:
            found: int = api.teach("GET", f"/rooms/{room}/board")["joined"]
            return found

        assert count(code) == 0
        # A page without an id is nobody yet, and so is a code that is wrong.
        assert api.ask("GET", f"/rooms/{code}").status == 200
        headers = {CLIENT_HEADER: client_id("a")}
        assert api.ask("GET", "/rooms/00000000", headers=headers).status == 404
        assert count(code) == 0
        for name in ("a", "b", "a"):
            api.standing(code, name)
        number = api.round(code)
        assert api.send(code, number, start(), "c").status == 200
        assert (count(code), count(other)) == (3, 0)
        # Students are not told.
        assert "joined" not in api.ask("GET", f"/rooms/{code}", headers=headers).json


def test_after_a_restart_as_many_have_joined_as_have_answered(tmp_path: Path) -> None:
    with running(store_in(tmp_path)) as api:
        code = api.room()
        number = api.round(code)
        for name in "abc":
            assert api.send(code, number, start(), name).status == 200
    with running(store_in(tmp_path)) as api:
        assert api.teach("GET", f"/rooms/{code}/board")["joined"] == 3
        api.standing(code, "d")
        assert api.teach("GET", f"/rooms/{code}/board")["joined"] == 3
