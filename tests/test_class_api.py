"""Class mode over HTTP: a class from its start to its end, and all that is refused on the way."""

from __future__ import annotations

import csv
import io
import json
import os
import socket
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from servicequality.classmode.api_handler import CLIENT_HEADER, COOKIE, ROOT
from servicequality.classmode.bucket import Rate
from servicequality.classmode.engines import StoreError, store_url
from servicequality.classmode.messages import STATUS
from servicequality.classmode.service import Service
from servicequality.classmode.store import Store
from servicequality.classmode.words import ERRORS
from tests.class_api import EXERCISE, ITEM, UNLIMITED, Api, client_id, running, start
from tests.class_stores import BACKENDS, empty_database

SMALL = UNLIMITED._replace(drained=200_000, body_seconds=1.0)


@pytest.fixture(scope="module", params=BACKENDS)
def api(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    with (
        empty_database(request.param, tmp_path_factory.mktemp("store")) as url,
        running(Store(url), SMALL) as api,
    ):
        yield api


@pytest.fixture
def code(api: Api) -> str:
    return api.room()


def test_a_class_from_start_to_end(api: Api) -> None:
    code = api.room("delete")
    status = api.ask("GET", f"/rooms/{code[:4]}-{code[4:]}").json
    assert status["room"]["spoken"] == f"{code[:4]} {code[4:]}"
    assert "deleted" in status["room"]["told"]
    assert status["rounds"] == []
    first = api.round(code, hidden=True)
    (asked,) = api.ask("GET", f"/rooms/{code}").json["rounds"]
    assert (asked["title"], asked["number"], asked["open"]) == ("Gap explorer", 1, True)
    for client, perceived in (("a", 4.0), ("b", 5.0), ("c", 6.0)):
        reply = api.send(code, first, start(perception=perceived), client)
        assert (reply.status, reply.json) == (200, {"outcome": "stored", "sequence": 1})
    results = f"/rooms/{code}/rounds/{first}/results"
    told = api.teach("GET", results)
    assert (told["answers"], told["withheld"], told["entries"]) == (3, "hidden", None)
    api.teach("PATCH", f"/rooms/{code}/rounds/{first}", {"open": False})
    assert api.send(code, first, start(), "d").error == "round_closed"
    told = api.teach("GET", results)
    perception = next(entry for entry in told["entries"] if entry["key"] == "perception")
    assert (perception["answers"], perception["mean"]) == (3, 5.0)
    assert api.teach("GET", f"/rooms/{code}/board")["rounds"][0]["answers"] == 3
    api.teach("POST", f"/rooms/{code}/end", {"keep": False})
    assert api.ask("GET", f"/rooms/{code}").error == "no_room"


def test_sending_again_is_acknowledged_and_kept_once(api: Api, code: str) -> None:
    number = api.round(code)
    for _ in range(3):
        reply = api.send(code, number, start(perception=2.0), sequence=4)
        assert reply.json == {"outcome": "stored", "sequence": 4}
    assert api.send(code, number, start(), sequence=2).json == {
        "outcome": "superseded", "sequence": 4,
    }  # fmt: skip
    used = api.send(code, number, start(perception=3.0), sequence=4)
    assert (used.error, used.json["error"]["sequence"]) == ("sequence_used", 4)
    assert api.send(code, number, start(perception=6.0), sequence=9).json["sequence"] == 9
    assert api.standing(code) == [9]
    assert api.standing(code, "nobody") == [None]
    assert api.teach("GET", f"/rooms/{code}/board")["rounds"][0]["answers"] == 1


def test_vote_discuss_vote_again(api: Api, code: str) -> None:
    votes = [("software", "steps-together"), ("department", "department"),
             ("steps-together", "steps-together"), ("lunch", None)]  # fmt: skip
    first = api.round(code, ITEM)
    for name, (vote, _) in enumerate(votes):
        assert api.send(code, first, {"answer": vote}, str(name)).status == 200
    asked = {"subject": ITEM, "hidden": False}
    again = api.ask("POST", f"/rooms/{code}/rounds", asked, teacher=True)
    assert again.error == "round_already_open"
    api.teach("PATCH", f"/rooms/{code}/rounds/{first}", {"open": False})
    second = api.round(code, ITEM)
    for name, (_, vote) in enumerate(votes):
        if vote:
            assert api.send(code, second, {"answer": vote}, str(name)).status == 200
    path = f"/rooms/{code}/moves?first={first}&second={second}&entry=answer"
    told = api.teach("GET", path)
    assert [told[side]["round"]["number"] for side in ("first", "second")] == [1, 2]
    moves = told["moves"]
    assert (moves["both"], moves["moved"], moves["to_right"], moves["only_first"]) == (3, 1, 1, 1)
    assert moves["from"]["software"]["steps-together"] == 1
    verdict = api.teach("GET", f"/rooms/{code}/rounds/{second}/results")["entries"][-1]
    assert {option["id"]: option["count"] for option in verdict["options"]} == {
        "right": 2, "partly": 0, "wrong": 1,
    }  # fmt: skip
    api.teach("PATCH", f"/rooms/{code}/rounds/{second}", {"open": False})
    other = api.round(code)
    path = f"/rooms/{code}/moves?first={first}&second={other}&entry=answer"
    assert api.ask("GET", path, teacher=True).error == "other_subject"


def test_profile_and_scatter(api: Api, code: str) -> None:
    number = api.round(code)
    path = f"/rooms/{code}/rounds/{number}"
    for name, perceived in enumerate([4.0, 5.0, 7.0, 7.0]):
        api.send(code, number, start(perception=perceived, expectation=6.0), f"p{name}")
    gaps = {row["id"]: row for row in api.teach("GET", f"{path}/profile")["rows"]}
    assert gaps["G5"]["mean"] == pytest.approx((-2 - 1 + 1 + 1) / 4)
    points = api.teach("GET", f"{path}/scatter?x=expectation&y=perception")["points"]
    assert points[-1] == {"x": 6.0, "y": 7.0, "count": 2}
    for wrong in ("scatter?x=expectation&y=service", "scatter", "profile?table=x"):
        assert api.ask("GET", f"{path}/{wrong}", teacher=True).error == "no_entry"


def test_few_answers_are_not_shown(api: Api, code: str) -> None:
    number = api.round(code)
    for name in "ab":
        api.send(code, number, start(), name)
    told = api.teach("GET", f"/rooms/{code}/rounds/{number}/results")
    assert (told["answers"], told["withheld"], told["entries"]) == (2, "few", None)


def test_a_text_is_shown_once_it_was_read_and_while_it_stays(api: Api, code: str) -> None:
    number = api.round(code)
    path = f"/rooms/{code}/rounds/{number}/texts"
    text = "<b>Desk</b> =1+1"
    api.send(code, number, start(service=text), "a")
    api.send(code, number, start(service="  "), "b")
    (found,) = api.teach("GET", f"{path}?entry=service")["texts"]
    assert (found["texts"], found["shown"]) == ([text], None)
    assert api.teach("GET", f"{path}?entry=service&shown=1")["texts"] == []
    judgement = {
        "answer": found["answer"], "sequence": found["sequence"], "entry": "service", "shown": True,
    }  # fmt: skip
    api.teach("PUT", path, judgement)
    assert api.teach("GET", f"{path}?entry=service&shown=1")["texts"] == [{"texts": [text]}]
    api.send(code, number, start(service="Other"), "a")
    assert api.teach("GET", f"{path}?entry=service&shown=1")["texts"] == []
    assert api.ask("PUT", path, judgement, teacher=True).error == "answer_changed"
    for entry in ("perception", "nothing"):
        assert api.ask("GET", f"{path}?entry={entry}", teacher=True).error == "no_entry"
        assert api.ask("PUT", path, {**judgement, "entry": entry}, teacher=True).error == "no_entry"
    none = {**judgement, "answer": 2**53 - 1}
    assert api.ask("PUT", path, none, teacher=True).error == "no_answer"


def test_files_hold_the_answers_and_no_formula(api: Api, code: str) -> None:
    number = api.round(code)
    api.send(code, number, start(service="=HYPERLINK(1)"), "a")
    reply = api.ask("GET", f"/rooms/{code}/rounds/{number}/answers.csv", teacher=True)
    assert "attachment" in reply.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig"))))
    assert [row["Service you rate"] for row in rows] == ["'=HYPERLINK(1)"]
    reply = api.ask("GET", f"/rooms/{code}/answers.xlsx", teacher=True)
    page = load_workbook(io.BytesIO(reply.content)).active
    assert any(cell.value == "=HYPERLINK(1)" and cell.data_type == "s" for cell in page[2])


def test_what_was_promised_is_kept(api: Api) -> None:
    code = api.room("delete")
    number = api.round(code)
    end = f"/rooms/{code}/end"
    assert api.ask("POST", end, {"keep": True}, teacher=True).error == "promised_deletion"
    kept = api.room("keep")
    number = api.round(kept)
    api.send(kept, number, start(), "a")
    api.teach("POST", f"/rooms/{kept}/end", {"keep": True})
    assert api.ask("GET", f"/rooms/{kept}").error == "room_ended"
    assert api.send(kept, number, start(), "a").error == "room_ended"
    rounds = f"/rooms/{kept}/rounds"
    asked = {"subject": ITEM, "hidden": False}
    assert api.ask("POST", rounds, asked, teacher=True).error == "room_ended"
    assert api.teach("GET", f"/rooms/{kept}/board")["rounds"][0]["answers"] == 1
    assert api.ask("GET", f"/rooms/{kept}/answers.xlsx", teacher=True).status == 200
    listed = {room["code"]: room["open"] for room in api.teach("GET", "/rooms")["rooms"]}
    assert listed[kept] is False


# Who may


TEACHERS = [
    ("GET", "/rooms"),
    ("POST", "/rooms"),
    ("GET", "/rooms/{code}/board"),
    ("POST", "/rooms/{code}/end"),
    ("GET", "/rooms/{code}/moves"),
    ("GET", "/rooms/{code}/answers.xlsx"),
    ("POST", "/rooms/{code}/rounds"),
    ("PATCH", "/rooms/{code}/rounds/{number}"),
    ("GET", "/rooms/{code}/rounds/{number}/results"),
    ("GET", "/rooms/{code}/rounds/{number}/scatter"),
    ("GET", "/rooms/{code}/rounds/{number}/profile"),
    ("GET", "/rooms/{code}/rounds/{number}/texts"),
    ("PUT", "/rooms/{code}/rounds/{number}/texts"),
    ("GET", "/rooms/{code}/rounds/{number}/answers.csv"),
]


@pytest.mark.parametrize(("method", "path"), TEACHERS)
def test_what_is_the_instructors_needs_the_token(
    api: Api, code: str, method: str, path: str
) -> None:
    path = path.format(code=code, number=api.round(code))
    body = {"x": 1} if method != "GET" else None
    for headers in (
        {},
        {"Authorization": ""},
        {"Authorization": "Basic eDp5"},
        {"Authorization": api.token},
        {"Cookie": f"{COOKIE}="},
        {"Cookie": f"{COOKIE}={api.token}"},
    ):
        reply = api.ask(method, path, body, headers=headers)
        assert (reply.status, reply.error) == (401, "token_needed")
        assert reply.headers["WWW-Authenticate"] == "Bearer"
    for token in ("", "wrong", api.token + "x", api.token[:-1], "\u00e9"):
        reply = api.ask(method, path, body, headers={"Authorization": f"Bearer {token}"})
        assert (reply.status, reply.error) == (403, "token_wrong")


def test_signing_in_gives_a_cookie_that_opens_the_same(api: Api) -> None:
    assert api.ask("POST", "/instructor", {"token": "wrong"}).error == "token_wrong"
    reply = api.ask("POST", "/instructor", {"token": api.token})
    cookie = reply.headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Strict"} <= set(cookie.split("; "))
    assert api.token not in cookie
    own = {"Cookie": cookie.split(";")[0]}
    assert api.ask("GET", "/rooms", headers=own).status == 200
    made = api.ask("POST", "/rooms", {"promise": "keep"}, headers=own)
    assert made.status == 201


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://[::"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_other_sites_change_nothing(api: Api, code: str, headers: dict[str, str]) -> None:
    reply = api.ask("POST", "/rooms", {"promise": "keep"}, teacher=True, headers=headers)
    assert (reply.status, reply.error) == (403, "cross_site")
    number = api.round(code)
    body = {"client": client_id("c"), "sequence": 1, "values": start()}
    path = f"/rooms/{code}/rounds/{number}/answer"
    assert api.ask("PUT", path, body, headers=headers).error == "cross_site"
    assert api.standing(code) == [None]


def test_the_own_site_may(api: Api) -> None:
    own = {"Origin": f"http://127.0.0.1:{api.port}", "Sec-Fetch-Site": "same-origin"}
    reply = api.ask("POST", "/rooms", {"promise": "keep"}, teacher=True, headers=own)
    assert reply.status == 201


@pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded", "json"])
def test_only_json_is_taken(api: Api, kind: str) -> None:
    headers = {"Content-Type": kind}
    reply = api.ask("POST", "/rooms", {"promise": "keep"}, teacher=True, headers=headers)
    assert (reply.status, reply.error) == (415, "wrong_type")


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "127.0.0.1.elsewhere.example", "", "[", "a b"]
)
def test_another_name_for_this_machine_is_refused(api: Api, host: str) -> None:
    reply = api.ask("GET", "/rooms", teacher=True, headers={"Host": host})
    assert reply.status in (400, 403)
    if host.startswith(("else", "127")):
        assert reply.error == "wrong_host"


