"""The board's client against a real class server, and what it says where there is none."""

from __future__ import annotations

import csv
import io
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from servicequality.board.client import TOKEN, URL, ClassError, Client, client_of_environment
from servicequality.board.words import BOARD
from servicequality.classmode.api_handler import ROOT
from servicequality.classmode.engines import store_url
from servicequality.classmode.store import Store
from tests.class_api import ITEM, Api, client_id, running, start

EXERCISE = "exercise/gap-explorer"


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    file = tmp_path_factory.mktemp("store") / "answers.sqlite3"
    with running(Store(store_url(None, file))) as api:
        yield api


@pytest.fixture
def client(api: Api) -> Client:
    return Client(f"http://127.0.0.1:{api.port}", api.token)


def fails(code: str, url: str, token: str = "t", seconds: float = 5.0) -> str:
    """What the client says of a server that does not do; the code must be as expected."""
    with pytest.raises(ClassError) as caught:
        Client(url, token, seconds=seconds).rooms()
    assert caught.value.code == code
    return str(caught.value)


def test_a_class_from_start_to_end(api: Api, client: Client) -> None:
    room = client.open_room("keep")
    code = room["code"]
    assert code in [found["code"] for found in client.rooms()]
    first = client.open_round(code, EXERCISE, True)
    for number, perceived in enumerate((4.0, 5.0, 6.0), start=1):
        values = start(perception=perceived, conclusion="=1+1")
        assert client.send(code, first["id"], client_id(str(number)), 1, values) == {
            "outcome": "stored", "sequence": 1,
        }  # fmt: skip
    assert client.board(code)["rounds"][0]["answers"] == 3
    assert client.results(code, first["id"])["withheld"] == "hidden"
    assert client.profile(code, first["id"]) is None
    assert client.change_round(code, first["id"], open=False)["open"] is False
    entries = {entry["key"]: entry for entry in client.results(code, first["id"])["entries"]}
    assert entries["perception"]["mean"] == 5.0
    points = client.scatter(code, first["id"], "belief", "perception")["points"]
    assert len(points) == 3
    profile = client.profile(code, first["id"])
    assert profile is not None
    assert [row["id"] for row in profile] == ["G1", "G2", "G3", "G4", "G5"]
    texts = client.texts(code, first["id"], "conclusion")
    assert [text["shown"] for text in texts] == [None] * 3
    one = texts[0]
    client.judge(code, first["id"], one["answer"], one["sequence"], "conclusion", True)
    assert client.texts(code, first["id"], "conclusion", shown=True) == [{"texts": ["=1+1"]}]
    rows = list(csv.reader(io.StringIO(client.round_csv(code, first["id"]).decode("utf-8-sig"))))
    assert len(rows) == 4
    assert client.room_xlsx(code).startswith(b"PK")
    client.end_room(code, False)
    with pytest.raises(ClassError, match="no class with this code") as caught:
        client.board(code)
    assert caught.value.code == "no_room"
    assert api.ask("GET", f"/rooms/{code}").error == "no_room"


def test_who_moved_is_asked_for(client: Client) -> None:
    code = client.open_room("delete")["code"]
    rounds = [client.open_round(code, ITEM, False)]
    for number in range(3):
        client.send(code, rounds[0]["id"], client_id(str(number)), 1, {"answer": "software"})
    client.change_round(code, rounds[0]["id"], open=False)
    rounds.append(client.open_round(code, ITEM, False))
    assert rounds[1]["number"] == 2
    assert client.moves(code, rounds[0]["id"], rounds[1]["id"], "answer") is None
    for number in range(3):
        client.send(code, rounds[1]["id"], client_id(str(number)), 1, {"answer": "steps-together"})
    moved = client.moves(code, rounds[0]["id"], rounds[1]["id"], "answer")
    assert moved is not None
    assert moved["moved"] == 3
    # A question has no gaps.
    assert client.profile(code, rounds[1]["id"]) is None


def test_a_rehearsal_is_told_and_never_kept(api: Api, client: Client) -> None:
    room = client.open_room("rehearsal")
    assert room["promise"] == "rehearsal"
    assert "rehearsal" in api.ask("GET", f"/rooms/{room['code']}").json["room"]["told"]
    with pytest.raises(ClassError) as caught:
        client.end_room(room["code"], True)
    assert caught.value.code == "promised_deletion"
    client.end_room(room["code"], False)
    assert room["code"] not in [found["code"] for found in client.rooms()]


def test_the_root_of_the_addresses_may_stand_in_the_url(api: Api) -> None:
    for tail in ("", "/", ROOT, ROOT + "/"):
        assert isinstance(Client(f"http://127.0.0.1:{api.port}{tail}", api.token).rooms(), list)


def test_a_wrong_token_is_told_in_the_servers_words(api: Api) -> None:
    told = fails("token_wrong", f"http://127.0.0.1:{api.port}", "wrong")
    assert told == "This is not the instructor’s token."


def test_where_nothing_listens_it_says_what_to_do() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert fails("unreachable", f"http://127.0.0.1:{port}") == BOARD["error_unreachable"]


def test_a_server_that_is_silent_is_not_waited_for_long() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        assert fails("too_slow", url, seconds=0.2) == BOARD["error_too_slow"]


@pytest.mark.parametrize(
    ("status", "content"),
    [(200, b"<html>"), (200, b"[]"), (302, b""), (404, b"<html>"), (500, b'{"error": 1}'),
     (403, b'{"error": {"code": "x"}}'), (200, b"\xff")],
)  # fmt: skip
def test_what_is_no_class_server_is_called_so(status: int, content: bytes) -> None:
    class Foreign(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_given: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Foreign)
    thread = threading.Thread(target=server.handle_request, daemon=True)
    thread.start()
    told = fails("foreign", f"http://127.0.0.1:{server.server_port}")
    thread.join(10)
    server.server_close()
    assert told == BOARD["error_foreign"]


@pytest.mark.parametrize("url", ["", "127.0.0.1:8866", "file:///etc/passwd", "http://[", "http://"])
def test_what_is_no_address_is_called_so(url: str) -> None:
    with pytest.raises(ClassError) as caught:
        Client(url, "t")
    assert caught.value.code == "no_server"
    assert url in str(caught.value)


def test_the_environment_says_where_the_server_is(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL, f"http://127.0.0.1:{api.port}")
    monkeypatch.delenv(TOKEN, raising=False)
    with pytest.raises(ClassError, match="make class"):
        client_of_environment()
    monkeypatch.setenv(TOKEN, api.token)
    assert isinstance(client_of_environment().rooms(), list)
