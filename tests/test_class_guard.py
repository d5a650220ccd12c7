"""Who may go where on the class server: tokens, cookies, names, other sites."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from servicequality.classmode.api_handler import COOKIE
from servicequality.classmode.bucket import Rate
from servicequality.classmode.words import ERRORS
from servicequality.classroom.guard import Place, place_of, place_to_go, without_token
from servicequality.classroom.words import CLASSROOM
from tests.class_api import UNLIMITED
from tests.class_hall import NAME, REACHED, TOKEN, Door, Given, cookie_of, open_door
from tests.loops import run

# Everything by which a kernel can be started or reached, and what shows a class to its instructor.
TEACHING = [
    "/class",
    "/class/",
    "/class/gap-explorer",
    "/class/apis",
    "/voila",
    "/voila/render/gap-explorer.ipynb",
    "/voila/render/board.ipynb",
    "/voila/render/marking.ipynb",
    "/voila/render/../gap-explorer.ipynb",
    "/voila/static/voila.js",
    "/voila/files/gap-explorer.ipynb",
    "/voila/templates/lab/static/voila.js",
    "/voila/labextensions/x.js",
    "/voila/api/shutdown/1",
    "/api",
    "/api/kernels",
    "/api/kernels/1",
    "/api/kernels/1/channels",
]


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    with open_door(tmp_path_factory.mktemp("class")) as door:
        yield door


@pytest.fixture(scope="module")
def instructor(door: Door) -> dict[str, str]:
    return door.signed_in()


@pytest.mark.parametrize("path", TEACHING)
def test_without_the_token_there_is_a_page_that_asks_for_it(door: Door, path: str) -> None:
    for headers in ({}, {"Cookie": f"{COOKIE}=wrong"}, {"Authorization": f"Bearer {TOKEN}x"}):
        given = door.ask(path, headers)
        assert given.status == 403
        assert REACHED not in given.content
        page = BeautifulSoup(given.content, "html.parser")
        label = page.find("label", string=CLASSROOM["sign_in_token"])
        assert label is not None
        assert page.find("input", id=label["for"])["name"] == "token"
        assert given.headers["Cache-Control"] == "no-store"
        assert "script-src" not in given.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", TEACHING)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])
def test_without_the_token_nothing_is_done_either(door: Door, path: str, method: str) -> None:
    given = door.ask(path, method=method)
    assert given.status == 403
    assert REACHED not in given.content


def test_with_the_cookie_there_is_what_was_asked(door: Door, instructor: dict[str, str]) -> None:
    for path in TEACHING:
        if not path.endswith("channels"):
            assert door.ask(path, instructor).content == REACHED


@pytest.mark.parametrize(
    "path",
    ["/", "/index.html", "/chapters/one.html", "/join", "/voilas", "/apis", "/classes",
     "/%63lass/", "/%76oila/render/board.ipynb", "//voila/render/board.ipynb",
     "/./voila/render/board.ipynb", "/VOILA/render/board.ipynb", "/x/../voila/render/board.ipynb",
     "http://127.0.0.1/voila/render/board.ipynb", "/;/voila/render/board.ipynb"],
)  # fmt: skip
def test_no_other_way_of_writing_an_address_comes_to_a_kernel(door: Door, path: str) -> None:
    given = door.ask(path)
    assert given.status in (200, 400, 404)
    assert REACHED not in given.content


# Signing in


def test_the_printed_address_signs_in_and_loses_its_token(door: Door) -> None:
    given = door.ask(f"/class/?token={TOKEN}")
    assert (given.status, given.headers["Location"]) == (303, "/class/")
    cookie = cookie_of(given)
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/"
    assert not cookie["domain"]
    assert TOKEN not in cookie.value
    assert given.headers["Cache-Control"] == "no-store"
    # Not told to the page that is linked next.
    assert given.headers["Referrer-Policy"] == "same-origin"


def test_a_token_in_any_address_of_the_instructor_signs_in_there(door: Door) -> None:
    given = door.ask(f"/voila/render/self-check.ipynb?only=a,b&token={TOKEN}&at=")
    assert given.headers["Location"] == "/voila/render/self-check.ipynb?only=a%2Cb&at="
    # Who is signed in already loses it too.
    given = door.ask(f"/class/?token={TOKEN}", door.signed_in())
    assert (given.status, given.headers["Location"]) == (303, "/class/")


def test_a_wrong_token_is_told_and_sets_nothing(door: Door) -> None:
    given = door.ask("/class/?token=guessed")
    assert given.status == 403
    assert given.headers["Set-Cookie"] is None
    assert ERRORS["token_wrong"] in given.text
    assert "guessed" not in given.text


def send(door: Door, form: str, **headers: str) -> Given:
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    return door.ask("/class/sign-in", kind | headers, "POST", form.encode())


def test_the_form_signs_in_and_goes_where_one_wanted(door: Door) -> None:
    page = BeautifulSoup(door.ask("/voila/render/board.ipynb?x=1").content, "html.parser")
    form = page.find("form")
    assert (form["action"], form["method"]) == ("/class/sign-in", "post")
    wanted = form.find("input", {"name": "wanted"})["value"]
    given = send(door, f"token={TOKEN}&wanted={wanted}")
    assert (given.status, given.headers["Location"]) == (303, "/voila/render/board.ipynb?x=1")
    assert cookie_of(given)["httponly"]
    assert send(door, f"token=+{TOKEN}+").headers["Location"] == "/class/"


@pytest.mark.parametrize("form", ["", "token=", "token=guessed", "token=%FF%00", "x=%", "token"])
def test_the_form_refuses_what_is_not_the_token(door: Door, form: str) -> None:
    given = send(door, form)
    assert given.status == 403
    assert given.headers["Set-Cookie"] is None
    (fault,) = BeautifulSoup(given.content, "html.parser").find_all(id="fault")
    assert fault.get_text() == ERRORS["token_wrong"]


def test_a_form_on_another_site_does_not_sign_in(door: Door) -> None:
    for origin in ("http://elsewhere.example", "null", f"http://127.0.0.1:{door.port + 1}"):
        given = send(door, f"token={TOKEN}", Origin=origin)
        assert given.status == 403
        assert given.headers["Set-Cookie"] is None
    own = send(door, f"token={TOKEN}", Origin=f"http://127.0.0.1:{door.port}")
    assert own.status == 303


def test_a_form_that_is_too_long_is_not_read(door: Door) -> None:
    given = send(door, "", **{"Content-Length": "200000"})
    assert given.status == 400
    assert given.headers["Set-Cookie"] is None


def test_who_guesses_tokens_has_to_wait(tmp_path_factory: pytest.TempPathFactory) -> None:
    limits = UNLIMITED._replace(wrong_token=Rate(3, 0.001))
    with open_door(tmp_path_factory.mktemp("guessed"), limits=limits) as door:
        for _ in range(3):
            assert door.ask("/class/?token=guessed").status == 403
        given = door.ask("/class/?token=guessed")
        assert given.status == 429
        assert re.search(r"Wait \d+ seconds", given.text)
        assert int(given.headers["Retry-After"]) > 0
        assert send(door, "token=guessed").status == 429
        # The instructor is not kept out by a student at the same address.
        assert door.ask(f"/class/?token={TOKEN}").status == 303


@pytest.mark.parametrize(
    "wanted",
    ["https://elsewhere.example/", "//elsewhere.example/class/", "/\\elsewhere.example",
     "/class\\..\\", "javascript:alert(1)", "", "/index.html", "/class/\r\nSet-Cookie: a=b",
     "/voilà", "/class/api/rooms"],
)  # fmt: skip
def test_signing_in_leads_nowhere_else(wanted: str) -> None:
    assert place_to_go(wanted) == "/class/"


def test_an_address_without_its_token_keeps_the_rest() -> None:
    assert without_token("/class/", "token=a") == "/class/"
    assert without_token("/class/", "a=1&token=b&c=") == "/class/?a=1&c="


def test_whose_an_address_is() -> None:
    assert place_of("/class/api") is place_of("/class/api/rooms") is Place.API
    assert place_of("/class/api-like") is Place.TEACHING
    assert place_of("/class/sign-in") is Place.OPEN
    assert place_of("/classes") is Place.OPEN


# Connections that stay open


def connect(door: Door, **headers: str) -> bytes | None:
    """The first message of a connection to a kernel."""

    async def first() -> bytes | None:
        address = f"ws://127.0.0.1:{door.port}/api/kernels/1/channels"
        connection = await websocket_connect(HTTPRequest(address, headers=headers))
        message = await connection.read_message()
        connection.close()
        return message.encode() if isinstance(message, str) else message

    return run(first())


def test_a_connection_to_a_kernel_needs_the_cookie_and_its_own_origin(
    door: Door, instructor: dict[str, str]
) -> None:
    own = f"http://127.0.0.1:{door.port}"
    assert connect(door, **instructor, Origin=own) == REACHED
    for headers in (
        {"Origin": own},
        {**instructor, "Origin": "http://elsewhere.example"},
        {**instructor, "Origin": f"http://127.0.0.1:{door.port + 1}"},
        {**instructor, "Origin": "null"},
    ):
        with pytest.raises(HTTPClientError) as raised:
            connect(door, **headers)
        assert raised.value.code == 403


# Other sites, other names


def test_pages_of_other_sites_carry_nothing_out(door: Door, instructor: dict[str, str]) -> None:
    path = "/voila/api/shutdown/1"
    for headers in (
        {"Origin": "http://elsewhere.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
    ):
        given = door.ask(path, {**instructor, **headers}, "POST", b"")
        assert given.status == 403
        assert REACHED not in given.content
    # A picture whose address is that of a page would start a kernel.
    embedded = {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors"}
    assert door.ask("/class/", {**instructor, **embedded}).status == 403
    # Who follows a link comes in.
    followed = {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate"}
    assert door.ask("/class/", {**instructor, **followed}).content == REACHED


@pytest.mark.parametrize("path", ["/", "/join", "/class/", "/class/sign-in", "/class/api/rooms"])
def test_a_name_that_is_not_its_own_is_refused(
    door: Door, instructor: dict[str, str], path: str
) -> None:
    for host in ("elsewhere.example", "127.0.0.1.nip.example:80", "localhost.example", "[::", "x"):
        given = door.ask(path, {**instructor, "Host": host})
        assert given.status == 403
        assert REACHED not in given.content


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost:1", "192.168.1.20:8866", "[::1]:8866", NAME, NAME.upper()]
)
def test_addresses_and_own_names_are_answered(
    door: Door, instructor: dict[str, str], host: str
) -> None:
    assert door.ask("/", {"Host": host}).status == 200
    assert door.ask("/class/", {**instructor, "Host": host}).content == REACHED


def test_a_broken_request_is_no_more_than_that(door: Door) -> None:
    for start in (b"GET /voila/render/x HTTP/1.1\r\n\r\n", b"GET  HTTP/1.1\r\nHost: a\r\n\r\n",
                  b"\0\0\r\n\r\n", b"GET /voila HTTP/9\r\nHost: 127.0.0.1\r\n\r\n"):  # fmt: skip
        with socket.create_connection(("127.0.0.1", door.port), timeout=30) as connection:
            connection.sendall(start)
            connection.shutdown(socket.SHUT_WR)
            assert REACHED not in connection.recv(100_000)
    assert door.ask("/").status == 200