# What cannot be read


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"promise": NaN}',
        b'{"promise": Infinity}',
        b'{"promise": 1e999}',
        b'{"promise": ' + b"1" * 5000 + b"}",
        b"[" * 50_000,
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        b'{"promise": ' + b"[" * 400 + b"]" * 400 + b"}",
    ],
)
def test_what_is_not_json_is_said(api: Api, raw: bytes) -> None:
    reply = api.ask("POST", "/rooms", raw=raw, teacher=True)
    assert (reply.status, reply.error) == (400, "not_json")


@pytest.mark.parametrize("depth", [21, 200, 400, 900, 20_000])
@pytest.mark.parametrize("subject", [EXERCISE, ITEM])
def test_brackets_within_brackets_are_no_fault_of_ours(
    api: Api, code: str, subject: str, depth: int
) -> None:
    path = f"/rooms/{code}/rounds/{api.round(code, subject)}/answer"
    head = json.dumps({"client": client_id("c"), "sequence": 1})[:-1].encode()
    raw = head + b', "values": {"answer": ' + b"[" * depth + b"]" * depth + b"}}"
    reply = api.ask("PUT", path, raw=raw)
    assert (reply.status, reply.error) == (400, "not_json")


@pytest.mark.parametrize(
    "body",
    [[], None, "keep", {}, {"promise": "maybe"}, {"promise": ["keep"]}, {"promise": {}},
     {"promise": "keep", "more": 1}],
)  # fmt: skip
def test_what_has_another_form_is_said(api: Api, body: Any) -> None:
    raw = b"null" if body is None else None
    reply = api.ask("POST", "/rooms", body, raw=raw, teacher=True)
    assert (reply.status, reply.error) == (400, "not_an_object")


@pytest.mark.parametrize(
    "changed",
    [
        {"client": "short"},
        {"client": "x" * 65},
        {"client": "x" * 30 + "\n"},
        {"client": None},
        {"sequence": 0},
        {"sequence": -1},
        {"sequence": True},
        {"sequence": 1.0},
        {"sequence": 2**53},
        {"sequence": "1"},
        {"more": 1},
    ],
)
def test_an_answer_has_a_client_and_a_sequence(
    api: Api, code: str, changed: dict[str, Any]
) -> None:
    path = f"/rooms/{code}/rounds/{api.round(code)}/answer"
    body = {"client": client_id("c"), "sequence": 1, "values": start(), **changed}
    assert api.ask("PUT", path, body).error == "not_an_object"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"perception": 9}, "does not lie between"),
        ({"perception": 10**39}, "does not lie between"),
        ({"perception": "4"}, "not a number"),
        ({"perception": True}, "not a number"),
        ({"promise_heard": 1}, "tick it"),
        ({"pull": "no such"}, "choose one"),
        ({"service": "x" * 61}, "61 characters are too many"),
        ({"service": "\ud83d"}, "half a character"),
        ({"bonus": 1}, "is not a field"),
        ({"bonus\ud83d": 1}, "half a character"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_in_words(
    api: Api, code: str, changed: dict[str, Any], said: str
) -> None:
    number = api.round(code)
    reply = api.send(code, number, start(**changed))
    assert (reply.status, reply.error) == (422, "does_not_fit")
    assert said in reply.json["error"]["message"]
    assert said in reply.json["error"]["faults"][0]["message"]
    assert api.standing(code) == [None]


@pytest.mark.parametrize("values", [None, [], "x", 1, {}])
@pytest.mark.parametrize("subject", [EXERCISE, ITEM])
def test_an_answer_of_another_form_is_refused(
    api: Api, code: str, subject: str, values: Any
) -> None:
    assert api.send(code, api.round(code, subject), values).error == "does_not_fit"


def test_rooms_rounds_and_subjects_that_are_not_there(api: Api, code: str) -> None:
    other = api.round(api.room())
    for wrong in ("00000000", "x", "1" * 9, "%00", "%F0%9F%99%82", "..", "%2e%2e%2f", "x" * 3000):
        reply = api.ask("GET", f"/rooms/{wrong}")
        assert reply.status == 404
        assert reply.error in ("no_room", "not_found")
    assert api.send("00000000", other, start()).error == "no_room"
    assert api.send(code, other, start()).error == "no_round"
    assert api.send(code, 10**14, start()).error == "no_round"
    results = f"/rooms/{code}/rounds/{other}/results"
    assert api.ask("GET", results, teacher=True).error == "no_round"
    for subject in ("", "exercise/none", "item/../x", "x" * 200, "\ud83d"):
        asked = {"subject": subject, "hidden": True}
        reply = api.ask("POST", f"/rooms/{code}/rounds", asked, teacher=True)
        assert reply.error == "no_subject"
    for path in ("", "/", "/nothing", "/rooms/", f"/rooms/{code}/rounds/x", "/rooms/%ff",
                 f"/rooms/{code}/rounds/-1", f"/rooms/{code}/rounds/" + "9" * 20):  # fmt: skip
        reply = api.ask("GET", path)
        assert reply.status in (400, 404, 405)
        assert reply.error in ("not_found", "bad_request", "wrong_method", "no_room")


@pytest.mark.parametrize("method", ["DELETE", "OPTIONS", "HEAD", "TRACE", "PROPFIND"])
def test_other_methods_are_refused(api: Api, code: str, method: str) -> None:
    for path in ("/rooms", f"/rooms/{code}"):
        assert api.ask(method, path).status == 405
    assert api.ask("POST", f"/rooms/{code}", {}).error == "wrong_method"


def test_a_client_that_is_none_is_refused(api: Api, code: str) -> None:
    reply = api.ask("GET", f"/rooms/{code}", headers={CLIENT_HEADER: "x"})
    assert reply.error == "bad_request"


@pytest.mark.parametrize("size", [64 * 1024 + 1, 150_000])
def test_what_is_too_large_is_refused(api: Api, code: str, size: int) -> None:
    path = f"/rooms/{code}/rounds/{api.round(code)}/answer"
    reply = api.ask("PUT", path, raw=b" " * size)
    assert (reply.status, reply.error) == (413, "too_large")
    assert "64 KB" in reply.json["error"]["message"]


def exchange(api: Api, head: str, *parts: bytes) -> bytes:
    """What a server says to a request written by hand."""
    with socket.create_connection(("127.0.0.1", api.port), timeout=30) as connection:
        lines = f"{head}\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        connection.sendall(lines.encode() + parts[0])
        said = b""
        try:
            for part in parts[1:]:
                connection.sendall(part)
            while more := connection.recv(65536):
                said += more
        except OSError:
            pass
        return said


def test_a_body_that_says_it_is_huge_is_not_waited_for(api: Api) -> None:
    said = exchange(api, f"POST {ROOT}/rooms HTTP/1.1", b"Content-Length: 90000000\r\n\r\n")
    assert said.startswith(b"HTTP/1.1 413")
    assert b"too_large" in said


@pytest.mark.parametrize("length", ["²", "٣", "-1", "1e3", "x", "9" * 5000])
def test_a_length_that_is_none_is_no_fault_of_ours(api: Api, length: str) -> None:
    head = f"POST {ROOT}/rooms HTTP/1.1"
    said = exchange(api, head, b"Content-Length: " + length.encode() + b"\r\n\r\n")
    assert not said.startswith(b"HTTP/1.1 5")
    assert api.ask("GET", "/rooms", teacher=True).status == 200


def test_a_body_that_never_ends_is_cut_off(api: Api) -> None:
    chunk = b"8000\r\n" + b" " * 0x8000 + b"\r\n"
    head = f"POST {ROOT}/rooms HTTP/1.1"
    said = exchange(api, head, b"Transfer-Encoding: chunked\r\n\r\n", *[chunk] * 100)
    assert said == b"" or said.startswith(b"HTTP/1.1 413")
    assert api.ask("GET", "/rooms", teacher=True).status == 200


def test_a_body_that_does_not_come_is_not_waited_for(api: Api) -> None:
    said = exchange(api, f"POST {ROOT}/rooms HTTP/1.1", b"Content-Length: 100\r\n\r\n", b"{")
    assert b" 200 " not in said
    assert api.ask("GET", "/rooms", teacher=True).status == 200


def test_a_body_that_drips_is_cut_off(api: Api) -> None:
    length = 2_000
    head = f"POST {ROOT}/rooms HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    sent = 0
    with socket.create_connection(("127.0.0.1", api.port), timeout=30) as connection:
        connection.sendall(f"{head}Content-Length: {length}\r\n\r\n".encode())
        connection.settimeout(0.05)
        with suppress(ConnectionError):
            while sent < length:
                connection.sendall(b" ")
                sent += 1
                # Nothing is said before the end of a body, except that the connection ends.
                with suppress(TimeoutError):
                    if connection.recv(1) == b"":
                        break
    assert 0 < sent < length
    assert api.ask("GET", "/rooms", teacher=True).status == 200


def test_every_answer_forbids_what_could_do_harm(api: Api, code: str) -> None:
    for reply in (
        api.ask("GET", f"/rooms/{code}"),
        api.ask("GET", "/nothing"),
        api.ask("POST", "/rooms", raw=b"{"),
        api.ask("GET", f"/rooms/{code}/answers.xlsx", teacher=True),
    ):
        assert reply.headers["Cache-Control"] == "no-store"
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in reply.headers["Content-Security-Policy"]
        assert reply.headers["Server"] is None
        assert reply.headers["Access-Control-Allow-Origin"] is None


def test_every_error_has_a_text_and_a_status() -> None:
    assert set(STATUS) == set(ERRORS)


def test_a_burst_of_students_loses_nothing(api: Api, code: str) -> None:
    number = api.round(code)

    def student(name: int) -> bool:
        values = start(perception=1 + name % 7)
        found = [api.send(code, number, values, f"burst{name}", n).json for n in (1, 2)]
        return [answer["sequence"] for answer in found] == [1, 2]

    with ThreadPoolExecutor(16) as threads:
        assert all(threads.map(student, range(60)))
    told = api.teach("GET", f"/rooms/{code}/rounds/{number}/results")
    assert told["answers"] == 60
    key = next(entry for entry in told["entries"] if entry["key"] == "perception")
    assert sum(part["count"] for part in key["bins"]) == 60


def test_what_a_server_changes_it_tells_at_once(api: Api) -> None:
    code = api.room()
    path = f"/rooms/{code}"
    assert api.ask("GET", path).json["rounds"] == []
    number = api.round(code)
    assert [found["open"] for found in api.ask("GET", path).json["rounds"]] == [True]
    api.teach("PATCH", f"{path}/rounds/{number}", {"open": False})
    assert [found["open"] for found in api.ask("GET", path).json["rounds"]] == [False]
    api.teach("POST", f"{path}/end", {"keep": True})
    assert api.ask("GET", path).error == "room_ended"


def test_two_servers_over_one_store_are_one_class(tmp_path: Path) -> None:
    url = store_url(None, tmp_path / "answers.sqlite3")
    moment = 0.0
    with (
        running(Store(url), now=lambda: moment) as one,
        running(Store(url), now=lambda: moment) as two,
    ):
        code = one.room()
        assert two.ask("GET", f"/rooms/{code}").json["rounds"] == []
        number = one.round(code)
        # Two has not heard of it yet, and takes answers all the same.
        assert two.ask("GET", f"/rooms/{code}").json["rounds"] == []
        assert two.send(code, number, start(), "a").status == 200
        assert one.standing(code, "a") == [1]
        moment = 1.0
        assert two.standing(code, "a") == [1]
        one.teach("PATCH", f"/rooms/{code}/rounds/{number}", {"open": False})
        assert two.send(code, number, start(), "b").error == "round_closed"
        one.teach("POST", f"/rooms/{code}/end", {"keep": False})
        assert two.send(code, number, start(), "b").error == "no_round"
        moment = 2.0
        assert two.send(code, number, start(), "b").error == "no_room"


# Rates, and a store that fails: SQLite alone


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(store_url(None, tmp_path / "answers.sqlite3"), busy_seconds=0.2)


@pytest.fixture
def service_at(store: Store) -> Iterator[Callable[[Callable[[], float]], Service]]:
    made = []

    def make(now: Callable[[], float]) -> Service:
        made.append(Service(store, now=now))
        return made[-1]

    yield make
    for service in made:
        service.close()


def test_who_sends_too_often_waits_and_the_others_do_not(store: Store) -> None:
    with running(store, UNLIMITED._replace(client=Rate(2, 0.1)), now=lambda: 0.0) as api:
        code = api.room()
        number = api.round(code)
        found = [api.send(code, number, start(), "a") for _ in range(3)]
        assert [reply.status for reply in found] == [200, 200, 429]
        assert found[-1].error == "too_often"
        assert 9 <= int(found[-1].headers["Retry-After"]) <= 11
        assert api.send(code, number, start(), "b").status == 200
        other = api.room()
        assert api.send(other, api.round(other), start(), "a").status == 200
        assert api.standing(code, "a") == [2]


def test_who_guesses_codes_is_stopped(store: Store) -> None:
    with running(store, UNLIMITED._replace(wrong_code=Rate(3, 0.1)), now=lambda: 0.0) as api:
        code = api.room()
        for _ in range(5):
            assert api.ask("GET", f"/rooms/{code}").status == 200
        guesses = [api.ask("GET", f"/rooms/{n:08d}").status for n in range(5)]
        assert guesses == [404, 404, 404, 429, 429]
        # The right code gives no sign any more either.
        assert api.ask("GET", f"/rooms/{code}").status == 429
        assert api.teach("GET", f"/rooms/{code}/board")["rounds"] == []


def test_who_guesses_codes_shuts_out_nobody_who_is_in(store: Store) -> None:
    with running(store, UNLIMITED._replace(wrong_code=Rate(3, 0.1)), now=lambda: 0.0) as api:
        code, other = api.room(), api.room()
        number = api.round(code)
        assert api.standing(code, "in") == [None]
        assert api.send(code, number, start(), "sent").status == 200
        guesses = [api.ask("GET", f"/rooms/{n:08d}").status for n in range(4)]
        assert guesses == [404, 404, 404, 429]
        # All come from one address, as those behind one router do.
        assert api.standing(code, "in") == [None]
        assert api.send(code, number, start(), "in").status == 200
        assert api.send(code, number, start(), "sent").status == 200
        # Who is in one room is not in another, nor told that there is one.
        for guessed in (other, "99999999"):
            for client in ("in", "new"):
                headers = {CLIENT_HEADER: client_id(client)}
                assert api.ask("GET", f"/rooms/{guessed}", headers=headers).error == "too_often"


def test_pages_of_a_class_that_was_deleted_shut_out_nobody(store: Store) -> None:
    with running(store, UNLIMITED._replace(wrong_code=Rate(3, 0.1)), now=lambda: 0.0) as api:
        old, code = api.room("delete"), api.room()
        api.teach("POST", f"/rooms/{old}/end", {"keep": False})
        for name in range(8):
            headers = {CLIENT_HEADER: client_id(f"s{name}")}
            assert api.ask("GET", f"/rooms/{old}", headers=headers).error == "no_room"
        # Nor does what is no code at all.
        assert {api.ask("GET", f"/rooms/{typed}").error for typed in "abcdef"} == {"no_room"}
        assert api.standing(code) == []


def test_a_whole_class_behind_one_address_is_let_through(
    service_at: Callable[[Callable[[], float]], Service],
) -> None:
    moment = 0.0
    service = service_at(lambda: moment)
    room = service.store.open_room("keep")
    students = [f"{name:032x}" for name in range(2_000)]

    def send(student: str) -> bool:
        """Whether the limits let an answer through; raises where they refuse the visit."""
        service.gate.let_in(room.id, student, "router")
        return service.gate.clients.take((room.id, student), moment) == 0

    # They scan the code within ten seconds; the page asks before it has an id, and with it.
    for place, student in enumerate(students):
        moment = place / 200
        service.gate.let_in(room.id, None, "router")
        service.gate.let_in(room.id, student, "router")
    # Five minutes: every page asks every five seconds, and five answers are sent.
    for turn in range(60):
        moment += 5.0
        for student in students:
            service.gate.let_in(room.id, student, "router")
            assert turn % 12 or send(student)
    # All send once more within ten seconds.
    for student in students:
        moment += 1 / 200
        assert send(student)


def test_one_student_who_floods_holds_up_no_other(store: Store) -> None:
    small = UNLIMITED._replace(visit=Rate(3, 0.1), address=Rate(6, 0.1))
    with running(store, small, now=lambda: 0.0) as api:
        code = api.room()
        assert api.standing(code, "calm") == []
        loud = {CLIENT_HEADER: client_id("loud")}
        found = [api.ask("GET", f"/rooms/{code}", headers=loud).status for _ in range(9)]
        assert found == [200] * 3 + [429] * 6
        # An id of its own for each request: the address is used up, but not for who is in.
        minted = [{CLIENT_HEADER: client_id(f"loud{n}")} for n in range(6)]
        found = [api.ask("GET", f"/rooms/{code}", headers=headers).status for headers in minted]
        assert found == [200] * 4 + [429] * 2
        assert api.standing(code, "calm") == []


def test_who_guesses_tokens_is_stopped_and_the_instructor_is_not(store: Store) -> None:
    with running(store, UNLIMITED._replace(wrong_token=Rate(2, 0.1)), now=lambda: 0.0) as api:
        tries = [api.ask("POST", "/instructor", {"token": "x"}).status for _ in range(3)]
        assert tries == [403, 403, 429]
        assert api.ask("POST", "/instructor", {"token": api.token}).status == 200
        assert api.teach("GET", "/rooms") == {"rooms": []}


def test_a_short_token_is_not_told_to_who_guesses(store: Store) -> None:
    small = UNLIMITED._replace(wrong_token=Rate(2, 0.1))
    with running(store, small, now=lambda: 0.0, token="1234") as api:
        tries = [api.ask("POST", "/instructor", {"token": token}).status for token in "123"]
        assert tries == [403, 403, 429]
        assert api.ask("POST", "/instructor", {"token": "1234"}).status == 429


def test_first_lines_that_do_not_end_are_not_waited_for(store: Store) -> None:
    with running(store, idle=0.3) as api:
        for begun in (b"", b"GET /class/api/rooms HTTP/1.1\r\nHost: 127.0.0.1\r\n"):
            with socket.create_connection(("127.0.0.1", api.port), timeout=30) as connection:
                connection.sendall(begun)
                assert connection.recv(1) == b""
        assert api.teach("GET", "/rooms") == {"rooms": []}


def test_one_address_cannot_flood_a_room(store: Store) -> None:
    with running(store, UNLIMITED._replace(address=Rate(3, 0.1)), now=lambda: 0.0) as api:
        code = api.room()
        assert [api.ask("GET", f"/rooms/{code}").status for _ in range(4)] == [200, 200, 200, 429]


def test_a_full_round_and_a_full_room_are_said(store: Store) -> None:
    with running(store, UNLIMITED._replace(answers=2, rounds=2)) as api:
        code = api.room()
        number = api.round(code)
        assert [api.send(code, number, start(), name).status for name in "abc"] == [200, 200, 409]
        assert "2 students" in api.send(code, number, start(), "c").json["error"]["message"]
        api.round(code, ITEM)
        asked = {"subject": "exercise/leaking-bucket", "hidden": True}
        reply = api.ask("POST", f"/rooms/{code}/rounds", asked, teacher=True)
        assert reply.error == "rounds_full"


def test_a_locked_store_acknowledges_nothing_and_recovers(store: Store) -> None:
    with running(store) as api:
        code = api.room()
        number = api.round(code)
        other = sqlite3.connect(str(store.place), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        reply = api.send(code, number, start(), sequence=1)
        assert (reply.status, reply.error) == (503, "store_busy")
        assert reply.headers["Retry-After"] == "2"
        assert "Nothing was stored" in reply.json["error"]["message"]
        assert api.standing(code) == [None]
        other.execute("ROLLBACK")
        other.close()
        assert api.send(code, number, start(), sequence=1).status == 200
        assert api.standing(code) == [1]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, which only root may add to a machine, and not everywhere."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("a disk of its own for this test needs root, and a machine that lets it mount")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path) -> Path:
    """A file that takes all that is left of a disk."""
    filler = disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 1024)
    return filler


def test_a_full_disk_acknowledges_nothing_that_it_does_not_keep(small_disk: Path) -> None:
    with running(Store(store_url(None, small_disk / "answers.sqlite3"))) as api:
        code = api.room()
        number = api.round(code)
        assert api.send(code, number, start(), "before").status == 200
        filler = fill(small_disk)
        acknowledged = ["before"]
        refused = ""
        # What room the log has already is still used.
        for name in map(str, range(500)):
            reply = api.send(code, number, start(), name)
            if reply.status == 200:
                acknowledged.append(name)
                continue
            refused = name
            assert (reply.status, reply.error) == (503, "store_full")
            assert "disk is full. Nothing was stored" in reply.json["error"]["message"]
            assert api.send(code, number, start(), name, 2).error == "store_full"
            break
        assert refused
        # Reading goes on, and nothing but what was acknowledged is there.
        told = api.teach("GET", f"/rooms/{code}/board")["rounds"][0]
        assert told["answers"] == len(acknowledged)
        assert [api.standing(code, name) for name in acknowledged] == [[1]] * len(acknowledged)
        assert api.standing(code, refused) == [None]
        filler.unlink()
        assert api.send(code, number, start(), refused, 3).status == 200
        assert api.standing(code, refused) == [3]


def test_a_disk_that_is_full_from_the_start_is_said(small_disk: Path) -> None:
    fill(small_disk)
    with pytest.raises(StoreError, match=r"cannot be opened: .*(full|space|disk)"):
        Store(store_url(None, small_disk / "kept" / "answers.sqlite3"))


def test_a_store_that_is_taken_away_acknowledges_nothing(store: Store, tmp_path: Path) -> None:
    with running(store) as api:
        code = api.room()
        number = api.round(code)
        assert store.place is not None
        store.place.rename(tmp_path / "away")
        mine = {CLIENT_HEADER: client_id("c")}
        asked = api.ask("GET", f"/rooms/{code}", headers=mine)
        for reply in (api.send(code, number, start()), asked):
            assert (reply.status, reply.error) == (503, "store_gone")
        (tmp_path / "away").rename(store.place)
        assert api.standing(code) == [None]


def test_a_fault_of_ours_is_said_without_its_details(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(store) as api:
        monkeypatch.setattr(store, "rooms", lambda: 1 / 0)
        reply = api.ask("GET", "/rooms", teacher=True)
        assert (reply.status, reply.error) == (500, "failed")
        assert b"ZeroDivision" not in reply.content
